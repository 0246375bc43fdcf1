/** A decision table to begin with. */
import type { DecisionTable } from '@tongban/model';

/** One condition, one result, no rows; ids in it begin with `id`. */
export function blankTable(id: string): DecisionTable {
  return {
    kind: 'table',
    id: `${id}_table`,
    hitPolicy: 'U',
    inputs: [{ id: `${id}_in1`, expression: { text: '', tree: { kind: 'null', at: [0, 0] }, reads: [] } }],
    outputs: [{ id: `${id}_out1`, name: 'result' }],
    annotations: [],
    rules: [],
  };
}
