/** Makes expressions ready that a program may leave out. */
import { type PreparedExpression, prepare } from '@tongban/feel';
import type { FeelExpression } from '@tongban/model';

/** The expression with its closures made, when there is one. */
export function prepared(expression: FeelExpression | undefined): PreparedExpression | undefined {
  return expression === undefined ? undefined : prepare(expression);
}
