/**
 * Takes personal values out of events, so that the chain holds none and they can be erased, and puts them back for reading.
 * What is known to be no personal value stays: ids, codes, numbers, names of flow elements. Everything else goes out, under the id of
 * the person it is about; so a new kind of event that says more gives nothing away.
 */
import { isJsonObject, type Json, type JsonObject } from '@tongban/model';

/** Personal values of one commit: of each event by its place there, and the command that caused it. */
export interface PersonalValues {
  readonly events: Readonly<Record<string, JsonObject>>;
  readonly command?: Json;
}

/** Events without personal values, and those by the id of the person they are about ('' = nobody). */
export interface SealedEvents {
  readonly events: readonly JsonObject[];
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

/** Takes the personal values out of the events of a commit. */
export function sealEvents(events: readonly JsonObject[]): SealedEvents {
  const values: Values = new Map();
  return { events: events.map((event, at) => sealEvent(event, at, values)), values };
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
function sealEvent(event: JsonObject, at: number, values: Values): JsonObject {
  const sealed: Record<string, Json> = {};
  let said: Record<string, Json> | undefined;
  for (const key of sortedKeys(event)) {
    const value = event[key];
    if (value === undefined) continue;
    if (typeof value === 'number' || typeof value === 'boolean' || (OPEN.has(key) && isTextual(value))) sealed[key] = value;
    else if (PERSONS.has(key) && isPerson(value)) sealed[key] = sealPerson(value, at, values, (part) => ({ [key]: part }));
    else {
      said ??= {};
      said[key] = value;
    }
  }
  const { by } = event;
  if (said !== undefined) put(values, isPerson(by) ? by.id : '', at, said);
  return sealed;
}

function isTextual(value: Json): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));
}

// `under` puts what is said of the person where it stood in the event.
function sealPerson(person: Person, at: number, values: Values, under: (part: JsonObject) => JsonObject): JsonObject {
  const { id, department, onBehalfOf, ...rest } = person;
  put(values, id, at, under(rest));
  if (!isPerson(onBehalfOf)) return department === undefined ? { id } : { department, id };
  const whom = sealPerson(onBehalfOf, at, values, (part) => under({ onBehalfOf: part }));
  return department === undefined ? { id, onBehalfOf: whom } : { department, id, onBehalfOf: whom };
}

// Events of a kind mostly have the same keys: these are sorted once.
const lastOrder = new Map<string, { readonly keys: readonly string[]; readonly sorted: readonly string[] }>();

function sortedKeys(event: JsonObject): readonly string[] {
  const keys = Object.keys(event);
  const kind = String(event['kind']);
  const last = lastOrder.get(kind);
  if (last !== undefined && last.keys.length === keys.length && last.keys.every((key, at) => key === keys[at])) return last.sorted;
  const sorted = [...keys].sort();
  if (last !== undefined || lastOrder.size < MOST_KINDS) lastOrder.set(kind, { keys, sorted });
  return sorted;
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
