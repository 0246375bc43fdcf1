/** The present as the host gives it. One that is no instant would stand in cases for ever, so it stops whatever asked for it (BI8). */
import { FIRST_INSTANT, LAST_INSTANT } from '../core/instant.ts';
import { raise } from '../errors.ts';

/** What the clock shows, in whole milliseconds. @throws RUNTIME_CLOCK_INVALID */
export function soundNow(shown: unknown): number {
  if (typeof shown === 'number' && shown >= FIRST_INSTANT && shown <= LAST_INSTANT) return Math.floor(shown);
  throw raise('RUNTIME_CLOCK_INVALID', { found: typeof shown === 'number' ? String(shown) : typeof shown });
}
