/** Promises about commits: versions, repeated commands, revisions, tenants, events, drafts. */
import { check, checkEqual } from '../check-equal.ts';
import { type ContractCase, caseRow, commitOf, taskRow } from './contract-case.ts';

export const commitCases: readonly ContractCase[] = [
  {
    title: 'keeps a case with its state, head and latest data',
    run: async ({ cases }) => {
      await cases.commit(commitOf('c1', 0, { data: [{ key: 'application', version: 1, values: { name: '甲' } }] }));
      const second = await cases.commit(commitOf('c1', 1, { data: [{ key: 'application', version: 2, values: { name: '乙' } }] }));
      check(second.kind === 'committed' && second.version === 2, `the second commit makes version 2, got ${JSON.stringify(second)}`);
      const kept = await cases.load('A', 'c1');
      checkEqual(
        kept,
        {
          version: 2,
          hash: kept?.hash,
          row: caseRow('c1'),
          state: { at: 2 },
          data: [{ key: 'application', version: 2, values: { name: '乙' } }],
        },
        'case',
      );
      checkEqual((await cases.data('A', 'c1', 'application', 1))?.values, { name: '甲' }, 'the older version of the data');
      checkEqual(await cases.data('A', 'c1', 'application', 3), undefined, 'a version that is not there');
    },
  },
  {
    title: 'refuses a commit on another version, and writes nothing of it',
    run: async ({ cases }) => {
      await cases.commit(commitOf('c1', 0));
      const other = { command: { commandId: 'late', actorId: 'u2', answer: null }, tasks: [taskRow('c1.1')] };
      checkEqual(await cases.commit(commitOf('c1', 0, other)), { kind: 'conflict' }, 'a second start');
      checkEqual(await cases.commit(commitOf('c1', 2, other)), { kind: 'conflict' }, 'a version from the future');
      checkEqual(await cases.seen('A', 'u2', 'late'), undefined, 'the command of a refused commit');
      checkEqual(await cases.task('A', 'c1.1'), undefined, 'the task of a refused commit');
      checkEqual((await cases.eventsOf('A', 'c1')).length, 1, 'events');
    },
  },
  {
    title: 'answers a repeated command with its first answer, per actor',
    run: async ({ cases }) => {
      const command = { commandId: 'x', actorId: 'u1', answer: { ok: true, first: 1 } };
      await cases.commit(commitOf('c1', 0, { command }));
      const again = await cases.commit(commitOf('c1', 1, { command: { ...command, answer: { ok: true, first: 2 } } }));
      checkEqual(again, { kind: 'repeated', answer: { ok: true, first: 1 } }, 'the repeated command');
      checkEqual((await cases.load('A', 'c1'))?.version, 1, 'version');
      checkEqual(await cases.seen('A', 'u1', 'x'), { ok: true, first: 1 }, 'seen');
      checkEqual(await cases.seen('A', 'u2', 'x'), undefined, 'seen by another actor');
      const another = await cases.commit(commitOf('c1', 1, { command: { ...command, actorId: 'u2' } }));
      checkEqual(another.kind, 'committed', 'the same id of another actor');
    },
  },
  {
    title: 'counts the revision of a task and guards it',
    run: async ({ cases }) => {
      await cases.commit(commitOf('c1', 0, { tasks: [taskRow('c1.1')] }));
      checkEqual((await cases.task('A', 'c1.1'))?.revision, 1, 'first revision');
      const guard = { taskId: 'c1.1', revision: 7 };
      checkEqual(await cases.commit(commitOf('c1', 1, { guard })), { kind: 'stale', revision: 1 }, 'a stale guard');
      await cases.commit(commitOf('c1', 1, { guard: { ...guard, revision: 1 }, tasks: [taskRow('c1.1', { name: '复核' })] }));
      checkEqual(await cases.task('A', 'c1.1'), { ...taskRow('c1.1', { name: '复核' }), revision: 2 }, 'the task');
    },
  },
  {
    title: 'keeps drafts by revision and drops them when the task closes',
    run: async ({ cases }) => {
      await cases.commit(commitOf('c1', 0, { tasks: [taskRow('c1.1')] }));
      const draft = {
        tenant: 'A',
        taskId: 'c1.1',
        values: { 'F-01': { name: '甲' } },
        comment: '稍后',
        savedAt: 9,
        savedBy: { id: 'u1', name: '王' },
      };
      const command = { commandId: 'd1', actorId: 'u1', answer: { ok: true } };
      checkEqual(await cases.saveDraft({ draft, expectedRevision: 2, command }), { kind: 'stale', revision: 1 }, 'a stale draft');
      checkEqual(await cases.saveDraft({ draft, expectedRevision: 1, command }), { kind: 'saved', revision: 2 }, 'the draft');
      checkEqual(
        await cases.saveDraft({ draft, expectedRevision: 1, command }),
        { kind: 'repeated', answer: { ok: true } },
        'the draft again',
      );
      checkEqual(await cases.draft('A', 'c1.1'), draft, 'the kept draft');
      checkEqual(await cases.draft('B', 'c1.1'), undefined, 'the draft seen from another tenant');
      await cases.commit(commitOf('c1', 1, { tasks: [taskRow('c1.1', { status: 'done' })] }));
      checkEqual(await cases.draft('A', 'c1.1'), undefined, 'the draft of a closed task');
      const late = await cases.saveDraft({ draft, expectedRevision: 3, command: { ...command, commandId: 'd2' } });
      checkEqual(late.kind, 'stale', 'a draft for a closed task');
    },
  },
  {
    title: 'keeps tenants apart, even with the same ids',
    run: async ({ cases }) => {
      await cases.commit(commitOf('c1', 0, { tasks: [taskRow('c1.1')] }));
      const inB = { tenant: 'B', tasks: [taskRow('c1.1', { tenant: 'B', name: '别处' })] };
      checkEqual((await cases.commit(commitOf('c1', 0, inB))).kind, 'committed', 'the same case id and command in tenant B');
      checkEqual((await cases.task('A', 'c1.1'))?.name, '审核', 'task of A');
      checkEqual((await cases.task('B', 'c1.1'))?.name, '别处', 'task of B');
      checkEqual((await cases.tasksOf('B', 'c1')).length, 1, 'tasks of B');
      checkEqual(await cases.load('C', 'c1'), undefined, 'case in C');
      checkEqual((await cases.eventsSince(0, 10, 'B')).length, 1, 'events of B');
    },
  },
  {
    title: 'gives events by case and, through the outbox, in the order of commits',
    run: async ({ cases }) => {
      checkEqual(await cases.lastCursor(), 0, 'cursor of an empty store');
      await cases.commit(commitOf('c1', 0));
      await cases.commit(commitOf('c2', 0));
      const last = await cases.commit(commitOf('c1', 1));
      const all = await cases.eventsSince(0, 10);
      checkEqual(
        all.map((row) => `${row.caseId}:${row.seq}`),
        ['c1:1', 'c2:1', 'c1:2'],
        'the outbox',
      );
      check(
        all.every((row, at) => at === 0 || row.cursor > (all[at - 1]?.cursor ?? 0)),
        'cursors grow',
      );
      checkEqual(
        (await cases.eventsSince(all[0]?.cursor ?? 0, 1)).map((row) => row.caseId),
        ['c2'],
        'one event after the first',
      );
      checkEqual(last.kind === 'committed' && last.cursor, await cases.lastCursor(), 'the cursor of the last commit');
      checkEqual(
        (await cases.eventsOf('A', 'c1')).map((row) => row.event),
        [commitOf('c1', 0), commitOf('c1', 1)].flatMap(({ events }) => events.map((row) => row.event)),
        'events of c1',
      );
      checkEqual(
        (await cases.eventsOf('A', 'c1', 1)).map((row) => row.seq),
        [2],
        'events of c1 after the first',
      );
    },
  },
  {
    title: 'lets exactly one of two simultaneous commits win',
    run: async ({ cases }) => {
      await cases.commit(commitOf('c1', 0));
      const both = ['x', 'y'].map((id) => cases.commit(commitOf('c1', 1, { command: { commandId: id, actorId: id, answer: id } })));
      const kinds = (await Promise.all(both)).map((result) => result.kind);
      checkEqual(kinds.sort(), ['committed', 'conflict'], 'two commits on one version');
    },
  },
];
