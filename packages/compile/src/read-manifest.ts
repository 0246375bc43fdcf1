/** Reads `measure.json` strictly: every property, every id once, every limit with its unit, every part a safe path. */
import {
  isJsonObject,
  type JsonObject,
  type LimitUnit,
  LOCK_RULES,
  type LockedPart,
  type MeasureManifest,
  type MeasureParts,
  type Problem,
  partPaths,
} from '@tongban/model';
import {
  anything,
  checkShape,
  day,
  entriesOf,
  id,
  list,
  localText,
  object,
  oneOf,
  optional,
  type PropertyRule,
  type Shape,
  someText,
  texts,
} from './check-shape.ts';
import { raise } from './errors.ts';
import { readJsonFile } from './read-json.ts';

/** The path of the manifest. */
export const MANIFEST = 'measure.json';

/** The manifest, unless an error stands in the way. */
export interface ManifestReading {
  readonly manifest?: MeasureManifest;
  readonly problems: readonly Problem[];
}

/** Reads the text of `measure.json`. */
export function readManifest(text: string): ManifestReading {
  const { data, problems } = readJsonFile(MANIFEST, text);
  if (data === undefined) return { problems };
  if (data['formatVersion'] !== 1) {
    const details = { file: MANIFEST, version: String(data['formatVersion']) };
    return { problems: [raise.problem('COMPILE_VERSION_UNKNOWN', { file: MANIFEST, property: 'formatVersion' }, details)] };
  }
  const found = [
    ...checkShape(data, MANIFEST_SHAPE, MANIFEST, ''),
    ...checkEntries(data),
    ...checkLimits(data),
    ...checkPauses(data),
    ...checkLocks(data),
    ...checkPaths(data),
  ];
  if (found.some(({ severity }) => severity === 'error')) return { problems: found };
  return { manifest: data as unknown as MeasureManifest, problems: found };
}

const MANIFEST_SHAPE: Shape = {
  formatVersion: oneOf(1),
  id,
  version: someText,
  title: localText,
  summary: optional(localText),
  legalBasis: optional(texts),
  extends: optional(someText),
  parameters: list,
  roles: list,
  departments: list,
  limits: list,
  pauses: optional(list),
  locks: optional(list),
  case: object,
  effectiveFrom: optional(day),
  parts: object,
};

const ENTRY_SHAPES: Readonly<Record<string, Shape>> = {
  parameters: { id, name: localText, help: optional(localText), value: anything, choices: optional(list), source: optional(someText) },
  roles: { id, name: localText },
  departments: { id, name: someText },
};

const WORDS: Readonly<Record<string, string>> = {
  parameters: 'parameter（参数）',
  roles: 'role（角色）',
  departments: 'department（部门）',
  limits: 'limit（时限）',
  pauses: 'pause reason（暂停原因）',
};

function checkEntries(manifest: JsonObject): readonly Problem[] {
  const shapes = Object.entries(ENTRY_SHAPES).flatMap(([property, shape]) =>
    entriesOf(manifest, property).flatMap(([entry, path]) => checkShape(entry, shape, MANIFEST, path, placeOf(entry))),
  );
  const choices = entriesOf(manifest, 'parameters').flatMap(([entry, path]) =>
    isJsonObject(entry)
      ? entriesOf(entry, 'choices').flatMap(([choice, at]) => checkShape(choice, CHOICE_SHAPE, MANIFEST, `${path}.${at}`, placeOf(entry)))
      : [],
  );
  const caseTexts = isJsonObject(manifest['case'])
    ? checkShape(manifest['case'], { title: someText, key: someText }, MANIFEST, 'case')
    : [];
  return [...shapes, ...choices, ...caseTexts, ...Object.keys(WORDS).flatMap((property) => checkIds(manifest, property))];
}

const CHOICE_SHAPE: Shape = { value: anything, label: localText };

function checkIds(manifest: JsonObject, property: string): readonly Problem[] {
  const ids = entriesOf(manifest, property).flatMap(([entry]) =>
    isJsonObject(entry) && typeof entry['id'] === 'string' ? [entry['id']] : [],
  );
  const twice = [...new Set(ids.filter((one, index) => ids.indexOf(one) !== index))];
  const what = WORDS[property] ?? property;
  return twice.map((one) => raise.problem('COMPILE_ID_TWICE', { file: MANIFEST, elementId: one, property }, { what, id: one }));
}

const UNITS: readonly LimitUnit[] = ['workingDay', 'calendarDay', 'month', 'year', 'hour'];

const AMOUNT: PropertyRule = { expected: 'a whole number from 1（正整数）', fits: (value) => isWhole(value, 1, 10_000) };

const LIMIT_SHAPE: Shape = {
  id,
  name: localText,
  amount: AMOUNT,
  unit: oneOf(...UNITS),
  firstDayCounts: optional({ expected: 'true, false', fits: (value) => typeof value === 'boolean' }),
  yellow: optional({ expected: '[1, 5]', fits: isFraction }),
  pauses: optional(texts),
  notices: optional({ expected: '[{ "light": "yellow", "ahead": 1, "to": ["performer"] }]', fits: areNotices }),
  onExpiry: optional(oneOf('light')),
  source: optional(someText),
};

function areNotices(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 20 && value.every(isNotice);
}

function isNotice(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { light, ahead, to, ...more } = value;
  const early = ahead === undefined || (typeof ahead === 'number' && ahead >= 0 && ahead <= 10_000);
  return (light === 'yellow' || light === 'red') && early && (to === undefined || texts.fits(to)) && Object.keys(more).length === 0;
}

function checkLimits(manifest: JsonObject): readonly Problem[] {
  return entriesOf(manifest, 'limits').flatMap(([entry, path]) => {
    const place = placeOf(entry);
    if (!isJsonObject(entry) || (entry['unit'] !== undefined && entry['unit'] !== ''))
      return checkShape(entry, LIMIT_SHAPE, MANIFEST, path, place);
    const limit = place.elementName ?? place.elementId ?? path;
    const { unit: _, ...rest } = LIMIT_SHAPE;
    return [
      raise.problem('COMPILE_LIMIT_UNIT_MISSING', { file: MANIFEST, ...place, property: `${path}.unit` }, { limit }),
      ...checkShape(entry, { ...rest, unit: optional(anything) }, MANIFEST, path, place),
    ];
  });
}

const PAUSE_SHAPE: Shape = {
  id,
  name: optional(localText),
  term: optional({ expected: '{ "amount": 5, "unit": "workingDay" }', fits: isTerm }),
  ahead: optional({ expected: 'a whole number from 0（非负整数）', fits: (value) => isWhole(value, 0, 1_000) }),
  to: optional(texts),
  source: optional(someText),
};

function isTerm(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { amount, unit, firstDayCounts, ...more } = value;
  const known = UNITS.includes(unit as LimitUnit) && (firstDayCounts === undefined || typeof firstDayCounts === 'boolean');
  return known && AMOUNT.fits(amount) && Object.keys(more).length === 0;
}

function checkPauses(manifest: JsonObject): readonly Problem[] {
  return entriesOf(manifest, 'pauses').flatMap(([entry, path]) => checkShape(entry, PAUSE_SHAPE, MANIFEST, path, placeOf(entry)));
}

function checkLocks(manifest: JsonObject): readonly Problem[] {
  const locks = entriesOf(manifest, 'locks');
  const shapes = locks.flatMap(([entry, path]) => checkShape(entry, lockShape(entry), MANIFEST, path, placeOf(entry)));
  const keys = locks.map(([entry]) => (isJsonObject(entry) ? [entry['part'], entry['form'] ?? '', entry['id']].join(' ') : ''));
  const twice = keys.filter((key, at) => key !== '' && keys.indexOf(key) !== at);
  return [
    ...shapes,
    ...twice.map((key) => {
      const one = key.split(' ').at(-1) ?? '';
      return raise.problem('COMPILE_ID_TWICE', { file: MANIFEST, elementId: one, property: 'locks' }, { what: 'lock（锁定）', id: one });
    }),
  ];
}

function lockShape(entry: unknown): Shape {
  const part = isJsonObject(entry) ? entry['part'] : undefined;
  const rules = typeof part === 'string' && Object.hasOwn(LOCK_RULES, part) ? LOCK_RULES[part as LockedPart] : ['fixed'];
  const own: Shape = { part: oneOf(...Object.keys(LOCK_RULES)), id, rule: oneOf(...rules), reason: optional(someText) };
  return part === 'field' ? { ...own, form: id } : own;
}

const PATH: PropertyRule = { expected: 'a path（路径）', fits: (value) => typeof value === 'string' && value !== '' };
const PATHS: PropertyRule = { expected: 'a list of paths（路径列表）', fits: (value) => Array.isArray(value) && value.every(PATH.fits) };

const PARTS_SHAPE: Shape = {
  flow: PATH,
  forms: PATHS,
  tables: PATHS,
  examples: optional(PATHS),
  documents: PATHS,
  items: optional(PATH),
  lists: optional(PATHS),
  calendar: PATH,
  scenarios: PATHS,
};

function checkPaths(manifest: JsonObject): readonly Problem[] {
  const parts = manifest['parts'];
  if (!isJsonObject(parts)) return [];
  const shape = checkShape(parts, PARTS_SHAPE, MANIFEST, 'parts');
  if (shape.some(({ severity }) => severity === 'error')) return shape;
  const paths = partPaths(parts as unknown as MeasureParts);
  const unsafe = paths.filter((path) => !isSafePath(path));
  const twice = [...new Set(paths.filter((path, index) => paths.indexOf(path) !== index))];
  return [
    ...shape,
    ...unsafe.map((path) => raise.problem('COMPILE_PATH_UNSAFE', { file: MANIFEST, property: 'parts' }, { path })),
    ...twice.map((path) => raise.problem('COMPILE_ID_TWICE', { file: MANIFEST, property: 'parts' }, { what: 'part（部件）', id: path })),
  ];
}

/** Whether `path` names a file inside the measure. */
export function isSafePath(path: string): boolean {
  if (path.length > 200 || /[\\:\0]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part !== '__proto__');
}

function placeOf(entry: unknown): { readonly elementId?: string; readonly elementName?: string } {
  if (!isJsonObject(entry)) return {};
  const name = isJsonObject(entry['name']) ? entry['name']['zh-CN'] : entry['name'];
  return {
    ...(typeof entry['id'] === 'string' ? { elementId: entry['id'] } : {}),
    ...(typeof name === 'string' ? { elementName: name } : {}),
  };
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isFraction(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  return isWhole(value[0], 0, 10_000) && isWhole(value[1], 1, 10_000) && value[0] <= value[1];
}
