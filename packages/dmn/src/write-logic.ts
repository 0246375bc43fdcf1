/** Writes boxed expressions. */
import { printFeelType } from '@tongban/feel-parser';
import type { DecisionLogic, DecisionTable, DecisionVariable, FeelExpression, FeelType } from '@tongban/model';
import { create, type ModdleElement } from './moddle.ts';
import { HIT_POLICIES } from './read-table.ts';

/** The element of a boxed expression. */
export function writeLogic(logic: DecisionLogic): ModdleElement {
  const common = { id: logic.id, typeRef: typeRef(logic.type) };
  switch (logic.kind) {
    case 'table':
      return writeTable(logic);
    case 'literal':
      return create('dmn:LiteralExpression', { ...common, text: logic.expression.text });
    case 'context':
      return create('dmn:Context', {
        ...common,
        contextEntry: logic.entries.map(({ id, variable, value }) =>
          create('dmn:ContextEntry', { id, variable: variable && item(variable), value: writeLogic(value) }),
        ),
      });
    case 'invocation':
      return create('dmn:Invocation', {
        ...common,
        calledFunction: create('dmn:LiteralExpression', { text: logic.callee.text }),
        binding: logic.bindings.map(({ parameter, value }) =>
          create('dmn:Binding', { parameter: item(parameter), bindingFormula: writeLogic(value) }),
        ),
      });
    case 'list':
      return create('dmn:List', { ...common, elements: logic.items.map(writeLogic) });
    case 'relation':
      return create('dmn:Relation', {
        ...common,
        column: logic.columns.map(item),
        row: logic.rows.map(({ id, cells }) => create('dmn:List', { id, elements: cells.map(writeLogic) })),
      });
    case 'function':
      return create('dmn:FunctionDefinition', { ...common, formalParameter: logic.parameters.map(item), body: writeLogic(logic.body) });
  }
}

function writeTable(table: DecisionTable): ModdleElement {
  return create('dmn:DecisionTable', {
    id: table.id,
    typeRef: typeRef(table.type),
    hitPolicy: HIT_POLICY_NAMES.get(table.hitPolicy),
    aggregation: table.aggregation,
    input: table.inputs.map(({ id, label, expression, type, allowedValues }) =>
      create('dmn:InputClause', {
        id,
        label,
        inputExpression: create('dmn:LiteralExpression', { typeRef: typeRef(type), text: expression.text }),
        inputValues: unaryTests(allowedValues),
      }),
    ),
    output: table.outputs.map(({ id, name, label, type, allowedValues, defaultValue }) =>
      create('dmn:OutputClause', {
        id,
        name,
        label,
        typeRef: typeRef(type),
        outputValues: unaryTests(allowedValues),
        defaultOutputEntry: defaultValue && create('dmn:LiteralExpression', { text: defaultValue.text }),
      }),
    ),
    annotation: table.annotations.map((name) => create('dmn:RuleAnnotationClause', { name })),
    rule: table.rules.map((rule) =>
      create('dmn:DecisionRule', {
        id: rule.id,
        description: rule.description,
        inputEntry: rule.inputEntries.map(unaryTests),
        outputEntry: rule.outputEntries.map(({ text }) => create('dmn:LiteralExpression', { text })),
        annotationEntry: rule.annotations.map((text) => create('dmn:RuleAnnotation', { text })),
      }),
    ),
  });
}

/** A type as an attribute. */
export function typeRef(type: FeelType | undefined): string | undefined {
  return type && printFeelType(type);
}

/** Unary tests in an element of their own. */
export function unaryTests(expression: FeelExpression | undefined): ModdleElement | undefined {
  return expression && create('dmn:UnaryTests', { text: expression.text });
}

/** An information item. */
export function item({ name, type }: DecisionVariable): ModdleElement {
  return create('dmn:InformationItem', { name, typeRef: typeRef(type) });
}

const HIT_POLICY_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(HIT_POLICIES).map(([name, letter]) => [letter, name]));
