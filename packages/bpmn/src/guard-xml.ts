/** Refuses, before any parsing, XML that is too large, too deep, or declares document types or entities. */
import type { Problem } from '@tongban/model';
import { raise } from './errors.ts';

/** What is read at most of one file. */
export const BPMN_LIMITS: { readonly bytes: number; readonly elements: number; readonly depth: number; readonly faults: number } = {
  bytes: 5 * 1024 * 1024,
  elements: 250_000,
  depth: 120,
  /** Faults in the markup after which reading stops. */
  faults: 100,
};

/** The first reason not to parse `xml`, or undefined. */
export function guardXml(xml: string): Problem | undefined {
  const bytes = utf8Length(xml);
  if (bytes > BPMN_LIMITS.bytes) return raise.problem('BPMN_TOO_LARGE', {}, { bytes, limit: BPMN_LIMITS.bytes });
  return guardMarkup(xml);
}

/** How many bytes `text` takes in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

function guardMarkup(xml: string): Problem | undefined {
  const entities = entityFinder(xml);
  let depth = 0;
  let elements = 0;
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const end = open === -1 ? xml.length : open;
    const next = open === -1 ? undefined : skipOpaque(xml, open);
    const entity = entities(at, end);
    if (entity !== undefined) return raise.problem('BPMN_ENTITY', {}, { entity });
    if (open === -1) return undefined;
    if (next !== undefined) {
      at = next;
      continue;
    }
    if (xml.startsWith('<!', open)) return raise.problem('BPMN_DOCTYPE', {});
    const close = endOfTag(xml, open);
    if (close === -1) return undefined;
    const inTag = entities(open, close);
    if (inTag !== undefined) return raise.problem('BPMN_ENTITY', {}, { entity: inTag });
    if (xml.charCodeAt(open + 1) === 0x2f) depth--;
    else {
      elements++;
      if (xml.charCodeAt(close - 1) !== 0x2f) depth++;
    }
    if (elements > BPMN_LIMITS.elements) return tooMany('elements', '元素数', BPMN_LIMITS.elements);
    if (depth > BPMN_LIMITS.depth) return tooMany('levels of nesting', '嵌套层数', BPMN_LIMITS.depth);
    at = close + 1;
  }
  return undefined;
}

/** Where a comment, CDATA section or processing instruction that starts at `open` ends. */
export function skipOpaque(xml: string, open: number): number | undefined {
  for (const [start, end] of OPAQUE) {
    if (!xml.startsWith(start, open)) continue;
    const close = xml.indexOf(end, open + start.length);
    return close === -1 ? xml.length : close + end.length;
  }
  return undefined;
}

const OPAQUE: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** The place of the `>` that ends the tag at `open`, quotation marks observed. */
export function endOfTag(xml: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < xml.length; at++) {
    const unit = xml.charCodeAt(at);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 0x22 || unit === 0x27) quote = unit;
    else if (unit === 0x3e) return at;
  }
  return -1;
}

/** Finds the first entity in a stretch that XML itself does not define. Stretches are asked for in order, so the text is walked once. */
function entityFinder(xml: string): (from: number, to: number) => string | undefined {
  let next = xml.indexOf('&');
  return (from, to) => {
    while (next !== -1 && next < to) {
      const entity = next < from ? undefined : /^&([A-Za-z_][\w.-]{0,60});/.exec(xml.slice(next, next + 70))?.[1];
      if (entity !== undefined && !PREDEFINED.has(entity)) return entity;
      next = xml.indexOf('&', next + 1);
    }
    return undefined;
  };
}

const PREDEFINED: ReadonlySet<string> = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);

/** The problem of a file that goes on and on. */
export function tooMany(what: string, whatZh: string, limit: number): Problem {
  return raise.problem('BPMN_TOO_COMPLEX', {}, { what, whatZh, limit });
}
