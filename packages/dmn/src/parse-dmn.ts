/** DMN XML to a tree in which columns and rules have ids. */
import type { Problem } from '@tongban/model';
import { isDmn, textAt } from './dmn-element.ts';
import { raise } from './errors.ts';
import { refuseUnsafeXml } from './safe-xml.ts';
import { readXmlTree, XML_DEPTH_LIMIT } from './xml/read-xml-tree.ts';
import { isElement, type XmlDocument, type XmlElement } from './xml/xml-node.ts';

/** A file as a tree. */
export type DmnDocument = XmlDocument;

/** Parses a file, or says why it is none. */
export function parseDmn(xml: string): { readonly document: DmnDocument } | { readonly problem: Problem } {
  const refused = refuseUnsafeXml(xml);
  if (refused) return { problem: refused };
  const read = readXmlTree(xml);
  if ('isTooDeep' in read) return { problem: raise.problem('DMN_TOO_DEEP', {}, { limit: XML_DEPTH_LIMIT }) };
  if ('reason' in read) return { problem: raise.problem('DMN_NOT_XML', {}, { reason: read.reason }) };
  const { document } = read;
  if (document.root.local !== 'definitions' || !isDmn(document.root)) return { problem: raise.problem('DMN_NOT_DMN', {}) };
  return { document: { ...document, root: withIds(document.root, '') } };
}

/** Columns and rules without id get one from the element they stand in and their place, so that they can be pointed at. */
function withIds(element: XmlElement, ownerId: string): XmlElement {
  const owner = OWNERS.has(element.local) ? (textAt(element, 'id') ?? ownerId) : ownerId;
  const isTable = element.local === 'decisionTable';
  const counts: Record<string, number> = {};
  let isChanged = false;
  const children = element.children.map((child) => {
    if (!isElement(child) || !isDmn(child)) return child;
    const kind = isTable && PARTS.has(child.local) ? child.local : undefined;
    const inner = withIds(child, owner);
    const place = (counts[child.local] ?? 0) + 1;
    counts[child.local] = place;
    const changed = kind === undefined || textAt(inner, 'id') !== undefined ? inner : withId(inner, `${owner}_${kind}_${place}`);
    isChanged ||= changed !== child;
    return changed;
  });
  return isChanged ? { ...element, children } : element;
}

const OWNERS: ReadonlySet<string> = new Set(['decision', 'businessKnowledgeModel']);
const PARTS: ReadonlySet<string> = new Set(['input', 'output', 'rule']);

function withId({ written: _, ...element }: XmlElement, id: string): XmlElement {
  return { ...element, attributes: new Map([['id', id], ...element.attributes]) };
}
