/** One value in words: numbers, texts by their label, yes and no, days and durations as people write them. */
import type { FeelNode, Locale } from '@tongban/model';
import { CELL_LANGUAGES, type CellKind } from './cell-kind.ts';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const DURATION = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const UNITS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['年', '个月', '天', '小时', '分钟'],
  en: [' years', ' months', ' days', ' hours', ' minutes'],
};

/** The words for a literal; undefined for anything else. */
export function valueWords(node: FeelNode, kind: CellKind, locale: Locale): string | undefined {
  const words = CELL_LANGUAGES[locale];
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'negate':
      return node.of.kind === 'number' ? `-${node.of.text}` : undefined;
    case 'boolean':
      return node.value ? words.yes : words.no;
    case 'null':
      return words.empty;
    case 'string':
      return kind.choices?.find(({ value }) => value === node.value)?.label ?? node.value;
    case 'at':
      return temporalWords(node.text, locale);
    case 'call':
      return callWords(node, locale);
    default:
      return undefined;
  }
}

/** Whether the literal is a day or another instant. */
export function isTemporal(node: FeelNode): boolean {
  return node.kind === 'at' ? DAY.test(node.text) : node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'date';
}

function callWords({ callee, args }: FeelNode & { kind: 'call' }, locale: Locale): string | undefined {
  const [only] = args;
  if (callee.kind !== 'name' || only?.kind !== 'string' || args.length !== 1) return undefined;
  return callee.name === 'date' || callee.name === 'duration' ? temporalWords(only.value, locale) : undefined;
}

function temporalWords(text: string, locale: Locale): string | undefined {
  const day = DAY.exec(text);
  if (day !== null) return locale === 'en' ? text : `${day[1]}年${Number(day[2])}月${Number(day[3])}日`;
  const parts = DURATION.exec(text)?.slice(2);
  const given = parts?.flatMap((part, at) => (part === undefined ? [] : [`${part}${UNITS[locale][at]}`])) ?? [];
  return given.length === 1 && !text.startsWith('-') ? given[0] : undefined;
}
