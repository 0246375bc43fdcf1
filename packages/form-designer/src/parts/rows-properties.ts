/** The properties of rows: their columns, how many rows, who writes which. */
import { icon } from '@tongban/element-kit';
import { type RowsField, textIn } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import { addField } from '../commands/add-field.ts';
import { moveField } from '../commands/move-field.ts';
import { removeField } from '../commands/remove-field.ts';
import type { DesignDesk } from '../design-desk.ts';
import { designMessages } from '../design-messages.ts';
import { feelNames } from '../feel-names.ts';
import { newField } from '../new-field.ts';
import { choiceBox, feelBox, numberBox, tickBox } from './property-inputs.ts';

/** See the module comment. */
export function rowsProperties(desk: DesignDesk, field: RowsField): TemplateResult {
  const { t, locale, form } = desk;
  return html`<div class="field" role="group" aria-labelledby="columns-label">
      <span class="label" id="columns-label">${t('columns')}</span>
      <ol class="choice-list compact">
        ${field.columns.map((column, index) => {
          const name = textIn(column.label, locale) || t(`kind_${column.kind}`);
          const move = (to: number): void => desk.run(stay(moveField(form, column.id, { parentId: field.id, index: to }), field.id));
          return html`<li>
            <button type="button" class="link-button" aria-label=${t('editColumn', { name })} @click=${() => desk.choose(column.id)}>${name}</button>
            <span class="muted small">${t(`kind_${column.kind}`)}</span>
            <div class="row-buttons">
              <button type="button" class="button quiet icon-only" aria-label=${t('up', { name })} ?disabled=${index === 0} @click=${() => move(index - 1)}>${icon('arrow-up')}</button>
              <button type="button" class="button quiet icon-only" aria-label=${t('down', { name })} ?disabled=${index === field.columns.length - 1} @click=${() => move(index + 2)}>${icon('arrow-down')}</button>
              <button type="button" class="button quiet icon-only" aria-label=${t('removeNamed', { name })} @click=${() => desk.run(stay(removeField(form, column.id), field.id))}>${icon('trash')}</button>
            </div>
          </li>`;
        })}
      </ol>
      <button type="button" class="button" @click=${() => desk.run(stay(addField({ parentId: field.id, index: field.columns.length }, newColumn(desk, field)), field.id))}>${icon('plus')}${t('addColumn')}</button>
    </div>
    <div class="pair">
      ${numberBox(desk, { id: 'minRows', label: t('minRows'), whole: true, value: field.minRows, onInput: (minRows) => desk.change({ minRows }) })}
      ${numberBox(desk, { id: 'maxRows', label: t('maxRows'), whole: true, value: field.maxRows, onInput: (maxRows) => desk.change({ maxRows }) })}
    </div>
    ${tickBox(desk, { id: 'extensible', label: t('extensible'), hint: t('extensibleHint'), value: field.extensible !== false, onChange: (on) => desk.change({ extensible: on ? undefined : false }) })}
    ${choiceBox(desk, {
      id: 'ownerKey',
      label: t('ownerKey'),
      hint: t('ownerHint'),
      value: field.ownerKey ?? '',
      choices: [
        ['', t('ownerNone')],
        ...field.columns.map(({ key, label }): readonly [string, string] => [key, `${textIn(label, locale)}　${key}`]),
      ],
      onChoose: (ownerKey) => desk.change({ ownerKey: ownerKey === '' ? undefined : ownerKey }),
    })}
    ${feelBox(desk, { id: 'writableRow', label: t('writableRow'), hint: t('writableRowHint'), names: feelNames(form, desk.context, { rows: field }), value: field.writableRow ?? '', onInput: (text) => desk.change({ writableRow: text === '' ? undefined : text }) })}`;
}

function newColumn({ form }: DesignDesk, field: RowsField) {
  const label = { 'zh-CN': designMessages.in('zh-CN')('newColumn'), en: designMessages.in('en')('newColumn') };
  return newField(form, field.id, { key: `column${field.columns.length + 1}`, kind: 'text', label });
}

/** The same command, with the rows still selected. */
function stay<Command extends { readonly subject: string } | undefined>(command: Command, rowsId: string): Command {
  return command && { ...command, subject: rowsId, subjectBefore: rowsId };
}
