/** The values of variables as people type them, by their kind: nobody writes JSON where the kind is known. */
import { readDay } from '@tongban/filing-form';
import { dayOf, type Json, wireDate, wireNumber, wireTag } from '@tongban/model';

/** What a variable holds. */
export type VariableKind = 'text' | 'number' | 'yesNo' | 'day' | 'structured';

export const VARIABLE_KINDS: readonly VariableKind[] = ['text', 'number', 'yesNo', 'day', 'structured'];

/** The kind of a value; `structured` for lists, contexts and what has no field of its own. */
export function kindOf(value: Json): VariableKind {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'yesNo';
  if (typeof value === 'number' || wireTag(value) === '$decimal') return 'number';
  return dayOf(value) === undefined ? 'structured' : 'day';
}

/** A value as its field shows it. */
export function shownValue(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (wireTag(value) === '$decimal') return (value as { readonly $decimal: string }).$decimal;
  return dayOf(value) ?? JSON.stringify(value, null, 2);
}

/** What was typed as a value; undefined when it is none of that kind. */
export function typedValue(kind: VariableKind, text: string): Json | undefined {
  if (kind === 'text') return text;
  if (kind === 'yesNo') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text.trim()) ? wireNumber(text.trim()) : undefined;
  if (kind === 'structured') return parsed(text);
  const day = readDay(text);
  return day === undefined ? undefined : wireDate(day);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
