/** Looks at the elements of DMN in an XML tree, and makes new ones. */
import { EXPRESSIONS } from './dmn-schema.ts';
import { DMN_1_3, DMN_NAMESPACES } from './namespaces.ts';
import { charactersOf, isElement, type XmlElement } from './xml/xml-node.ts';

/** Whether an element is DMN, of any version. */
export function isDmn({ namespace }: XmlElement): boolean {
  return DMN_NAMESPACES.has(namespace);
}

/** The elements of DMN inside of an element: all, or those of a name; `expression` means any boxed expression. */
export function elementsAt(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const inside = element?.children.filter((child): child is XmlElement => isElement(child) && isDmn(child)) ?? [];
  if (name === undefined) return inside;
  return inside.filter(({ local }) => (name === 'expression' ? EXPRESSIONS.has(local) : local === name));
}

/** The first element of DMN of this name inside of an element. */
export function elementAt(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsAt(element, name)[0];
}

/** The text of an attribute, else of an element of this name, trimmed; undefined when it is not there or empty. */
export function textAt(element: XmlElement | undefined, name: string): string | undefined {
  const inner = element?.attributes.get(name) ?? charactersIn(elementAt(element, name));
  const text = inner?.trim() ?? '';
  return text === '' ? undefined : text;
}

function charactersIn(element: XmlElement | undefined): string | undefined {
  return element && charactersOf(element);
}

/** A new element. Attributes that are undefined, elements that are undefined and empty texts are left out. */
export function create(
  local: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly (XmlElement | undefined)[] = [],
): XmlElement {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    kind: 'element',
    name: local,
    local,
    namespace: DMN_1_3,
    attributes: new Map(given),
    children: children.filter((child) => child !== undefined),
  };
}

/** A new element around a text. */
export function createText(local: string, text: string | undefined): XmlElement | undefined {
  return text === undefined ? undefined : { ...create(local, {}), children: text === '' ? [] : [{ kind: 'text', text }] };
}
