/** Makes the elements of boxed expressions. */
import { printFeelType } from '@tongban/feel-parser';
import type { DecisionLogic, DecisionTable, DecisionVariable, FeelExpression, FeelType } from '@tongban/model';
import { create, createText } from './dmn-element.ts';
import { annotationsLabelled, labelled } from './labels.ts';
import { HIT_POLICIES } from './read-table.ts';
import type { XmlElement } from './xml/xml-node.ts';

/** The element of a boxed expression. */
export function writeLogic(logic: DecisionLogic): XmlElement {
  const common = { id: logic.id, typeRef: typeRef(logic.type) };
  switch (logic.kind) {
    case 'table':
      return writeTable(logic);
    case 'literal':
      return create('literalExpression', common, [createText('text', logic.expression.text)]);
    case 'context':
      return create(
        'context',
        common,
        logic.entries.map(({ id, variable, value }) =>
          create('contextEntry', { id }, [variable && item('variable', variable), writeLogic(value)]),
        ),
      );
    case 'invocation':
      return create('invocation', common, [
        create('literalExpression', {}, [createText('text', logic.callee.text)]),
        ...logic.bindings.map(({ parameter, value }) => create('binding', {}, [item('parameter', parameter), writeLogic(value)])),
      ]);
    case 'list':
      return create('list', common, logic.items.map(writeLogic));
    case 'relation':
      return create('relation', common, [
        ...logic.columns.map((column) => item('column', column)),
        ...logic.rows.map(({ id, cells }) => create('row', { id }, cells.map(writeLogic))),
      ]);
    case 'function':
      return create('functionDefinition', common, [
        ...logic.parameters.map((parameter) => item('formalParameter', parameter)),
        writeLogic(logic.body),
      ]);
    case 'conditional':
      return create('conditional', common, [box('if', logic.condition), box('then', logic.yes), box('else', logic.no)]);
    case 'for':
    case 'some':
    case 'every':
      return create(logic.kind, { ...common, iteratorVariable: logic.variable }, [
        box('in', logic.over),
        box(logic.kind === 'for' ? 'return' : 'satisfies', logic.body),
      ]);
    case 'filter':
      return create('filter', common, [box('in', logic.over), box('match', logic.match)]);
  }
}

function box(name: string, logic: DecisionLogic): XmlElement {
  return create(name, {}, [writeLogic(logic)]);
}

function writeTable(table: DecisionTable): XmlElement {
  const { id, type, hitPolicy, aggregation } = table;
  return create('decisionTable', { id, typeRef: typeRef(type), hitPolicy: HIT_POLICY_NAMES.get(hitPolicy), aggregation }, [
    annotationsLabelled(table.annotationLabels),
    ...table.inputs.map((input) =>
      create('input', { id: input.id, label: input.label }, [
        labelled(input.labels),
        create('inputExpression', { typeRef: typeRef(input.type) }, [createText('text', input.expression.text)]),
        unaryTests('inputValues', input.allowedValues),
      ]),
    ),
    ...table.outputs.map((output) =>
      create('output', { id: output.id, name: output.name, label: output.label, typeRef: typeRef(output.type) }, [
        labelled(output.labels),
        unaryTests('outputValues', output.allowedValues),
        unaryTests('defaultOutputEntry', output.defaultValue),
      ]),
    ),
    ...table.annotations.map((name) => create('annotation', { name })),
    ...table.rules.map((rule) =>
      create('rule', { id: rule.id }, [
        createText('description', rule.description),
        ...rule.inputEntries.map((cell) => unaryTests('inputEntry', cell)),
        ...rule.outputEntries.map((cell) => unaryTests('outputEntry', cell)),
        ...rule.annotations.map((text) => create('annotationEntry', {}, [createText('text', text)])),
      ]),
    ),
  ]);
}

/** A type as an attribute. */
export function typeRef(type: FeelType | undefined): string | undefined {
  return type && printFeelType(type);
}

/** An expression in an element with a text. */
export function unaryTests(name: string, expression: FeelExpression | undefined): XmlElement | undefined {
  return expression && create(name, {}, [createText('text', expression.text)]);
}

/** An information item. */
export function item(element: string, { name, type }: DecisionVariable, id?: string): XmlElement {
  return create(element, { id, name, typeRef: typeRef(type) });
}

const HIT_POLICY_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(HIT_POLICIES).map(([name, letter]) => [letter, name]));
