/**
 * BPMN files as parts: elements with their properties, the lane they stand in and where they are drawn. What other tools wrote into an
 * element is a property of it. Which lines come in and go out of a step follows from the lines.
 */
import type { Json } from '@tongban/model';
import { mendLines, PLACED } from './mend-lines.ts';
import { childrenOf, type Part, type PartFormat, type Parts, type Properties, partsByKey } from './part.ts';
import { remembered } from './remembered.ts';
import { elementOf, propertiesOf } from './xml-properties.ts';
import { attribute, elementsIn, nameIn, readXmlValue, textIn, writeXmlValue, type XmlValue } from './xml-value.ts';

/** Flows. */
export const flowParts: PartFormat = /* @__PURE__ */ remembered({
  read,
  write,
  needs: ({ properties }) => ENDS.flatMap((name) => (typeof properties[name] === 'string' ? [properties[name]] : [])),
  mentions: new Set(['default']),
  quiet: new Set([PLACED, 'diagrams', 'loose']),
  mend: mendLines,
});

const ENDS = ['sourceRef', 'targetRef', 'attachedToRef'];
const LANE = 'lane';
const INNER = 'elements';

/** What holds other elements. */
const HOLDERS: ReadonlySet<string> = new Set([
  ...['definitions', 'process', 'subProcess', 'transaction', 'adHocSubProcess', 'collaboration'],
  ...['laneSet', 'childLaneSet', 'lane'],
]);
/** Have an id inside a holder, and are a property of it all the same. */
const PROPERTY =
  /LoopCharacteristics$|^(?:ioSpecification|property|performer|potentialOwner|humanPerformer|dataInputAssociation|dataOutputAssociation)$/;

function isPart(child: XmlValue): boolean {
  return attribute(child, 'id') !== undefined && !PROPERTY.test(nameIn(child));
}

const DERIVED: ReadonlySet<string> = new Set(['incoming', 'outgoing', 'flowNodeRef', 'BPMNDiagram']);

function read(text: string): Parts | undefined {
  const root = readXmlValue(text);
  if (root === undefined || nameIn(root) !== 'definitions') return undefined;
  const list: Part[] = [];
  const lanes = new Map<string, string[]>();
  const add = (element: XmlValue, parent: string, key: string): void => {
    const holds = HOLDERS.has(nameIn(element));
    const properties = propertiesOf(element, (child) => DERIVED.has(nameIn(child)) || (holds && isPart(child)));
    const [kind, id] = [element[0], attribute(element, 'id') ?? ''];
    list.push({ key, id, kind, name: attribute(element, 'name') ?? '', parent, list: key === '' ? '' : INNER, properties });
    if (!holds) return;
    for (const child of elementsIn(element)) {
      if (nameIn(child) === 'flowNodeRef') lanes.set(textIn(child).trim(), [...(lanes.get(textIn(child).trim()) ?? []), id]);
      else if (isPart(child) && !DERIVED.has(nameIn(child))) add(child, key, attribute(child, 'id') ?? '');
    }
  };
  add(root, '', '');
  const { diagrams, places } = drawingsOf(root);
  const parts = partsByKey(list.map((part) => ({ ...part, properties: { ...part.properties, ...beside(part.key, lanes, places) } })));
  const file = parts?.get('');
  if (parts === undefined || file === undefined) return undefined;
  const loose = [...places].filter(([id]) => !parts.has(id)).flatMap(([, drawn]) => drawn);
  return new Map(parts).set('', { ...file, properties: { ...file.properties, diagrams, ...(loose.length === 0 ? {} : { loose }) } });
}

function beside(key: string, lanes: ReadonlyMap<string, string[]>, places: ReadonlyMap<string, Json[]>): Properties {
  const [lane, place] = [lanes.get(key), places.get(key)];
  return { ...(lane === undefined ? {} : { [LANE]: lane }), ...(place === undefined ? {} : { [PLACED]: place }) };
}

/** The diagrams without what is drawn on them, and what is drawn by the element it is of: `[plane, shape or line]`. */
function drawingsOf(root: XmlValue): { readonly diagrams: Json; readonly places: ReadonlyMap<string, Json[]> } {
  const places = new Map<string, Json[]>();
  const diagrams = elementsIn(root).filter((child) => nameIn(child) === 'BPMNDiagram');
  const empty = diagrams.map(([name, attributes, ...children]) => {
    const kept = children.map((child) => {
      if (typeof child === 'string' || nameIn(child) !== 'BPMNPlane') return child;
      const of = attribute(child, 'bpmnElement') ?? '';
      for (const drawn of elementsIn(child)) {
        const id = attribute(drawn, 'bpmnElement') ?? '';
        places.set(id, [...(places.get(id) ?? []), [of, drawn] as unknown as Json]);
      }
      return [child[0], child[1]];
    });
    return [name, attributes, ...kept];
  });
  return { diagrams: empty as unknown as Json, places };
}

function write(parts: Parts): string {
  const children = childrenOf(parts);
  const lines = [...parts.values()].filter(({ kind }) => kind.endsWith(':sequenceFlow'));
  const inLane = new Map<string, string[]>();
  for (const { key, properties } of parts.values()) {
    for (const lane of (properties[LANE] as string[] | undefined) ?? []) inLane.set(lane, [...(inLane.get(lane) ?? []), key]);
  }
  const asValue = ({ key, id, kind, properties }: Part): XmlValue => {
    const { [LANE]: _lane, [PLACED]: _place, diagrams: _diagrams, loose: _loose, ...own } = properties;
    const prefix = kind.slice(0, kind.indexOf(':') + 1);
    const references = (name: string, ids: readonly string[]): readonly XmlValue[] => ids.map((one) => [`${prefix}${name}`, {}, one]);
    const ends = (name: 'sourceRef' | 'targetRef'): readonly string[] =>
      lines.filter(({ properties: line }) => line[name] === key && key !== '').map((line) => line.key);
    const inner = [
      ...references('incoming', ends('targetRef')),
      ...references('outgoing', ends('sourceRef')),
      ...references('flowNodeRef', kind.endsWith(':lane') ? (inLane.get(key) ?? []) : []),
      ...children(key, INNER).map(asValue),
      ...(key === '' ? drawn(parts) : []),
    ];
    return ordered(elementOf(kind, id, own, inner));
  };
  const root = parts.get('');
  return root === undefined ? '' : writeXmlValue(asValue(root));
}

// the standard has what comes in and goes out before what an element consists of
function ordered([name, attributes, ...children]: XmlValue): XmlValue {
  const rank = (child: XmlValue | string): number =>
    typeof child === 'string' ? 1 : (ORDER[nameIn(child)] ?? (nameIn(child) === 'BPMNDiagram' ? 9 : 3));
  return [name, attributes, ...[...children].sort((one, other) => rank(one) - rank(other))];
}

const ORDER: Readonly<Record<string, number>> = { documentation: 0, extensionElements: 1, incoming: 2, outgoing: 2 };

function drawn(parts: Parts): readonly XmlValue[] {
  const file = parts.get('')?.properties ?? {};
  const all = [...parts.values()].flatMap(({ properties }) => (properties[PLACED] as unknown as Drawn[] | undefined) ?? []);
  const loose = (file['loose'] as unknown as Drawn[] | undefined) ?? [];
  return ((file['diagrams'] as unknown as readonly XmlValue[] | undefined) ?? []).map(
    ([name, attributes, ...children]): XmlValue => [
      name,
      attributes,
      ...children.map((child): XmlValue | string => {
        if (typeof child === 'string' || nameIn(child) !== 'BPMNPlane') return child;
        const of = attribute(child, 'bpmnElement') ?? '';
        return [child[0], child[1], ...[...all, ...loose].filter(([plane]) => plane === of).map(([, shape]) => shape)];
      }),
    ],
  );
}

type Drawn = readonly [plane: string, shape: XmlValue];
