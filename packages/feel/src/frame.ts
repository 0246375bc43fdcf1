/** What closures run in: frames of local values around one run. */
import type { Run } from './run.ts';
import type { FeelValue } from './value.ts';

/** A compiled expression. */
export type Closure = (frame: Frame) => FeelValue;

/** A compiled unary test: true, false, or null when it cannot be said. */
export type TestClosure = (frame: Frame, value: FeelValue) => boolean | null;

/** The local names of one level, and the level around it. */
export class Frame {
  readonly run: Run;
  readonly outer: Frame | undefined;
  readonly values: FeelValue[];

  constructor(run: Run, outer: Frame | undefined, values: FeelValue[]) {
    this.run = run;
    this.outer = outer;
    this.values = values;
  }
}
