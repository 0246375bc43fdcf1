/** The model's `Simulator`: compiles the sources and runs a sample case on the runtime. */
import { compileMeasure } from '@tongban/compile';
import type { Simulator } from '@tongban/model';
import { createTrial } from './trial.ts';

/** A simulator. */
export function createSimulator(): Simulator {
  return {
    async open(sources, startsAt) {
      const { release, problems } = await compileMeasure(sources);
      return release === undefined ? { problems } : { trial: createTrial(release, startsAt), problems };
    },
  };
}
