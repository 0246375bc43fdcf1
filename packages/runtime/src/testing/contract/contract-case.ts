/** One promise of the Store port, as a function that throws when a storage breaks it; and small rows to try it with. */
import type { IssueRequest, JsonObject, Release } from '@tongban/model';
import { auditLink } from '../../audit/audit-link.ts';
import { sha256Digest } from '../../audit/digest.ts';
import { eventRows } from '../../engine/case-commit.ts';
import type { CaseCommit, CaseRow, Storage, TaskRow } from '../../store/store.ts';

/** One promise. `storage` is empty at the start. */
export interface ContractCase {
  readonly title: string;
  readonly run: (storage: Storage) => Promise<void>;
}

/** The head of a case. */
export function caseRow(caseId: string, change: Partial<CaseRow> = {}): CaseRow {
  return {
    tenant: 'A',
    caseId,
    measureId: 'mock-approval',
    releaseId: 'sha256:1',
    measureTitle: '模拟审批',
    title: `办件${caseId}`,
    startedAt: 1000,
    startedBy: { id: 'u1', name: '王一' },
    round: 1,
    search: `办件${caseId} abc`,
    ...change,
  };
}

/** An open task, for anybody. */
export function taskRow(taskId: string, change: Partial<TaskRow> = {}): TaskRow {
  const caseId = change.caseId ?? 'c1';
  return {
    tenant: 'A',
    taskId,
    caseId,
    nodeId: 'review',
    name: '审核',
    status: 'open',
    candidates: {},
    openedAt: 1000,
    round: 1,
    urgency: 1000,
    ...change,
  };
}

/** A commit that writes the state `{ at: <version> }`, one event, and what `change` adds. */
export function commitOf(
  caseId: string,
  expectedVersion: number,
  given: Partial<CaseCommit> & { readonly previous?: string } = {},
): CaseCommit {
  const { previous = '', ...change } = given;
  const tenant = change.tenant ?? 'A';
  const seq = expectedVersion + 1;
  const { commandId = `${caseId}-${seq}`, actorId = 'u1' } = change.command ?? {};
  const events = [{ seq, at: 1000 + seq, kind: 'noted', nodeId: caseId, by: { id: actorId, name: `姓名${actorId}` } }];
  return {
    tenant,
    caseId,
    expectedVersion,
    row: caseRow(caseId, { tenant }),
    state: { at: seq },
    events: eventRows(tenant, caseId, events),
    link: auditLink({
      ...{ digest: sha256Digest, newSalt: () => `salt of ${caseId} ${seq}`, tenant, caseId, version: seq, previous },
      ...{ commandId, actorId, command: { kind: 'note' }, events, data: change.data ?? [], ready: { release: { id: 'sha256:1' } } },
    }),
    data: [],
    tasks: [],
    timers: { set: [], remove: [] },
    jobs: { set: [], remove: [] },
    subscriptions: { set: [], remove: [] },
    files: [],
    command: { commandId, actorId, answer: { ok: true, seq } },
    ...change,
  };
}

/** A list query of tenant A. */
export const LIST = { tenant: 'A', now: 5000, limit: 50 } as const;

/** A request to issue a mock document with a number. */
export function issueRequest(key: string, change: Partial<IssueRequest> = {}): IssueRequest {
  return {
    key,
    tenant: 'A',
    caseId: 'c1',
    templateId: 'mock-opinion',
    status: 'mock',
    issuedAt: 1000,
    serial: { series: '模拟审批', year: 2026 },
    content: { title: '模拟审批意见', number: '模拟审批〔2026〕{serial}号', blocks: [] },
    ...change,
  };
}

/** A release with nothing in it but its id. */
export function emptyRelease(id: string): Release {
  const bare: JsonObject = { formatVersion: 1, id, manifest: { id: 'mock-approval' }, forms: {}, items: [] };
  return bare as unknown as Release;
}
