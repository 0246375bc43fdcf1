import type { ProgramNode } from '@tongban/model';
import { expect, test } from 'vitest';
import { compare, read } from '../testing/builders/expressions.ts';
import type { FlowOptions } from '../testing/builders/flow.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { performerOfStart, startableActivities } from './ad-hoc.ts';

const inside = { survey: 'visit ; measure > report ; service:photo' };
const done = { completion: compare('enough', '=', true) };
const surveyed = (adHoc: object = done, nodes: FlowOptions['nodes'] = {}): RunningCase =>
  runFlow('start > adhoc:survey > after > end', { inside, nodes: { survey: { adHoc: { sequential: false, ...adHoc } }, ...nodes } });
const begin = (running: RunningCase, nodeId: string): RunningCase => running.do({ kind: 'startActivity', nodeId });
const startable = (running: RunningCase): readonly string[] =>
  startableActivities(running.prepared, running.state).map(({ node }) => node.id);

test('AH1 opens and begins nothing by itself', () => {
  const running = surveyed();
  expect(running.tasks).toEqual([]);
  expect(running.ended).toBeUndefined();
  expect(startable(running)).toEqual(['visit', 'measure', 'photo']);
});

test('AH2 its activities are begun again and again, also while they run', () => {
  const running = begin(begin(begin(surveyed(), 'visit'), 'visit'), 'photo');
  expect(running.tasks).toEqual(['visit', 'visit']);
  expect(running.complete('visit').complete('visit').ended).toBeUndefined();
  expect(running.events.filter(({ kind }) => kind === 'activityStarted')).toHaveLength(3);
});

test('AH2 one after another when it is sequential', () => {
  const running = begin(surveyed({ ...done, sequential: true }), 'visit');
  expect(startable(running)).toEqual([]);
  expect(begin(running, 'measure').refused?.[0]?.code).toBe('RUNTIME_ACTIVITY_NOT_STARTABLE');
  expect(begin(running.complete('visit'), 'measure').tasks).toEqual(['measure']);
});

test('AH2 what is not in it, follows in it or is over is refused; where several are open one must be named', () => {
  const code = (running: RunningCase, nodeId: string): string | undefined => begin(running, nodeId).refused?.[0]?.code;
  expect(code(surveyed(), 'report')).toBe('RUNTIME_ACTIVITY_NOT_STARTABLE');
  expect(code(surveyed(), 'after')).toBe('RUNTIME_ACTIVITY_NOT_STARTABLE');
  expect(code(surveyed(), 'gone')).toBe('RUNTIME_ACTIVITY_NOT_STARTABLE');
  const loop = { kind: 'multiInstance', sequential: false, collection: read('sites'), element: 'site' } as const;
  const running = runFlow('start > adhoc:survey > after > end', {
    inside,
    nodes: { survey: { adHoc: { sequential: false, ...done }, loop } },
    variables: { sites: ['east', 'west'] },
  });
  expect(code(running, 'visit')).toBe('RUNTIME_ACTIVITY_NOT_STARTABLE');
  const within = startableActivities(running.prepared, running.state).at(-1)?.within as number;
  expect(running.do({ kind: 'startActivity', nodeId: 'visit', within }).tasks).toEqual(['visit(west)']);
});

test('AH3 ends once its condition holds after an activity, and cancels the rest', () => {
  const running = begin(begin(surveyed(), 'visit'), 'measure');
  expect(running.complete('measure').tasks).toEqual(['visit', 'report']);
  expect(running.complete('visit', { variables: { enough: true } }).tasks).toEqual(['after']);
  expect(running.state.scopes).toBeUndefined();
  expect(running.complete('after').ended).toBe('completed');
});

test('AH4 waits for the rest when it is not to be cancelled, and begins nothing more', () => {
  const running = begin(begin(surveyed({ ...done, keepRemaining: true }), 'visit'), 'measure');
  running.complete('visit', { variables: { enough: true } });
  expect(running.tasks).toEqual(['measure']);
  expect(startable(running)).toEqual([]);
  expect(running.complete('measure').complete('report').tasks).toEqual(['after']);
});

test('AH5 without a condition it ends when something was done and nothing is left', () => {
  const running = begin(begin(surveyed({}), 'visit'), 'measure');
  expect(running.complete('measure').complete('visit').tasks).toEqual(['report']);
  expect(running.complete('report').tasks).toEqual(['after']);
});

test('AH6 who may begin: of a user task whoever may do it, else whom the sub-process names', () => {
  const task = (performer: object): Partial<ProgramNode> => ({ task: { performer, filings: [], operations: [] } });
  const nodes = { visit: task({ role: 'surveyor' }), measure: task({ department: read('office') }) };
  const running = surveyed({ ...done, performer: { role: 'chief' } }, nodes);
  const who = startableActivities(running.prepared, running.state).map((one) => performerOfStart(running.prepared, running.state, one));
  expect(who).toEqual([{ role: 'surveyor' }, undefined, { role: 'chief' }]);
});

test('AH5 without a condition, an event sub-process beside does not end it: nothing of it was done', () => {
  const running = runFlow('start > adhoc:survey > after > end', {
    inside: { survey: 'visit ; sub:aside', aside: 'start1 > note > end1' },
    nodes: {
      survey: { adHoc: { sequential: false } },
      aside: { triggeredByEvent: true },
      start1: { events: [{ kind: 'message', name: 'm' }], interrupting: false },
    },
  });
  running.message('start1').complete('note');
  expect([running.tasks, startable(running)]).toEqual([[], ['visit']]);
  expect(begin(running, 'visit').complete('visit').tasks).toEqual(['after']);
});

test('AH7 interrupted by an event sub-process it begins nothing more, and ends with that', () => {
  const running = runFlow('start > adhoc:survey > after > end', {
    inside: { survey: 'visit ; sub:alarm', alarm: 'start1 > note > end1' },
    nodes: {
      survey: { adHoc: { sequential: false, ...done } },
      alarm: { triggeredByEvent: true },
      start1: { events: [{ kind: 'message', name: 'm' }] },
    },
  });
  begin(running, 'visit').message('start1');
  expect([running.tasks, startable(running)]).toEqual([['note'], []]);
  running.return('note', 'visit');
  expect([running.tasks, startable(running)]).toEqual([['visit'], ['visit']]);
  running.message('start1');
  expect(running.complete('note').tasks).toEqual(['after']);
});

test('AH3 where one of its activities is undone, its condition is not asked', () => {
  const running = runFlow('start > adhoc:survey > after > end', {
    inside: { survey: 'visit > throw:undo > rest ; undone ; back' },
    nodes: { survey: { adHoc: { sequential: false, ...done } }, undo: { events: [{ kind: 'compensate' }] } },
    boundary: { undone: { on: 'visit', event: { kind: 'compensate' }, handler: 'back' } },
  });
  begin(running, 'visit').complete('visit');
  expect(running.tasks).toEqual(['back']);
  expect(running.complete('back', { variables: { enough: true } }).tasks).toEqual(['rest']);
  expect(running.complete('rest').tasks).toEqual(['after']);
});
