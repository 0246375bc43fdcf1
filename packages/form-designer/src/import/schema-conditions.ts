/**
 * What other form tools ask before they show a field or let it be changed: form-js in FEEL, Form.io by one field and its value. What asks
 * for a tick stays behind: their ticks are true and false, ours are choices.
 */
import { parseFeel } from '@tongban/feel-parser';
import { isJsonObject, type Json, type JsonObject } from '@tongban/model';

/** Conditions as our fields hold them. */
export interface Conditions {
  readonly visible?: string;
  readonly readOnly?: true | string;
  readonly computed?: string;
}

/** The conditions of `component`. `ticked`: keys of fields that are ticks there. */
export function conditionsOf(component: JsonObject, ticked: ReadonlySet<string>): Conditions {
  const { conditional, readonly, disabled, type, expression } = component;
  const hide = isJsonObject(conditional) ? feelOf(conditional['hide'], ticked) : undefined;
  const visible = hide === undefined ? simpleOf(conditional, ticked) : negated(hide);
  const locked = feelOf(readonly, ticked) ?? (readonly === true || disabled === true ? true : undefined);
  const computed = type === 'expression' ? feelOf(expression, ticked) : undefined;
  return {
    ...(visible === undefined ? {} : { visible }),
    ...(locked === undefined ? {} : { readOnly: locked }),
    ...(computed === undefined ? {} : { computed }),
  };
}

/** The keys of all fields in `components` whose answer is a tick. */
export function tickedKeys(components: readonly Json[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const look = (each: Json): void => {
    if (Array.isArray(each)) for (const one of each as readonly Json[]) look(one);
    if (!isJsonObject(each)) return;
    if (/^(checkbox|selectboxes)$/.test(String(each['type'])) && typeof each['key'] === 'string') keys.add(each['key']);
    for (const inside of ['components', 'columns', 'rows']) look(each[inside] ?? null);
  };
  for (const component of components) look(component);
  return keys;
}

/** FEEL behind a `=` that can be read and asks for no tick. */
function feelOf(value: Json | undefined, ticked: ReadonlySet<string>): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('=')) return undefined;
  const text = value.slice(1).trim();
  const { expression, problems } = parseFeel(text);
  if (expression === undefined || problems.length > 0) return undefined;
  return expression.reads.some((name) => ticked.has(name)) ? undefined : text;
}

/** `a = 1` for `a != 1`: people read the condition to show, not the one to hide. */
function negated(text: string): string {
  const [, name, operator, value] = /^([\p{L}_][\p{L}\p{N}_]*)\s*(!=|=)\s*("[^"]*"|[\d.]+|null)$/u.exec(text) ?? [];
  return name === undefined ? `not(${text})` : `${name} ${operator === '=' ? '!=' : '='} ${value}`;
}

/** Form.io: `{ show: true, when: "kind", eq: "new" }`. */
function simpleOf(conditional: Json | undefined, ticked: ReadonlySet<string>): string | undefined {
  if (!isJsonObject(conditional)) return undefined;
  const { when, eq } = conditional;
  if (typeof when !== 'string' || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(when) || typeof eq !== 'string' || eq === '' || ticked.has(when))
    return undefined;
  return `${when} ${String(conditional['show']) === 'true' ? '=' : '!='} ${JSON.stringify(eq)}`;
}
