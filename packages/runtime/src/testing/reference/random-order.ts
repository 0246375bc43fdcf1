/** An order to a case, drawn by lot from everything that people, the clock and other systems may do to it; many of them make no sense, and are refused. */
import { startableActivities } from '../../core/ad-hoc.ts';
import type { SignerPosition } from '../../core/command.ts';
import { timesEntered } from '../../core/entry-counts.ts';
import type { RunningCase } from '../builders/running-case.ts';
import { NAMES, VOICES } from './names.ts';

type Order = Parameters<RunningCase['do']>[0];

/** The order that a number stands for; undefined when there is nothing of the kind to do. */
export function randomOrder(running: RunningCase, lot: number): Order | undefined {
  const draw = new Draw(lot);
  if (running.state.suspended !== undefined && draw.below(3) > 0) return { kind: 'resume' };
  const make = draw.from(draw.below(2) === 0 ? GOING_ON : OPERATIONS);
  return make?.(running, draw);
}

/** Small numbers out of a large one. */
export class Draw {
  private left: number;

  constructor(lot: number) {
    this.left = lot;
  }

  below(count: number): number {
    const found = this.left % count;
    this.left = Math.floor(this.left / count);
    return found;
  }

  from<Entry>(entries: readonly Entry[]): Entry | undefined {
    return entries.length === 0 ? undefined : entries[this.below(entries.length)];
  }
}

type Maker = (running: RunningCase, draw: Draw) => Order | undefined;

const person = (draw: Draw): { readonly id: string; readonly name: string } => ({ id: `u${draw.below(5)}`, name: '人' });
const place = ({ state }: RunningCase, draw: Draw): number => draw.from(state.tokens)?.id ?? 0;
const task = ({ state, prepared }: RunningCase, draw: Draw): number =>
  draw.from(state.tokens.filter(({ node, flow }) => prepared.nodes[node]?.kind.kind === 'userTask' && flow === undefined))?.id ?? 0;
const nodeId = ({ prepared }: RunningCase, draw: Draw): string => draw.from(prepared.nodes.filter(({ spec }) => spec.scope >= 0))?.id ?? '';
const seen = ({ state, prepared }: RunningCase, draw: Draw): string =>
  draw.from(prepared.nodes.filter(({ index }) => timesEntered(state, index) > 0))?.id ?? '';
const values = (draw: Draw): Readonly<Record<string, boolean | string>> => ({
  ...Object.fromEntries(NAMES.map((name) => [name, draw.below(2) === 1])),
  voice: draw.from(VOICES) ?? 'no',
});

/** What moves a case on. */
const GOING_ON: readonly Maker[] = [
  (running, draw) => {
    return { kind: 'completeTask', taskId: task(running, draw), variables: values(draw) };
  },
  (running, draw) => {
    const job = draw.from(running.state.jobs ?? []);
    if (job === undefined) return undefined;
    const how = draw.below(4);
    if (how === 0) return { kind: 'failJob', jobId: job.id, reason: '没有回应' };
    return how === 1 ? { kind: 'raiseError', jobId: job.id, code: 'E' } : { kind: 'finishJob', jobId: job.id };
  },
  (running, draw) => {
    const wait = draw.from(running.state.subscriptions ?? []);
    return wait === undefined ? undefined : { kind: 'deliverMessage', subscriptionId: wait.id };
  },
  (running, draw) => {
    const timer = draw.from(running.state.timers ?? []);
    return timer === undefined ? undefined : { kind: 'fireTimer', timerId: timer.id };
  },
  (running, draw) => {
    const place = draw.from(startableActivities(running.prepared, running.state));
    return place === undefined ? undefined : { kind: 'startActivity', nodeId: place.node.id, within: place.within };
  },
  (running, draw) => {
    const incident = draw.from(running.state.incidents ?? []);
    return incident === undefined ? undefined : { kind: 'retryIncident', incidentId: incident.id, variables: values(draw) };
  },
  ({ state, prepared }) => {
    const heard = state.subscriptions?.some(({ node }) => prepared.nodes[node]?.trigger?.event.kind === 'signal');
    return heard === true ? { kind: 'deliverSignal', name: 'S' } : undefined;
  },
];

/** What people and administrators do besides. */
const OPERATIONS: readonly Maker[] = [
  (running, draw) => {
    const from = Array.from({ length: 1 + draw.below(2) }, () => place(running, draw));
    const scope = draw.below(4) === 0 ? { scope: draw.from(running.state.scopes ?? [])?.id } : {};
    const calls = draw.below(4) === 0 ? { calls: [nodeId(running, draw)] } : {};
    const to = Array.from({ length: 1 + draw.below(2) }, () => ({ nodeId: nodeId(running, draw), ...scope, ...calls }));
    return { kind: 'jump', from: [...new Set(from)], to };
  },
  (running, draw) => {
    const taskId = task(running, draw);
    return { kind: 'return', taskId, target: seen(running, draw), goOn: draw.below(3) === 0 ? 'back' : 'steps' };
  },
  (running, draw) => {
    const done = draw.from(running.events.filter(({ kind }) => kind === 'taskCompleted'));
    return done?.kind === 'taskCompleted' ? { kind: 'withdraw', taskId: done.taskId, nodeId: done.nodeId } : undefined;
  },
  (running, draw) => {
    const position = draw.from<SignerPosition>(['before', 'after', 'beside']) ?? 'after';
    return {
      kind: 'addSigner',
      taskId: task(running, draw),
      position,
      signers: [{ ...person(draw), ...(draw.below(2) === 0 ? { votes: draw.below(3) } : {}) }],
    };
  },
  (running, draw) => ({
    kind: 'removeSigner',
    taskId: task(running, draw),
    ...(draw.below(2) === 0 ? { signer: task(running, draw) } : { upcoming: draw.below(3) }),
  }),
  (running, draw) => ({ kind: 'delegate', taskId: task(running, draw), to: person(draw) }),
  (running, draw) => ({ kind: 'claim', taskId: task(running, draw) }),
  (running, draw) => ({ kind: 'unclaim', taskId: task(running, draw) }),
  (running, draw) => ({ kind: 'assign', taskId: task(running, draw), to: person(draw) }),
  (_, draw) => ({ kind: 'setData', variables: values(draw) }),
  () => ({ kind: 'suspend' }),
  () => ({ kind: 'urge', restMs: 0 }),
  (running, draw) => ({ kind: 'copy', nodeId: seen(running, draw), to: [person(draw)] }),
  (running, draw) => (draw.below(8) === 0 ? { kind: 'reject', taskId: task(running, draw) } : undefined),
  (_, draw) => (draw.below(8) === 0 ? { kind: 'terminate' } : undefined),
];
