/** A new boxed expression of each kind, and what of a box goes on in one of another kind. */
import type { DecisionLogic, FeelExpression } from '@tongban/model';
import { blankTable } from '@tongban/tables';

/** The kinds of boxes. */
export type LogicKind = DecisionLogic['kind'];

/** The kinds in the order in which they are offered. */
export const LOGIC_KINDS: readonly LogicKind[] = [
  ...(['table', 'literal', 'context', 'invocation', 'conditional', 'list', 'relation', 'function'] as const),
  ...(['for', 'filter', 'some', 'every'] as const),
];

const NULL: FeelExpression = { text: 'null', tree: { kind: 'null', at: [0, 4] }, reads: [] };
const LITERAL: DecisionLogic = { kind: 'literal', expression: NULL };

/** A box of this kind; ids in it begin with `id`. */
export function blankLogic(kind: LogicKind, id: string): DecisionLogic {
  switch (kind) {
    case 'table':
      return blankTable(id);
    case 'literal':
      return LITERAL;
    case 'context':
      return { kind, entries: [{ value: LITERAL }] };
    case 'invocation':
      return { kind, callee: NULL, bindings: [] };
    case 'list':
      return { kind, items: [LITERAL] };
    case 'relation':
      return { kind, columns: [{ name: 'column1' }], rows: [{ cells: [LITERAL] }] };
    case 'function':
      return { kind, parameters: [], body: LITERAL };
    case 'conditional':
      return { kind, condition: LITERAL, yes: LITERAL, no: LITERAL };
    case 'filter':
      return { kind, over: LITERAL, match: LITERAL };
    default:
      return { kind, variable: 'x', over: LITERAL, body: LITERAL };
  }
}

/** `logic` as a box of another kind: it becomes the first part of one that holds others, and loses nothing then. */
export function logicAs(kind: LogicKind, logic: DecisionLogic, id: string): DecisionLogic {
  switch (kind) {
    case 'context':
      return { kind, entries: [{ value: logic }] };
    case 'list':
      return { kind, items: [logic] };
    case 'function':
      return { kind, parameters: [], body: logic };
    case 'conditional':
      return { kind, condition: LITERAL, yes: logic, no: LITERAL };
    case 'filter':
      return { kind, over: logic, match: LITERAL };
    case 'invocation':
      return logic.kind === 'literal' ? { kind, callee: logic.expression, bindings: [] } : blankLogic(kind, id);
    case 'literal':
      return logic.kind === 'invocation' ? { kind, expression: logic.callee } : blankLogic(kind, id);
    default:
      return blankLogic(kind, id);
  }
}

/** Whether nothing is lost when `logic` becomes a box of `kind`. */
export function keepsAll(kind: LogicKind, logic: DecisionLogic): boolean {
  const isBlank = logic.kind === 'literal' && (logic.expression.text.trim() === '' || logic.expression.text.trim() === 'null');
  const holds = ['context', 'list', 'function', 'conditional', 'filter'].includes(kind);
  return isBlank || holds || (kind === 'invocation' && logic.kind === 'literal');
}
