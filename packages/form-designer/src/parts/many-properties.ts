/** What can be changed in several fields at once: required, read-only, width, place. Each is one step. */
import { icon } from '@tongban/element-kit';
import { hasValue, spanOf } from '@tongban/form';
import { type FormField, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { changeFields } from '../commands/change-fields.ts';
import { moveFields } from '../commands/move-fields.ts';
import type { DesignDesk } from '../design-desk.ts';
import { fieldsInside, mayStandIn, placedFields } from '../field-tree.ts';
import { choiceBox } from './property-inputs.ts';

/** See the module comment. */
export function manyProperties(desk: DesignDesk): TemplateResult {
  const { t, locale, chosen } = desk;
  const fields = chosen.map(({ field }) => field);
  const answered = fields.filter(hasValue);
  return html`<header class="panel-head"><h2 tabindex="-1">${t('chosenCount', { count: chosen.length })}</h2></header>
    <ul class="chosen" aria-label=${t('chosenFields')}>
      ${chosen.map(({ field }) => {
        const name = textIn(field.label, locale) || t(`kind_${field.kind}`);
        return html`<li>
          <button type="button" class="link-button" @click=${() => desk.choose(field.id)}>${name}</button>
          <button type="button" class="button quiet icon-only" aria-label=${t('unchoose', { name })} title=${t('unchoose', { name })} @click=${() => desk.choose(field.id, 'also')}>${icon('close')}</button>
        </li>`;
      })}
    </ul>
    <fieldset class="panel-group" ?disabled=${!desk.editable}>
      <p class="hint">${t('manyHint')}</p>
      ${answered.length === 0 ? nothing : flag(desk, answered, 'required', t('required'))}
      ${answered.length === 0 ? nothing : flag(desk, answered, 'readOnly', t('readOnly'))}
      ${desk.form.layout === 'bordered' ? width(desk) : nothing}
      ${place(desk)}
    </fieldset>`;
}

function flag(desk: DesignDesk, fields: readonly FormField[], property: 'required' | 'readOnly', label: string): TemplateResult {
  const { t } = desk;
  const values = fields.map((field) => field[property] ?? false);
  const value = values.every((each) => each === values[0]) && typeof values[0] === 'boolean' ? (values[0] ? 'yes' : 'no') : '';
  return choiceBox(desk, {
    id: `many-${property}`,
    label,
    value,
    choices: [
      ['', t('unchanged')],
      ['no', t('no')],
      ['yes', t('yes')],
    ],
    onChoose: (choice) => {
      if (choice === '') return;
      const ids = fields.map(({ id }) => id);
      desk.run(changeFields(desk.form, ids, { [property]: choice === 'yes' ? true : undefined }));
    },
  });
}

function width(desk: DesignDesk): TemplateResult | typeof nothing {
  const { t, chosen } = desk;
  const free = chosen.filter(({ field, around }) => canBeNarrow(field) && !around.some(({ kind }) => kind === 'rows'));
  if (free.length === 0) return nothing;
  const spans = free.map(({ field }) => spanOf(field));
  return choiceBox(desk, {
    id: 'many-span',
    label: t('span'),
    value: spans.every((span) => span === spans[0]) ? String(spans[0]) : '',
    choices: [
      ['', t('unchanged')],
      ['1', t('span1')],
      ['2', t('span2')],
    ],
    onChoose: (span) => {
      if (span === '') return;
      desk.run(
        changeFields(
          desk.form,
          free.map(({ field }) => field.id),
          { span: Number(span) },
        ),
      );
    },
  });
}

function canBeNarrow({ kind }: FormField): boolean {
  return kind !== 'section' && kind !== 'rows' && kind !== 'materials';
}

function place(desk: DesignDesk): TemplateResult | typeof nothing {
  const { t, locale, form, chosen } = desk;
  const fields = chosen.map(({ field }) => field);
  const holders = placedFields(form).filter(
    ({ field }) => fieldsInside(field) !== undefined && fields.every((each) => mayStandIn(form, field.id, each)),
  );
  const parents = new Set(chosen.map(({ parentId }) => parentId ?? 'form'));
  const [only] = parents.size === 1 ? parents : [];
  return choiceBox(desk, {
    id: 'many-inside',
    label: t('inside'),
    value: only ?? '',
    choices: [
      ...(only === undefined ? [['', t('unchanged')] as const] : []),
      ['form', t('formItself')],
      ...holders.map(({ field }): readonly [string, string] => {
        const label = textIn(field.label, locale);
        return [field.id, field.kind === 'section' ? t('insideSection', { label }) : t('insideRows', { label })];
      }),
    ],
    onChoose: (to) => {
      if (to === '') return;
      const holder = holders.find(({ field }) => field.id === to)?.field;
      const index = holder === undefined ? form.fields.length : (fieldsInside(holder)?.length ?? 0);
      desk.run(
        moveFields(
          form,
          fields.map(({ id }) => id),
          { parentId: holder?.id, index },
        ),
      );
    },
  });
}
