/** The properties of an element of XML: its attributes, and by name what stands in it that is no part; and such properties as an element again. */
import type { Json } from '@tongban/model';
import type { Properties } from './part.ts';
import { attribute, elementsIn, nameIn, type XmlValue } from './xml-value.ts';

/** The properties of `element` without the elements that `skips`. */
export function propertiesOf(element: XmlValue, skips: (child: XmlValue) => boolean): Properties {
  const [, attributes, ...children] = element;
  const found = new Map<string, Json>(Object.entries(attributes).filter(([name]) => name !== 'id'));
  const add = (name: string, value: XmlValue): void => {
    found.set(name, [...((found.get(name) as Json[] | undefined) ?? []), value as unknown as Json]);
  };
  for (const child of children) {
    if (typeof child === 'string') found.set(TEXT, child);
    else if (nameIn(child) === EXTENSIONS) for (const inner of elementsIn(child)) addExtension(inner, add);
    else if (!skips(child)) add(`${CHILD}${child[0]}`, child);
  }
  return Object.fromEntries(found);
}

/** The element of the properties, with `inner` after them. */
export function elementOf(name: string, id: string, properties: Properties, inner: readonly XmlValue[] = []): XmlValue {
  const entries = Object.entries(properties);
  const attributes = entries.flatMap(([key, value]) => (typeof value === 'string' && key !== TEXT ? [[key, value] as const] : []));
  const text = properties[TEXT];
  const listed = entries.flatMap(([key, value]) => (Array.isArray(value) ? [[key, value as unknown as readonly XmlValue[]] as const] : []));
  const extensions = extensionsOf(listed.filter(([key]) => key.startsWith(EXTENSION)));
  const children = listed.filter(([key]) => key.startsWith(CHILD)).flatMap(([, values]) => values);
  const first = children.filter((child) => nameIn(child) === 'documentation');
  const rest = children.filter((child) => nameIn(child) !== 'documentation');
  const prefix = name.slice(0, name.indexOf(':') + 1);
  return [
    name,
    { ...(id === '' ? {} : { id }), ...Object.fromEntries(attributes) },
    ...(typeof text === 'string' ? [text] : []),
    ...first,
    ...(extensions.length === 0 ? [] : [[`${prefix}${EXTENSIONS}`, {}, ...extensions] as XmlValue]),
    ...rest,
    ...inner,
  ];
}

/** What a property is called where people and programs read of it: `conditionExpression`, `extension.performer`. */
export function shownName(property: string): string {
  return property.replace(CHILD, '').replace(/(^|\.)(?:bpmn|tb):/, '$1');
}

const EXTENSIONS = 'extensionElements';
const EXTENSION = 'extension.';
const CHILD = '<';
const TEXT = '#text';

/** What may come several times, by the attributes that tell one from another; of lists that hold them, the list has no say of its own. */
const KEYED: Readonly<Record<string, readonly string[]>> = {
  'tb:clock': ['limit'],
  'tb:assign': ['variable', 'at'],
  'tb:pause': ['reason'],
};
const LISTS: Readonly<Record<string, readonly [entry: string, key: string]>> = {
  'tb:filings': ['tb:filing', 'form'],
  'tb:operations': ['tb:operation', 'kind'],
};

function addExtension(element: XmlValue, add: (name: string, value: XmlValue) => void): void {
  const [name, attributes] = element;
  const list = LISTS[name];
  const entries = elementsIn(element);
  const plain = list !== undefined && Object.keys(attributes).length === 0 && entries.every(([entry]) => entry === list[0]);
  if (plain) for (const entry of entries) add(`${EXTENSION}${name}/${attribute(entry, list[1]) ?? ''}`, entry);
  else {
    const keys = KEYED[name]?.map((key) => attributes[key] ?? '');
    add(`${EXTENSION}${name}${keys === undefined ? '' : `/${keys.join(' ')}`}`, element);
  }
}

function extensionsOf(listed: readonly (readonly [string, readonly XmlValue[]])[]): readonly XmlValue[] {
  const found = new Map<string, readonly XmlValue[]>();
  for (const [key, values] of listed) {
    const name = key.slice(EXTENSION.length).replace(/\/.*$/s, '');
    found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  return [...found].flatMap(([name, values]) => {
    const entry = LISTS[name]?.[0];
    return entry !== undefined && values.every(([one]) => one === entry) ? [[name, {}, ...values] as XmlValue] : values;
  });
}
