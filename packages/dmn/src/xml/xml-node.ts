/** XML as a tree that keeps what was written: comments, prefixes, spaces between elements, and start tags as long as nobody changes them. */

/** Anything inside of an element. */
export type XmlNode = XmlElement | XmlText | XmlOther;

/** An element. */
export interface XmlElement {
  readonly kind: 'element';
  /** The name with its prefix. */
  readonly name: string;
  /** The name without prefix. */
  readonly local: string;
  readonly namespace: string;
  /** By name with prefix, decoded, in the order of the text. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** The start tag as it was written; absent when the element is new or changed. */
  readonly written?: string;
}

/** Characters. `raw` is what was written: with entities, or as CDATA. */
export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly raw?: string;
}

/** A comment or processing instruction, as written. */
export interface XmlOther {
  readonly kind: 'other';
  readonly raw: string;
}

/** A whole file: what stands before the root, the root, and what stands after it. */
export interface XmlDocument {
  readonly before: string;
  readonly root: XmlElement;
  readonly after: string;
}

/** All characters in an element, without those of elements inside. */
export function charactersOf({ children }: XmlElement): string {
  return children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}

export function isElement(node: XmlNode): node is XmlElement {
  return node.kind === 'element';
}
