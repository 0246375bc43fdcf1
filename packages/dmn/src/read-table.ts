/** Reads a decision table. */
import type { DecisionRule, DecisionTable, DecisionTableInput, DecisionTableOutput, HitAggregation, HitPolicy } from '@tongban/model';
import { elementAt, elementsAt, textAt } from './dmn-element.ts';
import { type ExpressionReader, optional, typeAt } from './expression-reader.ts';
import { annotationLabelsAt, labelsAt } from './labels.ts';
import type { XmlElement } from './xml/xml-node.ts';

/** The letters of the hit policies, by their names in DMN. */
export const HIT_POLICIES: Readonly<Record<string, HitPolicy>> = {
  UNIQUE: 'U',
  ANY: 'A',
  PRIORITY: 'P',
  FIRST: 'F',
  'RULE ORDER': 'R',
  'OUTPUT ORDER': 'O',
  COLLECT: 'C',
};

/** The table in `element`; columns and rules without id get one from `ownerId` and their place. */
export function readTable(element: XmlElement, ownerId: string, reader: ExpressionReader): DecisionTable {
  const name = textAt(element, 'hitPolicy') ?? 'UNIQUE';
  const hitPolicy = HIT_POLICIES[name];
  if (!hitPolicy) reader.problem('DMN_HIT_POLICY', textAt(element, 'id') ?? ownerId, { hitPolicy: name });
  const aggregation = textAt(element, 'aggregation') as HitAggregation | undefined;
  const inputs = elementsAt(element, 'input').map((input, index) => readInput(input, `${ownerId}_input_${index + 1}`, reader));
  const outputs = elementsAt(element, 'output').map((output, index) => readOutput(output, `${ownerId}_output_${index + 1}`, reader));
  const annotations = elementsAt(element, 'annotation').map((annotation) => textAt(annotation, 'name') ?? '');
  return {
    kind: 'table',
    ...optional('id', element),
    ...typeAt(element),
    hitPolicy: hitPolicy ?? 'U',
    ...(aggregation ? { aggregation } : {}),
    inputs,
    outputs,
    annotations,
    ...annotationLabelsAt(element, annotations.length),
    rules: elementsAt(element, 'rule').map((rule, index) => readRule(rule, `${ownerId}_rule_${index + 1}`, inputs, outputs, reader)),
  };
}

function readInput(element: XmlElement, id: string, reader: ExpressionReader): DecisionTableInput {
  const elementId = textAt(element, 'id') ?? id;
  const expression = elementAt(element, 'inputExpression');
  const label = textAt(element, 'label');
  const place = { elementId, ...(label === undefined ? {} : { elementName: label }) };
  reader.checkLanguage(expression, elementId);
  const allowedValues = reader.allowedValues(elementAt(element, 'inputValues'), { ...place, property: 'inputValues' });
  return {
    id: elementId,
    ...(label === undefined ? {} : { label }),
    ...labelsAt(element),
    expression: reader.expression(textAt(expression, 'text') ?? '', { ...place, property: 'inputExpression' }),
    ...typeAt(expression),
    ...(allowedValues ? { allowedValues } : {}),
  };
}

function readOutput(element: XmlElement, id: string, reader: ExpressionReader): DecisionTableOutput {
  const elementId = textAt(element, 'id') ?? id;
  const allowedValues = reader.allowedValues(elementAt(element, 'outputValues'), { elementId, property: 'outputValues' });
  const otherwise = textAt(elementAt(element, 'defaultOutputEntry'), 'text');
  return {
    id: elementId,
    ...optional('name', element),
    ...optional('label', element),
    ...labelsAt(element),
    ...typeAt(element),
    ...(allowedValues ? { allowedValues } : {}),
    ...(otherwise === undefined ? {} : { defaultValue: reader.expression(otherwise, { elementId, property: 'defaultOutputEntry' }) }),
  };
}

function readRule(
  element: XmlElement,
  id: string,
  inputs: readonly DecisionTableInput[],
  outputs: readonly DecisionTableOutput[],
  reader: ExpressionReader,
): DecisionRule {
  const elementId = textAt(element, 'id') ?? id;
  const tests = elementsAt(element, 'inputEntry');
  const results = elementsAt(element, 'outputEntry');
  if (tests.length !== inputs.length || results.length !== outputs.length) {
    reader.problem('DMN_RULE_CELLS', elementId, {
      inputs: tests.length,
      outputs: results.length,
      inputColumns: inputs.length,
      outputColumns: outputs.length,
    });
  }
  for (const cell of [...tests, ...results]) reader.checkLanguage(cell, elementId);
  return {
    id: elementId,
    ...optional('description', element),
    inputEntries: tests.map((cell, column) => {
      const property = inputs[column]?.label ?? inputs[column]?.expression.text ?? '';
      return reader.unaryTests(textAt(cell, 'text') ?? '-', { elementId, property });
    }),
    outputEntries: results.map((cell, column) => {
      const property = outputs[column]?.label ?? outputs[column]?.name ?? '';
      const text = textAt(cell, 'text');
      return reader.expression(text === undefined || text === '-' ? 'null' : text, { elementId, property });
    }),
    annotations: elementsAt(element, 'annotationEntry').map((annotation) => textAt(annotation, 'text') ?? ''),
  };
}
