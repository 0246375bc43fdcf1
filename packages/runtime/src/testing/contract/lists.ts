/** Promises about lists: boxes, candidates, text, lights, pages, files. */
import type { DeputyScope } from '@tongban/model';
import type { TaskListQuery, TaskRow } from '../../store/store.ts';
import { check, checkEqual } from '../check-equal.ts';
import { type ContractCase, caseRow, commitOf, LIST, taskRow } from './contract-case.ts';

const OFFICER = { id: 'u2', roles: ['reviewer'], department: 'zrzy' };

export const listCases: readonly ContractCase[] = [
  {
    title: 'lists as todo what is assigned to the seeker, or to nobody while they are a candidate',
    run: async ({ cases }) => {
      const tasks = [
        taskRow('c1.1', { candidates: { role: 'reviewer' } }),
        taskRow('c1.2', { candidates: { role: 'reviewer', department: 'fgw' } }),
        taskRow('c1.3', { candidates: { department: 'zrzy', role: 'reviewer' } }),
        taskRow('c1.4', { candidates: { persons: ['u1', 'u2'] } }),
        taskRow('c1.5', { candidates: { persons: ['u1'] } }),
        taskRow('c1.6', { candidates: { role: 'reviewer' }, assignee: { id: 'u9', name: '别人' } }),
        taskRow('c1.7', { candidates: { role: 'other' }, assignee: { id: 'u2', name: '我' } }),
        taskRow('c1.8', { status: 'cancelled' }),
      ];
      await cases.commit(commitOf('c1', 0, { tasks }));
      const page = await cases.tasks({ ...LIST, box: 'todo', seeker: OFFICER });
      checkEqual(
        page.entries.map((line) => line.task.taskId),
        ['c1.1', 'c1.3', 'c1.4', 'c1.7'],
        'todo',
      );
      checkEqual(page.total, 4, 'total');
      checkEqual(page.entries[0]?.case, caseRow('c1'), 'the head of the case');
      checkEqual((await cases.tasks({ ...LIST, tenant: 'B', box: 'todo', seeker: OFFICER })).total, 0, 'todo in another tenant');
    },
  },
  {
    title: 'lists as todo also the tasks of those the seeker stands in for, as far as the scope goes, each once and on stable pages',
    run: async ({ cases }) => {
      const principal = { id: 'u1', roles: ['leader', 'reviewer'], department: 'zrzy' };
      const tasks = [
        taskRow('c1.1', { candidates: { role: 'reviewer', department: 'zrzy' } }),
        taskRow('c1.2', { candidates: { role: 'leader' } }),
        taskRow('c1.3', { candidates: { role: 'leader' }, assignee: { id: 'u1', name: '她' }, of: { code: 'X-1', name: '选址' } }),
        taskRow('c1.4', { candidates: { role: 'leader' }, assignee: { id: 'u9', name: '别人' } }),
        taskRow('c1.5', { candidates: { persons: ['u1', 'u2'] }, of: 'X-1' }),
        taskRow('c1.6', { candidates: { persons: ['u1'] }, of: 'X-2' }),
      ];
      await cases.commit(commitOf('c1', 0, { tasks }));
      const list = async (scope: DeputyScope, more: Partial<TaskListQuery> = {}) =>
        cases.tasks({ ...LIST, box: 'todo', seeker: OFFICER, standsInFor: [{ seeker: principal, scope }], ...more });
      const ids = async (scope: DeputyScope) => (await list(scope)).entries.map((line) => line.task.taskId);
      checkEqual(await ids({}), ['c1.1', 'c1.2', 'c1.3', 'c1.5', 'c1.6'], 'all of hers');
      checkEqual(await ids({ roles: ['leader'] }), ['c1.1', 'c1.2', 'c1.3', 'c1.5'], 'of a role');
      checkEqual(await ids({ items: ['X-1'] }), ['c1.1', 'c1.3', 'c1.5'], 'of an item');
      checkEqual(await ids({ measures: ['another'] }), ['c1.1', 'c1.5'], 'of another measure: my own');
      checkEqual((await list({}, { countUpTo: 2 })).total, 2, 'the total as far as it was asked for');
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({}, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
        checkEqual(page.total, 5, 'total');
        found.push(...page.entries.map((line) => line.task.taskId));
        cursor = page.cursor;
      } while (cursor !== undefined);
      checkEqual(found, ['c1.1', 'c1.2', 'c1.3', 'c1.5', 'c1.6'], 'page by page');
    },
  },
  {
    title: 'lists as done what the seeker closed, latest first',
    run: async ({ cases }) => {
      const me = { id: 'u2', name: '我' };
      const tasks = [
        taskRow('c1.1', { status: 'done', closedAt: 20, closedBy: me }),
        taskRow('c1.2', { status: 'done', closedAt: 30, closedBy: me }),
        taskRow('c1.3', { status: 'done', closedAt: 40, closedBy: { id: 'u3', name: '别人' } }),
        taskRow('c1.4'),
      ];
      await cases.commit(commitOf('c1', 0, { tasks }));
      const page = await cases.tasks({ ...LIST, box: 'done', seeker: OFFICER });
      checkEqual(
        page.entries.map((line) => line.task.taskId),
        ['c1.2', 'c1.1'],
        'done',
      );
      checkEqual(page.entries[0]?.task.revision, 1, 'revision');
    },
  },
  {
    title: 'lists as done what a deputy closed in the place of the seeker as well, once, in one order, page by page',
    run: async ({ cases }) => {
      const [me, deputy] = [
        { id: 'u2', name: '我' },
        { id: 'u3', name: '代' },
      ];
      const done = (taskId: string, closedAt: number, change: Partial<TaskRow> = {}) =>
        taskRow(taskId, { status: 'done', closedAt, closedBy: me, ...change });
      const tasks = [
        done('c1.1', 20),
        done('c1.2', 30, { closedBy: deputy, closedAs: me }),
        done('c1.3', 40),
        done('c1.4', 50, { closedBy: deputy }),
        done('c1.5', 60, { closedAs: deputy }),
      ];
      await cases.commit(commitOf('c1', 0, { tasks }));
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await cases.tasks({ ...LIST, box: 'done', limit: 2, seeker: OFFICER, ...(cursor === undefined ? {} : { cursor }) });
        checkEqual(page.total, 4, 'total');
        found.push(...page.entries.map((line) => line.task.taskId));
        cursor = page.cursor;
      } while (cursor !== undefined);
      checkEqual(found, ['c1.5', 'c1.3', 'c1.2', 'c1.1'], 'of the one');
      const other = await cases.tasks({ ...LIST, box: 'done', seeker: { id: 'u3', roles: [] } });
      checkEqual(
        other.entries.map((line) => line.task.taskId),
        ['c1.5', 'c1.4', 'c1.2'],
        'of the deputy',
      );
    },
  },
  {
    title: 'lists copies of the seeker and their department, latest first, and what stands still nowhere',
    run: async ({ cases }) => {
      const tasks = [
        taskRow('c1.1', { status: 'copied', candidates: { persons: ['u2'] }, openedAt: 10 }),
        taskRow('c1.2', { status: 'copied', candidates: { department: 'zrzy' }, openedAt: 20 }),
        taskRow('c1.3', { status: 'copied', candidates: { department: 'fgw' }, openedAt: 30 }),
        taskRow('c1.4', {
          status: 'copied',
          candidates: { persons: ['u2'] },
          openedAt: 40,
          closedAt: 50,
          closedBy: { id: 'u2', name: '我' },
        }),
        taskRow('c1.5', { status: 'waiting', candidates: { persons: ['u2'] } }),
      ];
      await cases.commit(commitOf('c1', 0, { tasks }));
      const boxes = ['copied', 'todo', 'done'] as const;
      const ids = async (box: (typeof boxes)[number]) =>
        (await cases.tasks({ ...LIST, box, seeker: OFFICER })).entries.map((line) => line.task.taskId);
      checkEqual(await Promise.all(boxes.map(ids)), [['c1.4', 'c1.2', 'c1.1'], [], []], 'boxes');
    },
  },
  {
    title: 'finds text and lights at an instant',
    run: async ({ cases }) => {
      const light = { yellowAt: 4000, redAt: 6000 };
      const clocks = [{ id: 3, limitId: 'review', startedAt: 1, pauses: [{ reason: 'correction', from: 2, to: 3 }] }];
      const tasks = [
        taskRow('c1.1', { light, clocks }),
        taskRow('c1.2', { light: { yellowAt: 1, redAt: 2, fixed: 'green' } }),
        taskRow('c1.3'),
      ];
      await cases.commit(commitOf('c1', 0, { tasks, row: caseRow('c1', { search: '太阳能项目 620702-01', light }) }));
      const find = async (change: Partial<TaskListQuery>) =>
        (await cases.tasks({ ...LIST, box: 'todo', seeker: OFFICER, ...change })).entries.map((line) => line.task.taskId);
      checkEqual((await cases.task('A', 'c1.1'))?.clocks, clocks, 'clocks');
      checkEqual(await find({ text: ' 太阳能 ' }), ['c1.1', 'c1.2', 'c1.3'], 'text');
      checkEqual(await find({ text: '风电' }), [], 'another text');
      checkEqual(await find({ text: '%' }), [], 'a percent sign is only a character');
      checkEqual(await find({ light: 'yellow' }), ['c1.1'], 'yellow');
      checkEqual(await find({ light: 'green' }), ['c1.2'], 'green');
      checkEqual(await find({ light: 'red', now: 6000 }), ['c1.1'], 'red at its instant');
      checkEqual((await cases.cases({ ...LIST, light: 'yellow' })).total, 1, 'cases in yellow');
    },
  },
  {
    title: 'pages in a stable order, also when rows come in between',
    run: async ({ cases }) => {
      const tasks = [5, 3, 3, 9, 1].map((urgency, at) => taskRow(`c1.${at}`, { urgency }));
      await cases.commit(commitOf('c1', 0, { tasks }));
      const query: TaskListQuery = { ...LIST, box: 'todo', seeker: OFFICER, limit: 2 };
      const first = await cases.tasks(query);
      checkEqual(
        first.entries.map((line) => line.task.taskId),
        ['c1.4', 'c1.1'],
        'first page',
      );
      checkEqual(first.total, 5, 'total');
      await cases.commit(commitOf('c1', 1, { tasks: [taskRow('c1.0new', { urgency: 0 })] }));
      const second = await cases.tasks({ ...query, cursor: first.cursor ?? '' });
      checkEqual(
        second.entries.map((line) => line.task.taskId),
        ['c1.2', 'c1.0'],
        'second page',
      );
      const third = await cases.tasks({ ...query, cursor: second.cursor ?? '' });
      checkEqual(
        third.entries.map((line) => line.task.taskId),
        ['c1.3'],
        'third page',
      );
      check(third.cursor === undefined, 'the last page has no cursor');
    },
  },
  {
    title: 'counts no further than it is asked to',
    run: async ({ cases }) => {
      const tasks = [1, 2, 3].map((at) => taskRow(`c1.${at}`, at === 1 ? {} : { candidates: { role: 'reviewer' } }));
      await cases.commit(commitOf('c1', 0, { tasks }));
      await cases.commit(commitOf('c2', 0));
      const todo = async (countUpTo: number) => {
        const { total, totalIsFloor } = await cases.tasks({ ...LIST, box: 'todo', seeker: OFFICER, countUpTo });
        return [total, totalIsFloor];
      };
      checkEqual(await todo(2), [2, true], 'three tasks, counted to two');
      checkEqual(await todo(3), [3, undefined], 'three tasks, counted to three');
      const page = await cases.cases({ ...LIST, countUpTo: 1 });
      checkEqual([page.total, page.totalIsFloor], [1, true], 'two cases, counted to one');
    },
  },
  {
    title: 'lists as todo what names the seeker, as long as it does',
    run: async ({ cases }) => {
      const named = (persons: readonly string[], change: object = {}) => taskRow('c1.1', { candidates: { persons }, ...change });
      const mine = async () => (await cases.tasks({ ...LIST, box: 'todo', seeker: OFFICER })).total;
      const steps = [
        { task: named(['u2', 'u2', 'u5']), total: 1 },
        { task: named(['u5']), total: 0 },
        { task: named(['u2']), total: 1 },
        { task: named(['u2'], { assignee: { id: 'u5', name: '别人' } }), total: 0 },
        { task: named(['u2']), total: 1 },
        { task: named(['u2'], { candidates: { persons: ['u2'], department: 'fgw' } }), total: 0 },
        { task: named(['u2'], { status: 'done' }), total: 0 },
      ];
      for (const [at, { task, total }] of steps.entries()) {
        await cases.commit(commitOf('c1', at, { tasks: [task] }));
        checkEqual(await mine(), total, `todo after commit ${at + 1}`);
      }
    },
  },
  {
    title: 'lists cases by starter, measure and whether they are open, latest start first',
    run: async ({ cases }) => {
      await cases.commit(commitOf('c1', 0, { row: caseRow('c1', { startedAt: 10 }) }));
      await cases.commit(commitOf('c2', 0, { row: caseRow('c2', { startedAt: 20, ended: { kind: 'completed', at: 30 } }) }));
      await cases.commit(
        commitOf('c3', 0, { row: caseRow('c3', { startedAt: 30, startedBy: { id: 'u7', name: '李' }, measureId: 'm2', incidents: 1 }) }),
      );
      const ids = async (change: object) => (await cases.cases({ ...LIST, ...change })).entries.map((row) => row.caseId);
      checkEqual(await ids({ startedBy: 'u1' }), ['c2', 'c1'], 'started by u1');
      checkEqual(await ids({ open: true }), ['c3', 'c1'], 'open');
      checkEqual(await ids({ open: false }), ['c2'], 'ended');
      checkEqual(await ids({ measureId: 'm2' }), ['c3'], 'of a measure');
      checkEqual(await ids({ incidents: true }), ['c3'], 'with an incident');
      const settled = caseRow('c3', { startedAt: 30, startedBy: { id: 'u7', name: '李' }, measureId: 'm2' });
      await cases.commit(commitOf('c3', 1, { row: settled }));
      checkEqual(await ids({ incidents: true }), [], 'with an incident, once it is settled');
      checkEqual(
        (await cases.cases({ ...LIST, limit: 1 })).entries.map((row) => row.caseId),
        ['c3'],
        'first page',
      );
    },
  },
  {
    title: 'keeps files and finds the cases that refer to them',
    run: async ({ cases, files }) => {
      const facts = { fileId: 'f1', tenant: 'A', name: '扫描件.pdf', bytes: 3, mediaType: 'application/pdf', putBy: 'u1', putAt: 5 };
      await files.put({ ...facts, content: Uint8Array.of(1, 2, 255) });
      await cases.commit(commitOf('c1', 0, { files: ['f1'] }));
      await cases.commit(commitOf('c1', 1, { files: ['f1'] }));
      checkEqual(await cases.casesWithFile('A', 'f1'), ['c1'], 'cases');
      checkEqual(await cases.casesWithFile('B', 'f1'), [], 'cases of another tenant');
      const { content, ...kept } = (await files.get('A', 'f1')) ?? { content: new Uint8Array() };
      checkEqual([kept, [...content]], [facts, [1, 2, 255]], 'the file');
      checkEqual(await files.get('B', 'f1'), undefined, 'the file from another tenant');
      checkEqual((await files.facts?.('A', 'f1')) ?? facts, facts, 'what is known of the file');
    },
  },
  {
    title: 'keeps the parts of files that are on their way, each once and in order',
    run: async ({ files }) => {
      const { uploads } = files;
      if (uploads === undefined) return;
      const digest = `sha256:${'0'.repeat(64)}`;
      const offer = { name: '图纸.pdf', bytes: 4, mediaType: 'application/pdf', digest };
      const upload = { ...offer, tenant: 'A', uploadId: 'up1', putBy: 'u1', begunAt: 5 };
      await uploads.begin(upload);
      await uploads.begin({ ...upload, uploadId: 'up2', putBy: 'u2' });
      const sent = [
        await uploads.append('A', 'up1', 0, Uint8Array.of(1, 2)),
        await uploads.append('A', 'up1', 0, Uint8Array.of(9)),
        await uploads.append('A', 'up1', 3, Uint8Array.of(9)),
        await uploads.append('A', 'up1', 2, Uint8Array.of(3, 4)),
        await uploads.append('A', 'up1', 4, new Uint8Array()),
      ];
      checkEqual(sent, [2, 2, 2, 4, 4], 'bytes that are there after each part');
      checkEqual([...(await uploads.content('A', 'up1'))], [1, 2, 3, 4], 'the whole');
      checkEqual(await uploads.of('A', 'u1'), [{ upload, sent: 4 }], 'the uploads of a person');
      checkEqual(await uploads.get('B', 'up1'), undefined, 'the upload from another tenant');
      await uploads.drop('A', 'up1');
      checkEqual(await uploads.get('A', 'up1'), undefined, 'the upload after it was dropped');
      const facts = { ...offer, fileId: 'f2', tenant: 'A', putBy: 'u1', putAt: 6 };
      await files.put({ ...facts, content: Uint8Array.of(1, 2, 3, 4) });
      checkEqual(await uploads.known('A', 'u1', digest), facts, 'the file by its digest');
      checkEqual(await uploads.known('A', 'u2', digest), undefined, 'the file of another person by its digest');
    },
  },
];
