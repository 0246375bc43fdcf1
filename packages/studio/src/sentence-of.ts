/** The sentence of an error in the language of an element. */
import type { TongbanElement } from '@tongban/element-kit';
import { isTongbanError } from '@tongban/model';

export function sentenceOf(error: unknown, host: TongbanElement): string {
  return isTongbanError(error) ? error.sentences[host.locale] : String(error instanceof Error ? error.message : error);
}
