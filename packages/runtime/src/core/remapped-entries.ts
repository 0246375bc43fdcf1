/** The entry counts of a case in another program. */
import { MOST, NEVER, timesEntered } from './entry-counts.ts';

/** The counts as text, where `nodes` gives the new index of each old one, -1 for none; what comes together is added up. */
export function remappedEntries(entered: string, nodes: readonly number[]): string {
  const counts: number[] = [];
  for (let old = 0; old < entered.length; old++) {
    const index = nodes[old] ?? -1;
    const times = timesEntered({ entered }, old);
    if (index >= 0 && times > 0) counts[index] = Math.min((counts[index] ?? 0) + times, MOST);
  }
  return Array.from(counts, (times) => String.fromCharCode(NEVER + (times ?? 0))).join('');
}
