/** The file of a new decision table: one condition, one result, no rows. */
import type { DecisionModel } from '@tongban/model';
import { blankTable } from '@tongban/tables';

/** A new table and the path of its file; the id of its decision follows from the path. */
export interface BlankTableFile {
  readonly path: string;
  readonly model: DecisionModel;
}

/** A table named `name`, beside the files at `paths`. */
export function blankTableFile(name: string, paths: readonly string[]): BlankTableFile {
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
          logic: blankTable(id),
        },
      ],
    },
  };
}

function pathOf(number: number): string {
  return `tables/dt-new-${number}.dmn`;
}
