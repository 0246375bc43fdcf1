/** Turns what a step gave into the rows of one commit. */
import type { FileRef, FormValues, Json, JsonObject } from '@tongban/model';
import { auditLink } from '../audit/audit-link.ts';
import { openIncidents } from '../core/one-incident.ts';
import type { CaseState } from '../core/state.ts';
import type { CaseCommit, CaseRow, DataRow, EventRow } from '../store/store.ts';
import { clockFacts, keptClock } from './clock-rows.ts';
import type { CommitFacts } from './commit-facts.ts';
import { changedData } from './live-case.ts';
import type { ReadyRelease } from './ready-release.ts';
import { taskRowsOf } from './task-rows.ts';
import { workRowsOf } from './work-rows.ts';

/** The commit of a step. */
export function caseCommit(facts: CommitFacts): CaseCommit {
  const { before, ready, result, now } = facts;
  const { state } = result;
  const { tenant, caseId } = state;
  const data = saltedData(facts);
  const events = result.events as unknown as readonly JsonObject[];
  const expectedVersion = before?.version ?? 0;
  const { digest, newSalt } = facts.sealing;
  const { commandId, actorId } = facts.command;
  const chained = { digest, newSalt, tenant, caseId, version: expectedVersion + 1, previous: before?.hash ?? '' };
  const { timers, jobs, subscriptions } = workRowsOf(facts);
  const commit = {
    tenant,
    caseId,
    expectedVersion,
    row: sameRow(facts) ?? caseRowOf(ready, state, now, before?.row),
    state: { ...state, data: NO_DATA } as unknown as JsonObject,
    events: eventRows(tenant, caseId, events),
    link: auditLink({ ...chained, commandId, actorId, command: facts.ordered, events, data, ready }),
    data,
    tasks: taskRowsOf(facts),
    timers,
    jobs,
    subscriptions,
    files: data.length === 0 ? NO_FILES : [...new Set(data.flatMap(({ values }) => fileIdsIn(values)))],
    command: facts.command,
  };
  return facts.guard === undefined ? commit : { ...commit, guard: facts.guard };
}

/** Events as rows. */
export function eventRows(tenant: string, caseId: string, events: readonly JsonObject[]): readonly EventRow[] {
  return events.map((event) => {
    const { seq, at, kind } = event as unknown as Pick<EventRow, 'seq' | 'at' | 'kind'>;
    return { tenant, caseId, seq, at, kind, event };
  });
}

/** A reference to a file as it stands in values: of a material, or of the scan of a signature, which has the id only. */
export type FilePointer = Pick<FileRef, 'fileId'> & Partial<FileRef>;

/** Ids of the files that a value refers to. */
export function fileIdsIn(value: Json): readonly string[] {
  return fileRefsIn(value).map(({ fileId }) => fileId);
}

/** The references to files in a value. */
export function fileRefsIn(value: Json): readonly FilePointer[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(fileRefsIn);
  if (typeof (value as JsonObject)['fileId'] === 'string') return [value as unknown as FilePointer];
  return Object.values(value).flatMap(fileRefsIn);
}

// helpers

const NO_DATA = {};
const NO_FILES: readonly string[] = [];

function saltedData({ before, result, sealing }: CommitFacts): readonly DataRow[] {
  return changedData(before?.state.data ?? {}, result.state.data).map((row) => ({ ...row, salt: sealing.newSalt() }));
}

// Most steps change nothing that lists show; then the row stays the same object, and a store need not write it.
function sameRow({ before, result, ready }: CommitFacts): CaseRow | undefined {
  return before !== undefined && before.ready === ready && sameHead(before.state, result.state) ? before.row : undefined;
}

// Of what caseRowOf reads of a state. Name by name, for names in a list are looked up anew each time.
function sameHead(one: CaseState, other: CaseState): boolean {
  return (
    one.title === other.title &&
    one.key === other.key &&
    one.round === other.round &&
    one.ended === other.ended &&
    one.suspended === other.suspended &&
    one.calendar === other.calendar &&
    one.clocks === other.clocks &&
    one.incidents === other.incidents &&
    one.data === other.data &&
    one.starter === other.starter
  );
}

function caseRowOf(ready: ReadyRelease, state: CaseState, now: number, before: CaseRow | undefined): CaseRow {
  const { manifest, id: releaseId } = ready.release;
  const applicant = applicantOf(ready, state) ?? before?.applicant;
  const { tenant, caseId, title = manifest.title['zh-CN'], key, ended, calendar, suspended, incidents, clocks } = state;
  // Part by part: putting it together of objects that may be empty takes several times as long.
  const row: { -readonly [Key in keyof CaseRow]: CaseRow[Key] } = {
    tenant,
    caseId,
    measureId: manifest.id,
    releaseId,
    measureTitle: manifest.title['zh-CN'],
    title,
    startedAt: state.startedAt,
    startedBy: { id: state.starter.id, name: state.starter.name },
    round: state.round,
    search: searchText(title, key, applicant, caseId, before),
  };
  if (key !== undefined) row.key = key;
  if (applicant !== undefined) row.applicant = applicant;
  if (ended !== undefined) {
    row.ended = { kind: ended.kind, at: ended.at, ...(ended.reason === undefined ? {} : { reason: ended.reason }) };
  }
  if (calendar !== undefined) row.calendar = calendar;
  if (suspended !== undefined) row.suspended = true;
  if (incidents !== undefined) row.incidents = openIncidents(state).length;
  if (clocks === undefined) return row;
  const open = clocks.filter((clock) => clock.stoppedAt === undefined);
  return Object.assign(row, clockFacts(ready, open.map(keptClock), now));
}

// Lower case is dear in Chinese, and what is searched for seldom changes.
function searchText(
  title: string,
  key: string | undefined,
  applicant: string | undefined,
  caseId: string,
  before: CaseRow | undefined,
): string {
  if (before !== undefined && before.title === title && before.key === key && before.applicant === applicant) return before.search;
  const parts = [title, key, applicant, caseId].filter((part) => part !== undefined);
  return parts.join(' ').toLowerCase();
}

// The enterprise of the forms, else whom the starter acts for.
function applicantOf(ready: ReadyRelease, state: CaseState): string | undefined {
  for (const [key, { values }] of Object.entries(state.data)) {
    const name = ready.formsByKey.has(key) ? meaningIn(ready, key, values) : undefined;
    if (name !== undefined) return name;
  }
  return state.starter.onBehalfOf?.name;
}

function meaningIn(ready: ReadyRelease, key: string, values: FormValues): string | undefined {
  const field = ready.meanings.find((one) => one.formKey === key && one.meaning === 'enterprise.name');
  const value = field && values[field.fieldKey];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
