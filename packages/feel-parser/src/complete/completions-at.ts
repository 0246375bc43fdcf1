/**
 * What may be written at a place of a FEEL text: names with what people call them, values of a name that is compared, functions with
 * their parameters, keywords and operators. The text may be unfinished or wrong; the answer may be empty, and nothing is thrown.
 */
import { FEEL_LIMITS, type LocalText, textIn } from '@tongban/model';
import { NAME_PART } from '../characters.ts';
import { allNames, type FeelName } from './feel-name.ts';
import { FEEL_FUNCTION_GUIDE } from './function-guide.ts';
import { type FeelPlaceAt, placeAt } from './place-at.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One thing that may be written. */
export interface FeelCompletion {
  readonly kind: 'name' | 'value' | 'function' | 'keyword' | 'operator';
  /** What is written in place of `from` to `to`. */
  readonly insert: string;
  /** Where the caret goes, from the beginning of what is written. */
  readonly caret: number;
  /** What people call it. */
  readonly label: LocalText | string;
  /** Beside the label: the name as FEEL reads it, or the function with its parameters. */
  readonly detail: string;
  readonly type?: FeelName['type'];
}

/** What may be written at a place, the likeliest first, and which part of the text it replaces. */
export interface FeelCompletions {
  readonly from: number;
  readonly to: number;
  /** What of it is typed already. */
  readonly typed: string;
  readonly items: readonly FeelCompletion[];
}

/** How the text is read. */
export interface CompletionOptions {
  /** `unaryTests` for a cell of a decision table. Default `expression`. */
  readonly dialect?: 'expression' | 'unaryTests';
  /** Of unary tests: what they test. */
  readonly input?: FeelName;
}

const MOST = 60;
const PATH_LEVELS = 3;
/** The most words of a name that are typed before it is found. */
const WORDS = 4;

export function completionsAt(text: string, offset: number, names: readonly FeelName[], options: CompletionOptions = {}): FeelCompletions {
  const nothing: FeelCompletions = { from: offset, to: offset, typed: '', items: [] };
  if (text.length > FEEL_LIMITS.textLength) return nothing;
  const tokens = tokensOf(text.slice(0, offset), allNames(names));
  const last = tokens.at(-1);
  if (last?.kind === 'number' && last.to === offset) return nothing;
  if (last?.kind === 'open') return valuesIn(last, tokens, names, options, text);
  for (const from of beginnings(tokens, text, offset)) {
    const typed = text.slice(from, offset).replace(/\s+/g, ' ');
    const before = tokensOf(text.slice(0, from), allNames(names));
    const items = offered(before, names, options).filter((item) => fits(item, typed, from === last?.from || typed === ''));
    if (items.length > 0)
      return { from, to: typed === '' ? offset : wordEnd(text, offset), typed, items: ranked(items, typed).slice(0, MOST) };
  }
  return nothing;
}

// where what is being typed may have begun: `date a` is the beginning of `date and time`
function beginnings(tokens: readonly Token[], text: string, offset: number): readonly number[] {
  const words: number[] = [];
  for (let at = tokens.length - 1; at >= 0 && words.length < WORDS; at--) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1]?.from ?? offset;
    const gap = text.slice(token.to, next);
    if ((token.kind !== 'name' && token.kind !== 'word') || !/^\s*$/.test(gap) || (words.length === 0 && gap !== '')) break;
    words.unshift(token.from);
    const inner = innerWords(text, token);
    if (words.length === 1) words.push(...inner);
  }
  return words.length === 0 ? [offset] : words;
}

// the last word of a name of several words that nobody knows may be the beginning of another
function innerWords(text: string, { from, to }: Token): readonly number[] {
  const at = text.slice(from, to).search(/\S+$/);
  return at > 0 ? [from + at] : [];
}

function offered(before: readonly Token[], names: readonly FeelName[], options: CompletionOptions): readonly FeelCompletion[] {
  const place = placeAt(before, names);
  switch (place.expects) {
    case 'binding':
      return [];
    case 'entry':
      return place.names.map(nameItem);
    case 'operator':
      return operatorsAfter(place, before, options);
    case 'value':
      return valuesAt(place, before, options);
  }
}

function valuesAt(place: FeelPlaceAt, before: readonly Token[], options: CompletionOptions): readonly FeelCompletion[] {
  const against = place.against ?? (isTest(before, options) ? options.input : undefined);
  return [
    ...valuesOf(against),
    ...(isTest(before, options) ? TESTS : []),
    ...pathItems(place.names),
    ...FEEL_FUNCTION_GUIDE.map(functionItem),
    ...VALUE_WORDS,
  ];
}

function operatorsAfter({ awaits }: FeelPlaceAt, before: readonly Token[], options: CompletionOptions): readonly FeelCompletion[] {
  const awaited = awaits.at(-1);
  if (awaited === 'in') return [wordItem('in', IN_LIST)];
  const open = awaited === undefined ? [] : [wordItem(awaited, AWAITED.get(awaited) ?? '')];
  return isTest(before.slice(0, -1), options) ? open : [...open, ...OPERATORS];
}

// at the beginning of a test of a cell: after nothing, a comma, or `not(`
function isTest(before: readonly Token[], { dialect }: CompletionOptions): boolean {
  if (dialect !== 'unaryTests') return false;
  const last = before.at(-1);
  return last === undefined || last.text === ',' || (last.text === '(' && before.at(-2)?.text === 'not');
}

// inside an open text: the values of what it is compared with
function valuesIn(
  open: Token,
  tokens: readonly Token[],
  names: readonly FeelName[],
  options: CompletionOptions,
  text: string,
): FeelCompletions {
  const before = tokens.slice(0, -1);
  const place = placeAt(before, names);
  const against = place.against ?? (isTest(before, options) ? options.input : undefined);
  const typed = open.text.slice(1);
  const items = valuesOf(against).filter((item) => item.insert.startsWith('"') && fits(item, typed, true));
  const to = text[open.to] === '"' ? open.to + 1 : open.to;
  return { from: open.from, to, typed, items: ranked(items, typed) };
}

function valuesOf(against: FeelName | undefined): readonly FeelCompletion[] {
  if (against === undefined) return [];
  const values = against.values ?? (against.type === 'boolean' ? BOOLEANS : []);
  const items = values.map(({ feel, label }) => item('value', feel, label, feel));
  return against.type === 'date' ? [...items, ...DATES] : items;
}

// what can be asked comes first, under its whole path; what only holds it comes after
function pathItems(names: readonly FeelName[]): readonly FeelCompletion[] {
  const holds = ({ entries, type }: FeelName): boolean => entries !== undefined && type !== 'list';
  const leaves = (list: readonly FeelName[], levels: number): readonly FeelName[] =>
    list.flatMap((one) => {
      if (!holds(one)) return [one];
      if (levels === 0 || one.name === 'item') return [];
      return leaves(one.entries ?? [], levels - 1).map((entry) => ({ ...entry, name: `${one.name}.${entry.name}` }));
    });
  return [...leaves(names, PATH_LEVELS), ...names.filter(holds)].map(nameItem);
}

function nameItem({ name, label, type }: FeelName): FeelCompletion {
  return { ...item('name', name, label, name), ...(type === undefined ? {} : { type }) };
}

function functionItem({ name, parameters, help }: (typeof FEEL_FUNCTION_GUIDE)[number]): FeelCompletion {
  const insert = `${name}()`;
  return {
    kind: 'function',
    insert,
    caret: parameters === '' ? insert.length : insert.length - 1,
    label: help,
    detail: `${name}(${parameters})`,
  };
}

function wordItem(word: string, label: LocalText | string): FeelCompletion {
  return item('keyword', `${word} `, label, word);
}

function item(kind: FeelCompletion['kind'], insert: string, label: LocalText | string, detail: string): FeelCompletion {
  return { kind, insert, caret: insert.length, label, detail };
}

// from the beginning of the name, or of a word of it; Chinese anywhere in what people call it
function fits({ detail, insert, label }: FeelCompletion, typed: string, loosely: boolean): boolean {
  if (typed === '') return true;
  const sought = typed.toLowerCase();
  if (startsWith(detail, sought) || startsWith(insert, sought)) return true;
  if (!loosely) return false;
  if (/[^\p{ASCII}]/u.test(sought)) return wordsOf(label).some((words) => words.includes(sought));
  return detail
    .toLowerCase()
    .split(/[ _.]/)
    .some((part) => part.startsWith(sought));
}

function ranked(items: readonly FeelCompletion[], typed: string): readonly FeelCompletion[] {
  if (typed === '') return items;
  const sought = typed.toLowerCase();
  const rank = ({ detail, label }: FeelCompletion): number =>
    startsWith(detail, sought) || wordsOf(label).some((words) => words.startsWith(sought)) ? 0 : 1;
  return items
    .map((one, at) => [rank(one), at, one] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, , one]) => one);
}

function startsWith(text: string, sought: string): boolean {
  return text.toLowerCase().startsWith(sought);
}

function wordsOf(label: LocalText | string): readonly string[] {
  return [...new Set([textIn(label, 'zh-CN'), textIn(label, 'en')])].map((words) => words.toLowerCase());
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && NAME_PART.test(text[at] as string)) at += 1;
  return at;
}

const BOOLEANS = [
  { feel: 'true', label: { 'zh-CN': '是', en: 'yes' } },
  { feel: 'false', label: { 'zh-CN': '否', en: 'no' } },
];

const DATES: readonly FeelCompletion[] = [
  item('value', 'today()', { 'zh-CN': '今天', en: 'today' }, 'today()'),
  {
    ...item('value', 'date("")', { 'zh-CN': '某一天，如 date("2026-01-31")', en: 'a day, e.g. date("2026-01-31")' }, 'date("…")'),
    caret: 6,
  },
];

const TESTS: readonly FeelCompletion[] = [
  { ...item('keyword', 'not()', { 'zh-CN': '不是其中任何一个', en: 'none of these' }, 'not(…)'), caret: 4 },
  item('operator', '> ', { 'zh-CN': '大于', en: 'greater than' }, '>'),
  item('operator', '>= ', { 'zh-CN': '大于等于（不低于）', en: 'at least' }, '>='),
  item('operator', '< ', { 'zh-CN': '小于', en: 'less than' }, '<'),
  item('operator', '<= ', { 'zh-CN': '小于等于（不超过）', en: 'at most' }, '<='),
  item('operator', '-', { 'zh-CN': '不限', en: 'anything' }, '-'),
];

const OPERATORS: readonly FeelCompletion[] = [
  wordItem('and', { 'zh-CN': '并且', en: 'both hold' }),
  wordItem('or', { 'zh-CN': '或者', en: 'either holds' }),
  item('operator', '= ', { 'zh-CN': '等于', en: 'equals' }, '='),
  item('operator', '!= ', { 'zh-CN': '不等于', en: 'does not equal' }, '!='),
  item('operator', '> ', { 'zh-CN': '大于', en: 'greater than' }, '>'),
  item('operator', '>= ', { 'zh-CN': '大于等于（不低于）', en: 'at least' }, '>='),
  item('operator', '< ', { 'zh-CN': '小于', en: 'less than' }, '<'),
  item('operator', '<= ', { 'zh-CN': '小于等于（不超过）', en: 'at most' }, '<='),
  { ...item('keyword', 'in ()', { 'zh-CN': '是其中之一', en: 'is one of' }, 'in (…)'), caret: 4 },
  wordItem('between', { 'zh-CN': '介于两者之间（between … and …）', en: 'lies between (between … and …)' }),
  item('operator', '+ ', { 'zh-CN': '加', en: 'plus' }, '+'),
  item('operator', '- ', { 'zh-CN': '减', en: 'minus' }, '-'),
  item('operator', '* ', { 'zh-CN': '乘', en: 'times' }, '*'),
  item('operator', '/ ', { 'zh-CN': '除以', en: 'divided by' }, '/'),
  wordItem('instance of', { 'zh-CN': '是某种类型', en: 'is of a type' }),
];

const VALUE_WORDS: readonly FeelCompletion[] = [
  item('keyword', 'true', { 'zh-CN': '是', en: 'yes' }, 'true'),
  item('keyword', 'false', { 'zh-CN': '否', en: 'no' }, 'false'),
  item('keyword', 'null', { 'zh-CN': '没有值', en: 'no value' }, 'null'),
  wordItem('if', { 'zh-CN': '如果…那么…否则…', en: 'if … then … else …' }),
  wordItem('for', { 'zh-CN': '对每一项计算', en: 'for each element' }),
  wordItem('some', { 'zh-CN': '其中有一项满足', en: 'some element satisfies' }),
  wordItem('every', { 'zh-CN': '每一项都满足', en: 'every element satisfies' }),
];

const IN_LIST: LocalText = { 'zh-CN': '在哪个列表中', en: 'in which list' };

const AWAITED: ReadonlyMap<string, LocalText> = new Map([
  ['then', { 'zh-CN': '那么', en: 'then' }],
  ['else', { 'zh-CN': '否则', en: 'else' }],
  ['return', { 'zh-CN': '结果是', en: 'gives' }],
  ['satisfies', { 'zh-CN': '满足', en: 'satisfies' }],
]);
