/** The file of a new decision table: one condition, one result, no rows. */
import type { DecisionModel } from '@tongban/model';

/** A new table and the path of its file; the id of its decision follows from the path. */
export interface BlankTable {
  readonly path: string;
  readonly model: DecisionModel;
}

/** A table named `name`, beside the files at `paths`. */
export function blankTable(name: string, paths: readonly string[]): BlankTable {
  let number = paths.length + 1;
  while (paths.includes(pathOf(number))) number += 1;
  const id = `DT-NEW-${number}`;
  return {
    path: pathOf(number),
    model: {
      id: `${id}_definitions`,
      name,
      types: [],
      inputs: [],
      functions: [],
      decisions: [
        {
          id,
          name,
          variable: { name },
          requires: [],
          requiresInputs: [],
          requiresFunctions: [],
          logic: {
            kind: 'table',
            id: `${id}_table`,
            hitPolicy: 'U',
            inputs: [{ id: `${id}_in1`, expression: { text: '', tree: { kind: 'null', at: [0, 0] }, reads: [] } }],
            outputs: [{ id: `${id}_out1`, name: 'result' }],
            annotations: [],
            rules: [],
          },
        },
      ],
    },
  };
}

function pathOf(number: number): string {
  return `tables/dt-new-${number}.dmn`;
}
