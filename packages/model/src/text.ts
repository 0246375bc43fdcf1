/** Words shown to people, in the languages of the interface. Chinese is first and always there. */
export type Locale = 'zh-CN' | 'en';

/** A sentence or label by language. `en` may be left out; readers then show the Chinese. */
export interface LocalText {
  readonly 'zh-CN': string;
  readonly en?: string;
}

/** The text in `locale`, else the Chinese one. A plain string is the same in every language. */
export function textIn(text: LocalText | string | undefined, locale: Locale = 'zh-CN'): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[locale] ?? text['zh-CN'];
}
