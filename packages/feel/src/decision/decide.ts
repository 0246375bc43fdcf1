/**
 * Makes decisions: those that a decision requires first, each once, then the decision itself. The result says which rules matched,
 * so it can be stored beside the inputs and explained later.
 */
import { bareError, type DecisionModel, type Finding, type Json } from '@tongban/model';
import { type FeelEnvironment, type FeelFault, type FeelLookup, LimitReached, Run } from '../run.ts';
import { toWire } from '../wire.ts';
import type { DecisionErrorCode } from './decision-errors.ts';
import { DecisionGraph } from './graph.ts';
import { Making, type UnmatchedRule } from './making.ts';

/** What came of a decision. */
export interface DecisionResult {
  /** The result as wire JSON: one value, a context of output names, or a list of them, as the decision's logic says. */
  readonly outputs: Json;
  /** The rules that matched, by the id of the decision table's decision. */
  readonly matchedRules: Readonly<Record<string, readonly string[]>>;
  /** Why the other rules did not match, by decision; only when asked for with `explain`. */
  readonly unmatchedRules?: Readonly<Record<string, readonly UnmatchedRule[]>>;
  /** Where an expression gave null for a reason. */
  readonly faults: readonly FeelFault[];
  /** Why there is no result: hit policy violated, value not allowed. No match at all is reported as `info`. */
  readonly problems: readonly Finding[];
}

/** How a decision is made. */
export interface DecideOptions {
  /** Also says of every rule that did not match which cell did not hold, and for which value. Asks every rule, so it takes longer. */
  readonly explain?: boolean;
}

/** Decisions whose closures are made. */
export interface PreparedDecisions {
  /**
   * Makes a decision, or those of a decision service.
   *
   * @throws FEEL_DECISION_UNKNOWN
   */
  decide(decisionId: string, lookup: FeelLookup, environment: FeelEnvironment, options?: DecideOptions): DecisionResult;
}

/** Compiles all decisions of a model once. */
export function prepareDecisions(model: DecisionModel): PreparedDecisions {
  const graph = new DecisionGraph(model);
  return {
    decide(decisionId, lookup, environment, { explain = false } = {}) {
      if (!graph.has(decisionId)) throw unknown(decisionId, model);
      const faults: FeelFault[] = [];
      const problems: Finding[] = [];
      const matchedRules: Record<string, readonly string[]> = {};
      const explained = explain ? { unmatchedRules: {} } : {};
      const run = new Run(lookup, undefined, environment, faults);
      const making = new Making(run, decisionId, new Map(), { problems, matchedRules, ...explained });
      let outputs: Json = null;
      try {
        outputs = toWire(graph.decide(decisionId, making), (kind) => run.fault('FEEL_RESULT', [0, 0], { kind }));
      } catch (error) {
        if (!(error instanceof LimitReached || error instanceof RangeError)) throw error;
        run.fault('FEEL_LIMIT', [0, 0], { limit: error instanceof LimitReached ? error.limit : 'memory' });
      }
      return { outputs, matchedRules, ...explained, faults, problems };
    },
  };
}

const prepared = new WeakMap<DecisionModel, PreparedDecisions>();

/**
 * Makes one decision of a model. The model is compiled at its first use and remembered as long as it lives.
 *
 * @throws FEEL_DECISION_UNKNOWN
 */
export function decide(
  model: DecisionModel,
  decisionId: string,
  lookup: FeelLookup,
  environment: FeelEnvironment,
  options?: DecideOptions,
): DecisionResult {
  let known = prepared.get(model);
  if (!known) {
    known = prepareDecisions(model);
    prepared.set(model, known);
  }
  return known.decide(decisionId, lookup, environment, options);
}

function unknown(decisionId: string, { id: modelId }: DecisionModel): Error {
  const code: DecisionErrorCode = 'FEEL_DECISION_UNKNOWN';
  return bareError(code, { decisionId, modelId }, 'notFound');
}
