/**
 * Writes a file in slices: moddle writes a large file in one go of some tenths of a second, in which the page would stand still. The long
 * lists (what flows in a process, what a plane shows) are written a few entries at a time, each inside a copy of what is around them, so
 * that moddle sees the same namespaces; then they are put where a mark stands in the file without them. The text is the same as in one go,
 * but that the namespaces keep their order in the file.
 */
import type { CreateElement, ModdleElement } from '@tongban/bpmn';
import { elementOf, elementsOf } from './moddle.ts';

/** Asked before every slice; `false` gives up, as the flow was edited meanwhile. */
export type MayGoOn = () => boolean | Promise<boolean>;

/** So many entries take about a millisecond. */
const SLICE = 10;
const MARK = 'tb-list-';

interface Model {
  readonly create: CreateElement;
  toXML(element: ModdleElement, options: { readonly format: true }): Promise<{ readonly xml: string }>;
}

/** A list that is written apart. `around`: its owner and what that stands in, up to the file. */
interface LongList {
  readonly property: string;
  readonly markType: string;
  readonly around: readonly { readonly element: ModdleElement; readonly property: string; readonly many: boolean }[];
}

/** The text of a file, formatted; nothing when `mayGoOn` gave up. `slice`: how many entries are written at a time. */
export async function writeXml(definitions: ModdleElement, mayGoOn: MayGoOn, slice: number = SLICE): Promise<string | undefined> {
  const model = (definitions as unknown as { readonly $model: Model }).$model;
  const lists = longLists(definitions).filter((list) => entriesOf(list).length > slice);
  const namespaces = new Map<string, string>();
  const texts: string[] = [];
  for (const list of lists) {
    const entries = entriesOf(list);
    let text = '';
    for (let at = 0; at < entries.length; at += slice) {
      if (!(await mayGoOn())) return undefined;
      const xml = await written(model, copyAround(model, list, entries.slice(at, at + slice)));
      const inner = unwrapped(xml, list.around.length);
      if (inner === undefined || !addNamespaces(namespaces, xml)) return whole(model, definitions);
      text += inner;
    }
    texts.push(text);
  }
  if (!(await mayGoOn())) return undefined;
  const rest = await withMarks(model, lists, () => written(model, definitions));
  const text = addNamespaces(namespaces, rest) ? filled(withNamespaces(rest, definitions, namespaces), texts) : undefined;
  return text ?? whole(model, definitions);
}

async function whole(model: Model, definitions: ModdleElement): Promise<string> {
  const xml = await written(model, definitions);
  const namespaces = new Map<string, string>();
  addNamespaces(namespaces, xml);
  return withNamespaces(xml, definitions, namespaces);
}

async function written(model: Model, element: ModdleElement): Promise<string> {
  return (await model.toXML(element, { format: true })).xml;
}

function longLists(definitions: ModdleElement): readonly LongList[] {
  const processes = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const file = { element: definitions, many: true };
  return [
    ...processes.map((process) => ({
      property: 'flowElements',
      markType: 'bpmn:Task',
      around: [
        { ...file, property: 'rootElements' },
        { element: process, property: 'flowElements', many: true },
      ],
    })),
    ...elementsOf(definitions, 'diagrams').flatMap((diagram) => {
      const plane = elementOf(diagram, 'plane');
      if (plane === undefined) return [];
      const inside = { element: plane, property: 'planeElement', many: true };
      const around = [{ ...file, property: 'diagrams' }, { element: diagram, property: 'plane', many: false }, inside];
      return [{ property: 'planeElement', markType: 'bpmndi:BPMNShape', around }];
    }),
  ];
}

function ownerOf({ around }: LongList): ModdleElement {
  return around[around.length - 1]?.element as ModdleElement;
}

function entriesOf(list: LongList): readonly ModdleElement[] {
  return elementsOf(ownerOf(list), list.property);
}

// the same prefixes mean the same inside
function copyAround(model: Model, { around }: LongList, entries: readonly ModdleElement[]): ModdleElement {
  let inside: unknown = entries;
  for (const { element, property, many } of [...around].reverse()) {
    const copy = model.create(element.$type, { [property]: many && !Array.isArray(inside) ? [inside] : inside });
    Object.assign((copy as unknown as { readonly $attrs: object }).$attrs, (element as unknown as { readonly $attrs: object }).$attrs);
    inside = copy;
  }
  return inside as ModdleElement;
}

// moddle writes at once when it is asked, and only then tells: the lists are back before anything else runs
function withMarks(model: Model, lists: readonly LongList[], write: () => Promise<string>): Promise<string> {
  const kept = lists.map((list) => ownerOf(list)[list.property]);
  for (const [at, list] of lists.entries())
    Object.assign(ownerOf(list), { [list.property]: [model.create(list.markType, { id: `${MARK}${at}` })] });
  try {
    return write();
  } finally {
    for (const [at, list] of lists.entries()) Object.assign(ownerOf(list), { [list.property]: kept[at] });
  }
}

const ATTRIBUTES = String.raw`(?:\s[^\s=<>]+="[^"]*")*`;
const PROLOG = /^<\?xml[^>]*\?>\s*/;

// what stands between the tags of the copies; `undefined` when they are not where they should be
function unwrapped(xml: string, depth: number): string | undefined {
  const opening = new RegExp(String.raw`^<\?xml[^>]*\?>\s*(?:[ ]*<[^\s>]+${ATTRIBUTES}>\n){${depth}}`).exec(xml)?.[0];
  const closing = new RegExp(String.raw`(?:\s*<\/[^>]+>){${depth}}\s*$`).exec(xml)?.index;
  return opening === undefined || closing === undefined ? undefined : xml.slice(opening.length, closing + 1);
}

const NAMESPACE = /\s(xmlns(?::[^\s=]+)?)="([^"]*)"/g;
const FIRST_TAG = new RegExp(String.raw`^<[^\s>]+${ATTRIBUTES}`);

// false when one prefix means two things: then only moddle itself can tell them apart
function addNamespaces(known: Map<string, string>, xml: string): boolean {
  const tag = FIRST_TAG.exec(xml.replace(PROLOG, ''))?.[0] ?? '';
  for (const [, name = '', uri = ''] of tag.matchAll(NAMESPACE)) {
    if (known.has(name) && known.get(name) !== uri) return false;
    known.set(name, uri);
  }
  return true;
}

// in the order of the file, then as they were met
function withNamespaces(xml: string, definitions: ModdleElement, namespaces: ReadonlyMap<string, string>): string {
  const declared = Object.keys((definitions as unknown as { readonly $attrs: object }).$attrs);
  const rank = (name: string): number => (declared.includes(name) ? declared.indexOf(name) : declared.length);
  const all = [...namespaces].sort(([a], [b]) => rank(a) - rank(b)).map(([name, uri]) => ` ${name}="${uri}"`);
  const prolog = PROLOG.exec(xml)?.[0] ?? '';
  const tag = FIRST_TAG.exec(xml.slice(prolog.length))?.[0] ?? '';
  const bare = tag.replaceAll(NAMESPACE, '');
  const name = /^<[^\s>]+/.exec(bare)?.[0] ?? '';
  return `${prolog}${name}${all.join('')}${bare.slice(name.length)}${xml.slice(prolog.length + tag.length)}`;
}

// `undefined` when a mark is not there just once
function filled(xml: string, texts: readonly string[]): string | undefined {
  let done: string | undefined = xml;
  for (const [at, text] of texts.entries()) {
    const parts: readonly string[] = done.split(new RegExp(String.raw`[ ]*<[^<>]*\sid="${MARK}${at}"[^<>]*>\n`));
    if (parts.length !== 2) return undefined;
    done = parts.join(text);
  }
  return done;
}
