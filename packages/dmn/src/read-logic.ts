/** Reads boxed expressions (DMN 1.5, 10.2). */
import type { DecisionContextEntry, DecisionLogic } from '@tongban/model';
import { elementAt, elementsAt, textAt } from './dmn-element.ts';
import { type ExpressionReader, optional, typeAt, variableOf } from './expression-reader.ts';
import { readTable } from './read-table.ts';
import type { XmlElement } from './xml/xml-node.ts';

/** The boxed expression in `element`. */
export function readLogic(element: XmlElement | undefined, ownerId: string, reader: ExpressionReader): DecisionLogic {
  const common = element ? { ...optional('id', element), ...typeAt(element) } : {};
  const inner = (child: XmlElement | undefined): DecisionLogic => readLogic(child, ownerId, reader);
  const within = (name: string): DecisionLogic => inner(elementAt(elementAt(element, name), 'expression'));
  switch (element?.local) {
    case 'decisionTable':
      return readTable(element, ownerId, reader);
    case 'literalExpression':
      reader.checkLanguage(element, ownerId);
      if (elementAt(element, 'importedValues')) reader.problem('DMN_LOGIC_UNKNOWN', ownerId, { type: 'importedValues' });
      return {
        kind: 'literal',
        ...common,
        expression: reader.expression(textAt(element, 'text') ?? 'null', { elementId: textAt(element, 'id') ?? ownerId }),
      };
    case 'context':
      return { kind: 'context', ...common, entries: elementsAt(element, 'contextEntry').map((entry) => readEntry(entry, inner)) };
    case 'invocation':
      return {
        kind: 'invocation',
        ...common,
        callee: reader.expression(textAt(elementAt(element, 'expression'), 'text') ?? 'null', {
          elementId: ownerId,
          property: 'calledFunction',
        }),
        bindings: elementsAt(element, 'binding').map((binding) => ({
          parameter: variableOf(elementAt(binding, 'parameter'), ''),
          value: inner(elementAt(binding, 'expression')),
        })),
      };
    case 'list':
      return { kind: 'list', ...common, items: elementsAt(element, 'expression').map(inner) };
    case 'relation':
      return {
        kind: 'relation',
        ...common,
        columns: elementsAt(element, 'column').map((column) => variableOf(column, '')),
        rows: elementsAt(element, 'row').map((row) => ({ ...optional('id', row), cells: elementsAt(row, 'expression').map(inner) })),
      };
    case 'functionDefinition': {
      reader.checkKind(element, ownerId);
      return {
        kind: 'function',
        ...common,
        parameters: elementsAt(element, 'formalParameter').map((parameter) => variableOf(parameter, '')),
        body: inner(elementAt(element, 'expression')),
      };
    }
    case 'conditional':
      return { kind: 'conditional', ...common, condition: within('if'), yes: within('then'), no: within('else') };
    case 'for':
    case 'some':
    case 'every':
      return {
        kind: element.local,
        ...common,
        variable: textAt(element, 'iteratorVariable') ?? 'item',
        over: within('in'),
        body: within(element.local === 'for' ? 'return' : 'satisfies'),
      };
    case 'filter':
      return { kind: 'filter', ...common, over: within('in'), match: within('match') };
    default:
      reader.problem('DMN_LOGIC_EMPTY', ownerId);
      return { kind: 'literal', expression: reader.expression('null', { elementId: ownerId }) };
  }
}

function readEntry(element: XmlElement, inner: (child: XmlElement | undefined) => DecisionLogic): DecisionContextEntry {
  const variable = elementAt(element, 'variable');
  return {
    ...optional('id', element),
    ...(variable ? { variable: variableOf(variable, '') } : {}),
    value: inner(elementAt(element, 'expression')),
  };
}
