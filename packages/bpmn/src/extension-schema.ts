/** What each `tb:` element must and may hold: the words of `model/flow-extension.ts` that XML can get wrong. */
import { OPERATION_KINDS } from '@tongban/model';

/** Attributes without which an element means nothing, by tag. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Filing: ['form'],
  Field: ['ref', 'access'],
  Outcomes: ['result'],
  Outcome: ['value', 'label'],
  Operation: ['kind'],
  Each: ['collection', 'element'],
  Vote: ['rule', 'result', 'agree'],
  Assign: ['variable', 'value'],
  Handler: ['name'],
  Input: ['name', 'value'],
  Rule: ['decision', 'result'],
  Arrival: ['correlation'],
  Start: ['roles'],
  Clock: ['limit'],
  Expiry: ['limit', 'does'],
  Pause: ['reason'],
  Ending: ['kind'],
};

/** The values an attribute may have, by `Tag.attribute`. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'Filing.access': ['write', 'read', 'hidden'],
  'Field.access': ['write', 'read', 'hidden'],
  'Operation.kind': OPERATION_KINDS,
  'Assign.at': ['start', 'end', 'in', 'out'],
  'Call.in': ['all'],
  'Call.out': ['all'],
  'Policy.empty': ['incident', 'skip', 'administrator'],
  'Policy.same': ['ask', 'skip'],
  'Expiry.does': ['remind', 'complete', 'return', 'reject', 'escalate'],
  'Vote.rule': ['all', 'any', 'share'],
  'Vote.of': ['all', 'cast'],
  'Vote.until': ['certain', 'everyone'],
  'Vote.removed': ['leave', 'abstain'],
  'Ending.kind': ['completed', 'rejected', 'expired', 'reapply', 'withdrawn', 'terminated', 'voided'],
};

/** Attributes that become names in a case, by `Tag.attribute`. */
export const NAMES: readonly string[] = [
  'Field.ref',
  'Outcomes.result',
  'Each.element',
  'Each.results',
  'Vote.result',
  'Assign.variable',
  'Handler.result',
  'Input.name',
  'Rule.result',
];
