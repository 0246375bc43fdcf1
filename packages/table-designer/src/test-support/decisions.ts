/** Decision models for tests. */
import type { Decision, DecisionModel } from '@tongban/model';
import { feel } from './table.ts';

/** A decision by an expression; its name is its id. */
export function decision(id: string, text: string, needs: Partial<Decision> = {}): Decision {
  return {
    id,
    name: id,
    variable: { name: id },
    requires: [],
    requiresInputs: [],
    requiresFunctions: [],
    logic: { kind: 'literal', expression: feel(text, 'expression') },
    ...needs,
  };
}

/** A model with these parts. */
export function model(parts: Partial<DecisionModel>): DecisionModel {
  return { id: 'm', name: 'm', types: [], inputs: [], functions: [], decisions: [], ...parts };
}
