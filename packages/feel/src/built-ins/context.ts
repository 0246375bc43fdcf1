/** Functions on contexts (DMN 1.5, 10.3.4.10), and those on values of any kind. */
import { equals } from '../equality.ts';
import { type FeelContext, type FeelValue, isContext, isList, kindOf } from '../value.ts';
import { type Family, overload } from './built-in.ts';

type List = readonly FeelValue[];

export const contextFunctions: Family = {
  'get value': [
    overload('m: context, key: string', (context: FeelContext, key: string) => context.get(key) ?? null),
    overload('m: context, keys: list', (context: FeelContext, keys: List) =>
      keys.reduce<FeelValue>(
        (value, key) => (value !== null && isContext(value) && typeof key === 'string' ? (value.get(key) ?? null) : null),
        context,
      ),
    ),
  ],
  'get entries': [
    overload('m: context', (context: FeelContext) =>
      [...context].map(
        ([key, value]) =>
          new Map<string, FeelValue>([
            ['key', key],
            ['value', value],
          ]),
      ),
    ),
  ],
  context: [overload('entries: list', fromEntries)],
  'context put': [
    overload('context: context, key: string, value: any', (context: FeelContext, key: string, value: FeelValue) =>
      put(context, [key], value),
    ),
    overload('context: context, keys: list, value: any', (context: FeelContext, keys: List, value: FeelValue) => put(context, keys, value)),
  ],
  'context merge': [
    overload('contexts: list', (contexts: List) =>
      contexts.every(isContext) ? new Map(contexts.flatMap((context) => [...context])) : undefined,
    ),
  ],
  not: [overload('negand: any', (value: FeelValue) => (typeof value === 'boolean' ? !value : null))],
  is: [
    overload(
      'value1: any, value2: any',
      (a: FeelValue, b: FeelValue) => a === b || (a !== null && kindOf(a) === kindOf(b) && equals(a, b) === true),
    ),
  ],
  'is defined': [overload('value: any', (value: FeelValue) => value !== null)],
  'get or else': [overload('value: any, default: any', (value: FeelValue, otherwise: FeelValue) => value ?? otherwise)],
};

function fromEntries(entries: List): FeelContext | undefined {
  const context = new Map<string, FeelValue>();
  for (const entry of entries) {
    const key = entry !== null && isContext(entry) ? entry.get('key') : undefined;
    if (typeof key !== 'string' || context.has(key) || !(entry as FeelContext).has('value')) return undefined;
    context.set(key, (entry as FeelContext).get('value') ?? null);
  }
  return context;
}

function put(context: FeelContext, keys: List, value: FeelValue): FeelContext | undefined {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return undefined;
  const inner = context.get(key) ?? new Map<string, FeelValue>();
  const next = rest.length === 0 ? value : isContext(inner) && !isList(inner) ? put(inner, rest, value) : undefined;
  return next === undefined ? undefined : new Map([...context, [key, next]]);
}
