/** What a table can ask, all told: what its host says, and what the file around it holds. */
import type { DecisionModel, FeelType, JsonObject } from '@tongban/model';
import type { TableContext, TableField } from './table-context.ts';

/** The context of the decision `decisionId` of `model`; `given` are values that every trial has. */
export function tableWorld(context: TableContext, model: DecisionModel | undefined, decisionId: string, given: JsonObject): TableContext {
  const { fields, names = [] } = context;
  const known = new Set(fields.map(({ expression }) => expression));
  const more = model === undefined ? [] : fieldsOf(model, decisionId).filter(({ expression }) => !known.has(expression));
  const called = [...(model?.functions ?? []), ...(model?.services ?? []), ...(model?.imports ?? [])].map(({ name }) => name);
  return {
    ...context,
    fields: [...fields, ...more],
    names: [...new Set([...names, ...more.map(({ expression }) => expression), ...called, ...Object.keys(given)])],
  };
}

function fieldsOf({ inputs, decisions }: DecisionModel, decisionId: string): readonly TableField[] {
  const requires = decisions.find(({ id }) => id === decisionId)?.requires ?? [];
  return [
    ...inputs.map(({ name, type }) => field(name, type)),
    ...decisions.filter(({ id }) => requires.includes(id)).map(({ variable }) => field(variable.name, variable.type)),
  ];
}

function field(name: string, type: FeelType | undefined): TableField {
  return { expression: name, label: name, ...(type === undefined ? {} : { type }) };
}
