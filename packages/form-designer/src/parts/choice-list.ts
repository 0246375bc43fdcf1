/** The choices of a field: names, stored values, order. */
import { icon } from '@tongban/element-kit';
import type { Choice } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';
import { entryButtons } from './entry-buttons.ts';
import { textBox } from './property-inputs.ts';

/** See the module comment. The field's property is `choices`. */
export function choiceList(desk: DesignDesk, choices: readonly Choice[]): TemplateResult {
  const { t } = desk;
  const set = (next: readonly Choice[]): void => desk.change({ choices: next });
  const replace = (index: number, choice: Choice): void => set(choices.map((each, at) => (at === index ? choice : each)));
  const step = (next: readonly Choice[]): void => {
    desk.endStep();
    set(next);
    desk.endStep();
  };
  return html`<div class="field" role="group" aria-labelledby="choices-label">
    <span class="label" id="choices-label">${t('choices')}</span>
    <ol class="choice-list">
      ${choices.map((choice, index) => {
        const number = index + 1;
        const name = choice.label['zh-CN'] || String(number);
        return html`<li>
          ${textBox(desk, { id: `choice-${index}`, label: t('choiceLabel', { number }), value: choice.label['zh-CN'], onInput: (zh) => replace(index, { ...choice, label: { ...choice.label, 'zh-CN': zh } }) })}
          <details>
            <summary>${t('choiceLabelEn', { number })} · ${choice.value}</summary>
            ${textBox(desk, { id: `choice-en-${index}`, label: t('choiceLabelEn', { number }), value: choice.label.en ?? '', onInput: (en) => replace(index, { ...choice, label: { 'zh-CN': choice.label['zh-CN'], ...(en === '' ? {} : { en }) } }) })}
            ${textBox(desk, { id: `choice-value-${index}`, label: t('choiceValue', { number }), mono: true, value: choice.value, onInput: (value) => replace(index, { ...choice, value }) })}
          </details>
          ${entryButtons(desk, { entries: choices, index, name, lastStays: t('choicesLast'), onChange: step })}
        </li>`;
      })}
    </ol>
    <button type="button" class="button" @click=${() => step([...choices, newChoice(choices)])}>${icon('plus')}${t('addChoice')}</button>
  </div>`;
}

function newChoice(choices: readonly Choice[]): Choice {
  const values = new Set(choices.map(({ value }) => value));
  let number = choices.length + 1;
  while (values.has(`option${number}`)) number++;
  return { value: `option${number}`, label: { 'zh-CN': `选项${number}`, en: `Choice ${number}` } };
}
