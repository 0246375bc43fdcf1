/** Cuts a FEEL text that may be unfinished into words, names, values and signs. Nothing in it is a fault. */
import { KEYWORDS } from '../characters.ts';
import { Reader } from '../reader.ts';

/** One piece of a text. An `open` text has no closing quotation mark. */
export interface Token {
  readonly kind: 'name' | 'word' | 'number' | 'text' | 'open' | 'sign';
  /** As it stands; of a name with its inner spaces made single. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const SIGNS = ['<=', '>=', '!=', '**', '..', '->'];

/** The pieces of `text`; `names` are those that may hold spaces or keywords. */
export function tokensOf(text: string, names: readonly string[]): readonly Token[] {
  const reader = new Reader(text, names);
  const tokens: Token[] = [];
  while (!reader.atEnd) tokens.push(nextToken(reader));
  return tokens;
}

function nextToken(reader: Reader): Token {
  const from = reader.position;
  const cut = (kind: Token['kind']): Token => ({ kind, text: reader.text.slice(from, reader.end), from, to: reader.end });
  if (reader.sees('"')) {
    if (closingQuote(reader.text, from) === undefined) {
      reader.moveTo(reader.text.length);
      return cut('open');
    }
    reader.string();
    return cut('text');
  }
  if (reader.number() !== undefined) return cut('number');
  const name = reader.name();
  if (name !== undefined) return { kind: 'name', text: name.name, from: name.from, to: name.to };
  const word = [...KEYWORDS].find((keyword) => reader.takeWord(keyword));
  if (word !== undefined) return cut('word');
  const sign = SIGNS.find((one) => reader.take(one));
  if (sign === undefined) reader.moveTo(from + ((reader.text.codePointAt(from) as number) > 0xffff ? 2 : 1));
  return cut('sign');
}

function closingQuote(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return undefined;
}
