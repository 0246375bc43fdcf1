/** A value to be read. */
import { formatAmount, formatDay } from '@tongban/element-kit';
import { moneyText, numberText } from '@tongban/form';
import {
  dayOf,
  type FormField,
  isJsonObject,
  type Json,
  type Locale,
  type Material,
  type NumberField,
  textIn,
  wireTag,
} from '@tongban/model';
import type { ComponentType, JSX } from 'react';
import { stringsOf } from '../controls/choice-control.tsx';
import { ClauseText } from '../controls/clause-control.tsx';
import { FileList, filesOf } from '../controls/files-control.tsx';
import { OpinionText } from '../controls/opinion-control.tsx';
import { paperDay, SignatureText } from '../controls/signature-control.tsx';
import { useScope } from './scope.ts';

/** The value of `field`, in words; a blank on paper when it is empty. */
export function ValueText({
  field,
  value,
  materials,
  compact = false,
}: {
  readonly field: FormField;
  readonly value: Json;
  readonly materials?: readonly Material[] | undefined;
  /** In a cell of a table on paper, where room is short. */
  readonly compact?: boolean;
}): JSX.Element {
  const { say, locale, mode, more } = useScope();
  const More = more?.moreTexts[field.kind] as ComponentType<object> | undefined;
  // a list of items that is empty says so like any other field
  if (More !== undefined && field.kind !== 'items') return <More {...{ field, value, materials }} />;
  if (field.kind === 'opinion') return <OpinionText field={field} value={value} />;
  if (field.kind === 'signature' || field.kind === 'seal') return <SignatureText field={field} value={value} compact={compact} />;
  if (field.kind === 'clause') return <ClauseText field={field} value={value} />;
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    if (mode === 'print')
      return (
        <span className="blank one-line">
          {field.kind === 'date' ? paperDay(say, compact) : field.kind === 'dateRange' ? say('paperDay').repeat(2) : null}
        </span>
      );
    return <span className="muted">{say('empty')}</span>;
  }
  if (More !== undefined) return <More {...{ field, value }} />;
  if (field.kind === 'files') return <FileList files={filesOf(value)} />;
  const number = field.kind === 'number' || field.kind === 'money';
  if ((field.kind === 'number' || field.kind === 'money') && mode === 'print')
    return <span className="prose number">{amountText(field, value)}</span>;
  return (
    <span className={number ? 'prose number' : field.kind === 'date' ? 'prose one-line' : 'prose'}>{plainText(field, value, locale)}</span>
  );
}

/** A value as one line of text. */
export function plainText(field: FormField, value: Json, locale: Locale): string {
  if (value === null) return '';
  switch (field.kind) {
    case 'number':
    case 'money':
      return field.unit === undefined ? amountText(field, value) : `${amountText(field, value)} ${field.unit}`;
    case 'date':
      return formatDay(dayOf(value) ?? textOf(value), locale);
    case 'dateRange': {
      const ends = isJsonObject(value) ? [value['from'], value['to']] : [];
      return ends.map((end) => formatDay(dayOf(end ?? null) ?? '', locale)).join(' — ');
    }
    case 'region':
      return isJsonObject(value) ? textOf(value['name'] ?? null) : '';
    case 'radio':
    case 'select':
    case 'checkboxes': {
      const chosen = typeof value === 'string' ? [value] : stringsOf(value);
      return chosen.map((one) => textIn(field.choices.find((choice) => choice.value === one)?.label ?? one, locale)).join('、');
    }
    case 'files':
      return filesOf(value)
        .map(({ name }) => name)
        .join('、');
    default:
      return textOf(value);
  }
}

function amountText(field: NumberField, value: Json): string {
  const amount = field.kind === 'money' ? moneyText(value, field.decimals ?? 2) : formatAmount(numberText(value));
  return amount === '' ? textOf(value) : amount;
}

function textOf(value: Json): string {
  if (Array.isArray(value)) return value.map((entry: Json) => textOf(entry)).join('、');
  if (!isJsonObject(value)) return value === null ? '' : String(value);
  const tag = wireTag(value);
  if (tag !== undefined) return String(value[tag]);
  return Object.entries(value)
    .filter(([key]) => key !== 'rowId')
    .map(([, entry]) => textOf(entry))
    .filter((text) => text !== '')
    .join(' ');
}
