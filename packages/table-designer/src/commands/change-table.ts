/** Changes what holds for the table as a whole. */
import type { HitAggregation, HitPolicy } from '@tongban/model';
import type { SheetCommand } from './sheet-command.ts';

/** Which rows give the result, and what a Collect table makes of them. */
export function changeHitPolicy(hitPolicy: HitPolicy, aggregation: HitAggregation | undefined): SheetCommand {
  return { kind: 'changeTable', apply: (sheet) => ({ ...sheet, hitPolicy, aggregation }) };
}
