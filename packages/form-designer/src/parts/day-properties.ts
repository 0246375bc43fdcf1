/** The first and the last day that a date may have: none, today, the day in another field, or an expression. */
import { type DateField, type DateRangeField, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';
import { feelNames } from '../feel-names.ts';
import { placedFields } from '../field-tree.ts';
import { choiceBox, feelBox } from './property-inputs.ts';

/** What an expression begins as: people change what stands there rather than write it from nothing. */
const EXAMPLE = { earliest: 'today() + duration("P1D")', latest: 'today() + duration("P30D")' } as const;

/** See the module comment. */
export function dayProperties(desk: DesignDesk, field: DateField | DateRangeField): TemplateResult {
  return html`${limit(desk, field, 'earliest')}${limit(desk, field, 'latest')}`;
}

function limit(desk: DesignDesk, field: DateField | DateRangeField, property: 'earliest' | 'latest'): TemplateResult {
  const { t } = desk;
  const value = field[property];
  const known: readonly (readonly [string, string])[] = [['', t('dayAny')], ['today()', t('dayToday')], ...otherDays(desk, field)];
  const written = value !== undefined && known.every(([each]) => each !== value);
  return html`${choiceBox(desk, {
    id: property,
    label: t(property),
    value: written ? 'written' : (value ?? ''),
    choices: [...known, ['written', t('dayWritten')]],
    onChoose: (choice) => desk.change({ [property]: choice === '' ? undefined : choice === 'written' ? EXAMPLE[property] : choice }),
  })}
  ${
    written
      ? feelBox(desk, {
          id: `${property}-text`,
          label: t('dayWritten'),
          hint: t('dateHint'),
          names: feelNames(desk.form, desk.context),
          value,
          onInput: (text) => desk.change({ [property]: text === '' ? undefined : text }),
        })
      : nothing
  }`;
}

/** The other dates of the form that are no columns, by their keys. */
function otherDays({ form, locale, t }: DesignDesk, field: DateField | DateRangeField): readonly (readonly [string, string])[] {
  return placedFields(form)
    .filter((one) => one.field.kind === 'date' && one.field.id !== field.id && one.around.every(({ kind }) => kind === 'section'))
    .map(({ field: { key, label } }) => [key, t('dayOf', { label: textIn(label, locale) })]);
}
