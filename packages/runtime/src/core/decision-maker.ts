/** Makes the decisions of a release inside a step; what was read and which rules matched comes back with the result, so it can be replayed. */
import { type FeelEnvironment, type PreparedDecisions, prepareDecisions } from '@tongban/feel';
import type { DecisionModel, Finding, Json, JsonObject } from '@tongban/model';

/** A decision that was made. */
export interface MadeDecision {
  readonly result: Json;
  /** What the decision read, by name. */
  readonly inputs: JsonObject;
  /** Ids of the rules that matched. */
  readonly rules: readonly string[];
  /** Why there is no result; absent when there is one (null too is a result: no rule matched). */
  readonly failure?: Finding | undefined;
}

/** Makes decisions by id. */
export interface DecisionMaker {
  decide(decision: string, lookup: (name: string) => Json | undefined, environment: FeelEnvironment): MadeDecision;
}

/** Makes the decisions of these models, which stand under the ids of their decisions. */
export function decisionMaker(models: Readonly<Record<string, DecisionModel>>): DecisionMaker {
  const prepared = new Map<string, PreparedDecisions>();
  return {
    decide(decision, lookup, environment) {
      const model = prepared.get(decision) ?? prepareDecisions(models[decision] as DecisionModel);
      prepared.set(decision, model);
      const inputs: Record<string, Json> = {};
      const remember = (name: string): Json | undefined => {
        const value = lookup(name);
        // Reference lists are in the release: they need not be kept with every decision.
        if (value !== undefined && name !== 'lists') inputs[name] = value;
        return value;
      };
      const { outputs, matchedRules, problems } = model.decide(decision, remember, environment);
      const failure = problems.find(({ severity }) => severity === 'error');
      return { result: outputs, inputs, rules: matchedRules[decision] ?? [], failure };
    },
  };
}
