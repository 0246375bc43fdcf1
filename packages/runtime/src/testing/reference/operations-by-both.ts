/** Approval operations on a case, drawn by lot, for the engine and for the reference: both do them, or both refuse. */
import { isTask } from '../../core/cancel.ts';
import { draftOf } from '../../core/draft.ts';
import { timesEntered } from '../../core/entry-counts.ts';
import { Run } from '../../core/run.ts';
import type { Token } from '../../core/state.ts';
import type { RunningCase } from '../builders/running-case.ts';
import { Draw } from './random-order.ts';
import type { Reference } from './reference.ts';
import type { RefToken } from './reference-case.ts';
import type { RefTarget } from './reference-jumps.ts';
import { type Act, twinScope, twinTokens } from './side-by-side.ts';

/** A case that engine and reference have, with the tokens of both from its beginning. */
export class BothCases {
  readonly running: RunningCase;
  readonly reference: Reference;
  /** The reference's token of each of the engine's, also of those that are gone. */
  readonly twins: Map<number, RefToken> = new Map();

  constructor(running: RunningCase, reference: Reference) {
    this.running = running;
    this.reference = reference;
    this.meet();
  }

  /** Remembers who is whose twin; both must stand at the same places. */
  meet(): void {
    for (const [id, twin] of twinTokens(this.running, this.reference)) this.twins.set(id, twin);
  }

  /** The operation that a number stands for; undefined when there is nothing to do it with. */
  operation(lot: number): Act | undefined {
    const draw = new Draw(lot);
    return draw.from(OPERATIONS)?.(this, draw);
  }
}

type Maker = (cases: BothCases, draw: Draw) => Act | undefined;

const tasksOf = ({ running: { state, prepared, now } }: BothCases): readonly Token[] => {
  const run = new Run(prepared, draftOf(state), { kind: 'setData', commandId: '', now });
  return state.tokens.filter((token) => isTask(run, token));
};
const nodeOf = ({ running: { prepared, state } }: BothCases, draw: Draw): { readonly index: number; readonly id: string } | undefined => {
  const isSeen = draw.below(4) > 0;
  return draw.from(prepared.nodes.filter(({ spec, index }) => spec.scope >= 0 && (!isSeen || timesEntered(state, index) > 0)));
};
const twin = ({ twins }: BothCases, { id }: { readonly id: number }): RefToken => {
  const found = twins.get(id);
  if (found === undefined) throw new Error(`token ${id} has no twin`);
  return found;
};

const OPERATIONS: readonly Maker[] = [returned, returned, withdrawn, jumped, jumped, asked, dismissed];

function returned(cases: BothCases, draw: Draw): Act | undefined {
  const { running, reference, twins } = cases;
  const [task, target] = [draw.from(tasksOf(cases).filter((one) => one.asked === undefined)), nodeOf(cases, draw)];
  if (task === undefined || target === undefined) return undefined;
  const goOn = draw.below(3) === 0 ? 'back' : 'steps';
  const last = draw.below(2) === 0 ? undefined : lastTaskAt(running, target.id);
  const since = last === undefined ? undefined : twins.get(last);
  return {
    key: `return ${goOn} ${running.prepared.nodes[task.node]?.id} ${target.id}${since === undefined ? '' : ` since ${last}`}`,
    byEngine: () =>
      running.do({ kind: 'return', taskId: task.id, target: target.id, goOn, ...(since === undefined ? {} : { since: last }) }),
    byReference: () => reference.return(twin(cases, task), target.index, goOn, since),
  };
}

function lastTaskAt({ events }: RunningCase, nodeId: string): number | undefined {
  const opened = events.filter((event) => event.kind === 'taskOpened' && event.nodeId === nodeId).at(-1);
  return opened?.kind === 'taskOpened' ? opened.taskId : undefined;
}

function withdrawn(cases: BothCases, draw: Draw): Act | undefined {
  const { running, reference, twins } = cases;
  const done = draw.from(running.events.flatMap((event) => (event.kind === 'taskCompleted' ? [event] : [])));
  const other = done && twins.get(done.taskId);
  // Who was asked answers, and does no more.
  if (done === undefined || other === undefined || other.asked !== undefined) return undefined;
  const { taskId, nodeId } = done;
  return {
    key: `withdraw ${nodeId} ${taskId}`,
    byEngine: () => running.do({ kind: 'withdraw', taskId, nodeId }),
    byReference: () => reference.withdraw(other, running.prepared.byId.get(nodeId)?.index as number),
  };
}

function jumped(cases: BothCases, draw: Draw): Act | undefined {
  const { running, reference } = cases;
  const { state, prepared } = running;
  const from = [...new Set(Array.from({ length: 1 + draw.below(2) }, () => draw.from(state.tokens)))].filter((one) => one !== undefined);
  const named = draw.below(3) === 0 ? draw.from(state.scopes ?? [])?.id : undefined;
  const call = draw.below(4) === 0 ? draw.from(prepared.nodes.filter(({ spec }) => spec.called !== undefined)) : undefined;
  const targets = Array.from({ length: 1 + draw.below(2) }, () => nodeOf(cases, draw)).filter((one) => one !== undefined);
  const to = [...new Set(targets)].map(({ id }) => ({
    nodeId: id,
    ...(named === undefined ? {} : { scope: named }),
    ...(call === undefined ? {} : { calls: [call.id] }),
  }));
  const ref: readonly RefTarget[] = [...new Set(targets)].map(({ index }) => ({
    node: index,
    scope: named === undefined ? undefined : twinScope(running, reference, named),
    calls: call === undefined ? undefined : [call.index],
  }));
  return {
    key: `jump ${from.map(({ node }) => prepared.nodes[node]?.id)} > ${to.map(({ nodeId }) => nodeId)}${named === undefined ? '' : ` in ${named}`}`,
    byEngine: () => running.do({ kind: 'jump', from: from.map(({ id }) => id), to }),
    byReference: () =>
      reference.jump(
        from.map((one) => twin(cases, one)),
        ref,
      ),
  };
}

function asked(cases: BothCases, draw: Draw): Act | undefined {
  const { running, reference } = cases;
  const task = draw.from(tasksOf(cases));
  if (task === undefined || reference.signersOf(twin(cases, task)) !== undefined) return undefined;
  const how = draw.from(['before', 'after', 'delegate'] as const) ?? 'before';
  const person = { id: 'u1', name: '人' };
  return {
    key: `ask ${how} ${running.prepared.nodes[task.node]?.id}`,
    byEngine: () =>
      how === 'delegate'
        ? running.do({ kind: 'delegate', taskId: task.id, to: person })
        : running.do({ kind: 'addSigner', taskId: task.id, position: how, signers: [person] }),
    byReference: () => reference.ask(twin(cases, task), how),
  };
}

function dismissed(cases: BothCases, draw: Draw): Act | undefined {
  const { running, reference } = cases;
  const signer = draw.from(tasksOf(cases).filter((task) => task.asked !== undefined));
  if (signer?.asked === undefined) return undefined;
  const taskId = signer.asked.task;
  return {
    key: `dismiss ${signer.asked.how} ${running.prepared.nodes[signer.node]?.id}`,
    byEngine: () => running.do({ kind: 'removeSigner', taskId, signer: signer.id }),
    byReference: () => reference.dismiss(twin(cases, signer)),
  };
}
