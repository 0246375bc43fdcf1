/** The present as the host gives it. One that is no instant would stand in cases for ever, so it stops whatever asked for it (BI8). */
import { raise } from '../errors.ts';

const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(9999, 11, 31);

/** What the clock shows. @throws RUNTIME_CLOCK_INVALID */
export function soundNow(shown: unknown): number {
  if (typeof shown === 'number' && shown >= FIRST && shown <= LAST) return shown;
  throw raise('RUNTIME_CLOCK_INVALID', { found: typeof shown === 'number' ? String(shown) : typeof shown });
}
