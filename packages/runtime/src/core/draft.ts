/**
 * The case as a step works on it: a copy with every field in its place, absent ones too, so that all drafts have one shape whatever the
 * case went through. What comes out of the step has only what is there, always in the same order: small, and the same byte for byte
 * whether the case was restored in between or not.
 */
import type { CaseState } from './state.ts';

/** A case under way. */
export type Draft = { -readonly [Key in keyof CaseState]-?: CaseState[Key] };

/** The draft of a case. */
export function draftOf(state: CaseState): Draft {
  return {
    formatVersion: 1,
    caseId: state.caseId,
    tenant: state.tenant,
    releaseId: state.releaseId,
    process: state.process,
    starter: state.starter,
    openedBy: state.openedBy,
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
    loops: state.loops,
    completed: state.completed,
    compensations: state.compensations,
    resets: state.resets,
    jobs: state.jobs,
    timers: state.timers,
    subscriptions: state.subscriptions,
    clocks: state.clocks,
    incidents: state.incidents,
    suspended: state.suspended,
    urgedAt: state.urgedAt,
    correction: state.correction,
    holds: state.holds,
    calendar: state.calendar,
    ending: state.ending,
    ended: state.ended,
  };
}

/** The case that a draft has become. */
export function settled(draft: Draft): CaseState {
  const state: { -readonly [Key in keyof CaseState]: CaseState[Key] } = {
    formatVersion: 1,
    caseId: draft.caseId,
    tenant: draft.tenant,
    releaseId: draft.releaseId,
    process: draft.process,
    starter: draft.starter,
    startedAt: draft.startedAt,
    title: draft.title,
    key: draft.key,
    round: draft.round,
    seq: draft.seq,
    lastId: draft.lastId,
    variables: draft.variables,
    data: draft.data,
    tokens: draft.tokens,
    entered: draft.entered,
  };
  if (draft.openedBy !== undefined) state.openedBy = draft.openedBy;
  if (draft.scopes !== undefined) state.scopes = draft.scopes;
  if (draft.loops !== undefined) state.loops = draft.loops;
  if (draft.completed !== undefined) state.completed = draft.completed;
  if (draft.compensations !== undefined) state.compensations = draft.compensations;
  if (draft.resets !== undefined) state.resets = draft.resets;
  if (draft.jobs !== undefined) state.jobs = draft.jobs;
  if (draft.timers !== undefined) state.timers = draft.timers;
  if (draft.subscriptions !== undefined) state.subscriptions = draft.subscriptions;
  if (draft.clocks !== undefined) state.clocks = draft.clocks;
  if (draft.incidents !== undefined) state.incidents = draft.incidents;
  if (draft.suspended !== undefined) state.suspended = draft.suspended;
  if (draft.urgedAt !== undefined) state.urgedAt = draft.urgedAt;
  if (draft.correction !== undefined) state.correction = draft.correction;
  if (draft.holds !== undefined) state.holds = draft.holds;
  if (draft.calendar !== undefined) state.calendar = draft.calendar;
  if (draft.ending !== undefined) state.ending = draft.ending;
  if (draft.ended !== undefined) state.ended = draft.ended;
  return state;
}
