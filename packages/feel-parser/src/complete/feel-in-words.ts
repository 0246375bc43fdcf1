/** A FEEL text read out with what people call its names: `form.amount > 500` → “总投资 > 500”. */
import { FEEL_LIMITS, type Locale, textIn } from '@tongban/model';
import { allNames, type FeelName, nameAt } from './feel-name.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The reading; empty when nothing in the text is called otherwise. */
export function feelInWords(text: string, names: readonly FeelName[], locale: Locale): string {
  if (text.length > FEEL_LIMITS.textLength) return '';
  const tokens = tokensOf(text, allNames(names));
  const parts: string[] = [];
  let isOther = false;
  let end = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const read = token.kind === 'name' ? longestPath(tokens, at, names) : undefined;
    parts.push(text.slice(end, token.from));
    end = (tokens[read?.last ?? at] as Token).to;
    if (read === undefined) parts.push(wordIn(token, locale));
    else {
      const value = valueAfter(tokens, read.last, read.name);
      parts.push(textIn(read.name.label, locale));
      if (value !== undefined) {
        parts.push(text.slice(end, value.token.from), textIn(value.label, locale));
        end = value.token.to;
        at = value.at;
      } else at = read.last;
      isOther = true;
    }
  }
  return isOther ? parts.join('').replace(/\s+/g, ' ') : '';
}

interface ReadPath {
  readonly name: FeelName;
  readonly last: number;
}

function longestPath(tokens: readonly Token[], at: number, names: readonly FeelName[]): ReadPath | undefined {
  if (tokens[at - 1]?.text === '.') return undefined;
  const path: string[] = [];
  let found: ReadPath | undefined;
  for (let last = at; tokens[last]?.kind === 'name'; last += 2) {
    path.push((tokens[last] as Token).text);
    const name = nameAt(names, path);
    if (name === undefined) break;
    found = { name, last };
    if (tokens[last + 1]?.text !== '.') break;
  }
  return found;
}

// `kind = "A"` is read with the label of the choice
function valueAfter(tokens: readonly Token[], last: number, { values }: FeelName) {
  const sign = tokens[last + 1]?.text;
  const token = tokens[last + 2];
  if (token === undefined || (sign !== '=' && sign !== '!=')) return undefined;
  const value = values?.find(({ feel }) => feel === token.text);
  return value === undefined ? undefined : { token, at: last + 2, label: value.label };
}

function wordIn({ kind, text }: Token, locale: Locale): string {
  return kind === 'word' && locale === 'zh-CN' ? (WORDS.get(text) ?? text) : text;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['and', '且'],
  ['or', '或'],
  ['true', '是'],
  ['false', '否'],
  ['null', '空'],
  ['if', '如果'],
  ['then', '那么'],
  ['else', '否则'],
]);
