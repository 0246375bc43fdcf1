/** Checks plain data that was read from a file, property by property, against a table of what each must be. */
import { isJsonObject, isSafeName, type JsonObject, type Problem, type ProblemPlace } from '@tongban/model';
import { raise } from './errors.ts';

/** What a property must be. */
export interface PropertyRule {
  /** In words, both languages. */
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
  readonly optional?: boolean;
}

/** What an object must be: its properties, by name. */
export type Shape = Readonly<Record<string, PropertyRule>>;

/** The problems of `value`, which stands in `file` at `path` (e.g. `limits[2]`). */
export function checkShape(value: unknown, shape: Shape, file: string, path: string, place: ProblemPlace = {}): readonly Problem[] {
  const at = (property: string): string => (path === '' ? property : `${path}.${property}`);
  const invalid = (property: string, expected: string): Problem =>
    raise.problem('COMPILE_PROPERTY_INVALID', { file, ...place, property }, { file, property, expected });
  if (!isJsonObject(value)) return [invalid(path === '' ? file : path, 'an object（对象）')];
  const wrong = Object.entries(shape).filter(([name, { fits, optional }]) => {
    const present = Object.hasOwn(value, name) ? value[name] : undefined;
    return present === undefined ? optional !== true : !fits(present);
  });
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(shape, name));
  return [
    ...wrong.map(([name, { expected }]) => invalid(at(name), expected)),
    ...unknown.map((name) =>
      isSafeName(name)
        ? raise.problem('COMPILE_PROPERTY_UNKNOWN', { file, ...place, property: at(name) }, { file, property: at(name) }, 'warning')
        : raise.problem('COMPILE_NAME_FORBIDDEN', { file, ...place, property: path }, { name }),
    ),
  ];
}

/** A text that is not empty. */
export const someText: PropertyRule = { expected: 'a text（文字）', fits: isText };

/** A text by language; Chinese is always there. */
export const localText: PropertyRule = { expected: '{ "zh-CN": "…" }', fits: isLocalText };

/** A list. */
export const list: PropertyRule = { expected: 'a list（列表）', fits: Array.isArray };

/** A list of texts. */
export const texts: PropertyRule = {
  expected: 'a list of texts（文字列表）',
  fits: (value) => Array.isArray(value) && value.every(isText),
};

/** An object. */
export const object: PropertyRule = { expected: 'an object（对象）', fits: isJsonObject };

/** An id: a safe name. */
export const id: PropertyRule = {
  expected: 'an id（标识）',
  fits: (value) => isText(value) && isSafeName(value) && value.trim() === value,
};

/** Any value. */
export const anything: PropertyRule = { expected: 'a value（值）', fits: (value) => value !== undefined };

/** A day, `YYYY-MM-DD`. */
export const day: PropertyRule = {
  expected: 'YYYY-MM-DD',
  fits: (value) => isText(value) && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value),
};

/** The same, but it may be absent. */
export function optional(rule: PropertyRule): PropertyRule {
  return { ...rule, optional: true };
}

/** One of these values. */
export function oneOf(...values: readonly (string | number | boolean)[]): PropertyRule {
  return { expected: values.join(', '), fits: (value) => values.includes(value as string | number) };
}

/** The entries of a list property that are objects, with their paths. */
export function entriesOf(value: JsonObject, property: string): readonly (readonly [entry: unknown, path: string])[] {
  const entries = Object.hasOwn(value, property) ? value[property] : undefined;
  return Array.isArray(entries) ? entries.map((entry: unknown, index) => [entry, `${property}[${index}]`] as const) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isLocalText(value: unknown): boolean {
  return isJsonObject(value) && isText(value['zh-CN']) && (value['en'] === undefined || typeof value['en'] === 'string');
}
