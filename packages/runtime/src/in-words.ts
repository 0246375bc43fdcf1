/**
 * Words for what a step found wrong. A step gives codes and facts, in refusals, in incidents and in what it throws; the engine, the services
 * and {@link createProcess} put the words to them, and a host that calls `step` itself does so with these.
 *
 * @example
 * ```ts
 * const outcome = step(prepared, state, command);
 * outcome.refused?.map((found) => stepProblem(found).sentences['zh-CN']);
 * ```
 */
import { calendarErrors } from '@tongban/calendar';
import { decisionErrors, feelErrors } from '@tongban/feel';
import { type ErrorTable, errorInWords, type Finding, inWords, isTongbanError, type Problem, type Reason } from '@tongban/model';
import { stepErrors } from './core/step-errors.ts';
import { raise } from './errors.ts';

const TABLE: ErrorTable = { ...stepErrors.table, ...raise.table, ...feelErrors.table, ...decisionErrors.table, ...calendarErrors.table };

/** What a step found wrong, in words. */
export function stepProblem(finding: Finding): Problem {
  return inWords(TABLE, finding);
}

/** What a step threw, in words; anything else as it is. */
export function stepError(error: unknown): unknown {
  return isTongbanError(error) ? errorInWords(TABLE, error) : error;
}

/** Why a handler failed, as a step keeps it: code and facts of what has words here, else what was said. */
export function reasonOf(fault: unknown): string | Reason {
  if (isTongbanError(fault) && Object.hasOwn(TABLE, fault.code)) return { code: fault.code, details: fault.details };
  if (isTongbanError(fault)) return fault.sentences['zh-CN'];
  return saidBy(fault);
}

/** Longest that is kept of what was said. */
const LONGEST_SAYING = 2_000;

// What was thrown may be anything.
function saidBy(fault: unknown): string {
  try {
    return String(fault instanceof Error ? fault.message : fault).slice(0, LONGEST_SAYING);
  } catch {
    return typeof fault;
  }
}

/** The answer of `work`; what it throws comes in words. */
export function spoken<Answer>(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    throw stepError(error);
  }
}
