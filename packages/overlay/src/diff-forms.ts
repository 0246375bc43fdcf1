/** Compares two forms by the ids of their fields: what was added, removed, changed (and in which property), or only moved. */
import type { FieldKind, FormDocument, FormField, FormRule, LocalText } from '@tongban/model';
import { differences, type PropertyChange } from './same-value.ts';

/** One difference. */
export interface FormChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** The id of the field or rule; empty for the form itself. */
  readonly id: string;
  readonly element: FieldKind | 'form' | 'rule';
  /** What it is called after the change; of what was removed, before. */
  readonly name: LocalText;
  /** The section or table it stands in after the change; of what was removed, before. */
  readonly parentId?: string;
  /** Of `changed`: in the order of their names. A changed field may stand elsewhere too. */
  readonly properties: readonly PropertyChange[];
}

/** The differences from `before` to `after`: first what was changed, added or moved, in the order of `after`, then what was removed. */
export function diffForms(before: FormDocument, after: FormDocument): readonly FormChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const stays = stayingOf(old, now);
  const there = [...now.values()].flatMap((part): readonly FormChange[] => {
    const other = old.get(part.id);
    if (other === undefined) return [{ ...factsOf(part), kind: 'added', properties: [] }];
    const properties = differences(other.properties, part.properties);
    if (properties.length > 0) return [{ ...factsOf(part), kind: 'changed', properties }];
    return stays.has(part.id) ? [] : [{ ...factsOf(part), kind: 'moved', properties: [] }];
  });
  const gone = [...old.values()].filter(({ id }) => !now.has(id));
  return [...there, ...gone.map((part): FormChange => ({ ...factsOf(part), kind: 'removed', properties: [] }))];
}

interface Part {
  readonly id: string;
  readonly element: FormChange['element'];
  readonly name: LocalText;
  readonly parentId: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

function factsOf({ id, element, name, parentId }: Part): Pick<FormChange, 'id' | 'element' | 'name' | 'parentId'> {
  return { id, element, name, ...(parentId === undefined ? {} : { parentId }) };
}

/** The form itself, its fields in document order, its rules. */
function partsOf(form: FormDocument): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const { fields, rules = [], formatVersion: _version, id: _id, ...own } = form;
  parts.set('', { id: '', element: 'form', name: form.title, parentId: undefined, properties: own });
  const rule = ({ id, ...properties }: FormRule, parentId: string | undefined): void => {
    parts.set(id, { id, element: 'rule', name: properties.message, parentId, properties });
  };
  const walk = (list: readonly FormField[], parentId: string | undefined): void => {
    for (const field of list) {
      const { id, rules: fieldRules = [], ...rest } = field;
      const { fields: _fields, columns: _columns, ...properties } = rest as Readonly<Record<string, unknown>>;
      parts.set(id, { id, element: field.kind, name: field.label, parentId, properties });
      for (const each of fieldRules) rule(each, id);
      if (field.kind === 'section') walk(field.fields, id);
      if (field.kind === 'rows') walk(field.columns, id);
    }
  };
  walk(fields, undefined);
  for (const each of rules) rule(each, undefined);
  return parts;
}

/** The parts that did not move: in the same holder, and the most of each holder that keep their order. */
function stayingOf(old: ReadonlyMap<string, Part>, now: ReadonlyMap<string, Part>): ReadonlySet<string> {
  const order = new Map([...old.keys()].map((id, at) => [id, at]));
  const lists = new Map<string | undefined, string[]>();
  for (const { id, parentId, element } of now.values()) {
    const before = old.get(id);
    if (before === undefined || element === 'form' || before.parentId !== parentId) continue;
    lists.set(parentId, [...(lists.get(parentId) ?? []), id]);
  }
  const stays = [...lists.values()].flatMap((ids) => longestRising(ids, (id) => order.get(id) ?? 0));
  return new Set(['', ...stays]);
}

/** The longest part of `ids` whose places rise. */
function longestRising(ids: readonly string[], placeOf: (id: string) => number): readonly string[] {
  const length: number[] = [];
  const before: number[] = [];
  let best = -1;
  ids.forEach((id, at) => {
    length[at] = 1;
    before[at] = -1;
    for (let other = 0; other < at; other++) {
      if (placeOf(ids[other] as string) < placeOf(id) && (length[other] as number) >= (length[at] as number)) {
        length[at] = (length[other] as number) + 1;
        before[at] = other;
      }
    }
    if (best < 0 || (length[at] as number) > (length[best] as number)) best = at;
  });
  const found: string[] = [];
  for (let at = best; at >= 0; at = before[at] as number) found.unshift(ids[at] as string);
  return found;
}
