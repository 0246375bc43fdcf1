/** The properties of the form itself. */
import { html, type TemplateResult } from 'lit';
import { changeForm } from '../commands/change-form.ts';
import type { DesignDesk } from '../design-desk.ts';
import { feelNames } from '../feel-names.ts';
import { placedFields } from '../field-tree.ts';
import { problemSentences } from './problem-sentences.ts';
import { choiceBox, localTextBoxes, tickBox } from './property-inputs.ts';
import { ruleList } from './rule-list.ts';

/** See the module comment. */
export function formProperties(desk: DesignDesk): TemplateResult {
  const { form, t, locale } = desk;
  const problems = desk.problemsOf('');
  const title = form.title['zh-CN'];
  return html`<header class="panel-head"><h2>${t('wholeForm')}</h2><p class="muted small">${t('fieldCount', { count: placedFields(form).length })}</p></header>
    ${problems.length === 0 ? '' : problemSentences(problems, locale)}
    <fieldset class="panel-group" ?disabled=${!desk.editable}>
      <p class="hint">${t('chooseField')}</p>
      ${localTextBoxes(desk, {
        id: 'form-title',
        labels: [t('formTitle'), t('formTitleEn')],
        value: form.title,
        ...(title === '' ? { error: t('formTitleNeeded') } : {}),
        onInput: (text) => desk.run(changeForm(form, { title: text ?? { 'zh-CN': '' } })),
      })}
      ${choiceBox(desk, {
        id: 'form-layout',
        label: t('layout'),
        value: form.layout,
        choices: [
          ['bordered', t('layout_bordered')],
          ['stacked', t('layout_stacked')],
        ],
        onChoose: (layout) => desk.run(changeForm(form, { layout })),
      })}
      ${tickBox(desk, {
        id: 'form-steps',
        label: t('steps'),
        hint: t('stepsHint'),
        value: form.steps === true,
        onChange: (steps) => desk.run(changeForm(form, { steps: steps ? true : undefined })),
      })}
      ${localTextBoxes(desk, {
        id: 'form-note',
        labels: [t('formNote'), t('formNoteEn')],
        value: form.note,
        hint: t('formNoteHint'),
        onInput: (note) => desk.run(changeForm(form, { note })),
      })}
      ${ruleList(desk, {
        rules: form.rules ?? [],
        stem: form.id,
        names: feelNames(form, desk.context),
        ofForm: true,
        onChange: (rules) => desk.run(changeForm(form, { rules })),
      })}
      <dl class="facts-list"><dt>${t('id')}</dt><dd class="mono">${form.id}</dd><dt>${t('formKey')}</dt><dd class="mono">${form.key}</dd></dl>
      <p class="hint">${t('formKeyHint')}</p>
    </fieldset>`;
}
