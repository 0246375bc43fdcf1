/**
 * Lays a new element over the one that was read: attributes and elements that the model holds become those of the new one, all else
 * stays. Elements are recognised by their id, by what they refer to, or by their place.
 */
import { isDmn } from './dmn-element.ts';
import { EXPRESSIONS, SCHEMA } from './dmn-schema.ts';
import { withLabels } from './labels.ts';
import { charactersOf, isElement, type XmlElement, type XmlNode } from './xml/xml-node.ts';

/** The `old` element with what the `fresh` one says. Elements whose id is in `unchanged` stay untouched. */
export function mergeElements(old: XmlElement, fresh: XmlElement, unchanged: ReadonlySet<string>): XmlElement {
  return merge(old, fresh, { unchanged });
}

interface Merging {
  readonly unchanged: ReadonlySet<string>;
  /** Inside of a table: the ids of its columns, by the elements that hold their cells. */
  readonly columns?: { readonly old: Columns; readonly fresh: Columns };
}

type Columns = Readonly<Record<string, readonly string[]>>;

function merge(old: XmlElement, fresh: XmlElement, merging: Merging): XmlElement {
  const id = fresh.attributes.get('id');
  // A rule whose texts are the same may still have its cells under other columns.
  const isMoved = fresh.local === 'rule' && merging.columns !== undefined && !sameColumns(merging.columns.old, merging.columns.fresh);
  if (id !== undefined && merging.unchanged.has(id) && !isMoved) return old;
  const attributes = mergeAttributes(old, fresh);
  const merged =
    fresh.children.some((child) => child.kind === 'text') || isTextOnly(old, fresh)
      ? mergeText(old, fresh)
      : mergeChildren(old, fresh, inside(old, fresh, merging));
  const prefix = old.name.slice(0, old.name.length - old.local.length);
  const children = withLabels(merged, fresh, (element) => prefixed(element, prefix));
  if (attributes === old.attributes && children === old.children) return old;
  if (attributes === old.attributes) return { ...old, children };
  const { written: _, ...rest } = old;
  return { ...rest, attributes, children };
}

/** Cells have no ids of their own that the model knows: they follow their columns when those come, go or change places. */
function inside(old: XmlElement, fresh: XmlElement, merging: Merging): Merging {
  return fresh.local === 'decisionTable' ? { ...merging, columns: { old: columnsOf(old), fresh: columnsOf(fresh) } } : merging;
}

function columnsOf(table: XmlElement): Columns {
  const ids = (name: string): readonly string[] =>
    table.children.flatMap((child) => (isElement(child) && child.local === name ? [child.attributes.get('id') ?? ''] : []));
  return { inputEntry: ids('input'), outputEntry: ids('output') };
}

function sameColumns(a: Columns, b: Columns): boolean {
  return Object.keys(a).every((name) => a[name]?.join('\n') === b[name]?.join('\n'));
}

function mergeAttributes(old: XmlElement, fresh: XmlElement): ReadonlyMap<string, string> {
  const merged = new Map(old.attributes);
  let isChanged = false;
  for (const name of SCHEMA[fresh.local]?.attributes ?? []) {
    const before = old.attributes.get(name);
    const after = fresh.attributes.get(name);
    if (sameAttribute(name, before, after)) continue;
    if (after === undefined) merged.delete(name);
    else merged.set(name, after);
    isChanged = true;
  }
  return isChanged ? merged : old.attributes;
}

/** Ids are never taken away; defaults may be written or not; a type may have the prefix of FEEL. */
function sameAttribute(name: string, before: string | undefined, after: string | undefined): boolean {
  if (before?.trim() === after) return true;
  if (name === 'id') return after === undefined;
  if (name === 'isCollection' && after === undefined) return before?.trim() === 'false';
  if (name === 'hitPolicy' && before === undefined) return after === 'UNIQUE';
  return name === 'typeRef' && withoutPrefix(before?.trim()) === after;
}

function withoutPrefix(type: string | undefined): string | undefined {
  return type?.replace(/^feel:/, '');
}

/** Whether both hold characters and nothing else; an empty text has none. */
function isTextOnly(old: XmlElement, fresh: XmlElement): boolean {
  return fresh.children.length === 0 && (SCHEMA[fresh.local]?.children.length ?? 0) === 0 && !old.children.some(isElement);
}

function mergeText(old: XmlElement, fresh: XmlElement): readonly XmlNode[] {
  const before = charactersOf(old).trim();
  return (old.local === 'typeRef' ? withoutPrefix(before) : before) === charactersOf(fresh).trim() ? old.children : fresh.children;
}

function mergeChildren(old: XmlElement, fresh: XmlElement, merging: Merging): readonly XmlNode[] {
  const groups = SCHEMA[fresh.local]?.children ?? [];
  const prefix = old.name.slice(0, old.name.length - old.local.length);
  const result: (XmlNode | undefined)[] = [...old.children];
  const added = new Map<number, XmlElement[]>();
  let isChanged = false;
  let end = -1;
  for (const group of groups) {
    const slots = old.children.flatMap((child, index) => (isElement(child) && isDmn(child) && isInGroup(child, group) ? [index] : []));
    const wanted = fresh.children.filter(
      (child): child is XmlElement =>
        isElement(child) && isInGroup(child, group) && !(slots.length === 0 && goesWithoutSaying(child, fresh)),
    );
    const present = slots.map((slot) => old.children[slot] as XmlElement);
    const { columns } = merging;
    const partners = partnersOf(
      wanted.map((element, index) => ({ element, key: columns?.fresh[group]?.[index] ?? keyOf(element) })),
      present.map((element, index) => ({ element, key: columns?.old[group]?.[index] ?? keyOf(element) })),
    );
    const merged = wanted.map((element, index) => {
      const partner = partners[index];
      return partner ? merge(partner, element, merging) : prefixed(element, prefix);
    });
    for (const [index, slot] of slots.entries()) {
      isChanged ||= result[slot] !== merged[index];
      result[slot] = merged[index];
    }
    end = slots.at(-1) ?? (end >= 0 ? end : placeBefore(old, groups, group));
    const more = merged.slice(slots.length);
    if (more.length === 0) continue;
    isChanged = true;
    added.set(end, [...(added.get(end) ?? []), ...more]);
  }
  return isChanged ? assembled(old, result, added) : old.children;
}

function isInGroup(element: XmlElement, group: string): boolean {
  return group === 'expression' ? EXPRESSIONS.has(element.local) : element.local === group;
}

/** A variable that only repeats the name of its element: many files leave it out. */
function goesWithoutSaying({ local, attributes }: XmlElement, owner: XmlElement): boolean {
  return local === 'variable' && !attributes.has('typeRef') && attributes.get('name') === owner.attributes.get('name');
}

interface Keyed {
  readonly element: XmlElement;
  /** Empty when only its place says which it is. */
  readonly key: string;
}

/** The element that each wanted one continues. */
function partnersOf(wanted: readonly Keyed[], present: readonly Keyed[]): readonly (XmlElement | undefined)[] {
  const byKey = new Map(present.map(({ element, key }) => [key, element]));
  const found = wanted.map(({ key }) => (key === '' ? undefined : byKey.get(key)));
  const taken = new Set(found);
  return wanted.map(({ element, key }, index) => {
    if (found[index]) return found[index];
    const other = present[index];
    const isFree =
      other !== undefined && other.element.local === element.local && !taken.has(other.element) && (key === '' || other.key === '');
    return isFree ? other.element : undefined;
  });
}

/** What identifies an element among its siblings; empty when only its place does. */
function keyOf(element: XmlElement): string {
  const { attributes, local } = element;
  if (SCHEMA[local]?.attributes.includes('id') && attributes.has('id')) return attributes.get('id') as string;
  if (local === 'import') return attributes.get('namespace') ?? '';
  if (local === 'itemDefinition' || local === 'itemComponent') return attributes.get('name') ?? '';
  const inner = element.children.find((child): child is XmlElement => isElement(child) && child.attributes.has('href'));
  return attributes.get('href') ?? inner?.attributes.get('href') ?? '';
}

/** After which child elements of a group belong that has none yet: before the first that the schema puts later. */
function placeBefore(old: XmlElement, groups: readonly string[], group: string): number {
  const later = groups.slice(groups.indexOf(group) + 1);
  const next = old.children.findIndex((child) => isElement(child) && isDmn(child) && later.some((name) => isInGroup(child, name)));
  const last = old.children.reduce((found, child, index) => (isElement(child) ? index : found), -1);
  const before = next < 0 ? last : next - 1;
  return old.children[before]?.kind === 'text' ? before - 1 : before;
}

function assembled(
  old: XmlElement,
  result: readonly (XmlNode | undefined)[],
  added: ReadonlyMap<number, readonly XmlElement[]>,
): readonly XmlNode[] {
  const first = old.children[0];
  const space: XmlNode[] = first?.kind === 'text' && first.text.trim() === '' ? [first] : [];
  const children: XmlNode[] = [];
  const add = (elements: readonly XmlElement[] | undefined): void => {
    for (const element of elements ?? []) children.push(...space, element);
  };
  add(added.get(-1));
  for (const [index, node] of result.entries()) {
    if (node) children.push(node);
    else if (isBlank(children.at(-1))) children.pop();
    add(added.get(index));
  }
  return children;
}

function isBlank(node: XmlNode | undefined): boolean {
  return node?.kind === 'text' && node.text.trim() === '';
}

/** New elements take the prefix of the file. */
function prefixed(element: XmlElement, prefix: string): XmlElement {
  if (prefix === '' || !isDmn(element)) return element;
  return {
    ...element,
    name: `${prefix}${element.local}`,
    children: element.children.map((child) => (isElement(child) ? prefixed(child, prefix) : child)),
  };
}
