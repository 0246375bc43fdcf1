/** What random work is done on: a flow with two departments at the same time, jobs, timers, clocks and a calendar, in two releases. */
import type { Limit, OperationKind, PauseReason, ProgramNode, Release } from '@tongban/model';
import { compare, literal } from './builders/expressions.ts';
import { flow } from './builders/flow.ts';
import { smallRelease } from './small-measure.ts';

const OPERATIONS: readonly OperationKind[] = ['claim', 'transfer', 'delegate', 'addSigner', 'copy', 'urge', 'withdraw', 'withdrawCase'];

const timer = (duration: string) => ({ kind: 'timer' as const, timer: 'duration' as const, value: literal({ $duration: duration }) });
const service = (name: string) => ({ handler: { name, inputs: { of: literal(name) }, result: name } });
const done = (limit: string, role: string, department: string): Partial<ProgramNode> => ({
  clocks: [limit],
  task: { performer: { role, department }, filings: [], operations: OPERATIONS.map((kind) => ({ kind })) },
});

// Word of its end goes to whoever paused.
const pauses: readonly PauseReason[] = [{ id: 'supplement', ahead: 1 }];

/** The two releases, which differ in their limits: cases are taken from one to the other and back. */
export const randomReleases: readonly [Release, Release] = [releaseOf('sha256:random-work', 2), releaseOf('sha256:random-work-2', 3)];

function releaseOf(id: string, amount: number): Release {
  return {
    ...smallRelease,
    id,
    manifest: { ...smallRelease.manifest, version: `1.${amount}`, limits: limits(amount), pauses },
    program: flow(
      `start > apply > parallel:split > land > parallel:join > decide > exclusive:gate > service:issue > end
       split > plan > join; split > catch:pause > service:look > join; gate > apply; remind > service:notify > endReminded`,
      {
        nodes: {
          pause: { events: [timer('PT20M')] },
          ...{ issue: service('issue'), look: service('look'), notify: service('notify') },
          land: done('hours', 'reviewer', 'zrzy'),
          plan: done('days', 'reviewer', 'fgw'),
          decide: done('hours', 'window', 'zwfw'),
        },
        process: { clocks: ['days'] },
        conditions: { 'gate>apply': compare('outcome', '=', 'again') },
        defaults: { gate: 'issue' },
        boundary: { remind: { on: 'plan', event: timer('PT30M'), interrupting: false } },
      },
    ),
  };
}

function limits(amount: number): readonly Limit[] {
  const reasons = ['supplement', 'suspended'];
  const notices = [{ light: 'yellow' }, { light: 'red', to: ['window'] }] as const;
  return [
    { id: 'hours', name: { 'zh-CN': '时' }, amount, unit: 'hour', pauses: reasons, notices },
    { id: 'days', name: { 'zh-CN': '日' }, amount, unit: 'workingDay', pauses: reasons },
  ];
}
