/** A commit whose every row tells its version, so that a half-written one shows. */
import { auditLink, type CaseCommit, eventRows, sha256Digest } from '@tongban/runtime';

export const TENANT = 'A';

/** The commit that brings a case to `version`: state, data, task, event, timer and command all carry the number. */
export function commitTo(version: number, caseId: string): CaseCommit {
  const named = { tenant: TENANT, caseId };
  const data = [{ key: 'application', version, values: { text: '正文'.repeat(400), version } }];
  const command = { commandId: `${caseId}-${version}`, actorId: 'u1', answer: { version } };
  const events = [1, 2].map((part) => ({
    seq: version * 2 - 2 + part,
    at: version,
    kind: 'noted',
    version,
    by: { id: 'u1', name: '王一' },
  }));
  return {
    ...named,
    expectedVersion: version - 1,
    row: {
      ...named,
      measureId: 'mock-approval',
      releaseId: 'sha256:1',
      measureTitle: '模拟审批',
      title: `第 ${version} 次`,
      startedAt: 1000,
      startedBy: { id: 'u1', name: '王一' },
      round: 1,
      search: caseId,
    },
    state: { at: version },
    events: eventRows(TENANT, caseId, events),
    link: auditLink({
      ...{ ...named, digest: sha256Digest, newSalt: () => `${caseId} ${version}`, version, previous: '', data, events },
      ...{ commandId: command.commandId, actorId: command.actorId, command: { kind: 'note' }, ready: { release: { id: 'sha256:1' } } },
    }),
    data,
    tasks: [
      {
        ...named,
        taskId: `${caseId}.1`,
        nodeId: 'review',
        name: '审核',
        status: 'open',
        candidates: {},
        openedAt: 1000,
        round: version,
        urgency: 1,
      },
    ],
    timers: { set: [{ ...named, timerId: '1', dueAt: version }], remove: [] },
    jobs: { set: [], remove: [] },
    subscriptions: { set: [], remove: [] },
    files: [],
    command,
  };
}
