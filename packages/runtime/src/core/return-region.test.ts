import { expect, test } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { previewReturn } from './preview-command.ts';

const starter = { task: { performer: { starter: true }, filings: [], operations: [] } };
const branches = 'start > apply > check > parallel:split > a1 > a2 > parallel:join > seal > end ; split > b > join';
const nodes = { apply: starter };

test('OP1 takes back everything downstream of the target and opens it again', () => {
  const running = runFlow(branches, { nodes }).complete('apply').complete('check').complete('a1');
  running.return('a2', 'check', '材料不全');
  expect(running.tasks).toEqual(['check']);
  expect(running.state.round).toBe(1);
  expect(running.state.tokens[0]?.returned).toMatchObject({ reason: '材料不全', from: 'a2', by: { id: 'li' } });
  expect(running.events).toContainEqual(expect.objectContaining({ kind: 'returned', nodeId: 'a2', target: 'check', reason: '材料不全' }));
  running.complete('check');
  expect(running.tasks).toEqual(['a1', 'b']);
});

test('OP1 a return inside one branch leaves the other branch alone', () => {
  const running = runFlow(branches, { nodes }).complete('apply').complete('check').complete('a1').complete('b');
  running.return('a2', 'a1');
  expect(running.tasks).toEqual(['a1']);
  expect(running.complete('a1').complete('a2').tasks).toEqual(['seal']);
});

test('OP1 a flow that goes back in a loop does not widen the region', () => {
  const text =
    'start > exclusive:again > apply > parallel:split > a1 > a2 > parallel:join > exclusive:ok > end ; split > b > join ; ok > again';
  const running = runFlow(text, { conditions: { 'ok>again': read('redo') }, defaults: { ok: 'end' } })
    .complete('apply')
    .complete('a1');
  running.return('a2', 'a1');
  expect(running.tasks).toEqual(['b', 'a1']);
  running.complete('b').complete('a1').complete('a2');
  expect(running.ended).toBe('completed');
});

test('OP2 returning into a branch from behind the join counts the branches that are not done anew as arrived', () => {
  const running = runFlow(branches, { nodes }).complete('apply').complete('check').complete('a1').complete('a2').complete('b');
  running.return('seal', 'a2');
  expect(running.tasks).toEqual(['a2']);
  expect(running.complete('a2').tasks).toEqual(['seal']);
  expect(running.complete('seal').ended).toBe('completed');
});

test('OP1 a new round begins when the target is the task of the starter', () => {
  const running = runFlow(branches, { nodes }).complete('apply').return('check', 'apply');
  expect(running.state.round).toBe(2);
  expect(running.state.correction).toEqual({ task: running.task('apply') });
  expect(running.complete('apply').state.correction).toBeUndefined();
});

test('OP1 out of a multi-instance takes all its instances back', () => {
  const loop = { kind: 'multiInstance', sequential: false, collection: literal(['x', 'y']), element: 'office' } as const;
  const running = runFlow('start > apply > review > end', { nodes: { ...nodes, review: { loop } } }).complete('apply');
  running.do({ kind: 'return', taskId: running.task('review', 'y'), target: 'apply', reason: 'r' });
  expect(running.tasks).toEqual(['apply']);
  expect([running.state.loops, running.state.scopes]).toEqual([undefined, undefined]);
  expect(running.complete('apply').tasks).toEqual(['review(x)', 'review(y)']);
});

test('OP1 out of a sub-process and into one', () => {
  const text = 'start > sub:first > sub:second > end';
  const event = { kind: 'timer', timer: 'duration', value: literal('P1D') } as const;
  const running = runFlow(`${text} ; late > x > end3`, {
    inside: { first: 'start1 > a > b > end1', second: 'start2 > c > end2' },
    boundary: { late: { on: 'first', event } },
  });
  running.complete('a').complete('b').return('c', 'b');
  expect(running.tasks).toEqual(['b']);
  expect(running.state.timers).toHaveLength(1);
  running.complete('b').complete('c');
  expect(running.ended).toBe('completed');
});

test('OP7 refuses a target that is unknown, ahead, or in one of several instances, and changes nothing', () => {
  const loop = { kind: 'multiInstance', sequential: false, collection: literal(['x']), element: 'office' } as const;
  const running = runFlow('start > sub:each > check > seal > end', { inside: { each: 'start1 > a > end1' }, nodes: { each: { loop } } });
  running.complete('a');
  const before = running.state;
  const code = (target: string) => running.return('check', target).refused?.[0]?.code;
  expect(code('nowhere')).toBe('RUNTIME_RETURN_TARGET_UNKNOWN');
  expect(code('seal')).toBe('RUNTIME_RETURN_TARGET_AHEAD');
  expect(code('a')).toBe('RUNTIME_RETURN_TARGET_AMBIGUOUS');
  expect(running.state).toBe(before);
});

test('OP8 the preview says what would be cancelled and opened, and changes nothing', () => {
  const running = runFlow(branches, { nodes }).complete('apply').complete('check');
  const before = JSON.stringify(running.state);
  const preview = previewReturn(running.prepared, running.state, { taskId: running.task('b'), target: 'apply', now: running.now });
  expect(preview.cancels.map(({ nodeId }) => nodeId)).toEqual(['a1', 'b']);
  expect(preview.opens).toEqual([{ nodeId: 'apply' }]);
  expect(JSON.stringify(running.state)).toBe(before);
});

test('OP3 a rejection ends the case and says why', () => {
  const running = runFlow(branches, { nodes }).complete('apply');
  running.do({ kind: 'reject', taskId: running.task('check'), reason: '不符合条件' });
  expect(running.state.ended).toMatchObject({ kind: 'rejected', reason: '不符合条件' });
  expect(running.tasks).toEqual([]);
});

test('OP6 a case is ended from outside, in the way that is named', () => {
  expect(runFlow(branches).do({ kind: 'terminate', ending: 'withdrawn', reason: 'r' }).ended).toBe('withdrawn');
  expect(runFlow(branches).do({ kind: 'terminate' }).ended).toBe('terminated');
});

test('OP7 into a called process that is over: it is called again; through which of several calls, nobody knows', () => {
  const processes = { office: 'startO > c > d > endO' };
  const once = runFlow('start > call:ask > after > end', { processes, calls: { ask: 'office' } });
  once.complete('c').complete('d').return('after', 'd');
  expect([once.tasks, once.state.scopes?.length]).toEqual([['d'], 1]);
  expect(once.complete('d').complete('after').ended).toBe('completed');
  const twice = runFlow('start > call:ask > call:again > after > end', { processes, calls: { ask: 'office', again: 'office' } });
  twice.complete('c').complete('d').return('c', 'd');
  expect(twice.refused?.[0]?.code).toBe('RUNTIME_RETURN_TARGET_AHEAD');
  twice.complete('c').complete('d').return('after', 'c');
  expect(twice.refused?.[0]?.code).toBe('RUNTIME_RETURN_TARGET_AMBIGUOUS');
});

const code = (running: RunningCase): string | undefined => running.refused?.[0]?.code;
const message = { kind: 'message', name: 'm' } as const;

test('OP1 a way goes back only to where every way before it comes through: a loop with two entries is behind both', () => {
  const running = runFlow('start > exclusive:first > a > b > end ; first > b ; b > a', {
    conditions: { 'first>b': read('second'), 'b>a': read('again') },
    defaults: { first: 'a', b: 'end' },
    variables: { second: true, again: true },
  });
  expect(running.complete('b').return('a', 'b').tasks).toEqual(['b']);
  const other = runFlow('start > exclusive:first > a > b > end ; first > b ; b > a', {
    conditions: { 'first>b': read('second') },
    defaults: { first: 'a' },
  });
  expect(other.complete('a').return('b', 'a').tasks).toEqual(['a']);
});

test('OP1 a token that could not begin stands at its node, and is taken back with it', () => {
  const nobody = { task: { performer: { person: read('officer') }, filings: [], operations: [] } } as never;
  const running = runFlow('start > parallel:split > a > check > b > end ; split > c > check', {
    nodes: { check: nobody },
    variables: { officer: 'wu' },
  });
  running
    .complete('a')
    .complete('check')
    .do({ kind: 'setData', variables: { officer: null } })
    .complete('c');
  expect([running.tasks, running.incidents]).toEqual([['b'], ['RUNTIME_PERFORMER_EMPTY@check']]);
  running.do({ kind: 'setData', variables: { officer: 'xu' } }).return('b', 'check');
  expect([running.tasks, running.incidents, running.state.tokens.length]).toEqual([['check'], [], 1]);
});

test('OP2 inside a sub-process that is opened again, the branches that are not done anew count as arrived', () => {
  const running = runFlow('start > sub:part > after > end', {
    inside: { part: 'start1 > parallel:split > a > parallel:join > seal > end1 ; split > b > join' },
  });
  running.complete('a').complete('b').complete('seal').return('after', 'a');
  expect(running.tasks).toEqual(['a']);
  expect(running.complete('a').tasks).toEqual(['seal']);
  expect(running.complete('seal').complete('after').ended).toBe('completed');
});

test('OP7 refuses what nothing can arrive at, and a gateway at which branches meet', () => {
  const running = runFlow('start > parallel:split > a > parallel:join > seal > end ; split > b > join ; sub:late ; noted > x', {
    inside: { late: 'start1 > y' },
    nodes: { late: { triggeredByEvent: true }, start1: { events: [message], interrupting: false } },
    boundary: { noted: { on: 'seal', event: message, interrupting: false } },
  });
  running.complete('a').complete('b').message('start1').message('noted');
  const before = running.state;
  for (const target of ['join', 'noted', 'late', 'start1', 'process'])
    expect([target, code(running.return('y', target))]).toEqual([target, 'RUNTIME_RETURN_TARGET_UNKNOWN']);
  expect(running.state).toBe(before);
});

test('OP7 out of an event sub-process: it is behind all that the case has come through in its scope', () => {
  const running = runFlow('start > a > b > end ; sub:late', {
    inside: { late: 'start1 > x > y' },
    nodes: { late: { triggeredByEvent: true }, start1: { events: [message], interrupting: false } },
  });
  running.complete('a').message('start1').complete('x');
  expect(running.return('y', 'a').tasks).toEqual(['a']);
  expect(running.complete('a').tasks).toEqual(['b']);
});

test('OP1 while a sub-process is undone, a return into it opens it again', () => {
  const running = runFlow('start > sub:part > throw:undo > end ; undone ; back', {
    inside: { part: 'start1 > a > end1' },
    nodes: { undo: { events: [{ kind: 'compensate' }] } },
    boundary: { undone: { on: 'part', event: { kind: 'compensate' }, handler: 'back' } },
  });
  expect(running.complete('a').tasks).toEqual(['back']);
  expect(running.return('back', 'a').tasks).toEqual(['a']);
});
