/**
 * Makes decisions: those that a decision requires first, each once, then the decision itself. The result says which rules matched,
 * so it can be stored beside the inputs and explained later.
 */
import type { Decision, DecisionModel, Json, Problem } from '@tongban/model';
import { raise } from '../errors.ts';
import { type FeelEnvironment, type FeelFault, type FeelLookup, LimitReached, Run } from '../run.ts';
import type { FeelValue } from '../value.ts';
import { toWire } from '../wire.ts';
import { compileFunction, compileLogic, type Logic } from './logic.ts';
import { Making } from './making.ts';

/** What came of a decision. */
export interface DecisionResult {
  /** The result as wire JSON: one value, a context of output names, or a list of them, as the decision's logic says. */
  readonly outputs: Json;
  /** The rules that matched, by the id of the decision table's decision. */
  readonly matchedRules: Readonly<Record<string, readonly string[]>>;
  /** Where an expression gave null for a reason. */
  readonly faults: readonly FeelFault[];
  /** Why there is no result: hit policy violated, value not allowed. No match at all is reported as `info`. */
  readonly problems: readonly Problem[];
}

/** Decisions whose closures are made. */
export interface PreparedDecisions {
  /** @throws FEEL_DECISION_UNKNOWN */
  decide(decisionId: string, lookup: FeelLookup, environment: FeelEnvironment): DecisionResult;
}

/** Compiles all decisions of a model once. */
export function prepareDecisions(model: DecisionModel): PreparedDecisions {
  const decisions = new Map(model.decisions.map((decision) => [decision.id, compileDecision(decision)]));
  const functions = model.functions.map(({ name, parameters, body }) => ({ name, make: compileFunction(parameters, body) }));

  return {
    decide(decisionId, lookup, environment) {
      if (!decisions.has(decisionId)) throw raise('FEEL_DECISION_UNKNOWN', { decisionId, modelId: model.id });
      const names = new Map<string, FeelValue>();
      const faults: FeelFault[] = [];
      const problems: Problem[] = [];
      const matchedRules: Record<string, readonly string[]> = {};
      const run = new Run(lookup, names, environment, faults);
      const making = new Making(run, decisionId, names, problems, matchedRules);
      for (const { name, make } of functions) names.set(name, make(making));
      let outputs: Json = null;
      try {
        outputs = toWire(make(decisionId, making, new Map(), new Set()), (kind) => run.fault('FEEL_RESULT', [0, 0], { kind }));
      } catch (error) {
        if (!(error instanceof LimitReached || error instanceof RangeError)) throw error;
        run.fault('FEEL_LIMIT', [0, 0], { limit: error instanceof LimitReached ? error.limit : 'memory' });
      }
      return { outputs, matchedRules, faults, problems };
    },
  };

  /** Makes a decision after those it requires; one that is required twice is made once. */
  function make(decisionId: string, making: Making, made: Map<string, FeelValue>, open: Set<string>): FeelValue {
    const known = made.get(decisionId);
    if (known !== undefined) return known;
    const decision = decisions.get(decisionId);
    const own = making.of(decisionId);
    if (!decision || open.has(decisionId)) {
      if (decision) own.problem('FEEL_DECISION_CYCLE', {});
      else own.problem('FEEL_DECISION_UNKNOWN', { modelId: model.id });
      return null;
    }
    open.add(decisionId);
    for (const required of decision.requires) {
      const value = make(required, making, made, open);
      const name = decisions.get(required)?.name;
      if (name !== undefined) making.names.set(name, value);
    }
    open.delete(decisionId);
    making.run.elementId = decisionId;
    const value = decision.logic(own);
    made.set(decisionId, value);
    return value;
  }
}

const prepared = new WeakMap<DecisionModel, PreparedDecisions>();

/**
 * Makes one decision of a model. The model is compiled at its first use and remembered as long as it lives.
 *
 * @throws FEEL_DECISION_UNKNOWN
 */
export function decide(model: DecisionModel, decisionId: string, lookup: FeelLookup, environment: FeelEnvironment): DecisionResult {
  let known = prepared.get(model);
  if (!known) {
    known = prepareDecisions(model);
    prepared.set(model, known);
  }
  return known.decide(decisionId, lookup, environment);
}

interface CompiledDecision {
  readonly name: string;
  readonly requires: readonly string[];
  readonly logic: Logic;
}

function compileDecision({ variable, requires, logic }: Decision): CompiledDecision {
  return { name: variable.name, requires, logic: logic ? compileLogic(logic) : () => null };
}
