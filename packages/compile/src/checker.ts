/** The model's `Checker` around {@link compileMeasure}: what an editor asks while a measure is being written. */
import type { Checker } from '@tongban/model';
import { type CompileOptions, compileMeasure } from './compile-measure.ts';

/** A checker that says everything compiling finds. */
export function createChecker(options: CompileOptions = {}): Checker {
  return {
    async check(sources) {
      const { problems } = await compileMeasure(sources, options);
      return { problems, errors: problems.filter(({ severity }) => severity === 'error').length };
    },
  };
}
