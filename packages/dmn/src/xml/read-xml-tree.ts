/** Reads XML into a tree. What is not well-formed gives a reason, never an exception. */
import { Parser } from 'saxen';
import type { XmlDocument, XmlElement, XmlNode } from './xml-node.ts';

/** How many elements may stand inside each other. */
export const XML_DEPTH_LIMIT = 200;

/** The file, or why it cannot be read. */
export type XmlReading = { readonly document: XmlDocument } | { readonly reason: string } | { readonly isTooDeep: true };

interface Open {
  readonly name: string;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  readonly written: string;
}

/** Reads `xml`. */
export function readXmlTree(xml: string): XmlReading {
  const parser = new Parser();
  const open: Open[] = [];
  let before = 0;
  let start = -1;
  let root: XmlElement | undefined;
  let reason: string | undefined;
  let isTooDeep = false;
  const fail = (error: Error): void => {
    reason ??= error.message;
  };
  const add = (node: XmlNode): void => {
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else if (node.kind === 'element') root = node;
    else if (root === undefined) before += rawOf(node).length;
  };
  parser
    .on('openTag', (name, attributesOf, decode, _isEmpty, where) => {
      if (open.length >= XML_DEPTH_LIMIT) {
        isTooDeep = true;
        parser.stop();
        return;
      }
      const attributes = new Map(Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)]));
      if (start < 0) start = xml.indexOf(where().data, before);
      const outer = open.at(-1)?.namespaces ?? NO_NAMESPACES;
      open.push({ name, attributes, namespaces: namespacesIn(attributes, outer), children: [], written: where().data });
    })
    .on('closeTag', () => {
      const closed = open.pop();
      if (closed) add(elementOf(closed));
    })
    .on('text', (raw, decode) => {
      // Characters outside of the root are spaces, or the parser has said so.
      if (open.length > 0 || raw.trim() === '') add({ kind: 'text', text: decode(raw), raw });
    })
    .on('cdata', (text) => add({ kind: 'text', text, raw: `<![CDATA[${text}]]>` }))
    .on('comment', (text) => add({ kind: 'other', raw: `<!--${text}-->` }))
    .on('question', (text) => add({ kind: 'other', raw: text }))
    .on('error', fail)
    .on('warn', fail);
  try {
    parser.parse(xml);
  } catch (error) {
    fail(error as Error);
  }
  if (isTooDeep) return { isTooDeep };
  if (reason !== undefined || root === undefined || open.length > 0) return { reason: reason ?? 'missing start tag' };
  return { document: { before: xml.slice(0, start), root, after: xml.slice(endOfRoot(xml)) } };
}

/** Where the spaces, comments and instructions at the end begin. */
function endOfRoot(xml: string): number {
  let end = xml.length;
  for (;;) {
    while (/\s/.test(xml[end - 1] ?? '')) end -= 1;
    const opening = xml.endsWith('-->', end) ? '<!--' : xml.endsWith('?>', end) ? '<?' : undefined;
    if (opening === undefined) return end;
    end = xml.lastIndexOf(opening, end - opening.length);
  }
}

const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();

function namespacesIn(attributes: ReadonlyMap<string, string>, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  return own.length === 0 ? outer : new Map([...outer, ...own.map(([name, uri]) => [name.slice(6), uri] as const)]);
}

function elementOf({ name, namespaces, attributes, children, written }: Open): XmlElement {
  const colon = name.indexOf(':');
  const namespace = namespaces.get(colon < 0 ? '' : name.slice(0, colon)) ?? '';
  return { kind: 'element', name, local: name.slice(colon + 1), namespace, attributes, children, written };
}

function rawOf(node: XmlNode): string {
  return node.kind === 'element' ? '' : (node.raw ?? '');
}
