/** Writes the flags of a file as `true` and `false`. Text, comments and what belongs to others stay as they are. */
import type { Problem } from '@tongban/model';
import { raise } from './errors.ts';
import { endOfTag, skipOpaque } from './guard-xml.ts';
import type { PlainFlags } from './plain-flags.ts';
import { tbModdle } from './tb-moddle.ts';

/** `xml` with each flag of BPMN and of our extension written `true` or `false`; one that is neither stays, and is a problem of its element. */
export function spellFlags(xml: string): PlainFlags {
  const parts: string[] = [];
  const problems: Problem[] = [];
  let written = 0;
  let owner = '';
  let at = xml.indexOf('<');
  while (at !== -1) {
    const opaque = skipOpaque(xml, at);
    const end = opaque ?? endOfTag(xml, at);
    if (end === -1) break;
    const tag = opaque === undefined ? xml.slice(at, end) : '';
    // What has no id of its own belongs to the element before it.
    owner = /\sid\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? owner;
    const spelt = spellTag(tag, (attribute, value) => problems.push(wrongFlag(owner, attribute, value)));
    if (spelt !== tag) {
      parts.push(xml.slice(written, at), spelt);
      written = end;
    }
    at = xml.indexOf('<', end);
  }
  return { xml: parts.length === 0 ? xml : parts.join('') + xml.slice(written), problems };
}

function spellTag(tag: string, wrong: (attribute: string, value: string) => void): string {
  const [, name] = /^<(?:[^\s:<>/]+:)?([^\s:<>/]+)/.exec(tag) ?? [];
  if (name === undefined) return tag;
  const own = OWN_FLAGS.get(name);
  return tag.replace(ATTRIBUTE, (whole, attribute: string, equals: string, quote: string, value: string) => {
    if (!FLAGS.has(attribute) && own?.includes(attribute) !== true) return whole;
    const spelt = SPELT.get(value.trim());
    if (spelt === undefined && !DRAWN.has(name)) wrong(attribute, value);
    return spelt === undefined ? whole : ` ${attribute}${equals}${quote}${spelt}${quote}`;
  });
}

function wrongFlag(element: string, attribute: string, value: string): Problem {
  const place = element === '' ? {} : { elementId: element };
  return raise.problem('BPMN_FLAG_WRONG', place, { element, attribute, value: value.slice(0, 100) });
}

// every attribute is met whole, so that what looks like a flag in the value of another is none
const ATTRIBUTE = /\s([^\s=<>"'/]+)(\s*=\s*)(["'])([\s\S]*?)\3/g;

const SPELT: ReadonlyMap<string, string> = new Map([
  ['1', 'true'],
  ['0', 'false'],
  ['true', 'true'],
  ['false', 'false'],
]);

/** Elements of the drawing: how they look stops nobody. */
const DRAWN: ReadonlySet<string> = new Set(['BPMNShape', 'BPMNEdge', 'Font']);

/** The flags of BPMN and its diagrams; each name is a flag wherever it stands. */
export const FLAGS: ReadonlySet<string> = new Set([
  ...['cancelActivity', 'cancelRemainingInstances', 'instantiate', 'isBold', 'isClosed', 'isCollection', 'isExecutable', 'isExpanded'],
  ...['isForCompensation', 'isHorizontal', 'isImmediate', 'isInterrupting', 'isItalic', 'isMarkerVisible', 'isMessageVisible'],
  ...['isSequential', 'isStrikeThrough', 'isUnderline', 'isUnlimited', 'mustUnderstand', 'parallelMultiple', 'testBefore'],
  ...['triggeredByEvent', 'waitForCompletion'],
]);

/** The flags of our own elements, by the name of the element. */
const OWN_FLAGS: ReadonlyMap<string, readonly string[]> = new Map(
  tbModdle.types.flatMap(({ name, properties }) => {
    const flags = properties.filter(({ type }) => type === 'Boolean').map((property) => property.name);
    return flags.length === 0 ? [] : [[name.charAt(0).toLowerCase() + name.slice(1), flags] as const];
  }),
);
