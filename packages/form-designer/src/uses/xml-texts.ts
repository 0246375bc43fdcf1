/**
 * The attribute values and texts of an XML file with their places, so that one of them can be changed and every other sign stays as it is.
 * Only for finding and replacing: whether the file is sound is not asked.
 */

/** A text of the file. */
export interface XmlText {
  /** Without entities. */
  readonly text: string;
  /** Where its raw text stands in the file. */
  readonly from: number;
  readonly to: number;
  /** The element, without prefix, and for an attribute its name. */
  readonly element: string;
  readonly attribute?: string;
  /** The attribute of this name of the same element. */
  beside(attribute: string): string | undefined;
  /** The names of the elements around it, without prefix, outermost first; its own last. */
  readonly path: readonly string[];
  /** What the nearest element around it is called by people, and its id. */
  readonly name?: string;
  readonly id?: string;
  /** In a CDATA section nothing is written as an entity. */
  readonly raw: boolean;
}

interface Open {
  readonly element: string;
  readonly name: string | undefined;
  readonly id: string | undefined;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!(?:[^>"']|"[^"]*"|'[^']*')*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*("([^"]*)"|'([^']*)')/g;

/** The texts of `xml` in document order. */
export function xmlTexts(xml: string): readonly XmlText[] {
  const texts: XmlText[] = [];
  const open: Open[] = [];
  for (const match of xml.matchAll(TOKEN)) {
    const [whole, cdata, closing, opening, attributes = '', selfClosing] = match;
    const at = match.index;
    if (closing !== undefined) open.pop();
    else if (opening !== undefined) {
      const found = [...attributes.matchAll(ATTRIBUTE)].map((each) => attributeOf(each, at + 1 + opening.length));
      const own = (wanted: string): string | undefined => found.find(({ attribute }) => attribute === wanted)?.text;
      const around = open.at(-1);
      const holder: Open = { element: localName(opening), name: own('name') ?? around?.name, id: own('id') ?? around?.id };
      open.push(holder);
      texts.push(...found.map((each) => ({ ...each, beside: own, ...placeIn(open) })));
      if (selfClosing === '/') open.pop();
    } else if (cdata !== undefined) {
      const from = at + '<![CDATA['.length;
      texts.push({ text: cdata, from, to: from + cdata.length, raw: true, beside: nothing, ...placeIn(open) });
    } else if (!whole.startsWith('<') && whole.trim() !== '') {
      texts.push({ text: decoded(whole), from: at, to: at + whole.length, raw: false, beside: nothing, ...placeIn(open) });
    }
  }
  return texts;
}

/** `xml` with other texts in the place of some. */
export function withXmlTexts(xml: string, changes: readonly (readonly [text: XmlText, becomes: string])[]): string {
  return [...changes]
    .sort(([one], [other]) => other.from - one.from)
    .reduce((now, [{ from, to, ...place }, becomes]) => `${now.slice(0, from)}${written(becomes, place)}${now.slice(to)}`, xml);
}

function nothing(): undefined {
  return undefined;
}

function attributeOf(
  match: RegExpMatchArray,
  start: number,
): Pick<XmlText, 'text' | 'from' | 'to' | 'raw'> & { readonly attribute: string } {
  const [whole, attribute = '', , double, single] = match;
  const value = double ?? single ?? '';
  const from = start + (match.index ?? 0) + whole.length - value.length - 1;
  return { attribute: localName(attribute), text: decoded(value), from, to: from + value.length, raw: false };
}

function placeIn(open: readonly Open[]): Pick<XmlText, 'element' | 'path' | 'name' | 'id'> {
  const { element = '', name, id } = open.at(-1) ?? {};
  const path = open.map((each) => each.element);
  return { element, path, ...(name === undefined ? {} : { name }), ...(id === undefined ? {} : { id }) };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** As files write it: quotation marks as entities in attributes only. */
function written(text: string, { raw, attribute }: Pick<XmlText, 'raw' | 'attribute'>): string {
  if (raw) return text;
  const signs = attribute === undefined ? /[&<>]/g : /[&<>"]/g;
  return text.replace(signs, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}
