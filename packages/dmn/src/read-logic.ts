/** Reads boxed expressions (DMN 1.5, 10.2). */
import type { DecisionContextEntry, DecisionLogic } from '@tongban/model';
import { type ExpressionReader, optional, typeAt, variableOf } from './expression-reader.ts';
import { elementAt, elementsAt, type ModdleElement, textAt } from './moddle.ts';
import { readTable } from './read-table.ts';

/** The boxed expression in `element`. */
export function readLogic(element: ModdleElement | undefined, ownerId: string, reader: ExpressionReader): DecisionLogic {
  const common = element ? { ...optional('id', element), ...typeAt(element) } : {};
  const inner = (child: ModdleElement | undefined): DecisionLogic => readLogic(child, ownerId, reader);
  switch (element?.$type) {
    case 'dmn:DecisionTable':
      return readTable(element, ownerId, reader);
    case 'dmn:LiteralExpression':
      reader.checkLanguage(element, ownerId);
      return {
        kind: 'literal',
        ...common,
        expression: reader.expression(textAt(element, 'text') ?? 'null', { elementId: textAt(element, 'id') ?? ownerId }),
      };
    case 'dmn:Context':
      return { kind: 'context', ...common, entries: elementsAt(element, 'contextEntry').map((entry) => readEntry(entry, inner)) };
    case 'dmn:Invocation':
      return {
        kind: 'invocation',
        ...common,
        callee: reader.expression(textAt(elementAt(element, 'calledFunction'), 'text') ?? 'null', {
          elementId: ownerId,
          property: 'calledFunction',
        }),
        bindings: elementsAt(element, 'binding').map((binding) => ({
          parameter: variableOf(elementAt(binding, 'parameter'), ''),
          value: inner(elementAt(binding, 'bindingFormula')),
        })),
      };
    case 'dmn:List':
      return { kind: 'list', ...common, items: elementsAt(element, 'elements').map(inner) };
    case 'dmn:Relation':
      return {
        kind: 'relation',
        ...common,
        columns: elementsAt(element, 'column').map((column) => variableOf(column, '')),
        rows: elementsAt(element, 'row').map((row) => ({ ...optional('id', row), cells: elementsAt(row, 'elements').map(inner) })),
      };
    case 'dmn:FunctionDefinition': {
      const kind = textAt(element, 'kind') ?? 'FEEL';
      if (kind !== 'FEEL') reader.problem('DMN_LANGUAGE', ownerId, { language: kind });
      return {
        kind: 'function',
        ...common,
        parameters: elementsAt(element, 'formalParameter').map((parameter) => variableOf(parameter, '')),
        body: inner(elementAt(element, 'body')),
      };
    }
    default:
      if (element) reader.problem('DMN_LOGIC_UNKNOWN', ownerId, { type: element.$type.replace('dmn:', '') });
      return { kind: 'literal', expression: reader.expression('null', { elementId: ownerId }) };
  }
}

function readEntry(element: ModdleElement, inner: (child: ModdleElement | undefined) => DecisionLogic): DecisionContextEntry {
  const variable = elementAt(element, 'variable');
  return {
    ...optional('id', element),
    ...(variable ? { variable: variableOf(variable, '') } : {}),
    value: inner(elementAt(element, 'value')),
  };
}
