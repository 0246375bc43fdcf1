/** Events that need all of several things: the last one triggers them, and those that do not interrupt wait for all again (ME2, ME5). */
import { isTongbanError } from '@tongban/model';
import { type Armed, scopeOf } from './armed.ts';
import { raiseIncident } from './incident.ts';
import type { PreparedNode } from './prepared.ts';
import { releaseTriggers } from './release-owner.ts';
import type { Run } from './run.ts';
import { arm } from './triggers.ts';

/** One of them came. Whether the event is triggered by it; what cannot be set again holds it back. */
export function cameOfAll(run: Run, node: PreparedNode, armed: Armed): boolean {
  const { owner } = armed;
  releaseTriggers(run, (other) => isSame(other, owner, node) && (other.which ?? 0) === (armed.which ?? 0));
  if (isArmed(run, node, owner)) return false;
  return node.spec.interrupting !== false || setAgain(run, node, owner);
}

/** Sets all of them again, when what they hang on is still there. Where that cannot be, the token that would go on stands still with an incident. */
export function setAgain(run: Run, node: PreparedNode, owner: number): boolean {
  const isThere = owner === 0 || run.token(owner) !== undefined || run.scope(owner) !== undefined;
  if (!isThere || isArmed(run, node, owner)) return true;
  const scope = scopeOf(run, owner);
  try {
    arm(run, node, owner, scope);
    return true;
  } catch (error) {
    if (!isTongbanError(error)) throw error;
    releaseTriggers(run, (other) => isSame(other, owner, node));
    const begun = node.kind.kind === 'startEvent' ? node.spec.scope : node.index;
    const token = run.addToken({ id: run.nextId(), node: begun, scope });
    raiseIncident(run, node, token.id, 'enter', error, false, { owner, node: node.index });
    return false;
  }
}

function isArmed({ draft }: Run, node: PreparedNode, owner: number): boolean {
  const isOfIt = (armed: Armed): boolean => isSame(armed, owner, node);
  return draft.timers?.some(isOfIt) === true || draft.subscriptions?.some(isOfIt) === true;
}

function isSame(armed: Armed, owner: number, { index }: PreparedNode): boolean {
  return armed.owner === owner && armed.node === index;
}
