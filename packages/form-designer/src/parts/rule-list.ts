/** Rules that are asked on submission: what must hold, and what is said when it does not. Of a field, or of the whole form. */
import { icon } from '@tongban/element-kit';
import type { FeelName } from '@tongban/feel-parser';
import { hasValue } from '@tongban/form';
import { type FormRule, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';
import { placedFields } from '../field-tree.ts';
import { entryButtons } from './entry-buttons.ts';
import { choiceBox, feelBox, textBox } from './property-inputs.ts';

/** What the list edits. */
export interface RuleList {
  readonly rules: readonly FormRule[];
  /** What the ids of new rules begin with. */
  readonly stem: string;
  readonly names: readonly FeelName[];
  /** Of the whole form: at which field the sentence stands can be chosen. */
  readonly ofForm: boolean;
  onChange(rules: readonly FormRule[] | undefined): void;
}

/** See the module comment. */
export function ruleList(desk: DesignDesk, { rules, stem, names, ofForm, onChange }: RuleList): TemplateResult {
  const { t } = desk;
  const set = (next: readonly FormRule[]): void => onChange(next.length === 0 ? undefined : next);
  const replace = (index: number, rule: FormRule): void => set(rules.map((each, at) => (at === index ? rule : each)));
  const step = (next: readonly FormRule[]): void => {
    desk.endStep();
    set(next);
    desk.endStep();
  };
  return html`<div class="field" role="group" aria-labelledby="rules-label">
    <span class="label" id="rules-label">${t('rules')}</span>
    <p class="hint">${t('rulesHint')}</p>
    <ol class="choice-list">
      ${rules.map((rule, index) => {
        const number = index + 1;
        return html`<li>
          ${feelBox(desk, { id: `rule-${index}`, label: t('ruleTest', { number }), value: rule.test, names, onInput: (test) => replace(index, { ...rule, test }) })}
          ${textBox(desk, { id: `rule-message-${index}`, label: t('ruleMessage', { number }), value: rule.message['zh-CN'], onInput: (zh) => replace(index, { ...rule, message: { ...rule.message, 'zh-CN': zh } }) })}
          ${ofForm ? atField(desk, rule, index, (next) => replace(index, next)) : nothing}
          ${entryButtons(desk, { entries: rules, index, name: t('ruleName', { number }), onChange: step })}
        </li>`;
      })}
    </ol>
    <button type="button" class="button" data-tool="add-rule" @click=${() => step([...rules, newRule(desk, rules, stem)])}>${icon('plus')}${t('addRule')}</button>
  </div>`;
}

function atField(desk: DesignDesk, rule: FormRule, index: number, onChange: (rule: FormRule) => void): TemplateResult {
  const { t, form, locale } = desk;
  const { fields: _, ...plain } = rule;
  const fields = placedFields(form).filter(({ field, around }) => hasValue(field) && around.every(({ kind }) => kind === 'section'));
  return choiceBox(desk, {
    id: `rule-at-${index}`,
    label: t('ruleAt'),
    value: rule.fields?.[0] ?? '',
    choices: [['', t('wholeForm')], ...fields.map(({ field }): readonly [string, string] => [field.key, textIn(field.label, locale)])],
    onChoose: (key) => onChange(key === '' ? plain : { ...plain, fields: [key] }),
  });
}

function newRule({ t, form }: DesignDesk, rules: readonly FormRule[], stem: string): FormRule {
  const ids = new Set([
    ...rules.map(({ id }) => id),
    ...(form.rules ?? []).map(({ id }) => id),
    ...placedFields(form).flatMap(({ field }) => [field.id, ...(field.rules ?? []).map(({ id }) => id)]),
  ]);
  let number = rules.length + 1;
  while (ids.has(`${stem}.rule${number}`)) number++;
  return { id: `${stem}.rule${number}`, test: 'true', message: { 'zh-CN': t('ruleSentence') } };
}
