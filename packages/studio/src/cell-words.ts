/** A cell of a decision table in the words of officials, where it is simple enough; else its FEEL. */
import type { HitPolicy, Locale } from '@tongban/model';

const QUOTED_LIST = /^"[^"]*"(\s*,\s*"[^"]*")*$/;
const WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { '-': '', null: '（空）', true: '是', false: '否', not: '不是' },
  en: { '-': '', null: '(empty)', true: 'yes', false: 'no', not: 'not' },
};

/** `"A","B"` → A、B · `true` → 是 · `not("yes")` → 不是 yes. */
export function cellWords(text: string, locale: Locale): string {
  const words = WORDS[locale];
  const known = words[text];
  if (known !== undefined) return known;
  const negated = /^not\((.*)\)$/.exec(text)?.[1];
  if (negated !== undefined) return `${words['not']} ${cellWords(negated, locale)}`;
  if (!QUOTED_LIST.test(text)) return text;
  return [...text.matchAll(/"([^"]*)"/g)].map((match) => match[1]).join(locale === 'en' ? ', ' : '、');
}

const HIT_POLICY_WORDS: Readonly<Record<Locale, Readonly<Record<HitPolicy, string>>>> = {
  'zh-CN': {
    U: '只能有一行符合',
    A: '可有多行符合，结果必须相同',
    P: '取优先级最高的结果',
    F: '从上往下取第一行符合的',
    R: '按行的顺序列出所有符合的结果',
    O: '按优先级列出所有符合的结果',
    C: '列出所有符合的结果',
  },
  en: {
    U: 'exactly one row may match',
    A: 'several rows may match with the same result',
    P: 'the result of highest priority',
    F: 'the first row that matches',
    R: 'all results in the order of rows',
    O: 'all results by priority',
    C: 'all results that match',
  },
};

/** What a hit policy means, with its DMN name behind it. */
export function hitPolicyWords(policy: HitPolicy, locale: Locale): string {
  return `${HIT_POLICY_WORDS[locale][policy]}（${policy}）`;
}
