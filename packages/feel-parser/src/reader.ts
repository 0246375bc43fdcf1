/** Reads a FEEL text from left to right: spaces, comments, words, names, numbers and strings. Faults are thrown inside the package only. */
import { FEEL_FUNCTION_NAMES, type JsonObject } from '@tongban/model';
import { FULL_WIDTH, KEYWORDS, MISTAKES, NAME_PART, NAME_START } from './characters.ts';
import type { FeelSyntaxCode } from './errors.ts';

/** A syntax fault on its way to {@link parseFeel}, which makes a problem of it. */
export class SyntaxFault extends Error {
  readonly code: FeelSyntaxCode;
  readonly from: number;
  readonly to: number;
  readonly details: JsonObject;

  constructor(code: FeelSyntaxCode, from: number, to: number, details: JsonObject) {
    super(code);
    this.code = code;
    this.from = from;
    this.to = to;
    this.details = details;
  }
}

/** A name as it was read. */
export interface ReadName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const SPACE = /(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)*/y;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\]|\\[\s\S])*"/y;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([nrt"'\\]))/g;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** The reading head over one text. */
export class Reader {
  readonly text: string;
  /** Names that may hold spaces or operators, longest first; the parser adds those that the text itself binds. */
  readonly known: string[];
  /** Names with full-width signs that nobody declared. */
  readonly doubtful: {
    readonly from: number;
    readonly to: number;
    readonly name: string;
    readonly found: string;
    readonly suggestion: string;
  }[] = [];
  position = 0;
  /** Where the last thing read ended. */
  end = 0;

  constructor(text: string, names: readonly string[]) {
    this.text = text;
    this.known = names
      .map(singleSpaced)
      .filter((name) => name.length > 0)
      .sort(longestFirst);
    this.skip();
  }

  /** Goes on to `position`, over the spaces and comments there. */
  moveTo(position: number): void {
    this.end = position;
    this.position = position;
    this.skip();
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Whether the sign comes next. */
  sees(sign: string): boolean {
    return this.text.startsWith(sign, this.position);
  }

  /** Takes the sign when it comes next. */
  take(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.moveTo(this.position + sign.length);
    return true;
  }

  /** Takes the sign, else faults. */
  expect(sign: string): void {
    if (!this.take(sign)) this.fail('FEEL_SYNTAX_EXPECTED', { expected: sign });
  }

  /** Whether the keyword comes next as a whole word. */
  seesWord(word: string): boolean {
    return this.sees(word) && !this.isNamePart(this.position + word.length);
  }

  takeWord(word: string): boolean {
    return this.seesWord(word) && this.take(word);
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) this.fail('FEEL_SYNTAX_EXPECTED', { expected: word });
  }

  /** The text of the number that comes next. */
  number(): string | undefined {
    return this.match(NUMBER);
  }

  /** The value of the string that comes next. */
  string(): string | undefined {
    if (!this.sees('"')) return undefined;
    const quoted = this.match(STRING);
    if (quoted === undefined) {
      throw new SyntaxFault('FEEL_SYNTAX_STRING_OPEN', this.position, this.text.length, { position: this.position + 1 });
    }
    return quoted.slice(1, -1).replace(ESCAPE, (_, four?: string, six?: string, sign?: string) => {
      if (sign !== undefined) return ESCAPED[sign] as string;
      const code = Number.parseInt(four ?? (six as string), 16);
      return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
    });
  }

  /** The name that comes next in an expression: a declared one, a built-in function before its bracket, else all words up to a keyword. */
  name(): ReadName | undefined {
    const from = this.position;
    const declared = this.longestAt(this.known, from);
    const builtIn = this.longestAt(BUILT_INS, from, '(');
    const words = this.wordsAt(from);
    const best = declared ?? words;
    const read = builtIn !== undefined && (best === undefined || builtIn.to > best.to || builtIn.to === best.to) ? builtIn : best;
    if (read === undefined) return undefined;
    if (read === words) this.doubt(read);
    this.moveTo(read.to);
    return read;
  }

  /** A name that is being bound: everything up to one of the signs or the word that follows it. */
  boundName(...followers: string[]): ReadName {
    const from = this.position;
    let to = from;
    while (to < this.text.length) {
      const isStart = this.isNameStart(to);
      if (!isStart && !(to > from && /[-+*/.'0-9]/.test(this.text[to] as string))) break;
      const before = to;
      to = isStart ? this.wordEnd(to) : to + 1;
      if (isStart && KEYWORDS.has(this.text.slice(before, to)) && (before === from || followers.includes(this.text.slice(before, to)))) {
        to = before;
        break;
      }
      SPACE.lastIndex = to;
      SPACE.test(this.text);
      const next = SPACE.lastIndex;
      if (followers.some((follower) => this.text.startsWith(follower, next) && !(follower === 'in' && this.isNamePart(next + 2)))) break;
      to = next;
    }
    const name = singleSpaced(this.text.slice(from, to));
    if (name === '') this.fail('FEEL_SYNTAX_NAME_EXPECTED');
    const end = from + this.text.slice(from, to).trimEnd().length;
    this.moveTo(end);
    return { name, from, to: end };
  }

  /** Makes `name` known until the returned function is called. */
  bind(name: string): () => void {
    this.known.push(name);
    this.known.sort(longestFirst);
    return () => {
      this.known.splice(this.known.indexOf(name), 1);
    };
  }

  /** Throws a fault at the reading head, with the sign that is meant when a foreign one stands there. */
  fail(code: FeelSyntaxCode, details: JsonObject = {}): never {
    const from = this.position;
    const mistake = MISTAKES.find(([wrong]) => this.text.startsWith(wrong, from));
    if (this.atEnd) {
      const early = code === 'FEEL_SYNTAX_EXPECTED' ? 'FEEL_SYNTAX_UNCLOSED' : 'FEEL_SYNTAX_INCOMPLETE';
      throw new SyntaxFault(early, this.end, this.text.length, { ...details, position: this.end });
    }
    const found = mistake?.[0] ?? this.wordOrSign(from);
    const facts = { ...details, found, position: from + 1 };
    const to = Math.max(from, Math.min(this.text.length, from + found.length));
    if (mistake) throw new SyntaxFault('FEEL_SYNTAX_OPERATOR', from, to, { ...facts, suggestion: mistake[1] });
    if (/^[`#$\\^~@;]/.test(found)) throw new SyntaxFault('FEEL_SYNTAX_CHARACTER', from, to, facts);
    throw new SyntaxFault(code, from, to, facts);
  }

  private skip(): void {
    SPACE.lastIndex = this.position;
    SPACE.test(this.text);
    this.position = SPACE.lastIndex;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.moveTo(this.position + found.length);
    return found;
  }

  private longestAt(names: readonly string[], from: number, follower?: string): ReadName | undefined {
    for (const name of names) {
      const to = this.matchName(name, from);
      if (to === undefined) continue;
      if (follower !== undefined) {
        SPACE.lastIndex = to;
        SPACE.test(this.text);
        if (!this.text.startsWith(follower, SPACE.lastIndex)) continue;
      }
      return { name, from, to };
    }
    return undefined;
  }

  private matchName(name: string, from: number): number | undefined {
    let at = from;
    for (const character of name) {
      if (character === ' ') {
        const start = at;
        while (at < this.text.length && /\s/.test(this.text[at] as string)) at += 1;
        if (at === start) return undefined;
      } else if (this.text.startsWith(character, at)) at += character.length;
      else return undefined;
    }
    return this.isNamePart(at) && this.isNamePart(at - 1) ? undefined : at;
  }

  private wordsAt(from: number): ReadName | undefined {
    if (this.text[from] === '?') return { name: '?', from, to: from + 1 };
    let to = from;
    let at = from;
    while (this.isNameStart(at) || (at > from && this.isNamePart(at))) {
      const end = this.wordEnd(at);
      if (KEYWORDS.has(this.text.slice(at, end))) break;
      to = end;
      at = end;
      while (at < this.text.length && /\s/.test(this.text[at] as string)) at += 1;
      if (at === end) break;
    }
    return to === from ? undefined : { name: singleSpaced(this.text.slice(from, to)), from, to };
  }

  private wordEnd(from: number): number {
    let at = from;
    while (this.isNamePart(at)) at += (this.text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    return at;
  }

  private isNameStart(at: number): boolean {
    const code = this.text.codePointAt(at);
    return code !== undefined && NAME_START.test(String.fromCodePoint(code));
  }

  private isNamePart(at: number): boolean {
    const code = this.text.codePointAt(at);
    return code !== undefined && NAME_PART.test(String.fromCodePoint(code));
  }

  private wordOrSign(at: number): string {
    return this.isNamePart(at) ? this.text.slice(at, this.wordEnd(at)) : String.fromCodePoint(this.text.codePointAt(at) as number);
  }

  private doubt({ name, from, to }: ReadName): void {
    for (const found of name) {
      const suggestion = FULL_WIDTH.get(found);
      if (suggestion !== undefined) {
        this.doubtful.push({ from, to, name, found, suggestion });
        return;
      }
    }
  }
}

/** A name with its inner spaces made single. */
export function singleSpaced(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}

const longestFirst = (a: string, b: string): number => b.length - a.length;
const BUILT_INS: readonly string[] = [...FEEL_FUNCTION_NAMES].sort(longestFirst);
