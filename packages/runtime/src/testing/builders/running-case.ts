/** A case under test, driven by the names in its flow: `runFlow('start > review > end').complete('review').ended`. */
import type { EndingKind, Finding, FormValues, Json, JsonObject, Program } from '@tongban/model';
import type { CaseCommand } from '../../core/command.ts';
import type { CaseEffect } from '../../core/effect.ts';
import { timesEntered } from '../../core/entry-counts.ts';
import type { CaseEvent } from '../../core/event.ts';
import { openIncidents } from '../../core/one-incident.ts';
import { everyPart } from '../../core/parts/all-parts.ts';
import { neededParts } from '../../core/parts/needed-parts.ts';
import { type Parts, partsOf } from '../../core/parts/parts.ts';
import { type ProgramExtras, prepareProgram } from '../../core/prepare-release.ts';
import type { PreparedRelease } from '../../core/prepared.ts';
import type { CaseActor, CaseState } from '../../core/state.ts';
import { step } from '../../core/step.ts';
import { type FlowOptions, flow } from './flow.ts';

/** 2026-03-02, a Monday, 09:00 in China. */
export const MONDAY: number = Date.UTC(2026, 2, 2, 1);

/** How the case starts. */
export interface StartOptions extends ProgramExtras {
  readonly variables?: JsonObject;
  readonly data?: Readonly<Record<string, FormValues>>;
  readonly startNode?: string;
  readonly startTrigger?: number;
  readonly startProcess?: string;
  readonly starter?: CaseActor;
}

/** Starts a case of a flow written as text. */
export function runFlow(text: string, options: FlowOptions & StartOptions = {}): RunningCase {
  return runProgram(flow(text, options), options);
}

/** Starts a case of a program. */
export function runProgram(program: Program, options: StartOptions = {}): RunningCase {
  const running = new RunningCase(prepareProgram(program, partsFor(program), options));
  const { variables, data, startNode, startTrigger, startProcess: process, starter } = options;
  return running.do({ kind: 'start', caseId: 'case-1', tenant: 'county', variables, data, process, startNode, startTrigger, starter });
}

/** What the program needs, and what people may do: so that every case under test also shows that it needs no more (PZ1). */
function partsFor(program: Program): Parts {
  const needed = new Set([...neededParts(program), 'operations']);
  return partsOf(everyPart.filter(({ name }) => needed.has(name)));
}

type Order = CaseCommand extends infer Command
  ? Command extends CaseCommand
    ? Omit<Command, 'commandId' | 'now' | 'actor'> & { readonly actor?: CaseCommand['actor'] }
    : never
  : never;

/** A case under test. */
export class RunningCase {
  readonly prepared: PreparedRelease;
  readonly commands: CaseCommand[] = [];
  readonly events: CaseEvent[] = [];
  readonly effects: CaseEffect[] = [];
  /** Why the last order was refused. */
  refused: readonly Finding[] | undefined = undefined;
  now: number = MONDAY;
  private current: CaseState | undefined = undefined;

  constructor(prepared: PreparedRelease) {
    this.prepared = prepared;
  }

  get state(): CaseState {
    if (this.current === undefined) throw new Error('The case is not started.');
    return this.current;
  }

  /** Gives any command. */
  do(order: Order): this {
    const actor = order.actor ?? { id: 'li', name: '李' };
    const command = { ...order, actor, commandId: `c${this.commands.length}`, now: this.now } as CaseCommand;
    const outcome = step(this.prepared, this.current, command);
    this.refused = outcome.refused;
    if (outcome.refused !== undefined) return this;
    this.commands.push(command);
    this.current = outcome.state;
    this.events.push(...outcome.events);
    this.effects.push(...outcome.effects);
    return this;
  }

  /** Completes the first open task at a node, or the one about an element. */
  complete(
    nodeId: string,
    facts: { of?: Json; outcome?: string; variables?: JsonObject; data?: Readonly<Record<string, FormValues>> } = {},
  ): this {
    const { of, ...rest } = facts;
    return this.do({ kind: 'completeTask', taskId: this.task(nodeId, of), ...rest });
  }

  /** The id of the first open task at a node, or of the one about an element. */
  task(nodeId: string, of?: Json): number {
    const opened = this.openTasks().find((task) => task.nodeId === nodeId && (of === undefined || task.of === of));
    if (opened === undefined) throw new Error(`No open task at "${nodeId}". Open: ${this.tasks.join(', ')}`);
    return opened.taskId;
  }

  return(nodeId: string, target: string, reason = 'incomplete'): this {
    return this.do({ kind: 'return', taskId: this.task(nodeId), target, reason });
  }

  finishJob(nodeId: string, result?: Json): this {
    return this.do({ kind: 'finishJob', jobId: this.job(nodeId), result });
  }

  /** The id of the last job at a node. */
  job(nodeId: string): number {
    const created = [...this.effects].reverse().find((effect) => effect.kind === 'createJob' && effect.nodeId === nodeId);
    if (created?.kind !== 'createJob') throw new Error(`No job at "${nodeId}".`);
    return created.jobId;
  }

  /** Moves the time to the due instant of the timer at a node, and fires it. */
  fire(nodeId: string): this {
    const timer = this.state.timers?.find(({ node }) => this.prepared.nodes[node]?.id === nodeId);
    if (timer?.dueAt === undefined) throw new Error(`No running timer at "${nodeId}".`);
    this.now = timer.dueAt;
    return this.do({ kind: 'fireTimer', timerId: timer.id });
  }

  message(nodeId: string, facts: { variables?: JsonObject; data?: Readonly<Record<string, FormValues>> } = {}): this {
    const subscription = this.state.subscriptions?.find(({ node }) => this.prepared.nodes[node]?.id === nodeId);
    if (subscription === undefined) throw new Error(`Nothing waits for a message at "${nodeId}".`);
    return this.do({ kind: 'deliverMessage', subscriptionId: subscription.id, ...facts });
  }

  wait(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  /** Open tasks as `node` or `node(element)`, in order of opening. */
  get tasks(): readonly string[] {
    return this.openTasks().map(({ nodeId, of }) =>
      of === undefined ? nodeId : `${nodeId}(${typeof of === 'string' ? of : JSON.stringify(of)})`,
    );
  }

  get ended(): EndingKind | undefined {
    return this.state.ended?.kind;
  }

  /** Codes of the incidents, with the node. */
  get incidents(): readonly string[] {
    return openIncidents(this.state).map(({ problem }) => `${problem.code}@${problem.place.elementId}`);
  }

  /** Nodes in the order in which tasks were opened at them. */
  get opened(): readonly string[] {
    return this.events.flatMap((event) => (event.kind === 'taskOpened' ? [event.nodeId] : []));
  }

  times(nodeId: string): number {
    return timesEntered(this.state, this.prepared.byId.get(nodeId)?.index as number);
  }

  private openTasks(): readonly { readonly taskId: number; readonly nodeId: string; readonly of?: Json | undefined }[] {
    const closed = new Set(this.effects.flatMap((effect) => (effect.kind === 'closeTask' ? [effect.taskId] : [])));
    return this.effects.flatMap((effect) => (effect.kind === 'openTask' && !closed.has(effect.taskId) ? [effect] : []));
  }
}
