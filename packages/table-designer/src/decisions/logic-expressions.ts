/** The expressions in a boxed expression, wherever they stand in it: looked through, or changed. */
import type { DecisionLogic, DecisionTable, FeelExpression } from '@tongban/model';

/** How a text is read. */
export type LogicDialect = 'expression' | 'unaryTests';

type Change = (expression: FeelExpression, dialect: LogicDialect) => FeelExpression;

/** `logic` with every expression changed; what stays the same is kept. */
export function mapExpressions(logic: DecisionLogic, change: Change): DecisionLogic {
  const inner = (box: DecisionLogic): DecisionLogic => mapExpressions(box, change);
  switch (logic.kind) {
    case 'table':
      return mapTable(logic, change);
    case 'literal':
      return { ...logic, expression: change(logic.expression, 'expression') };
    case 'context':
      return { ...logic, entries: logic.entries.map((entry) => ({ ...entry, value: inner(entry.value) })) };
    case 'invocation':
      return {
        ...logic,
        callee: change(logic.callee, 'expression'),
        bindings: logic.bindings.map((binding) => ({ ...binding, value: inner(binding.value) })),
      };
    case 'list':
      return { ...logic, items: logic.items.map(inner) };
    case 'relation':
      return { ...logic, rows: logic.rows.map((row) => ({ ...row, cells: row.cells.map(inner) })) };
    case 'function':
      return { ...logic, body: inner(logic.body) };
    case 'conditional':
      return { ...logic, condition: inner(logic.condition), yes: inner(logic.yes), no: inner(logic.no) };
    case 'filter':
      return { ...logic, over: inner(logic.over), match: inner(logic.match) };
    default:
      return { ...logic, over: inner(logic.over), body: inner(logic.body) };
  }
}

function mapTable(table: DecisionTable, change: Change): DecisionTable {
  const maybe = <Name extends string>(name: Name, value: FeelExpression | undefined, dialect: LogicDialect): object =>
    value === undefined ? {} : { [name]: change(value, dialect) };
  return {
    ...table,
    inputs: table.inputs.map((input) => ({
      ...input,
      expression: change(input.expression, 'expression'),
      ...maybe('allowedValues', input.allowedValues, 'unaryTests'),
    })),
    outputs: table.outputs.map((output) => ({
      ...output,
      ...maybe('allowedValues', output.allowedValues, 'unaryTests'),
      ...maybe('defaultValue', output.defaultValue, 'expression'),
    })),
    rules: table.rules.map((rule) => ({
      ...rule,
      inputEntries: rule.inputEntries.map((cell) => change(cell, 'unaryTests')),
      outputEntries: rule.outputEntries.map((cell) => change(cell, 'expression')),
    })),
  };
}

/** Every name that `logic` reads, those of its own entries and parameters included. */
export function namesRead(logic: DecisionLogic | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  if (logic === undefined) return names;
  mapExpressions(logic, (expression) => {
    for (const name of expression.reads) names.add(name);
    return expression;
  });
  return names;
}
