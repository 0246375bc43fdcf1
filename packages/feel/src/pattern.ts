/**
 * Regular expressions as FEEL has them (XPath and XQuery Functions 3.1, 5.6; flags s m i x q), run by a matcher of our own.
 *
 * The platform's matcher can be kept busy for years by a short pattern such as `(a+)+$`. This one pays a step of the run for every
 * move, so a pattern ends like any other expression that does too much. Single characters are still judged by the platform.
 */
import type { Run } from './run.ts';

/** Goes on behind a match that ended at the position; says whether the whole matches. */
type Next = (at: number) => boolean;
interface Matcher {
  (state: State, at: number, next: Next): boolean;
  /** Of a matcher of one character: whether the character at the position fits. */
  readonly fits?: (state: State, at: number) => boolean;
}

interface State {
  readonly text: readonly string[];
  readonly groups: (readonly [from: number, to: number] | undefined)[];
  readonly run: Run;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly groups: State['groups'];
}

/** What one move of the matcher costs, in steps of a run. */
const MOVE = 0.1;

/** Patterns read last, so that a loop or a table reads each once. */
const recent = new Map<string, Pattern | undefined>();
const RECENT_LIMIT = 100;

/** A pattern, ready to be run. */
export class Pattern {
  private readonly matcher: Matcher;

  private constructor(matcher: Matcher) {
    this.matcher = matcher;
  }

  /** The pattern, or undefined when it is none. */
  static parse(source: string, flags = ''): Pattern | undefined {
    const key = `${flags}/${source}`;
    if (!recent.has(key)) {
      if (recent.size >= RECENT_LIMIT) recent.clear();
      recent.set(key, Pattern.read(source, flags));
    }
    return recent.get(key);
  }

  private static read(source: string, flags: string): Pattern | undefined {
    if (!/^[smixq]*$/.test(flags) || source.length > 1000) return undefined;
    const parser = new PatternParser(flags.includes('x') ? source.replace(/[\t\n\r ]/g, '') : source, flags);
    try {
      const matcher = flags.includes('q') ? parser.literal() : parser.whole();
      return matcher && new Pattern(matcher);
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** Whether the pattern matches somewhere in the text. */
  test(text: string, run: Run): boolean {
    return this.find([...text], 0, run) !== undefined;
  }

  /** The text with every match replaced; `$1` stands for a group. Undefined when the pattern matches nothing at all. */
  replace(text: string, replacement: string, run: Run): string | undefined {
    if (this.find([], 0, run)) return undefined;
    const characters = [...text];
    let result = '';
    let from = 0;
    for (const found of this.all(characters, run)) {
      const group = (index: number): string => {
        const place = index === 0 ? [found.from, found.to] : found.groups[index];
        return place ? characters.slice(place[0], place[1]).join('') : '';
      };
      result += characters.slice(from, found.from).join('');
      result += replacement.replace(/\\([\\$])|\$(\d)/g, (_, sign: string | undefined, digit: string) => sign ?? group(Number(digit)));
      from = found.to;
    }
    return result + characters.slice(from).join('');
  }

  /** The parts of the text between the matches. Undefined when the pattern matches nothing at all. */
  split(text: string, run: Run): readonly string[] | undefined {
    if (this.find([], 0, run)) return undefined;
    const characters = [...text];
    const result: string[] = [];
    let from = 0;
    for (const found of this.all(characters, run)) {
      result.push(characters.slice(from, found.from).join(''));
      from = found.to;
    }
    return [...result, characters.slice(from).join('')];
  }

  private *all(text: readonly string[], run: Run): Generator<Found> {
    for (let found = this.find(text, 0, run); found; found = this.find(text, Math.max(found.to, found.from + 1), run)) yield found;
  }

  private find(text: readonly string[], start: number, run: Run): Found | undefined {
    for (let from = start; from <= text.length; from += 1) {
      const state: State = { text, groups: [], run };
      let to = -1;
      const ended = (at: number): boolean => {
        to = at;
        return true;
      };
      if (this.matcher(state, from, ended)) return { from, to, groups: state.groups };
    }
    return undefined;
  }
}

class PatternParser {
  private readonly source: readonly string[];
  private readonly flags: string;
  private at = 0;
  private groups = 0;

  constructor(source: string, flags: string) {
    this.source = [...source];
    this.flags = flags;
  }

  literal(): Matcher {
    return sequence(this.source.map((sign) => this.single(escapeSign(sign))));
  }

  whole(): Matcher | undefined {
    const matcher = this.alternatives();
    return this.at === this.source.length ? matcher : undefined;
  }

  private alternatives(): Matcher {
    const branches = [this.branch()];
    while (this.take('|')) branches.push(this.branch());
    return branches.length === 1 ? (branches[0] as Matcher) : (state, at, next) => branches.some((branch) => branch(state, at, next));
  }

  private branch(): Matcher {
    const pieces: Matcher[] = [];
    while (this.at < this.source.length && !this.sees('|') && !this.sees(')')) pieces.push(this.piece());
    return sequence(pieces);
  }

  private piece(): Matcher {
    const atom = this.atom();
    const [least, most] = this.quantity();
    if (least === 1 && most === 1) return atom;
    return repeated(atom, least, most, !this.take('?'));
  }

  private quantity(): readonly [least: number, most: number] {
    if (this.take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.take('?')) return [0, 1];
    if (!this.sees('{')) return [1, 1];
    const match = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/.exec(this.source.slice(this.at, this.at + 12).join(''));
    if (!match) throw new SyntaxError('quantity');
    this.at += match[0].length;
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (least > most) throw new SyntaxError('quantity');
    return [least, most];
  }

  private atom(): Matcher {
    if (this.take('(')) return this.group();
    if (this.take('^')) return this.edge(0, -1);
    if (this.take('$')) return this.edge(-1, 0);
    if (this.take('.')) return this.single(this.flags.includes('s') ? '[^]' : '[^\\n\\r]');
    if (this.sees('[')) return this.single(this.characterClass());
    if (this.take('\\')) return this.escaped();
    const sign = this.source[this.at] as string;
    if ('*+?{}])'.includes(sign)) throw new SyntaxError(sign);
    this.at += 1;
    return this.single(escapeSign(sign));
  }

  private group(): Matcher {
    const isPlain = this.take('?');
    if (isPlain && !this.take(':')) throw new SyntaxError('group');
    const index = isPlain ? 0 : ++this.groups;
    const inner = this.alternatives();
    if (!this.take(')')) throw new SyntaxError('group');
    if (isPlain) return inner;
    return (state, from, next) => {
      const before = state.groups[index];
      const matched = inner(state, from, (to) => {
        const previous = state.groups[index];
        state.groups[index] = [from, to];
        if (next(to)) return true;
        state.groups[index] = previous;
        return false;
      });
      if (!matched) state.groups[index] = before;
      return matched;
    };
  }

  /** The start or the end of the text, or of a line with the flag m. */
  private edge(_: number, look: number): Matcher {
    const isLines = this.flags.includes('m');
    const isStart = look === -1;
    return ({ text }, at, next) => ((isStart ? at === 0 : at === text.length) || (isLines && text[at + look] === '\n') ? next(at) : false);
  }

  private escaped(): Matcher {
    const sign = this.source[this.at] ?? '';
    this.at += 1;
    if (/[1-9]/.test(sign)) return backReference(Number(sign));
    if (sign === 'p' || sign === 'P') return this.single(`\\${sign}${this.property()}`);
    if (/[dDwWsSnrt]/.test(sign)) return this.single(`\\${sign}`);
    if (/[\^$\\.*+?()[\]{}|/\-"']/.test(sign)) return this.single(escapeSign(sign));
    throw new SyntaxError(sign);
  }

  private property(): string {
    const end = this.source.indexOf('}', this.at);
    if (!this.sees('{') || end < 0) throw new SyntaxError('property');
    const text = this.source.slice(this.at, end + 1).join('');
    this.at = end + 1;
    return text;
  }

  private characterClass(): string {
    const from = this.at;
    let depth = 0;
    do {
      const sign = this.source[this.at];
      if (sign === undefined) throw new SyntaxError('class');
      if (sign === '\\') this.at += 1;
      else if (sign === '[') depth += 1;
      else if (sign === ']') depth -= 1;
      this.at += 1;
    } while (depth > 0);
    return this.source.slice(from, this.at).join('');
  }

  /** One character that the platform's own class syntax describes; `[a-z-[aeiou]]` needs its newer mode. */
  private single(characterClass: string): Matcher {
    const subtraction = /^\[(.*)-(\[.*\])\]$/s.exec(characterClass);
    const source = subtraction ? `[[${subtraction[1]}]--${subtraction[2]}]` : characterClass;
    const test = new RegExp(`^${source}$`, `${subtraction ? 'v' : 'u'}${this.flags.includes('i') ? 'i' : ''}`);
    const known = new Map<string, boolean>();
    const fits = ({ text, run }: State, at: number): boolean => {
      run.spend(MOVE);
      const sign = text[at];
      if (sign === undefined) return false;
      const before = known.get(sign);
      if (before !== undefined) return before;
      const result = test.test(sign);
      if (known.size < 1000) known.set(sign, result);
      return result;
    };
    const matcher = (state: State, at: number, next: Next): boolean => fits(state, at) && next(at + 1);
    return Object.assign(matcher, { fits });
  }

  private sees(sign: string): boolean {
    return this.source[this.at] === sign;
  }

  private take(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.at += 1;
    return true;
  }
}

function escapeSign(sign: string): string {
  return sign.replace(/[\^$\\.*+?()[\]{}|/]/, '\\$&');
}

function sequence(pieces: readonly Matcher[]): Matcher {
  if (pieces.length === 1) return pieces[0] as Matcher;
  return (state, at, next) => {
    const from = (index: number, position: number): boolean => {
      const piece = pieces[index];
      return piece ? piece(state, position, (end) => from(index + 1, end)) : next(position);
    };
    return from(0, at);
  };
}

function repeated(atom: Matcher, least: number, most: number, isGreedy: boolean): Matcher {
  if (atom.fits) return repeatedCharacter(atom.fits, least, most, isGreedy);
  return (state, at, next) => {
    const again = (count: number, position: number): boolean => {
      state.run.spend(MOVE);
      const more = (): boolean =>
        count < most && atom(state, position, (end) => (end > position || count < least) && again(count + 1, end));
      if (count < least) return more();
      return isGreedy ? more() || next(position) : next(position) || more();
    };
    return again(0, at);
  };
}

/** The common case, without a call for each character: long texts must not use up the stack. */
function repeatedCharacter(fits: NonNullable<Matcher['fits']>, least: number, most: number, isGreedy: boolean): Matcher {
  return (state, at, next) => {
    let to = at;
    const more = (): boolean => to - at < most && fits(state, to) && ++to > at;
    while (to - at < least) if (!more()) return false;
    if (!isGreedy) {
      while (!next(to)) if (!more()) return false;
      return true;
    }
    while (more());
    for (; to - at >= least; to -= 1) {
      state.run.spend(MOVE);
      if (next(to)) return true;
    }
    return false;
  };
}

function backReference(index: number): Matcher {
  return ({ text, groups, run }, at, next) => {
    const [from, to] = groups[index] ?? [0, 0];
    run.spend((1 + to - from) * MOVE);
    const matches = text.slice(from, to).every((sign, offset) => text[at + offset] === sign);
    return matches && next(at + to - from);
  };
}
