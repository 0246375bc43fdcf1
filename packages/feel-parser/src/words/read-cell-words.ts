/**
 * The FEEL of a cell as people write it: 大于 90 且不超过 100 is `(90..100]`. 以上, 以下 and 以内 include the number itself, 不满 and 超过 do not
 * (Civil Code of the PRC, art. 1259). What begins with `=` is FEEL already, and so is what can be read as nothing else.
 */
import type { CellKind } from './cell-kind.ts';
import { readValue } from './read-value.ts';

type Comparison = '<' | '<=' | '>' | '>=';

/** Longer ways to say it come first. */
const BEFORE: readonly (readonly [Comparison, RegExp])[] = [
  ['>=', /^(大于等于|不小于|不低于|不少于|不早于|至少|≥|>=|at least|onorafter|from)\s*/i],
  ['<=', /^(小于等于|不大于|不超过|不高于|不多于|不晚于|至多|≤|<=|at most|onorbefore|up to)\s*/i],
  ['>', /^(大于|超过|高于|多于|晚于|＞|>|more than|greater than|after)\s*/i],
  ['<', /^(小于|低于|少于|不满|不足|早于|＜|<|less than|before|under)\s*/i],
];
const BEHIND: readonly (readonly [Comparison, RegExp])[] = [
  ['>=', /\s*(\(含\))?(及以上|以上|及以后|起)$/],
  ['<=', /\s*(\(含\))?(及以下|以下|以内|及以前)$/],
];
const ANY = /^(不限|任意|全部|-|any)$/i;
const NOT_EMPTY = /^(不为空|非空|已填写?|not empty)$/i;
const NEGATED = /^(不是|不为|除|非|not)\s*(.+?)\s*(之?外|以外)?$/i;
const BETWEEN = /^(?:介于|在|between)?\s*(.+?)\s*(?:至|到|和|~|～|—|–|\bto\b|\band\b)\s*(.+?)\s*(?:之间)?$/i;
/** An interval as documents print it: 90＜X≤100. */
const CHAIN = /^(.+?)\s*(<=?|[＜≤])\s*[\p{L}_]*\s*(<=?|[＜≤])\s*(.+)$/u;
const ONE_OF = /^(?:其中之一|之一|one of)[:：]?\s*/i;
const QUOTED = /^“([^”]*)”$/;

/** The FEEL text of `words`. */
export function readCellWords(words: string, kind: CellKind): string {
  const text = words.trim();
  if (/^[=＝]/.test(text)) return text.slice(1).trim();
  if (text === '') return kind.dialect === 'unaryTests' ? '-' : '';
  if (kind.dialect === 'expression') return readValue(text, kind) ?? text;
  if (ANY.test(text)) return '-';
  return readTests(inOneWord(text), kind) ?? text;
}

function readTests(text: string, kind: CellKind): string | undefined {
  if (NOT_EMPTY.test(text)) return 'not(null)';
  const whole = readValue(text, { ...kind, exact: true });
  if (whole !== undefined) return whole;
  const negated = NEGATED.exec(text)?.[2];
  const inner = negated === undefined ? undefined : readList(negated, kind);
  if (inner !== undefined) return `not(${inner})`;
  return readList(text, kind);
}

function readList(listed: string, kind: CellKind): string | undefined {
  const text = listed.replace(ONE_OF, '');
  const tests = splitList(text.replace(/\s*[，,]\s*(?=且)/g, '')).map((part) => readTest(part, kind));
  return tests.length > 0 && tests.every((test) => test !== undefined) ? tests.join(', ') : undefined;
}

// 、 and commas part what is listed, except between the quotes “ ” of a text that holds them
function splitList(text: string): readonly string[] {
  const parts = text.match(/(?:“[^”]*”|[^、，,；;“])+/g) ?? [];
  return parts
    .flatMap((part) => (QUOTED.test(part.trim()) ? [part.trim()] : part.split(/\s*(?:或者|或|\bor\b)\s*/)))
    .map((part) => part.trim());
}

function readTest(part: string, kind: CellKind): string | undefined {
  if (part === '') return undefined;
  if (kind.type?.name !== 'string') {
    const [low, high, more] = part.split(/\s*(?:且|并且|\band\b)\s*/).map((side) => readComparison(side, kind));
    if (low !== undefined && high !== undefined && more === undefined) return range(low, high);
    const chain = readChain(part, kind);
    if (chain !== undefined) return chain;
    const single = readComparison(part, kind);
    if (single !== undefined) return `${single.op} ${single.value}`;
    const [, from = '', to = ''] = BETWEEN.exec(part) ?? [];
    const [low2, high2] = [readMeasured(from, kind), readMeasured(to, kind)];
    if (low2 !== undefined && high2 !== undefined) return `[${low2}..${high2}]`;
  }
  return readValue(part, kind);
}

function readChain(text: string, kind: CellKind): string | undefined {
  const [, from = '', lowSign = '', highSign = '', to = ''] = CHAIN.exec(text) ?? [];
  const [low, high] = [readMeasured(from, kind), readMeasured(to, kind)];
  const isIncluded = (sign: string): boolean => sign === '≤' || sign === '<=';
  return low === undefined || high === undefined
    ? undefined
    : `${isIncluded(lowSign) ? '[' : '('}${low}..${high}${isIncluded(highSign) ? ']' : ')'}`;
}

interface Side {
  readonly op: Comparison;
  readonly value: string;
}

function readComparison(text: string, kind: CellKind): Side | undefined {
  for (const [op, words] of BEFORE) {
    const match = words.exec(text);
    const value = match === null ? undefined : readMeasured(text.slice(match[0].length), kind);
    if (value !== undefined) return { op, value };
  }
  for (const [op, words] of BEHIND) {
    const match = words.exec(text);
    const value = match === null ? undefined : readMeasured(text.slice(0, match.index), kind);
    if (value !== undefined) return { op, value };
  }
  return undefined;
}

/** A value that has an order; a text has none here. */
function readMeasured(text: string, kind: CellKind): string | undefined {
  const value = readValue(text.trim(), { ...kind, choices: undefined, exact: true });
  return value === undefined || /^["tfn]/.test(value) ? undefined : value;
}

function range(a: Side, b: Side): string | undefined {
  const [low, high] = a.op.startsWith('>') ? [a, b] : [b, a];
  if (!low.op.startsWith('>') || !high.op.startsWith('<')) return undefined;
  return `${low.op === '>=' ? '[' : '('}${low.value}..${high.value}${high.op === '<=' ? ']' : ')'}`;
}

// so that the "or" in them parts nothing
function inOneWord(text: string): string {
  return text.replace(/(大于|小于)或等?于/g, '$1等于').replace(/\bon or (after|before)\b/gi, 'onor$1');
}
