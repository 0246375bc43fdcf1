/**
 * The words of an element, in every language of the interface, with keys and parameters that the compiler knows.
 *
 * @example
 * ```ts
 * const zhCN = { greet: '你好，{name}', save: '保存' } as const;
 * const en: MessageTable<typeof zhCN> = { greet: 'Hello, {name}', save: 'Save' };
 * const messages = defineMessages({ 'zh-CN': zhCN, en });
 * messages.in('en')('greet', { name: 'Ma' }); // Hello, Ma
 * ```
 */
import { fillPlaceholders, type Locale } from '@tongban/model';

/** What may stand for a placeholder. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A table with the keys of `Source`, in any language. */
export type MessageTable<Source> = { readonly [Key in keyof Source]: string };

/** The names between braces in a sentence. */
export type PlaceholdersOf<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholdersOf<Rest> : never;

/** Says a message: `t('save')`, `t('greet', { name })`. */
export type Translate<Source> = <Key extends keyof Source & string>(
  key: Key,
  ...params: [PlaceholdersOf<Source[Key]>] extends [never]
    ? [params?: MessageParams]
    : [params: Readonly<Record<PlaceholdersOf<Source[Key]>, string | number>>]
) => string;

/** The messages of an element or a package. */
export interface Messages<Source> {
  readonly tables: Readonly<Record<Locale, MessageTable<Source>>>;
  /** The words in one language. */
  in(locale: Locale): Translate<Source>;
  /** The words in the language that `speaker` (an element) has at the moment of asking. */
  for(speaker: { readonly locale: Locale }): Translate<Source>;
}

/** Defines messages; write the Chinese table `as const` so that parameters are checked. */
export function defineMessages<const Source extends Readonly<Record<string, string>>>(tables: {
  readonly 'zh-CN': Source;
  readonly en: MessageTable<Source>;
}): Messages<Source> {
  const say = (locale: Locale, key: string, params?: MessageParams): string => {
    const sentence = (tables[locale] as MessageParams)[key] ?? (tables['zh-CN'] as MessageParams)[key] ?? `⟦${key}⟧`;
    return params ? fillPlaceholders(String(sentence), params) : String(sentence);
  };
  return {
    tables,
    in:
      (locale) =>
      (key, ...[params]) =>
        say(locale, key, params),
    for:
      (speaker) =>
      (key, ...[params]) =>
        say(speaker.locale, key, params),
  };
}

/** What is wrong with `messages`, for a test: keys that a language lacks, Chinese left in the English, placeholders that differ. */
export function untranslated(messages: { readonly tables: Readonly<Record<Locale, Readonly<Record<string, string>>>> }): string[] {
  const { 'zh-CN': zh, en } = messages.tables;
  const keys = [...new Set([...Object.keys(zh), ...Object.keys(en)])];
  return keys.flatMap((key) => {
    if (!zh[key]?.trim()) return [`zh-CN lacks "${key}"`];
    if (!en[key]?.trim()) return [`en lacks "${key}"`];
    if (/\p{Script=Han}/u.test(en[key])) return [`en has Chinese in "${key}"`];
    return placeholders(zh[key]) === placeholders(en[key]) ? [] : [`placeholders differ in "${key}"`];
  });
}

function placeholders(sentence: string): string {
  return [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort().join();
}
