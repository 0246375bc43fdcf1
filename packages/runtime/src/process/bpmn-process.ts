/**
 * One process instance in memory, driven by its caller: no store, no people, no loop. For tests of flows, for tools, and for hosts that keep
 * the state themselves. The present is the caller's, and so is the moment at which due timers fire.
 *
 * @example
 * ```ts
 * const { program } = await deployBpmn(xml); // of @tongban/compile
 * const process = createProcess(program, { now: () => present, handlers: { Task_notify: () => ({ result: 'sent' }) } });
 * await process.start({ amount: 500 });
 * await process.complete('Task_review', { approved: true });
 * process.status; // 'completed'
 * ```
 */
import type { EndingKind, Json, JsonObject, Problem, Program } from '@tongban/model';
import type { CaseCommand } from '../core/command.ts';
import type { CaseEffect } from '../core/effect.ts';
import type { CaseEvent } from '../core/event.ts';
import { lookupIn } from '../core/lookup.ts';
import { allParts } from '../core/parts/all-parts.ts';
import { type ProgramExtras, prepareProgram } from '../core/prepare-release.ts';
import type { PreparedRelease } from '../core/prepared.ts';
import type { CaseActor, CaseState } from '../core/state.ts';
import { step } from '../core/step.ts';
import { jsonProblem, valueProblem } from '../engine/json-values.ts';
import { correlationKey } from '../engine/work-rows.ts';
import { raise } from '../errors.ts';
import { reasonOf, spoken, stepProblem } from '../in-words.ts';

/** What a handler is asked. */
export interface ProcessCall {
  readonly elementId: string;
  readonly elementName: string;
  /** The name that the flow gives to the handler; the id of the element when it gives none. */
  readonly handler: string;
  readonly inputs: JsonObject;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The element of a task of many. */
  readonly of?: Json | undefined;
  /** Reads a name as FEEL does at the element. */
  readonly lookup: (name: string) => Json | undefined;
}

/** What a handler answers. Nothing: it is done. What it throws fails the process at this element, until it is tried again. */
export interface ProcessAnswer {
  /** Goes into the variable that the flow names for it. */
  readonly result?: Json;
  readonly variables?: JsonObject;
  /** A BPMN error for the flow to catch. */
  readonly error?: { readonly code: string; readonly message?: string };
}

/** Does the work of one element. */
export type ProcessHandler = (call: ProcessCall) => ProcessAnswer | undefined | Promise<ProcessAnswer | undefined>;

/** What a process is run with. */
export interface ProcessOptions extends Pick<ProgramExtras, 'calendar' | 'limits' | 'decisions' | 'parameters'> {
  /** The present, in epoch milliseconds. */
  readonly now: () => number;
  /** By id of the element, else by the name that the flow gives. */
  readonly handlers?: Readonly<Record<string, ProcessHandler>>;
  /** In whose name everything is done; default a system actor. */
  readonly actor?: CaseActor;
  /** Default `process`. */
  readonly id?: string;
  /** Told of every event as it happens. */
  readonly onEvent?: (event: CaseEvent) => void;
  /** Told of messages that nothing in the process waits for. */
  readonly onMessage?: (message: SentMessage) => void;
}

/** A message that the process sent. */
export interface SentMessage {
  readonly name: string;
  readonly key: string;
  readonly elementId: string;
  /** What it brings. */
  readonly variables?: JsonObject;
}

/** An open user task. */
export interface ProcessTask {
  readonly taskId: number;
  readonly elementId: string;
  readonly name: string;
  /** The element of a task of many. */
  readonly of?: Json | undefined;
}

/** `failed`: a token cannot go on (see `faults`); what else runs can still be worked on, and `retry` tries again. */
export type ProcessStatus = 'ready' | 'running' | 'failed' | 'completed' | 'disposed';

/** Why a token cannot go on. */
export interface ProcessFault {
  readonly incidentId: number;
  readonly elementId: string;
  readonly problem: Problem;
}

/**
 * Makes a process that is not yet started.
 * @throws RUNTIME_NODE_UNSUPPORTED, RUNTIME_REFERENCE_UNKNOWN, RUNTIME_PROCESS_MISSING
 */
export function createProcess(program: Program, options: ProcessOptions): BpmnProcess {
  return new BpmnProcess(program, options);
}

/** Jobs and messages done in one go; more means that the process never comes to rest. */
const MOST_WORK = 100_000;
const NOBODY: CaseActor = { id: 'tongban.system', name: '系统' };

/** A process instance. Commands that do not fit throw the error they were refused with; they change nothing. */
export class BpmnProcess {
  readonly #options: ProcessOptions;
  readonly #prepared: PreparedRelease;
  #state: CaseState | undefined;
  #disposed = false;
  #commands = 0;
  readonly #work: CaseEffect[] = [];
  readonly #tasks = new Map<number, ProcessTask>();
  /** Name and key of what is waited for, by subscription. */
  readonly #waiting = new Map<number, { readonly type: 'message' | 'signal'; readonly name: string; readonly key: string }>();

  constructor(program: Program, options: ProcessOptions) {
    const { calendar, limits, decisions, parameters } = options;
    const given = Object.entries({ calendar, limits, decisions, parameters }).filter(([, value]) => value !== undefined);
    this.#prepared = spoken(() => prepareProgram(program, allParts, Object.fromEntries(given)));
    this.#options = options;
  }

  get status(): ProcessStatus {
    if (this.#disposed) return 'disposed';
    if (this.#state === undefined) return 'ready';
    if (this.#state.ended !== undefined) return 'completed';
    return this.#state.incidents === undefined ? 'running' : 'failed';
  }

  /** How it ended. */
  get ending(): EndingKind | undefined {
    return this.#state?.ended?.kind;
  }

  /** What cannot go on, the first fault first. */
  get faults(): readonly ProcessFault[] {
    return (this.#state?.incidents ?? []).map(({ id, problem }) => {
      return { incidentId: id, elementId: problem.place.elementId ?? '', problem: stepProblem(problem) };
    });
  }

  /** Variables of the process instance. */
  get variables(): JsonObject {
    return this.#state?.variables ?? {};
  }

  /** Open user tasks, the oldest first. */
  get tasks(): readonly ProcessTask[] {
    return [...this.#tasks.values()];
  }

  /** Ids of the elements at which tokens stand. */
  get waitingAt(): readonly string[] {
    return (this.#state?.tokens ?? []).map(({ node }) => this.#prepared.nodes[node]?.id ?? '');
  }

  /** When the next timer is due; undefined when none runs. */
  get nextDue(): number | undefined {
    const due = (this.#state?.timers ?? []).flatMap(({ dueAt }) => dueAt ?? []);
    return due.length === 0 ? undefined : Math.min(...due);
  }

  /** The whole state, plain JSON. */
  get state(): CaseState | undefined {
    return this.#state;
  }

  /** Starts it, at its start event without a trigger or at the one named. */
  start(variables: JsonObject = {}, startNode?: string): Promise<this> {
    const id = this.#options.id ?? 'process';
    const actor = this.#options.actor ?? NOBODY;
    return this.#do({ kind: 'start', ...this.#facts(), actor, caseId: id, tenant: 'process', variables, startNode });
  }

  /** Completes a user task: the oldest one at the element, or the one with the number. */
  complete(task: string | number, variables: JsonObject = {}, outcome?: string): Promise<this> {
    const found = this.tasks.find(({ taskId, elementId }) => taskId === task || elementId === task);
    const taskId = found?.taskId ?? (typeof task === 'number' ? task : -1);
    if (taskId < 0) throw raise('RUNTIME_TASK_CLOSED', { taskId: String(task), taskName: String(task) });
    return this.#do({ kind: 'completeTask', ...this.#facts(), taskId, variables, outcome });
  }

  /** Hands a message to the first place that waits for it (with this key, when one is given). @throws RUNTIME_MESSAGE_NO_CASE */
  message(name: string, { key, variables = {} }: { readonly key?: string; readonly variables?: JsonObject } = {}): Promise<this> {
    const [subscriptionId] = this.#waitingFor(name, key) ?? [];
    if (subscriptionId === undefined) throw raise('RUNTIME_MESSAGE_NO_CASE', { name, key: key ?? '' });
    return this.#do({ kind: 'deliverMessage', ...this.#facts(), subscriptionId, variables });
  }

  /** Hands a signal to everything that waits for it. */
  signal(name: string, variables: JsonObject = {}): Promise<this> {
    return this.#do({ kind: 'deliverSignal', ...this.#facts(), name, variables });
  }

  /** Fires the timers that are due now, in order of their instants, and does what comes of it. */
  async runDue(): Promise<this> {
    for (let fired = 0; fired < MOST_WORK; fired++) {
      const now = this.#options.now();
      const [timer] = [...(this.#state?.timers ?? [])]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .sort((a, b) => (a.dueAt as number) - (b.dueAt as number) || a.id - b.id);
      if (timer === undefined) return this;
      await this.#do({ kind: 'fireTimer', ...this.#facts(), timerId: timer.id });
    }
    return this;
  }

  /** Tries a fault again (the first one), with changed variables if need be. */
  retry(variables: JsonObject = {}, incidentId: number | undefined = this.faults[0]?.incidentId): Promise<this> {
    return this.#do({ kind: 'retryIncident', ...this.#facts(), incidentId: incidentId ?? -1, variables });
  }

  /** Ends it from outside. */
  terminate(reason?: string): Promise<this> {
    return this.#do({ kind: 'terminate', ...this.#facts(), reason });
  }

  /** Lets go of everything; later commands throw RUNTIME_PROCESS_DISPOSED. A handler under way is not waited for. */
  dispose(): void {
    this.#disposed = true;
    this.#state = undefined;
    this.#work.length = 0;
    this.#tasks.clear();
    this.#waiting.clear();
  }

  // helpers

  #facts(): { readonly commandId: string; readonly now: number; readonly actor: CaseActor } {
    this.#commands += 1;
    return { commandId: `command-${this.#commands}`, now: this.#options.now(), actor: this.#options.actor ?? NOBODY };
  }

  async #do(command: CaseCommand): Promise<this> {
    this.#take(command);
    for (let done = 0; this.#work.length > 0; done++) {
      if (done > MOST_WORK) throw raise('RUNTIME_BUSY', { caseId: this.#options.id ?? 'process' });
      await this.#carryOn(this.#work.shift() as CaseEffect);
    }
    return this;
  }

  #take(command: CaseCommand): void {
    if (this.#disposed) throw raise('RUNTIME_PROCESS_DISPOSED', { processId: this.#options.id ?? 'process' });
    const wrong = valueProblem(command);
    const outcome = wrong === undefined ? spoken(() => step(this.#prepared, this.#state, command)) : { refused: [wrong] };
    if (outcome.refused !== undefined) {
      const [problem] = outcome.refused;
      throw raise(problem?.code as 'RUNTIME_TASK_CLOSED', problem?.details);
    }
    this.#state = outcome.state;
    for (const effect of outcome.effects) this.#note(effect);
    for (const event of outcome.events) this.#options.onEvent?.(event);
  }

  #note(effect: CaseEffect): void {
    if (effect.kind === 'openTask') {
      const { taskId, nodeId, of } = effect;
      this.#tasks.set(taskId, { taskId, elementId: nodeId, name: this.#prepared.byId.get(nodeId)?.name ?? nodeId, of });
    } else if (effect.kind === 'closeTask') this.#tasks.delete(effect.taskId);
    else if (effect.kind === 'openSubscription')
      this.#waiting.set(effect.subscriptionId, { type: effect.type, name: effect.name, key: correlationKey(effect.correlation) });
    else if (effect.kind === 'closeSubscription') this.#waiting.delete(effect.subscriptionId);
    else if (effect.kind === 'createJob' || effect.kind === 'sendMessage') this.#work.push(effect);
  }

  #waitingFor(name: string, key: string | undefined): readonly [number, unknown] | undefined {
    return [...this.#waiting].find(([, one]) => one.type === 'message' && one.name === name && (key === undefined || one.key === key));
  }

  async #carryOn(effect: CaseEffect): Promise<void> {
    if (effect.kind === 'sendMessage') {
      const key = correlationKey(effect.correlation);
      const { name, variables, nodeId: elementId } = effect;
      const [subscriptionId] = this.#waitingFor(name, key) ?? [];
      if (subscriptionId !== undefined) this.#take({ kind: 'deliverMessage', ...this.#facts(), subscriptionId, variables });
      else this.#options.onMessage?.({ name, key, elementId, ...(variables === undefined ? {} : { variables }) });
    } else if (effect.kind === 'createJob' && this.#isOpen(effect.jobId)) {
      const command = await this.#commandAfter(effect);
      // Meanwhile the process may have been disposed of, or have gone on without the job.
      if (!this.#disposed && this.#isOpen(effect.jobId)) this.#take(command);
    }
  }

  #isOpen(jobId: number): boolean {
    return this.#state?.jobs?.some(({ id }) => id === jobId) === true;
  }

  async #commandAfter(job: CaseEffect & { readonly kind: 'createJob' }): Promise<CaseCommand> {
    const { jobId } = job;
    try {
      const { result, variables, error } = (await this.#call(job)) ?? {};
      if (error !== undefined) return { kind: 'raiseError', ...this.#facts(), jobId, code: error.code, message: error.message, variables };
      const wrong = jsonProblem(result ?? null, 'result') ?? jsonProblem(variables ?? {}, 'variables');
      if (wrong !== undefined) throw raise(wrong.code as 'RUNTIME_VALUE_NOT_JSON', wrong.details);
      return { kind: 'finishJob', ...this.#facts(), jobId, result, variables };
    } catch (fault) {
      return { kind: 'failJob', ...this.#facts(), jobId, reason: reasonOf(fault) };
    }
  }

  #call({ jobId, nodeId, handler, inputs, of }: CaseEffect & { readonly kind: 'createJob' }): ReturnType<ProcessHandler> {
    const { handlers = {}, now } = this.#options;
    const found = [nodeId, handler].find((name) => Object.hasOwn(handlers, name));
    const run = found === undefined ? undefined : handlers[found];
    if (run === undefined) throw raise('RUNTIME_HANDLER_UNKNOWN', { handler });
    const state = this.#state as CaseState;
    const token = state.jobs?.find(({ id }) => id === jobId)?.token;
    const scope = state.tokens.find(({ id }) => id === token)?.scope ?? 0;
    const elementName = this.#prepared.byId.get(nodeId)?.name ?? nodeId;
    return run({ elementId: nodeId, elementName, handler, inputs, of, now: now(), lookup: lookupIn(this.#prepared, state, scope) });
  }
}
