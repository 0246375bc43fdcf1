/** All verdicts of a reckoning as one answer. */
import type { Json, Problem } from '@tongban/model';
import { FORM_LIMITS } from './form-limits.ts';
import type { FieldVerdict, FormVerdict } from './form-verdict.ts';
import { compact, type Reckoning } from './reckoning.ts';

/** The verdict on a whole form. */
export function fullVerdict(reckoning: Reckoning): FormVerdict {
  const fields = new Map<string, FieldVerdict>();
  const problems: Problem[] = [];
  for (const verdict of allVerdicts(reckoning)) {
    fields.set(verdict.path, verdict);
    collect(problems, verdict.problems);
  }
  collect(problems, reckoning.formProblems());
  return { fields, problems, values: countingValues(reckoning) };
}

/** The verdicts of every field, row and cell, in document order. */
export function* allVerdicts(reckoning: Reckoning): Generator<FieldVerdict> {
  for (const { index } of reckoning.plan.fields) yield* verdictsOf(reckoning, index);
}

/** The verdicts of one field, its rows and their cells. */
export function* verdictsOf(reckoning: Reckoning, index: number): Generator<FieldVerdict> {
  yield reckoning.verdictAt(index);
  const rows = reckoning.shownAt(index) ? reckoning.rowsAt(index).length : 0;
  for (let at = 0; at < rows; at++) yield* reckoning.rowVerdictsAt(index, at);
}

/** The values that count, by key, without the empty ones. */
export function countingValues(reckoning: Reckoning): Readonly<Record<string, Json>> {
  const values: Record<string, Json> = {};
  for (const { index, key } of reckoning.plan.fields) {
    const value = compact(reckoning.valueAt(index));
    if (value !== null) values[key] = value;
  }
  return values;
}

function collect(problems: Problem[], more: readonly Problem[]): void {
  for (const problem of more) if (problems.length < FORM_LIMITS.problems) problems.push(problem);
}
