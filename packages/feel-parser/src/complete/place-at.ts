/** What stands before a place in an unfinished text: which names are in scope there, and whether a value or an operator comes next. */
import { type FeelName, nameAt } from './feel-name.ts';
import type { Token } from './tokens.ts';

/** What may be written at a place. */
export interface FeelPlaceAt {
  /** `value`: a name, a value, a function. `operator`: what joins or compares. `entry`: an entry of what stands before the dot. `binding`: a new name. */
  readonly expects: 'value' | 'operator' | 'entry' | 'binding';
  /** At `entry`, those that may follow; else the names in scope, innermost first. */
  readonly names: readonly FeelName[];
  /** What the value is compared with. */
  readonly against: FeelName | undefined;
  /** Words that are open, innermost last: `then`, `else`, `return`, `satisfies`, `in`. */
  readonly awaits: readonly string[];
}

interface Frame {
  /** The bracket that opened it. */
  readonly bracket: string;
  /** In the filter of a list, the entries of its elements. */
  readonly entries: readonly FeelName[];
  readonly bound: FeelName[];
  readonly awaits: string[];
  /** Of a context: the entry whose value is being written. */
  defining?: string;
}

const COMPARING: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'between']);
/** Which words a word waits for, the next one last. */
const WAITS_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['if', ['then']],
  ['then', ['else']],
  ['for', ['return', 'in']],
  ['some', ['satisfies', 'in']],
  ['every', ['satisfies', 'in']],
]);

export function placeAt(tokens: readonly Token[], names: readonly FeelName[]): FeelPlaceAt {
  const frames = framesOf(tokens, names);
  const scope = [...frames].reverse().flatMap(({ entries, bound }) => [...bound].reverse().concat(entries));
  const inScope = unique([...scope, ...names]);
  const last = tokens.at(-1);
  const awaits = frames.at(-1)?.awaits ?? [];
  const done = (expects: FeelPlaceAt['expects'], found: readonly FeelName[] = inScope): FeelPlaceAt => ({
    expects,
    names: found,
    against: expects === 'value' ? comparedWith(tokens, inScope) : undefined,
    awaits,
  });
  if (last?.text === '.' && last.kind === 'sign') return done('entry', chainBefore(tokens, tokens.length - 1, inScope)?.entries ?? []);
  if (last?.kind === 'word' && (last.text === 'for' || last.text === 'some' || last.text === 'every')) return done('binding');
  return done(last !== undefined && endsValue(last) ? 'operator' : 'value');
}

/** Whether `token` ends a value, so that an operator follows. */
export function endsValue({ kind, text }: Token): boolean {
  if (kind === 'word') return text === 'true' || text === 'false' || text === 'null';
  return kind === 'sign' ? text === ')' || text === ']' || text === '}' : kind !== 'open';
}

/** What the names, dots and filters that end before `end` lead to. */
function chainBefore(tokens: readonly Token[], end: number, scope: readonly FeelName[]): FeelName | undefined {
  const path: string[] = [];
  let at = end - 1;
  for (;;) {
    while (tokens[at]?.text === ']') at = openingOf(tokens, at) - 1;
    const token = tokens[at];
    if (token?.kind !== 'name') return undefined;
    path.unshift(token.text);
    if (tokens[at - 1]?.text !== '.') return nameAt(scope, path);
    at -= 2;
  }
}

function openingOf(tokens: readonly Token[], closing: number): number {
  let depth = 0;
  for (let at = closing; at >= 0; at--) {
    const { kind, text } = tokens[at] as Token;
    if (kind !== 'sign') continue;
    if (text === ']' || text === ')' || text === '}') depth += 1;
    else if (text === '[' || text === '(' || text === '{') depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}

// `field =`, `field in (`, `field = "A" or field in ("A", `
function comparedWith(tokens: readonly Token[], scope: readonly FeelName[]): FeelName | undefined {
  let at = tokens.length - 1;
  while (at >= 0) {
    const { kind, text } = tokens[at] as Token;
    if (COMPARING.has(text) && kind !== 'text') return chainBefore(tokens, at, scope);
    const isPartOfList = (kind === 'sign' && (text === '(' || text === '[' || text === ',')) || kind === 'text' || kind === 'number';
    if (!isPartOfList || (text === '(' && tokens[at - 1]?.kind === 'name')) return undefined;
    at -= 1;
  }
  return undefined;
}

function framesOf(tokens: readonly Token[], names: readonly FeelName[]): readonly Frame[] {
  const frames: Frame[] = [frame('', [])];
  for (const [at, token] of tokens.entries()) {
    const top = frames.at(-1) as Frame;
    if (token.kind === 'word') openWord(top, token.text);
    if (token.kind !== 'sign') continue;
    const { text } = token;
    if (text === '(' || text === '{') frames.push(frame(text, []));
    else if (text === '[') frames.push(frame(text, filteredBy(tokens, at, frames, names)));
    else if ((text === ')' || text === ']' || text === '}') && frames.length > 1) frames.pop();
    bindAt(tokens, at, frames.at(-1) as Frame);
  }
  for (const [at, token] of tokens.entries()) if (token.text === 'in' && token.kind === 'word') bindIterator(tokens, at, frames, names);
  return frames;
}

function frame(bracket: string, entries: readonly FeelName[]): Frame {
  return { bracket, entries, bound: [], awaits: [] };
}

function openWord({ awaits }: Frame, word: string): void {
  if (awaits.at(-1) === word) awaits.pop();
  awaits.push(...(WAITS_FOR.get(word) ?? []));
}

// the entries of a filtered list, and the element itself
function filteredBy(tokens: readonly Token[], at: number, frames: readonly Frame[], names: readonly FeelName[]): readonly FeelName[] {
  const before = tokens[at - 1];
  if (before === undefined || !endsValue(before)) return [];
  const scope = [...frames.flatMap(({ entries, bound }) => [...entries, ...bound]), ...names];
  const entries = chainBefore(tokens, at, scope)?.entries ?? [];
  return [...entries, { name: 'item', label: ITEM, ...(entries.length > 0 ? { type: 'context' as const, entries } : {}) }];
}

// entries of a context are known to those after them
function bindAt(tokens: readonly Token[], at: number, top: Frame): void {
  if (top.bracket !== '{') return;
  const key = tokens[at - 1];
  if (tokens[at]?.text === ':' && key?.kind === 'name') top.defining = key.text;
  else if (tokens[at]?.text === ',' && top.defining !== undefined) top.bound.push({ name: top.defining, label: ENTRY });
}

// `for x in list`: x is an element of the list, known from there to the end of the bracket
function bindIterator(tokens: readonly Token[], at: number, frames: readonly Frame[], names: readonly FeelName[]): void {
  const name = tokens[at - 1];
  const word = tokens[at - 2]?.text ?? '';
  if (name?.kind !== 'name' || !(word === 'for' || word === 'some' || word === 'every' || word === ',')) return;
  let end = at + 1;
  while (end < tokens.length && (tokens[end]?.kind === 'name' || tokens[end]?.text === '.')) end += 1;
  const scope = [...frames.flatMap(({ bound }) => bound), ...names];
  const entries = chainBefore(tokens, end, scope)?.entries;
  const element: FeelName = { name: name.text, label: ELEMENT, ...(entries === undefined ? {} : { type: 'context', entries }) };
  if (!closedBefore(tokens, at)) (frames.at(-1) as Frame).bound.push(element);
}

function closedBefore(tokens: readonly Token[], from: number): boolean {
  let depth = 0;
  for (const { kind, text } of tokens.slice(from)) {
    if (kind !== 'sign') continue;
    if (text === '(' || text === '[' || text === '{') depth += 1;
    else if (text === ')' || text === ']' || text === '}') depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}

function unique(names: readonly FeelName[]): readonly FeelName[] {
  const seen = new Set<string>();
  return names.filter(({ name }) => !seen.has(name) && seen.add(name));
}

const ITEM = { 'zh-CN': '当前这一项', en: 'this element' };
const ELEMENT = { 'zh-CN': '其中一项', en: 'one of them' };
const ENTRY = { 'zh-CN': '前面定义的条目', en: 'entry defined before' };
