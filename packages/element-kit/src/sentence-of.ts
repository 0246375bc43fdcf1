/** The sentence of an error in the language of an element. */
import { isTongbanError, type Locale } from '@tongban/model';

/** The sentence of `error` for the people in front of `host`; an error that is not ours says its message. */
export function sentenceOf(error: unknown, host: { readonly locale: Locale }): string {
  return isTongbanError(error) ? error.sentences[host.locale] : String(error instanceof Error ? error.message : error);
}
