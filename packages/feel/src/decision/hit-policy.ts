/** What the hit policies make of the rules that match (DMN 1.5, 8.2.11). Rules DT1 to DT9 in SPEC.md. */
import type { DecisionTable, HitAggregation } from '@tongban/model';
import { builtIn } from '../built-ins/index.ts';
import { equals } from '../equality.ts';
import type { Run } from '../run.ts';
import type { FeelValue } from '../value.ts';

/** A rule that matches: its id, its result, and where the result stands in the output columns' allowed values. */
export interface Hit {
  readonly ruleId: string;
  readonly value: FeelValue;
  readonly ranks: readonly number[];
}

/** The result of a table, or why it has none. */
export type Outcome = { readonly value: FeelValue } | { readonly violated: 'FEEL_DECISION_NOT_UNIQUE' | 'FEEL_DECISION_NOT_SAME' };

/** The result of a table from its hits, in the order of its rules; at least one. */
export function outcomeOf({ hitPolicy, aggregation }: DecisionTable, hits: readonly Hit[], run: Run): Outcome {
  const [first] = hits as readonly [Hit];
  switch (hitPolicy) {
    case 'U':
      return hits.length > 1 ? { violated: 'FEEL_DECISION_NOT_UNIQUE' } : { value: first.value };
    case 'A':
      return hits.some(({ value }) => equals(value, first.value) !== true)
        ? { violated: 'FEEL_DECISION_NOT_SAME' }
        : { value: first.value };
    case 'F':
      return { value: first.value };
    case 'P':
      return { value: (byPriority(hits)[0] as Hit).value };
    case 'O':
      return { value: byPriority(hits).map(({ value }) => value) };
    case 'R':
      return { value: hits.map(({ value }) => value) };
    case 'C': {
      const values = hits.map(({ value }) => value);
      return { value: aggregation ? aggregate(values, aggregation, run) : values };
    }
  }
}

/** The result of a table without hits and without defaults. */
export function outcomeOfNone({ hitPolicy, aggregation }: DecisionTable): FeelValue {
  if (aggregation) return aggregation === 'COUNT' ? 0 : null;
  return hitPolicy === 'R' || hitPolicy === 'O' || hitPolicy === 'C' ? [] : null;
}

/** Columns from left to right; in each, what stands first in the allowed values comes first. */
function byPriority(hits: readonly Hit[]): readonly Hit[] {
  return [...hits].sort((a, b) => a.ranks.map((rank, column) => rank - (b.ranks[column] as number)).find((order) => order !== 0) ?? 0);
}

function aggregate(values: readonly FeelValue[], aggregation: HitAggregation, run: Run): FeelValue {
  if (aggregation === 'COUNT') return values.length;
  return builtIn(aggregation.toLowerCase()).invoke([values], run);
}
