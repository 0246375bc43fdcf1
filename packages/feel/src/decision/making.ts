/** One making of a decision: the run it happens in, and what it reports. */
import type { JsonObject, Problem, Severity } from '@tongban/model';
import { type FeelErrorCode, raise } from '../errors.ts';
import type { Run } from '../run.ts';
import type { FeelValue } from '../value.ts';

/** What the logic of one decision works with. */
export class Making {
  readonly run: Run;
  readonly decisionId: string;
  /** The names that the logic reads besides those from outside: results, functions, entries. Shared by the whole making. */
  readonly names: Map<string, FeelValue>;
  private readonly problems: Problem[];
  private readonly matchedRules: Record<string, readonly string[]>;

  constructor(
    run: Run,
    decisionId: string,
    names: Map<string, FeelValue>,
    problems: Problem[],
    matchedRules: Record<string, readonly string[]>,
  ) {
    this.run = run;
    this.decisionId = decisionId;
    this.names = names;
    this.problems = problems;
    this.matchedRules = matchedRules;
  }

  /** The same making, for the decision `decisionId`. */
  of(decisionId: string): Making {
    return new Making(this.run, decisionId, this.names, this.problems, this.matchedRules);
  }

  matched(ruleIds: readonly string[]): void {
    this.matchedRules[this.decisionId] = ruleIds;
  }

  problem(code: FeelErrorCode, details: JsonObject, severity: Severity = 'error'): void {
    this.problems.push(raise.problem(code, { elementId: this.decisionId }, { decisionId: this.decisionId, ...details }, severity));
  }

  /** Runs `body` with more names, which are gone again afterwards. */
  within<Result>(bindings: Iterable<readonly [string, FeelValue]>, body: () => Result): Result {
    const before = new Map(this.names);
    for (const [name, value] of bindings) this.names.set(name, value);
    try {
      return body();
    } finally {
      this.names.clear();
      for (const [name, value] of before) this.names.set(name, value);
    }
  }
}
