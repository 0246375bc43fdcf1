/** Whether a value is of a type as written: `instance of`, and typed parameters (DMN 1.5, 10.3.2.9). */
import type { FeelType } from '@tongban/model';
import { type FeelValue, isContext, isList, kindOf } from './value.ts';

/** Whether `value` conforms to `type`; null when the type is not known here. `null` conforms to `Null` and `Any` alone. */
export function conforms(value: FeelValue, type: FeelType): boolean | null {
  const kind = kindOf(value);
  switch (type.name) {
    case 'Any':
      return true;
    case 'Null':
      return value === null;
    case 'list':
      return isList(value) && (type.of === undefined || value.every((item) => conforms(item, type.of as FeelType) === true));
    case 'context':
      return isContext(value) && (type.entries ?? []).every((entry) => conforms(value.get(entry.name) ?? null, entry.type) === true);
    case 'range':
      if (typeof value !== 'object' || value === null || isList(value) || isContext(value) || value.kind !== 'range') return false;
      return type.of === undefined || [value.low, value.high].every((end) => end === null || conforms(end, type.of as FeelType) === true);
    case 'function':
      if (typeof value !== 'object' || value === null || isList(value) || isContext(value) || value.kind !== 'function') return false;
      return type.parameters === undefined || type.parameters.length === value.parameters.length;
    case 'day and time duration':
      return kind === 'days and time duration';
    case 'year and month duration':
      return kind === 'years and months duration';
    case 'dateTime':
      return kind === 'date and time';
    default:
      return SIMPLE.has(type.name) ? kind === type.name : null;
  }
}

const SIMPLE: ReadonlySet<string> = new Set([
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);
