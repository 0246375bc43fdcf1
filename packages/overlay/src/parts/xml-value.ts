/** Elements of XML as plain values, with the same prefixes whatever the file calls them; and such values as text again. */
import { charactersOf, isElement, readXmlTree, writeXmlTree, type XmlElement, type XmlNode } from '@tongban/dmn';

/** An element: its name, its attributes, what stands in it. */
export type XmlValue = readonly [name: string, attributes: Readonly<Record<string, string>>, ...children: (XmlValue | string)[]];

/** The root of a file; nothing when it is not XML, is too large, or declares types or entities. */
export function readXmlValue(text: string): XmlValue | undefined {
  if (text.length > MOST_CHARACTERS || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined;
  const reading = readXmlTree(text);
  if (!('document' in reading)) return undefined;
  const { root } = reading.document;
  const prefixes = new Map([...root.attributes].filter(([name]) => /^xmlns(?::|$)/.test(name)).map(([name, uri]) => [name.slice(6), uri]));
  return valueIn(root, prefixes);
}

/** The text of a file. */
export function writeXmlValue(value: XmlValue): string {
  return writeXmlTree({ before: '<?xml version="1.0" encoding="UTF-8"?>\n', root: elementOf(value), after: '\n' });
}

export function nameIn([name]: XmlValue): string {
  return name.slice(name.indexOf(':') + 1);
}

export function attribute([, attributes]: XmlValue, name: string): string | undefined {
  return attributes[name];
}

/** What stands in it, without characters. */
export function elementsIn([, , ...children]: XmlValue): readonly XmlValue[] {
  return children.filter((child): child is XmlValue => typeof child !== 'string');
}

const MOST_CHARACTERS = 5 * 1024 * 1024;

/** The prefixes that we write; others stay as the file has them. */
const KNOWN: Readonly<Record<string, string>> = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://www.omg.org/spec/DD/20100524/DC': 'dc',
  'http://www.omg.org/spec/DD/20100524/DI': 'di',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'https://tongban.dev/schema/bpmn/1': 'tb',
};

function valueIn(element: XmlElement, prefixes: ReadonlyMap<string, string>): XmlValue {
  const attributes = Object.fromEntries(
    [...element.attributes].map(([name, value]): readonly [string, string] => {
      if (name === 'xmlns' || name.startsWith('xmlns:')) return [joined('xmlns', KNOWN[value] ?? name.slice(6)), value];
      const own = name.includes(':') ? renamed(name, prefixes) : name;
      return [own, own === 'xsi:type' ? renamed(value, prefixes) : value];
    }),
  );
  const elements = element.children.some(isElement);
  const children = element.children.flatMap((child) => childValue(child, elements, prefixes));
  return [renamed(element.name, prefixes), attributes, ...children];
}

// blanks between elements are how the file was written; comments are not kept, as no editor of BPMN keeps them
function childValue(child: XmlNode, besideElements: boolean, prefixes: ReadonlyMap<string, string>): readonly (XmlValue | string)[] {
  if (child.kind === 'element') return [valueIn(child, prefixes)];
  if (child.kind === 'other' || (besideElements && child.text.trim() === '')) return [];
  return [child.text];
}

function renamed(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const known = KNOWN[prefixes.get(prefix) ?? ''];
  return known === undefined ? name : joined(known, name.slice(colon + 1));
}

function joined(prefix: string, local: string): string {
  return local === '' ? prefix : `${prefix}:${local}`;
}

function elementOf([name, attributes, ...children]: XmlValue): XmlElement {
  return {
    ...{ kind: 'element', name, local: name.slice(name.indexOf(':') + 1), namespace: '' },
    attributes: new Map(Object.entries(attributes)),
    children: children.map((child) => (typeof child === 'string' ? { kind: 'text', text: child } : elementOf(child))),
  };
}

/** All characters in an element. */
export function textIn(value: XmlValue): string {
  return charactersOf(elementOf(value));
}
