/** A lock in one sentence: who set it, what it leaves free, on what ground. */
import type { Locale } from '@tongban/model';
import { lockMessages } from './lock-messages.ts';
import type { SeenLock } from './seen-lock.ts';

/** The sentence, in the language of `host`. */
export function lockWords(host: { readonly locale: Locale }, { lock, by }: SeenLock): string {
  const words = lockMessages.for(host);
  const part = lock.part === 'limit' ? 'limit' : 'element';
  const says = words(`says.${part}.${lock.rule as 'fixed'}`);
  const who = by === undefined ? words('byThis', { says }) : words('byBase', { base: by, says });
  return lock.reason === undefined ? who : words('because', { sentence: who, reason: lock.reason });
}
