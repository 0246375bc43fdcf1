/**
 * Takes personal values out of events, so that the chain holds none and they can be erased, and puts them back for reading.
 * What is known to be no personal value stays: ids, codes, numbers, names of flow elements. Everything else goes out, under the id of
 * the person it is about; so a new kind of event that says more gives nothing away.
 */
import { isJsonObject, type Json, type JsonObject } from '@tongban/model';
import { quoted } from './quoted.ts';

/** Personal values of one commit: of each event by its place there, and the command that caused it. */
export interface PersonalValues {
  readonly events: Readonly<Record<string, JsonObject>>;
  readonly command?: Json;
}

/** Events without personal values, as canonical JSON, and those values by the id of the person they are about ('' = nobody). */
export interface SealedEvents {
  readonly events: string;
  readonly values: ReadonlyMap<string, Readonly<Record<string, JsonObject>>>;
}

/** What is shown where a person's name was erased. */
export const ERASED_NAME = '***';

/** Texts (and lists of them) in events that say nothing about a person. Numbers and truth values never do. */
const OPEN: ReadonlySet<string> = new Set([
  ...['kind', 'caseId', 'releaseId', 'nodeId', 'target', 'form', 'outcome', 'decision', 'rules', 'handler', 'name'],
  ...['code', 'caughtBy', 'limitId', 'ending', 'person', 'does'],
]);

/** Keys under which a person stands: id and department stay, the name goes out. */
const PERSONS: ReadonlySet<string> = new Set(['by', 'starter', 'to', 'onBehalfOf']);

/** Takes the personal values out of the events of a commit. What is left is written at once: making objects of it took longer. */
export function sealEvents(events: readonly JsonObject[]): SealedEvents {
  const values: Values = new Map();
  let text = '';
  for (let at = 0; at < events.length; at++) text += `${at === 0 ? '' : ','}${sealEvent(events[at] as JsonObject, at, values)}`;
  return { events: `[${text}]`, values };
}

/** The events as they were before they were sealed, as far as their values are still there. */
export function openEvents(events: readonly JsonObject[], values: readonly PersonalValues[]): readonly JsonObject[] {
  return events.map((event, at) => {
    let open = event;
    for (const record of values) {
      const part = record.events[at];
      if (part !== undefined) open = merged(open, part);
    }
    return withNames(open);
  });
}

// helpers

type Values = Map<string, Record<string, JsonObject>>;

function put(values: Values, person: string, at: number, part: JsonObject): void {
  const known = values.get(person);
  if (known === undefined) values.set(person, { [at]: part });
  else known[at] = merged(known[at], part);
}

// The keys of what is sealed are in order, at every level.
function sealEvent(event: JsonObject, at: number, values: Values): string {
  let text = '';
  let said: Record<string, Json> | undefined;
  for (const { key, label, open, person } of orderOf(event)) {
    const value = event[key];
    if (value === undefined) continue;
    const part = open ? openText(value) : person ? personText(value, at, values, [key]) : numberText(value);
    if (part !== undefined) text += `${text === '' ? '{' : ','}${label}${part}`;
    else {
      said ??= {};
      said[key] = value;
    }
  }
  const { by } = event;
  if (said !== undefined) put(values, isPerson(by) ? by.id : '', at, said);
  return text === '' ? '{}' : `${text}}`;
}

function numberText(value: Json): string | undefined {
  return typeof value === 'boolean' || Number.isFinite(value) ? String(value) : undefined;
}

function openText(value: Json): string | undefined {
  if (typeof value === 'string') return quoted(value);
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? JSON.stringify(value) : numberText(value);
}

// Names go out, under `path`: where the person stands in the event.
function personText(person: Json, at: number, values: Values, path: readonly string[]): string | undefined {
  if (!isPerson(person)) return numberText(person);
  const { onBehalfOf } = person;
  put(values, person.id, at, under(path, unsealed(person)));
  const department = person['department'] === undefined ? '' : `"department":${JSON.stringify(person['department'])},`;
  const whom = isPerson(onBehalfOf) ? `,"onBehalfOf":${personText(onBehalfOf, at, values, [...path, 'onBehalfOf'])}` : '';
  return `{${department}"id":${quoted(person.id)}${whom}}`;
}

function unsealed(person: Person): JsonObject {
  const rest: Record<string, Json> = {};
  for (const key of Object.keys(person)) if (!SEALED.has(key)) rest[key] = person[key] as Json;
  return rest;
}

/** What of a person stays in the chain. */
const SEALED: ReadonlySet<string> = new Set(['id', 'department', 'onBehalfOf']);

function under(path: readonly string[], part: JsonObject): JsonObject {
  let whole = part;
  for (let at = path.length - 1; at >= 0; at--) whole = { [path[at] as string]: whole };
  return whole;
}

/** A key of an event, as it is sealed. */
interface SealedKey {
  readonly key: string;
  readonly label: string;
  readonly open: boolean;
  readonly person: boolean;
}

// Events of a kind mostly have the same keys: these are put in order once.
const lastOrder = new Map<string, { readonly keys: readonly string[]; readonly sorted: readonly SealedKey[] }>();

function orderOf(event: JsonObject): readonly SealedKey[] {
  const keys = Object.keys(event);
  const kind = String(event['kind']);
  const last = lastOrder.get(kind);
  if (last !== undefined && sameKeys(last.keys, keys)) return last.sorted;
  const sorted = [...keys].sort().map((key) => ({ key, label: `${quoted(key)}:`, open: OPEN.has(key), person: PERSONS.has(key) }));
  if (last !== undefined || lastOrder.size < MOST_KINDS) lastOrder.set(kind, { keys, sorted });
  return sorted;
}

function sameKeys(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}

const MOST_KINDS = 200;

interface Person extends JsonObject {
  readonly id: string;
}

function isPerson(value: Json | undefined): value is Person {
  return isJsonObject(value) && typeof value['id'] === 'string';
}

function merged(under: JsonObject | undefined, over: JsonObject): JsonObject {
  if (under === undefined) return over;
  const both: Record<string, Json> = { ...under };
  for (const key of Object.keys(over)) {
    const [below, above] = [both[key], over[key] as Json];
    both[key] = isJsonObject(below) && isJsonObject(above) ? merged(below, above) : above;
  }
  return both;
}

function withNames(event: JsonObject): JsonObject {
  let named = event;
  for (const key of PERSONS) {
    const person = event[key];
    if (!isPerson(person)) continue;
    const whole = withNames(person);
    if (whole !== person || whole['name'] === undefined) named = { ...named, [key]: { name: ERASED_NAME, ...whole } };
  }
  return named;
}
