/** The words of each operation's button and dialog, by kind. */
import type { CaseOperationKind, OperationKind } from '@tongban/model';

/** Operations that are decided in a dialog. Claiming is done at once. */
export type AskedKind = Exclude<OperationKind, 'claim'> | CaseOperationKind;

/** Keys of messages: of the button, the explanation, and what the text is called. */
export interface OperationWords {
  readonly button: `op.${AskedKind}`;
  readonly body: `op.${AskedKind}.body`;
  readonly reason: 'opReason' | 'opComment' | 'returnReason';
  /** It ends or takes away something. */
  readonly danger: boolean;
}

const DANGER: ReadonlySet<AskedKind> = new Set<AskedKind>(['reject', 'withdrawCase', 'terminate', 'void']);
const COMMENTED: ReadonlySet<AskedKind> = new Set<AskedKind>(['transfer', 'delegate', 'addSigner', 'copy', 'urge']);

/** The words of an operation. */
export function wordsOf(kind: AskedKind): OperationWords {
  const reason = kind === 'return' ? 'returnReason' : COMMENTED.has(kind) ? 'opComment' : 'opReason';
  return { button: `op.${kind}`, body: `op.${kind}.body`, reason, danger: DANGER.has(kind) };
}
