import { expect, test } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import type { JumpTarget } from './command.ts';
import { previewCommand } from './preview-command.ts';

const each = { kind: 'multiInstance', sequential: false, collection: literal(['x', 'y']), element: 'office' } as const;
const timer = { kind: 'timer', timer: 'duration', value: literal('P1D') } as const;

function jump(running: RunningCase, from: readonly (number | string)[], to: readonly (string | JumpTarget)[]): RunningCase {
  return running.do({
    kind: 'jump',
    from: from.map((place) => (typeof place === 'number' ? place : running.task(place))),
    to: to.map((target) => (typeof target === 'string' ? { nodeId: target } : target)),
    reason: '更正',
  });
}
const code = (running: RunningCase): string | undefined => running.refused?.[0]?.code;
const at = (running: RunningCase, nodeId: string): number =>
  running.state.tokens.find(({ node }) => running.prepared.nodes[node]?.id === nodeId)?.id as number;

test('JP1 moves from any places to any nodes in one step, and says so once', () => {
  const running = runFlow('start > parallel:split > a > parallel:join > c > d > end ; split > b > join');
  jump(running, ['a', 'b'], ['d']);
  expect(running.tasks).toEqual(['d']);
  expect(running.events).toContainEqual(expect.objectContaining({ kind: 'jumped', from: ['a', 'b'], to: ['d'], reason: '更正' }));
  jump(running, ['d'], ['a', 'b']);
  expect(running.complete('a').complete('b').tasks).toEqual(['c']);
});

test('JP2 what is unknown, ambiguous or no place to land is refused, and changes nothing', () => {
  const running = runFlow('start > a > sub:each > b > end ; late > z > end3', {
    inside: { each: 'start1 > inner > end1' },
    nodes: { each: { loop: each } },
    boundary: { late: { on: 'b', event: timer } },
  });
  const before = running.state;
  expect(code(jump(running, ['a'], ['nowhere']))).toBe('RUNTIME_JUMP_TARGET_UNKNOWN');
  expect(code(jump(running, ['a'], ['late']))).toBe('RUNTIME_JUMP_TARGET_UNKNOWN');
  expect(code(jump(running, ['a'], []))).toBe('RUNTIME_JUMP_TARGET_UNKNOWN');
  expect(code(jump(running, [99], ['b']))).toBe('RUNTIME_JUMP_SOURCE_UNKNOWN');
  expect(code(jump(running, [], ['b']))).toBe('RUNTIME_JUMP_SOURCE_UNKNOWN');
  expect(running.state).toBe(before);
  const several = running.complete('a').state;
  expect(code(jump(running, [running.task('inner', 'x')], ['b', 'inner']))).toBe('RUNTIME_JUMP_TARGET_AMBIGUOUS');
  expect(running.state).toBe(several);
});

test('JP3 into a sub-process that is not open: it is opened with its boundary events and event sub-processes', () => {
  const running = runFlow('start > a > sub:outer > end ; late > x > end2', {
    inside: { outer: 'start1 > b > sub:deep > end1 ; sub:alarm', deep: 'start3 > c > end3', alarm: 'start4 > d > end4' },
    nodes: { alarm: { triggeredByEvent: true }, start4: { events: [timer], interrupting: false } },
    boundary: { late: { on: 'outer', event: timer } },
  });
  jump(running, ['a'], ['c', 'b']);
  expect(running.tasks).toEqual(['c', 'b']);
  expect([running.state.scopes?.length, running.state.timers?.length]).toEqual([2, 2]);
  expect(running.complete('c').complete('b').tasks).toEqual(['c']);
  expect(running.complete('c').ended).toBe('completed');
});

test('JP4 scopes that are left empty are cancelled and do not go on', () => {
  const running = runFlow('start > sub:outer > after > end ; late > x > end2', {
    inside: { outer: 'start1 > sub:deep > end1', deep: 'start3 > c > end3' },
    boundary: { late: { on: 'outer', event: timer } },
  });
  jump(running, ['c'], ['after']);
  expect([running.tasks, running.state.scopes, running.state.timers, running.state.tokens.length]).toEqual([
    ['after'],
    undefined,
    undefined,
    1,
  ]);
});

test('JP4 a scope from which one branch jumps out stays while another is in it', () => {
  const running = runFlow('start > sub:outer > after > end', {
    inside: { outer: 'start1 > parallel:split > c > end1 ; split > d > end2' },
  });
  jump(running, ['c'], ['after']);
  expect(running.tasks).toEqual(['d', 'after']);
});

test('JP5 a token moved onto a join counts as an arrival', () => {
  const running = runFlow('start > parallel:split > a > a2 > parallel:join > c > end ; split > b > join');
  jump(running, ['a'], ['join']);
  expect(running.tasks).toEqual(['b']);
  expect(running.complete('b').tasks).toEqual(['c']);
  const both = runFlow('start > parallel:split > a > parallel:join > c > end ; split > b > join');
  jump(jump(both, ['b'], ['join']), ['a'], ['join']);
  expect(both.tasks).toEqual(['c']);
  const some = runFlow('start > inclusive:split > a > a2 > inclusive:join > c > end ; split > b > join');
  jump(some, ['a'], ['join']);
  expect([some.tasks, some.complete('b').tasks]).toEqual([['b'], ['c']]);
});

const branches = 'start > x > parallel:split > a > parallel:join > c > end ; split > b > join';

test('JP5 places that lead to a join by different flows arrive by each of them', () => {
  const running = runFlow('start > parallel:split > a > parallel:join > c > end ; split > b > join ; split > d > join');
  jump(running, ['a', 'b'], ['join']);
  expect(running.tasks).toEqual(['d']);
  expect(running.complete('d').tasks).toEqual(['c']);
  const all = runFlow('start > parallel:split > a > parallel:join > c > end ; split > b > join');
  expect(jump(all, ['a', 'b'], ['join']).tasks).toEqual(['c']);
});

test('JP5 behind the target, a branch that the jump leaves out counts as arrived', () => {
  const one = jump(runFlow(branches), ['x'], ['a']);
  expect([one.tasks, one.complete('a').tasks]).toEqual([['a'], ['c']]);
  expect(one.complete('c').ended).toBe('completed');
  expect(jump(runFlow(branches), ['x'], ['join']).tasks).toEqual(['c']);
  const inner = runFlow('start > x > sub:part > after > end', {
    inside: { part: 'start1 > parallel:split > a > parallel:join > c > end1 ; split > b > join' },
  });
  expect(jump(inner, ['x'], ['a']).complete('a').complete('c').tasks).toEqual(['after']);
});

test('JP5 a branch that jumps past its join counts as arrived there for those under way; what only waits for it is taken away', () => {
  const running = jump(runFlow(branches).complete('x'), ['b'], ['c']);
  expect(running.complete('a').tasks).toEqual(['c', 'c']);
  expect(running.complete('c').complete('c').ended).toBe('completed');
  const waiting = jump(runFlow(branches).complete('x').complete('a'), ['b'], ['c']);
  expect(waiting.tasks).toEqual(['c']);
  expect(waiting.complete('c').ended).toBe('completed');
  const nested = 'start > parallel:s > parallel:s2 > a > parallel:j2 > parallel:j > c > end ; s2 > b > j2 ; s > d > j';
  const both = jump(runFlow(nested).complete('a').complete('d'), ['b'], ['c']);
  expect([both.tasks, both.complete('c').ended]).toEqual([['c'], 'completed']);
});

test('JP5 what waits for a branch that is moved, and is done anew itself, is taken away', () => {
  const back = jump(runFlow(branches).complete('x').complete('a'), ['b'], ['x']).complete('x').complete('a').complete('b');
  expect([back.tasks, back.complete('c').ended]).toEqual([['c'], 'completed']);
  const beside = jump(runFlow(branches).complete('x').complete('a'), ['b'], ['a']).complete('a');
  expect([beside.tasks, beside.complete('c').ended]).toEqual([['c'], 'completed']);
});

test('JP5 what only waits is taken away, and the sub-process with it in which nothing else was', () => {
  const running = runFlow('start > a > sub:part > after > end', {
    inside: { part: 'start1 > parallel:split > b > parallel:join > d > end1 ; split > c > join' },
  });
  jump(running.complete('a').complete('b'), ['c'], ['after']);
  expect([running.tasks, running.state.scopes]).toEqual([['after'], undefined]);
  expect(running.complete('after').ended).toBe('completed');
});

test('JP5 a gateway at which nothing joins is come to once, be it that several flows lead to it', () => {
  const running = runFlow('start > a > exclusive:meet > b > end ; a > exclusive:other > meet ; b > other', {
    conditions: { 'b>other': read('again') },
    defaults: { b: 'end' },
  });
  expect(jump(running, ['a'], ['meet']).tasks).toEqual(['b']);
});

test('JP5 a token out of a sub-process arrives by the flow that this leads to', () => {
  const running = runFlow('start > parallel:split > b > parallel:join > c > end ; split > sub:part > join', {
    inside: { part: 'start1 > a > end1' },
  });
  jump(running, ['a'], ['join']);
  expect([running.tasks, running.complete('b').tasks]).toEqual([['b'], ['c']]);
  const past = runFlow('start > parallel:split > b > parallel:join > c > end ; split > sub:part > join', {
    inside: { part: 'start1 > a > end1' },
  });
  expect(jump(past.complete('b'), ['a'], ['c']).complete('c').ended).toBe('completed');
});

test('JP5 by a flow that nothing has arrived by, be it that the place leads to another one as well', () => {
  const running = runFlow('start > exclusive:again > parallel:split > parallel:join > c > end ; split > a > join ; a > again', {
    conditions: { 'a>again': read('redo') },
  });
  expect(jump(running, ['a'], ['join']).tasks).toEqual(['c']);
});

test('JP7 a jump that leaves something waiting at a gateway says so, is carried out, and is mended by another', () => {
  const running = runFlow(branches).complete('x');
  const order = { kind: 'jump', commandId: 'p', now: running.now, from: [running.task('b')], to: [{ nodeId: 'x' }] } as const;
  const warning = { code: 'RUNTIME_JUMP_JOIN_WAITS', severity: 'warning', place: { elementId: 'join' }, details: { nodeId: 'join' } };
  expect(previewCommand(running.prepared, running.state, order)).toMatchObject({ opens: [{ nodeId: 'x' }], warnings: [warning] });
  jump(running, ['b'], ['x']);
  expect(running.events).toContainEqual(expect.objectContaining({ kind: 'jumped', waits: ['join'] }));
  running.complete('a').complete('x').complete('a').complete('b').complete('c');
  expect([running.ended, running.tasks, running.state.tokens.length]).toEqual([undefined, [], 1]);
  expect(jump(running, [at(running, 'join')], ['end']).ended).toBe('completed');
});

test('JP7 nothing is said of what goes on on every way, nor of what the flow leaves waiting by itself', () => {
  const both = runFlow(branches).complete('x');
  expect(jump(both, ['a', 'b'], ['x']).events.some((event) => event.kind === 'jumped' && event.waits !== undefined)).toBe(false);
  const text = 'start > a > exclusive:which > b > parallel:join > c > end ; which > d > join';
  const never = jump(runFlow(text, { conditions: { 'which>b': read('p') }, defaults: { which: 'd' } }), ['a'], ['which']);
  expect(never.tasks).toEqual(['d']);
  expect(never.events.some((event) => event.kind === 'jumped' && event.waits !== undefined)).toBe(false);
});

test('JP7 inclusive gateways, links, choices and ends that end all are played as they go', () => {
  const waits = (text: string, from: string, to: string, options = {}): unknown => {
    const running = jump(runFlow(text, options), [from], [to]);
    return running.events.flatMap((event) => (event.kind === 'jumped' ? [event.waits] : []))[0];
  };
  const text = 'start > parallel:s > a > inclusive:meet > b > parallel:j > c > end ; s > d > meet ; s > e > j';
  expect([waits(text, 'e', 'start'), waits(text, 'a', 'd'), waits(text, 'a', 'meet')]).toEqual([['j'], ['j'], undefined]);
  const linked = 'start > parallel:s > a > throw:out ; catch:in > parallel:j > c > end ; s > d > j';
  const link = { events: [{ kind: 'link', name: 'L' }] };
  expect(waits(linked, 'd', 'start', { nodes: { out: link, in: link } })).toEqual(['j']);
  const choice = 'start > parallel:s > a > j ; s > exclusive:x > d > parallel:j > c > end ; x > f > end2';
  const options = { conditions: { 'x>d': read('p') }, defaults: { x: 'f' } };
  expect(waits(choice, 'f', 'start', options)).toBeUndefined();
  expect(waits(choice, 'f', 'a', { ...options, nodes: { end2: { events: [{ kind: 'terminate' }] } } })).toEqual(['j']);
});

test('JP6 out of one of several instances: the others go on, and the last one takes the whole with it', () => {
  const running = runFlow('start > sub:each > after > end', { inside: { each: 'start1 > a > end1' }, nodes: { each: { loop: each } } });
  jump(running, [running.task('a', 'x')], ['after']);
  expect(running.tasks).toEqual(['a(y)', 'after']);
  jump(running, [running.task('a', 'y')], ['after']);
  expect([running.tasks, running.state.loops, running.state.scopes]).toEqual([['after', 'after'], undefined, undefined]);
  const line = runFlow('start > sub:each > after > end', {
    inside: { each: 'start1 > a > end1' },
    nodes: { each: { loop: { ...each, sequential: true } } },
  });
  jump(line, [line.task('a', 'x')], ['after']);
  expect([line.tasks, line.state.loops]).toEqual([['after'], undefined]);
  const one = runFlow('start > sub:each > after > end', { inside: { each: 'start1 > a > end1' }, nodes: { each: { loop: each } } });
  jump(one, [one.task('a', 'x')], ['after']);
  expect(one.complete('a').tasks).toEqual(['after', 'after']);
});

test('JP6 into one of several instances, when it is named; all of them jump with the whole', () => {
  const running = runFlow('start > sub:each > after > end', { inside: { each: 'start1 > a > b > end1' }, nodes: { each: { loop: each } } });
  expect(code(jump(running, [running.task('a', 'x')], ['b']))).toBe('RUNTIME_JUMP_TARGET_AMBIGUOUS');
  const scope = running.state.tokens.find(({ id }) => id === running.task('a', 'x'))?.scope as number;
  jump(running, [running.task('a', 'x')], [{ nodeId: 'b', scope }]);
  expect(running.tasks).toEqual(['a(y)', 'b(x)']);
  jump(running, [at(running, 'each')], ['after']);
  expect([running.tasks, running.state.loops]).toEqual([['after'], undefined]);
});

test('JP6 out of a vote: it is counted without who left', () => {
  const vote = { rule: 'all', result: 'decided', agree: ['agree'], choice: read('said') } as const;
  const task = { performer: {}, filings: [], operations: [], outcomes: { result: 'said', choices: [] } };
  const running = runFlow('start > sign > after > end', {
    nodes: { sign: { task, loop: { ...each, collection: literal(['x', 'y', 'z']), vote } } },
  });
  running.complete('sign', { of: 'x', outcome: 'agree' });
  jump(running, [running.task('sign', 'y')], ['after']);
  expect(running.complete('sign', { of: 'z', outcome: 'agree' }).state.variables['decided']).toMatchObject({
    decision: 'approved',
    total: 2,
  });
});

test('JP6 all that are open of a vote leave at once: nothing is decided, and the whole goes', () => {
  const vote = { rule: 'share', needed: [1, 2], result: 'decided', agree: ['agree'], choice: read('said') } as const;
  const task = { performer: {}, filings: [], operations: [], outcomes: { result: 'said', choices: [] } };
  const running = runFlow('start > redo > sign > after > end', {
    nodes: { sign: { task, loop: { ...each, collection: literal(['x', 'y', 'z']), vote } } },
  });
  running.complete('redo').complete('sign', { of: 'x', outcome: 'agree' });
  jump(running, [running.task('sign', 'y'), running.task('sign', 'z')], ['redo']);
  expect([running.tasks, running.state.loops, running.state.scopes]).toEqual([['redo'], undefined, undefined]);
  expect(running.state.variables['decided']).toBeUndefined();
});

const called = {
  processes: { office: 'startO > c > d > endO' },
  calls: { ask: 'office' },
  nodes: {
    ask: { call: { in: 'all', out: 'all' } },
    start4: { events: [timer], interrupting: false },
    watch: { triggeredByEvent: true },
  },
} as const;

test('JP3 into a called process that is not open: it is called, with its variables, boundary events and event sub-processes', () => {
  const running = runFlow('start > a > call:ask > after > end ; late > x > end2', {
    ...called,
    processes: { office: 'startO > c > d > endO ; sub:watch' },
    inside: { watch: 'start4 > w' },
    boundary: { late: { on: 'ask', event: timer } },
    variables: { plot: 7 },
  });
  jump(running, ['a'], ['d']);
  expect(running.tasks).toEqual(['d']);
  expect([running.state.scopes?.length, running.state.timers?.length]).toEqual([1, 2]);
  expect(running.state.scopes?.[0]?.variables).toEqual({ plot: 7 });
  expect(running.complete('d', { variables: { plot: 8 } }).tasks).toEqual(['after']);
  expect([running.state.variables['plot'], running.state.scopes, running.state.timers]).toEqual([8, undefined, undefined]);
  expect(running.complete('after').ended).toBe('completed');
});

test('JP3 across processes: out of one call into another, and back into the same one that is open', () => {
  const running = runFlow('start > call:ask > call:inquire > after > end', {
    processes: { office: 'startO > c > d > endO', county: 'startC > e > f > endC' },
    calls: { ask: 'office', inquire: 'county' },
  });
  jump(running, ['c'], ['d', 'f']);
  expect([running.tasks, running.state.scopes?.length]).toEqual([['d', 'f'], 2]);
  jump(running, ['d'], ['e']);
  expect([running.tasks, running.state.scopes?.length]).toEqual([['f', 'e'], 1]);
  expect(running.complete('e').complete('f').complete('f').tasks).toEqual(['after']);
});

test('JP2 into a process that several activities call: the call is named', () => {
  const running = runFlow('start > a > call:ask > b > call:again > after > end', { ...called, calls: { ask: 'office', again: 'office' } });
  expect(code(jump(running, ['a'], ['d']))).toBe('RUNTIME_JUMP_TARGET_AMBIGUOUS');
  expect(code(jump(running, ['a'], [{ nodeId: 'd', calls: ['nowhere'] }]))).toBe('RUNTIME_JUMP_TARGET_AMBIGUOUS');
  jump(running, ['a'], [{ nodeId: 'd', calls: ['again'] }]);
  expect(running.tasks).toEqual(['d']);
  jump(
    running,
    ['d'],
    [
      { nodeId: 'c', calls: ['ask'] },
      { nodeId: 'd', calls: ['again'] },
    ],
  );
  expect(running.complete('d').tasks).toEqual(['c', 'after']);
  const deep = runFlow('start > a > call:ask > end', {
    processes: { office: 'startO > c > call:onward > endO', county: 'startC > e > call:again > endC' },
    calls: { ask: 'office', onward: 'county', again: 'county' },
  });
  expect(jump(deep, ['a'], ['e']).tasks).toEqual(['e']);
  expect(deep.state.scopes?.map(({ node }) => deep.prepared.nodes[node]?.id)).toEqual(['office', 'county']);
});

test('JP2 into a sub-process that is open in another call than the one named: that one is called', () => {
  const running = runFlow('start > call:ask > call:again > after > end', {
    processes: { office: 'startO > sub:part > endO' },
    inside: { part: 'start1 > c > d > end1' },
    calls: { ask: 'office', again: 'office' },
  });
  jump(running, ['c'], ['c', { nodeId: 'd', calls: ['again'] }]);
  expect(running.tasks).toEqual(['c', 'd']);
  expect(running.complete('d').tasks).toEqual(['c', 'after']);
});

test('JP6 into an activity of many that is not open: it begins, and what begins of it at once begins at the target', () => {
  const inside = { each: 'start1 > a > b > end1' };
  const together = runFlow('start > first > sub:each > after > end', { inside, nodes: { each: { loop: each } } });
  jump(together, ['first'], ['b']);
  expect(together.tasks).toEqual(['b(x)', 'b(y)']);
  expect(together.complete('b').complete('b').tasks).toEqual(['after']);
  const line = runFlow('start > first > sub:each > after > end', { inside, nodes: { each: { loop: { ...each, sequential: true } } } });
  expect(jump(line, ['first'], ['b']).tasks).toEqual(['b(x)']);
  expect(line.complete('b').tasks).toEqual(['a(y)']);
  const calls = runFlow('start > first > call:ask > after > end', { ...called, nodes: { ask: { loop: each } } });
  expect(jump(calls, ['first'], ['d']).tasks).toEqual(['d(x)', 'd(y)']);
  expect(calls.complete('d').complete('d').tasks).toEqual(['after']);
});

test('JP6 into an activity of many with nothing to do it for: refused, and nothing is changed', () => {
  const nobody = { ...each, collection: literal([]) };
  const running = runFlow('start > a > sub:each > end', { inside: { each: 'start1 > b > end1' }, nodes: { each: { loop: nobody } } });
  const before = running.state;
  expect(code(jump(running, ['a'], ['b']))).toBe('RUNTIME_JUMP_TARGET_UNKNOWN');
  expect(running.state).toBe(before);
});
