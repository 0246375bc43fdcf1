/** Writes a tree as XML: what was read comes out as it was written, new elements are indented like what stands around them. */
import { isElement, type XmlDocument, type XmlElement } from './xml-node.ts';

/** The text of a file. */
export function writeXmlTree({ before, root, after }: XmlDocument): string {
  return `${before}${write(root, '\n')}${after}`;
}

/** `indent` is the line break and the spaces before the element; empty when it stands in the middle of a line. */
function write(element: XmlElement, indent: string): string {
  const { name, children } = element;
  const tag = startTag(element);
  if (children.length === 0) return tag.endsWith('/>') ? tag : `${tag}</${name}>`;
  const isNew = element.written === undefined && children.every(isElement);
  const body = isNew ? indented(children as readonly XmlElement[], indent) : asWritten(element);
  return `${tag}${body}${isNew ? indent : ''}</${name}>`;
}

function indented(children: readonly XmlElement[], indent: string): string {
  const inner = indent === '' ? '' : `${indent}  `;
  return children.map((child) => `${inner}${write(child, inner)}`).join('');
}

function asWritten({ children }: XmlElement): string {
  let text = '';
  for (const child of children) {
    if (child.kind === 'element') text += write(child, /\r?\n[ \t]*$/.exec(text)?.[0] ?? '');
    else text += child.kind === 'text' ? (child.raw ?? escapeText(child.text)) : child.raw;
  }
  return text;
}

function startTag({ name, attributes, children, written }: XmlElement): string {
  const isEmpty = children.length === 0;
  if (written !== undefined && (isEmpty || !written.endsWith('/>'))) return written;
  const list = [...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('');
  return `<${name}${list}${isEmpty ? ' />' : '>'}`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ESCAPES[sign] as string);
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (sign) => ESCAPES[sign] ?? `&#${sign.charCodeAt(0)};`);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
