/**
 * Erases what is known of a person from a case that has ended: their records beside the audit chain, their name from rows and state, and,
 * when it was their case, its form values and variables. The chain stays as it is and gets one more link, which says that this was done.
 */
import type { Problem } from '@tongban/model';
import { auditLink } from '../audit/audit-link.ts';
import { ERASED_NAME } from '../audit/personal-values.ts';
import type { CaseActor, CaseState } from '../core/state.ts';
import { raise } from '../errors.ts';
import type { CaseCommit, CaseRow, PersonRef, StoredTask, TaskRow } from '../store/store.ts';
import { eventRows } from './case-commit.ts';
import type { Sealing } from './commit-facts.ts';
import type { LiveCase } from './live-case.ts';

/** Whose values are to be erased, and by whom. */
export interface ErasureOrder {
  readonly tenant: string;
  readonly caseId: string;
  /** Id of the person. */
  readonly person: string;
  readonly commandId: string;
  readonly by: CaseActor;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Why nothing can be erased yet. */
export function erasureRefused({ state, row }: LiveCase): readonly Problem[] {
  return state.ended === undefined ? [raise.problem('RUNTIME_ERASE_OPEN_CASE', {}, { caseId: state.caseId, title: row.title })] : [];
}

/** The commit that erases. */
export function erasureCommit(live: LiveCase, order: ErasureOrder, sealing: Sealing): CaseCommit {
  const { tenant, caseId, person, commandId, by, now } = order;
  const { starter } = live.state;
  const documents = starter.id === person || starter.onBehalfOf?.id === person;
  const command = { kind: 'erasePerson', commandId, now, actor: by, person };
  const events = [{ kind: 'valuesErased', seq: live.state.seq + 1, at: now, by: { ...by }, person }];
  const none = { set: [], remove: [] };
  return {
    ...{ tenant, caseId, expectedVersion: live.version, data: [], files: [], timers: none, jobs: none, subscriptions: none },
    row: documents ? namelessRow(live) : live.row,
    state: JSON.parse(JSON.stringify({ ...(documents ? namelessState(live.state) : live.state), seq: live.state.seq + 1, data: {} })),
    tasks: live.tasks.flatMap((task) => namelessTask(task, person)),
    events: eventRows(tenant, caseId, JSON.parse(JSON.stringify(events))),
    link: auditLink({
      ...{ tenant, caseId, version: live.version + 1, previous: live.hash, ...sealing, data: [] },
      ...{ commandId, actorId: by.id, command, events: JSON.parse(JSON.stringify(events)), ready: live.ready },
    }),
    command: { commandId, actorId: by.id, answer: { ok: true, caseId } },
    erase: { person, documents },
  };
}

// helpers

function namelessState(state: CaseState): CaseState {
  const { title: _title, starter, ...rest } = state;
  const { onBehalfOf } = starter;
  return {
    ...rest,
    starter: { ...starter, name: ERASED_NAME, ...(onBehalfOf === undefined ? {} : { onBehalfOf: { ...onBehalfOf, name: ERASED_NAME } }) },
    variables: {},
  };
}

function namelessRow({ row }: LiveCase): CaseRow {
  const { applicant: _applicant, ...rest } = row;
  const search = [row.measureTitle, row.key ?? '', row.caseId].join(' ').toLowerCase();
  return { ...rest, title: row.measureTitle, startedBy: nameless(row.startedBy), search };
}

function namelessTask({ revision: _revision, ...task }: StoredTask, person: string): readonly TaskRow[] {
  const { assignee, closedBy } = task;
  if (assignee?.id !== person && closedBy?.id !== person) return [];
  return [
    {
      ...task,
      ...(assignee?.id === person ? { assignee: nameless(assignee) } : {}),
      ...(closedBy?.id === person ? { closedBy: nameless(closedBy) } : {}),
    },
  ];
}

function nameless({ id }: PersonRef): PersonRef {
  return { id, name: ERASED_NAME };
}
