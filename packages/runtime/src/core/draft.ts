/**
 * The case as a step works on it: a copy of the state, which becomes the next state as it is. What most cases come to have one day has its
 * place in every draft, absent or not, so that all have one shape, whatever the case went through; what few ever have comes behind it,
 * and only where it is. A draft begins with its fields in the same order, whatever order they were handed in: the same commands give the
 * same state byte for byte, whether the case was restored in between or not.
 */
import type { CaseState } from './state.ts';

/** A case under way. */
export type Draft = { -readonly [Key in keyof CaseState]: CaseState[Key] };

/** The draft of a case. */
export function draftOf(state: CaseState): Draft {
  const draft: Draft = {
    formatVersion: 1,
    caseId: state.caseId,
    tenant: state.tenant,
    releaseId: state.releaseId,
    process: state.process,
    starter: state.starter,
    startedAt: state.startedAt,
    title: state.title,
    key: state.key,
    round: state.round,
    seq: state.seq,
    lastId: state.lastId,
    variables: state.variables,
    data: state.data,
    tokens: state.tokens,
    entered: state.entered,
    scopes: state.scopes,
    jobs: state.jobs,
    timers: state.timers,
    clocks: state.clocks,
    ended: state.ended,
  };
  if (state.openedBy !== undefined) draft.openedBy = state.openedBy;
  if (state.loops !== undefined) draft.loops = state.loops;
  if (state.completed !== undefined) draft.completed = state.completed;
  if (state.compensations !== undefined) draft.compensations = state.compensations;
  if (state.resets !== undefined) draft.resets = state.resets;
  if (state.subscriptions !== undefined) draft.subscriptions = state.subscriptions;
  if (state.incidents !== undefined) draft.incidents = state.incidents;
  if (state.suspended !== undefined) draft.suspended = state.suspended;
  if (state.urgedAt !== undefined) draft.urgedAt = state.urgedAt;
  if (state.correction !== undefined) draft.correction = state.correction;
  if (state.holds !== undefined) draft.holds = state.holds;
  if (state.calendar !== undefined) draft.calendar = state.calendar;
  if (state.ending !== undefined) draft.ending = state.ending;
  return draft;
}
