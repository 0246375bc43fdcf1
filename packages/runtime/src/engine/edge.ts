/**
 * The edge: what a caller hands in is looked at once, before anything is done with it (BI14). Each method names what it cannot do without;
 * what else is there must be of its kind. Plain data are copied, so that no getter is asked twice and nothing changes on the way.
 *
 *     complete: 'commandId taskId revision'     an order with these
 *     history: '=text,?after? limit?'           a text, then an order that may be left out, and so may what is in it
 *     changes: 'signal cursor?:number'          `cursor` is of another kind elsewhere
 */
import { isTongbanError } from '@tongban/model';
import { raise } from '../errors.ts';
import { VALUE_LIMITS } from './json-values.ts';

/** What the methods of a service take, by name. A method without an entry takes nothing. */
export type Shapes = Readonly<Record<string, string>>;

/** A method, whatever it takes. */
type Call = (...given: readonly unknown[]) => unknown;

/** How a service is guarded. */
export interface Edge {
  /** Throws when nothing is to be done any more. */
  readonly ask?: () => void;
  /** What is handed in belongs to the engine itself, and is not copied. */
  readonly asIs?: boolean;
}

/** The service, with each method looking at what it is handed. @throws RUNTIME_ARGUMENT from its methods */
export function guarded<Service extends object>(service: Service, shapes: Shapes, edge: Edge = {}): Service {
  for (const [name, method] of Object.entries(service)) {
    if (typeof method !== 'function' || ALWAYS.has(name)) continue;
    (service as Record<string, unknown>)[name] = guardedCall(name, method as Call, shapes[name], edge);
  }
  return service;
}

/** One method, looking at what it is handed. @throws RUNTIME_ARGUMENT from it */
export function guardedCall(name: string, method: Call, shape: string | undefined, { ask = () => {}, asIs = false }: Edge): Call {
  return (...given) => {
    try {
      ask();
      return method(...taken(name, shape, given, asIs));
    } catch (error) {
      if (SYNCHRONOUS.has(name)) throw error;
      return Promise.reject(error as Error);
    }
  };
}

/** What was handed in, looked at. @throws RUNTIME_ARGUMENT */
export function taken(operation: string, shape: string | undefined, given: readonly unknown[], asIs = false): readonly unknown[] {
  if (shape === undefined) return [];
  return wantedBy(shape).map(({ kind, optional, properties }, at) => {
    if (optional && given[at] === undefined) return undefined;
    return properties === undefined
      ? looked({ operation, property: '' }, kind, given[at], asIs)
      : orderOf(operation, properties, given[at], asIs);
  });
}

/** Refuses what comes after closing. @throws RUNTIME_CLOSED */
export function refuseClosed({ closed }: { readonly closed: boolean }): void {
  if (closed) throw raise('RUNTIME_CLOSED');
}

// helpers

/** Methods that are always there, also when the engine is closed. */
const ALWAYS: ReadonlySet<string> = new Set(['newId', 'stop', 'close']);
/** Methods that do not answer with a promise. */
const SYNCHRONOUS: ReadonlySet<string> = new Set(['as', 'changes', 'subscribe', 'startLoop', 'hashFile']);

interface Place {
  readonly operation: string;
  readonly property: string;
}

type Kind = readonly [fits: (value: unknown) => boolean, expected: string];

const isText = (value: unknown): value is string => typeof value === 'string';
const isCall = (value: unknown): boolean => typeof value === 'function';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (fits: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(fits);
const isTableOf = (fits: (value: unknown) => boolean) => (value: unknown) => isRecord(value) && Object.values(value).every(fits);
const isMaybe = (fits: (value: unknown) => boolean) => (value: unknown) => value === undefined || fits(value);
const isNamed = (value: unknown): boolean => isRecord(value) && isText(value['id']) && isText(value['name']);
const isPlace = (value: unknown): boolean => isRecord(value) && isText(value['nodeId']) && isMaybe(isNamed)(value['assignee']);
const isActor = (value: unknown): boolean =>
  isNamed(value) && isRecord(value) && isText(value['tenant']) && isListOf(isText)(value['roles']) && isMaybe(isText)(value['department']);

const ORDER: Kind = [isRecord, 'object'];
const KINDS: Readonly<Record<string, Kind>> = {
  // Stores that keep UTF-8 cannot tell halves of characters apart.
  text: [(value) => isText(value) && value.length <= VALUE_LIMITS.textLength && !/\p{Surrogate}/u.test(value), 'string'],
  words: [isText, 'string'],
  number: [(value) => typeof value === 'number', 'number'],
  span: [(value) => Number.isFinite(value) && (value as number) >= 0, 'number >= 0'],
  flag: [(value) => typeof value === 'boolean', 'boolean'],
  texts: [isListOf(isText), 'string[]'],
  named: [isNamed, '{ id: string; name: string }'],
  places: [isListOf(isPlace), '{ nodeId: string }[]'],
  names: [isTableOf(isText), 'Record<string, string>'],
  files: [isTableOf((value) => value === null || isText(value)), 'Record<string, string | null>'],
  bytes: [(value) => value instanceof Uint8Array, 'Uint8Array'],
  call: [isCall, 'function'],
  calls: [isTableOf(isCall), 'Record<string, function>'],
  signal: [(value) => isRecord(value) && 'aborted' in value && 'addEventListener' in value, 'AbortSignal'],
  actor: [isActor, 'Actor'],
  any: [() => true, ''],
};

/** Kinds of what is no data. */
const LIVING: ReadonlySet<string> = new Set(['bytes', 'call', 'calls', 'signal']);

/** Of what kind a property is, wherever it is handed in. */
const PROPERTIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    text: 'taskId caseId releaseId measureId projectCode outcome name key cursor box kind goOn position signer copyId deputyshipId nodeId process startNode calendarId uploadId mediaType digest light person principal deputy actorId target startedBy to of',
    words: 'commandId comment reason text note title',
    number: 'revision within incidentId version startsAt endsAt startedAt until ttlMs offset limit after votes',
    span: 'leaseMs messageTtlMs',
    flag: 'open openEnded over noticeTasks incidents',
    texts: 'people departments caseIds targets places',
    places: 'done',
    names: 'mapping',
    files: 'files',
    named: 'starter',
    calls: 'handlers',
    call: 'listener newId newSalt authorize identify knownValues checkFile checkSeal notify onFault onProgress decide now',
    signal: 'signal',
  }).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
);

/** What is wanted at a place: of a kind, or an order with properties. */
interface Wanted {
  readonly name: string;
  readonly kind: string;
  readonly optional: boolean;
  readonly properties?: readonly Wanted[];
}

// The shapes are those of our own tables; each is read once.
const known = new Map<string, readonly Wanted[]>();

function wantedBy(shape: string): readonly Wanted[] {
  const before = known.get(shape);
  if (before !== undefined) return before;
  const wanted = shape.split(',').map((one) => {
    const [, kind, optional] = /^=(\w+)(\??)$/.exec(one) ?? [];
    if (kind !== undefined) return { name: '', kind, optional: optional === '?' };
    const properties = one.replace(/^\?/, '').split(' ').map(propertyOf);
    return { name: '', kind: 'order', optional: one.startsWith('?'), properties: properties.filter(({ name }) => name !== '') };
  });
  known.set(shape, wanted);
  return wanted;
}

function propertyOf(text: string): Wanted {
  const [, name = '', optional, kind = PROPERTIES[name] ?? 'order'] = /^(\w*)(\??):?(\w+)?$/.exec(text) ?? [];
  return { name, kind, optional: optional === '?' };
}

function orderOf(operation: string, properties: readonly Wanted[], given: unknown, asIs: boolean): unknown {
  const whole = { operation, property: '' };
  const order = attempt(whole, () => ({ ...(looked(whole, 'order', given, true) as object) })) as Record<string, unknown>;
  for (const { name, kind, optional } of properties) {
    if (optional && order[name] === undefined) continue;
    order[name] = looked({ operation, property: name }, kind, order[name], asIs);
  }
  return asIs ? given : order;
}

function looked(place: Place, kind: string, value: unknown, asIs: boolean): unknown {
  const [fits] = KINDS[kind] ?? ORDER;
  return attempt(
    place,
    () => {
      const copy = asIs || LIVING.has(kind) ? value : copyOf(value, { left: VALUE_LIMITS.total }, 0);
      if (!fits(copy)) throw wrong(place, kind);
      return copy;
    },
    kind,
  );
}

// A getter or a proxy may throw whatever it likes.
function attempt<T>(place: Place, look: () => T, kind = 'order'): T {
  try {
    return look();
  } catch (error) {
    throw isTongbanError(error) ? error : wrong(place, kind, error);
  }
}

function wrong({ operation, property }: Place, kind: string, cause?: unknown): Error {
  const [, expected] = KINDS[kind] ?? ORDER;
  return raise('RUNTIME_ARGUMENT', { operation, property, expected }, cause);
}

/** Plain data as they are now. What is none, or goes on without end, stays what it is, for others to refuse. */
function copyOf(value: unknown, count: { left: number }, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > VALUE_LIMITS.depth || --count.left < 0) return value;
  if (Array.isArray(value)) {
    return value.length > VALUE_LIMITS.listLength ? value : Array.from(value, (one) => copyOf(one, count, depth + 1));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const copy = { ...value } as Record<string, unknown>;
  for (const name of Object.keys(copy)) copy[name] = copyOf(copy[name], count, depth + 1);
  return copy;
}
