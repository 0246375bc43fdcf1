/** Undoing what was done: compensation, and transactions that are cancelled. */
import { handOnCompleted, isBeingUndone, noteCompleted } from '../compensation.ts';
import { transaction } from '../nodes/transaction.ts';
import { preparedCompensations } from '../prepared-compensations.ts';
import { throwEvent, undoNextOrGoOn } from '../throw-compensation.ts';
import type { AblePart } from './part.ts';

export const compensation: AblePart<'compensation'> = {
  name: 'compensation',
  nodes: [transaction],
  ability: { prepare: preparedCompensations, noteCompleted, handOnCompleted, isBeingUndone, throwEvent, undoNextOrGoOn },
};
