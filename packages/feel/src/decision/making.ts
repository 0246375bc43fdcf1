/** One making of a decision: the run it happens in, the names its logic reads, and what it reports. */
import type { DecisionTable, Finding, Json, JsonObject, Severity } from '@tongban/model';
import type { Run } from '../run.ts';
import type { FeelValue } from '../value.ts';
import type { DecisionErrorCode } from './decision-errors.ts';

/** Names that logic reads besides those from outside: results, functions, entries. */
export type Names = Map<string, FeelValue>;

/** Why a rule did not match: the first of its cells that did not hold, and the value it was asked about. */
export interface UnmatchedRule {
  readonly ruleId: string;
  readonly inputId: string;
  /** The heading of the column, or its expression. */
  readonly input: string;
  /** The cell. */
  readonly test: string;
  readonly value: Json;
}

/** What a whole making reports. */
export interface Report {
  readonly problems: Finding[];
  readonly matchedRules: Record<string, readonly string[]>;
  /** The rules that did not match, by decision; absent when nobody wants to know. */
  readonly unmatchedRules?: Record<string, readonly UnmatchedRule[]>;
}

/** What the logic of one decision works with. */
export class Making {
  readonly run: Run;
  readonly decisionId: string;
  readonly names: Names;
  private readonly report: Report;

  constructor(run: Run, decisionId: string, names: Names, report: Report) {
    this.run = run;
    this.decisionId = decisionId;
    this.names = names;
    this.report = report;
  }

  /** The same making with other names, for the decision `decisionId`. */
  with(names: Names, decisionId: string = this.decisionId): Making {
    return new Making(this.run, decisionId, names, this.report);
  }

  /** Lets expressions read the names of this making while `body` runs. */
  within<Result>(body: () => Result): Result {
    const { run } = this;
    const before = run.values;
    run.values = this.names;
    try {
      return body();
    } finally {
      run.values = before;
    }
  }

  matched(ruleIds: readonly string[]): void {
    this.report.matchedRules[this.decisionId] = ruleIds;
  }

  /** Whether somebody wants to know why rules did not match. */
  get isExplained(): boolean {
    return this.report.unmatchedRules !== undefined;
  }

  unmatched(rules: readonly UnmatchedRule[]): void {
    if (this.report.unmatchedRules) this.report.unmatchedRules[this.decisionId] = rules;
  }

  problem(code: DecisionErrorCode, details: JsonObject, severity: Severity = 'error'): void {
    const { decisionId } = this;
    this.report.problems.push({ code, severity, place: { elementId: decisionId }, details: { decisionId, ...details } });
  }
}

/** How a column is called in sentences. */
export function headingOf({ label, expression }: DecisionTable['inputs'][number]): string {
  return label ?? expression.text;
}
