/** Small tables and models in two lines, for tests. */
import type { Decision, DecisionLogic, DecisionModel, DecisionTable, HitAggregation, HitPolicy, Json } from '@tongban/model';
import { type DecisionResult, prepareDecisions } from '../index.ts';
import { noon, parsed } from './evaluate.ts';

/** A table from its columns and rows of cells; the last `outputs.length` cells of a row are its results. */
export function table(
  hitPolicy: HitPolicy,
  inputs: readonly string[],
  outputs: readonly (string | { readonly name: string; readonly allowed?: string; readonly otherwise?: string })[],
  rows: readonly (readonly string[])[],
  options: { readonly aggregation?: HitAggregation; readonly allowed?: readonly (string | undefined)[] } = {},
): DecisionTable {
  return {
    kind: 'table',
    hitPolicy,
    ...(options.aggregation ? { aggregation: options.aggregation } : {}),
    inputs: inputs.map((text, column) => {
      const allowed = options.allowed?.[column];
      return { id: `in${column + 1}`, expression: parsed(text), ...(allowed ? { allowedValues: parsed(allowed, 'unaryTests') } : {}) };
    }),
    outputs: outputs.map((output, column) => {
      const { name, allowed, otherwise } = typeof output === 'string' ? { name: output } : output;
      return {
        id: `out${column + 1}`,
        name,
        ...(allowed ? { allowedValues: parsed(allowed, 'unaryTests') } : {}),
        ...(otherwise ? { defaultValue: parsed(otherwise) } : {}),
      };
    }),
    annotations: [],
    rules: rows.map((cells, row) => ({
      id: `r${row + 1}`,
      inputEntries: cells.slice(0, inputs.length).map((cell) => parsed(cell, 'unaryTests')),
      outputEntries: cells.slice(inputs.length).map((cell) => parsed(cell)),
      annotations: [],
    })),
  };
}

/** A decision with its logic; its name is its id. */
export function decision(id: string, logic: DecisionLogic, requires: readonly string[] = []): Decision {
  return { id, name: id, variable: { name: id }, requires, requiresInputs: [], requiresFunctions: [], logic };
}

/** A literal expression. */
export function literal(text: string, names: readonly string[] = []): DecisionLogic {
  return { kind: 'literal', expression: parsed(text, 'expression', names) };
}

/** A model of these decisions. */
export function modelOf(decisions: readonly Decision[], functions: DecisionModel['functions'] = []): DecisionModel {
  return { id: 'model', name: 'model', types: [], inputs: [], decisions, functions };
}

/** Makes the one decision of a table. */
export function decideTable(logic: DecisionTable, data: Readonly<Record<string, Json>>): DecisionResult {
  return prepareDecisions(modelOf([decision('d', logic)])).decide('d', (name) => data[name], noon);
}
