/** Values as people read them: what `string()` gives (DMN 1.5, table 66). */
import { numberText } from './decimal.ts';
import { temporalText } from './temporal.ts';
import { type FeelRange, type FeelValue, isContext, isList, isNumber } from './value.ts';

/** The text of a value; a string is itself. */
export function textOf(value: FeelValue): string {
  return typeof value === 'string' ? value : innerText(value);
}

function innerText(value: FeelValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isNumber(value)) return numberText(value);
  if (isList(value)) return `[${value.map(innerText).join(', ')}]`;
  if (isContext(value)) return `{${[...value].map(([name, item]) => `${keyText(name)}: ${innerText(item)}`).join(', ')}}`;
  if (value.kind === 'range') return rangeText(value);
  return value.kind === 'function' ? `function(${value.parameters.join(', ')})` : temporalText(value);
}

function keyText(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : JSON.stringify(name);
}

function rangeText({ low, high, lowIncluded, highIncluded }: FeelRange): string {
  if (low === null) return `(${highIncluded ? '<=' : '<'} ${innerText(high)})`;
  if (high === null) return `(${lowIncluded ? '>=' : '>'} ${innerText(low)})`;
  return `${lowIncluded ? '[' : '('}${innerText(low)}..${innerText(high)}${highIncluded ? ']' : ')'}`;
}
