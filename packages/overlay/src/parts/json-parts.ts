/** JSON files as parts: every list whose entries have ids holds parts, everything else is a property. */
import { isJsonObject, type Json, type JsonObject } from '@tongban/model';
import { canonicalJson } from '../same-value.ts';
import { childrenOf, type Part, type PartFormat, type Parts, partsByKey } from './part.ts';

/** Forms, scenarios, templates, calendars. */
export const jsonParts: PartFormat = { read: (text) => readJson(text, []), write: (parts) => writeJson(parts, []) };

/** `measure.json`: its parts and how it names a case are one property each. */
export const manifestParts: PartFormat = { read: (text) => readJson(text, SPREAD), write: (parts) => writeJson(parts, SPREAD) };

const SPREAD = ['parts', 'case'];

/** Fields go from one section to another and stay the same field; everything else stays in its list. */
const MOVABLE: ReadonlySet<string> = new Set(['fields', 'columns']);
/** Stands where a list of parts stood. */
const LIST: Json = { $parts: true };
const MOST_DEEP = 100;

function readJson(text: string, spread: readonly string[]): Parts | undefined {
  const root = parse(text);
  if (root === undefined || deeperThan(root, MOST_DEEP)) return undefined;
  const list: Part[] = [];
  const add = (value: JsonObject, at: Pick<Part, 'key' | 'kind' | 'parent' | 'list'>): void => {
    const entries = Object.entries(value);
    const lists = entries.filter(([, entry]) => isPartList(entry));
    const properties = Object.fromEntries(entries.map(([name, entry]) => [name, isPartList(entry) ? LIST : entry]));
    list.push({ ...at, id: idOf(value, at.list), name: nameOf(value), properties });
    for (const [name, entries] of lists) {
      for (const entry of entries as readonly JsonObject[]) {
        const id = idOf(entry, name);
        const key = MOVABLE.has(name) ? id : `${at.key}${at.key === '' ? '' : '/'}${name}:${id}`;
        add(entry, { key, kind: typeof entry['kind'] === 'string' ? entry['kind'] : name, parent: at.key, list: name });
      }
    }
  };
  add(spreadOut(root, spread), { key: '', kind: 'file', parent: '', list: '' });
  return partsByKey(list);
}

function writeJson(parts: Parts, spread: readonly string[]): string {
  const children = childrenOf(parts);
  const asValue = ({ key, properties }: Part): JsonObject =>
    Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, isMarker(value) ? children(key, name).map(asValue) : value]),
    );
  const root = parts.get('');
  return canonicalJson(root === undefined ? {} : gathered(asValue(root), spread));
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function deeperThan(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((entry) => deeperThan(entry, levels - 1));
}

function isPartList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.every((entry) => isJsonObject(entry) && typeof entry['id'] === 'string');
}

function isMarker(value: Json): boolean {
  return isJsonObject(value) && value['$parts'] === true;
}

function idOf(value: JsonObject, list: string): string {
  const id = typeof value['id'] === 'string' ? value['id'] : '';
  return list === 'locks' ? `${String(value['part'])}/${typeof value['form'] === 'string' ? `${value['form']}/` : ''}${id}` : id;
}

function nameOf(value: JsonObject): string {
  const named = value['name'] ?? value['label'] ?? value['title'] ?? value['message'];
  if (typeof named === 'string') return named;
  const chinese = isJsonObject(named) ? named['zh-CN'] : undefined;
  return typeof chinese === 'string' ? chinese : '';
}

// { parts: { flow } } → { "parts.flow" }
function spreadOut(root: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(root).flatMap(([name, value]): readonly (readonly [string, Json])[] =>
      names.includes(name) && isJsonObject(value)
        ? Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one])
        : [[name, value]],
    ),
  );
}

function gathered(root: JsonObject, names: readonly string[]): JsonObject {
  const isSpread = (name: string): boolean => names.some((outer) => name.startsWith(`${outer}.`));
  const outer = Object.entries(root).filter(([name]) => !isSpread(name));
  const inner = names.map((name) => {
    const own = Object.entries(root).filter(([key]) => key.startsWith(`${name}.`));
    return [name, Object.fromEntries(own.map(([key, value]) => [key.slice(name.length + 1), value]))] as const;
  });
  return Object.fromEntries([...outer, ...inner.filter(([, value]) => Object.keys(value).length > 0)]);
}
