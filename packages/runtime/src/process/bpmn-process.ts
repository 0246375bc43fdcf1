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
import { bareError, type EndingKind, type Finding, type JsonObject, type Program } from '@tongban/model';
import { startableActivities } from '../core/ad-hoc.ts';
import type { CaseCommand } from '../core/command.ts';
import type { CaseEffect } from '../core/effect.ts';
import { lookupIn } from '../core/lookup.ts';
import { openIncidents } from '../core/one-incident.ts';
import { isBegunByEvents } from '../core/open-scope.ts';
import { allParts } from '../core/parts/all-parts.ts';
import { prepareProgram } from '../core/prepare-release.ts';
import type { PreparedNode, PreparedRelease } from '../core/prepared.ts';
import { fault } from '../core/raise.ts';
import { type StartTrigger, startTriggers } from '../core/start-triggers.ts';
import type { CaseActor, CaseState } from '../core/state.ts';
import { step } from '../core/step.ts';
import { guarded, type Shapes, taken } from '../engine/edge.ts';
import { answerProblem, valueProblem } from '../engine/json-values.ts';
import { inShape } from '../engine/ready-release.ts';
import { soundNow } from '../engine/sound-now.ts';
import { firstStart } from '../engine/start-timers.ts';
import { correlationKey } from '../engine/work-rows.ts';
import { raise } from '../errors.ts';
import { reasonOf, spoken, stepError, stepProblem } from '../in-words.ts';
import { ProcessMail } from './process-mail.ts';
import type {
  MessageOptions,
  ProcessFault,
  ProcessHandler,
  ProcessOptions,
  ProcessStatus,
  ProcessTask,
  StartableElement,
} from './process-options.ts';
import { checkSaved, elementsOf, type SavedProcess } from './saved-process.ts';

/**
 * Makes a process that is not yet started.
 * @throws RUNTIME_ARGUMENT, RUNTIME_RELEASE_DAMAGED, RUNTIME_NODE_UNSUPPORTED, RUNTIME_REFERENCE_UNKNOWN, RUNTIME_PROCESS_MISSING
 */
export function createProcess(program: Program, options: ProcessOptions): BpmnProcess {
  return new BpmnProcess(program, options);
}

/**
 * Makes a process of what `toJSON()` gave: it stands where it stood, its timers keep their instants, and handlers that were under way are
 * called again, before this is done.
 * @throws RUNTIME_PROCESS_NOT_RESTORED and what {@link createProcess} throws
 */
export async function restoreProcess(program: Program, saved: SavedProcess, options: ProcessOptions): Promise<BpmnProcess> {
  return BpmnProcess.restored(program, saved, options);
}

/** What the methods of a process take; see `engine/edge.ts`. */
const SHAPES: Shapes & { readonly [Name in keyof BpmnProcess]?: string } = {
  start: '=order?,=text?',
  complete: '=any,=order?,=text?',
  returnTo: '=any,=text,=words?',
  reject: '=any,=words?',
  startActivity: '=text,=order?',
  message: '=text,?',
  signal: '=text,=order?',
  retry: '=order?,=number?',
  terminate: '=words?',
};

/** Jobs and messages done in one go; more means that the process never comes to rest: the next job is a fault (IN3), the next message goes to the host. */
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
  readonly #mail = new ProcessMail();
  /** When it starts by itself, if it does. */
  #startTimers: readonly { readonly start: StartTrigger; readonly dueAt: number }[];
  /** Handlers that have not answered yet. */
  readonly #underWay = new Set<CaseEffect>();

  constructor(program: Program, options: ProcessOptions) {
    taken('createProcess', 'now:call', [options], true);
    const { calendar, limits, decisions, parameters } = options;
    const given = Object.entries({ calendar, limits, decisions, parameters }).filter(([, value]) => value !== undefined);
    this.#prepared = inShape(
      () => options.id,
      () => spoken(() => prepareProgram(program, allParts, Object.fromEntries(given))),
    );
    const methods = Object.keys(SHAPES).map((name) => [name, (this[name as keyof BpmnProcess] as () => unknown).bind(this)] as const);
    Object.assign(this, guarded(Object.fromEntries(methods), SHAPES));
    this.#options = options;
    const now = this.#now();
    this.#startTimers = spoken(() =>
      startTriggers(this.#prepared).flatMap((start) => {
        const { dueAt } = firstStart(this.#prepared, start, now) ?? {};
        return dueAt === undefined ? [] : [{ start, dueAt }];
      }),
    );
  }

  /** See {@link restoreProcess}. */
  static restored(program: Program, saved: SavedProcess, options: ProcessOptions): Promise<BpmnProcess> {
    const process = new BpmnProcess(program, options);
    checkSaved(saved, process.#prepared, process.#id);
    const { state, tasks, mail, work, commands, startsAt } = saved;
    process.#state = state;
    for (const task of tasks) process.#tasks.set(task.taskId, task);
    process.#mail.restore(mail);
    process.#work.push(...work);
    process.#commands = commands;
    process.#startTimers = process.#startTimers.map((timer, at) => ({ ...timer, dueAt: startsAt[at] ?? timer.dueAt }));
    return process.#carryAllOn();
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
    return openIncidents(this.#state ?? {}).map(({ id, problem }) => {
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

  /** Activities of ad-hoc sub-processes that can be begun now. */
  get startable(): readonly StartableElement[] {
    if (this.#state === undefined || this.#state.ended !== undefined) return [];
    return startableActivities(this.#prepared, this.#state).map(({ node: { id, name } }) => ({ elementId: id, name }));
  }

  /** When the next timer is due, or the process starts by itself; undefined when none runs. */
  get nextDue(): number | undefined {
    const due = (this.#state === undefined ? this.#startTimers : (this.#state.timers ?? [])).flatMap(({ dueAt }) => dueAt ?? []);
    return due.length === 0 ? undefined : Math.min(...due);
  }

  /** The whole state, plain JSON. */
  get state(): CaseState | undefined {
    return this.#state;
  }

  /** Starts it: at its start event without a trigger, or at the one named, whatever it waits for. Of several processes, the first that has such a start. */
  start(variables: JsonObject = {}, startNode?: string): Promise<this> {
    return this.#start({ variables, startNode, process: startNode === undefined ? this.#startable?.id : undefined });
  }

  /** Completes a user task: the oldest one at the element, or the one with the number. @throws RUNTIME_TASK_CLOSED */
  async complete(task: string | number, variables: JsonObject = {}, outcome?: string): Promise<this> {
    return this.#do({ kind: 'completeTask', ...this.#facts(), taskId: this.#taskId(task), variables, outcome });
  }

  /** Sends the process back from a user task to an element before it (退回): what came of that is taken back and done anew. @throws RUNTIME_TASK_CLOSED */
  async returnTo(task: string | number, target: string, reason?: string): Promise<this> {
    return this.#do({ kind: 'return', ...this.#facts(), taskId: this.#taskId(task), target, reason });
  }

  /** Closes the file at a user task (退件): the process ends as rejected. @throws RUNTIME_TASK_CLOSED */
  async reject(task: string | number, reason?: string): Promise<this> {
    return this.#do({ kind: 'reject', ...this.#facts(), taskId: this.#taskId(task), reason });
  }

  /** Begins an activity of an ad-hoc sub-process, as often as is wanted. @throws RUNTIME_ACTIVITY_NOT_STARTABLE */
  startActivity(elementId: string, variables: JsonObject = {}): Promise<this> {
    return this.#do({ kind: 'startActivity', ...this.#facts(), nodeId: elementId, variables });
  }

  /** Hands a message to the first place that waits for it; it starts a process that begins with it. @throws RUNTIME_MESSAGE_NO_CASE */
  async message(name: string, { key, variables = {}, id, ttlMs = 0 }: MessageOptions = {}): Promise<this> {
    this.#refuseDisposed();
    if (id !== undefined && this.#mail.isRepeated(id)) return this;
    const subscriptionId = this.#mail.subscriptionFor({ name, key });
    if (subscriptionId !== undefined) return this.#do({ kind: 'deliverMessage', ...this.#facts(), subscriptionId, variables });
    const start = this.#startBy('message', name);
    if (start !== undefined) return this.#startAt(start, variables);
    if (ttlMs <= 0 || this.#state?.ended !== undefined) throw raise('RUNTIME_MESSAGE_NO_CASE', { name, key: key ?? '' });
    this.#mail.keep({ name, key, variables }, this.#now() + ttlMs);
    return this;
  }

  /** Hands a signal to everything that waits for it; it starts a process that begins with it. */
  signal(name: string, variables: JsonObject = {}): Promise<this> {
    const start = this.#startBy('signal', name);
    if (start !== undefined) return this.#startAt(start, variables);
    return this.#do({ kind: 'deliverSignal', ...this.#facts(), name, variables });
  }

  /** Fires the timers that are due now, in order of their instants, and does what comes of it; starts a process that begins by a timer. */
  async runDue(): Promise<this> {
    const [first] = this.#startTimers.filter(({ dueAt }) => dueAt <= this.#now()).sort((a, b) => a.dueAt - b.dueAt);
    if (this.status === 'ready' && first !== undefined) await this.#startAt(first.start, {});
    for (let fired = 0; fired < MOST_WORK; fired++) {
      const now = this.#now();
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

  /** All there is of it, plain JSON, also while a handler is under way: {@link restoreProcess} goes on from it. @throws RUNTIME_PROCESS_DISPOSED */
  toJSON(): SavedProcess {
    this.#refuseDisposed();
    return {
      formatVersion: 1,
      savedAt: this.#now(),
      elements: elementsOf(this.#prepared),
      state: this.#state,
      tasks: this.tasks,
      mail: this.#mail.toJSON(),
      work: [...this.#underWay, ...this.#work],
      commands: this.#commands,
      startsAt: this.#startTimers.map(({ dueAt }) => dueAt),
    };
  }

  /** Lets go of everything; later commands throw RUNTIME_PROCESS_DISPOSED. A handler under way is not waited for. */
  dispose(): void {
    this.#disposed = true;
    this.#state = undefined;
    this.#work.length = 0;
    this.#tasks.clear();
    this.#mail.clear();
  }

  // helpers

  #now(): number {
    return soundNow(this.#options.now());
  }

  #facts(): { readonly commandId: string; readonly now: number; readonly actor: CaseActor } {
    this.#commands += 1;
    return { commandId: `command-${this.#commands}`, now: this.#now(), actor: this.#options.actor ?? NOBODY };
  }

  #refuseDisposed(): void {
    if (this.#disposed) throw raise('RUNTIME_PROCESS_DISPOSED', { processId: this.#id });
  }

  async #start(how: Pick<CaseCommand & { readonly kind: 'start' }, 'variables' | 'startNode' | 'startTrigger' | 'process'>): Promise<this> {
    return this.#do({ kind: 'start', ...this.#facts(), caseId: this.#id, tenant: 'process', ...how });
  }

  /** The first process that is neither begun by events alone nor called by another one. */
  get #startable(): PreparedNode | undefined {
    const called = new Set(this.#prepared.nodes.map(({ spec }) => spec.called));
    return this.#prepared.nodes.find((node) => node.spec.scope < 0 && !called.has(node.index) && !isBegunByEvents(this.#prepared, node));
  }

  #startAt({ node, which }: StartTrigger, variables: JsonObject): Promise<this> {
    return this.#start({ variables, startNode: node.id, startTrigger: which });
  }

  #startBy(kind: 'message' | 'signal', name: string): StartTrigger | undefined {
    if (this.status !== 'ready') return undefined;
    return startTriggers(this.#prepared).find(({ trigger: { event } }) => event.kind === kind && event.name === name);
  }

  get #id(): string {
    return this.#options.id ?? 'process';
  }

  #taskId(task: string | number): number {
    this.#refuseDisposed();
    const found = this.tasks.find(({ taskId, elementId }) => taskId === task || elementId === task);
    const taskId = found?.taskId ?? (typeof task === 'number' ? task : -1);
    if (taskId < 0) throw raise('RUNTIME_TASK_CLOSED', { taskId: String(task), taskName: String(task) });
    return taskId;
  }

  async #do(command: CaseCommand): Promise<this> {
    this.#take(command);
    return this.#carryAllOn();
  }

  async #carryAllOn(): Promise<this> {
    for (let done = 0; ; done++) {
      const effect = this.#work.shift();
      if (effect !== undefined) await this.#carryOn(effect, done >= MOST_WORK);
      else if (!this.#takeKept()) return this;
    }
  }

  /** Hands over a message that came early, once something waits for it. */
  #takeKept(): boolean {
    const { message, subscriptionId } = this.#mail.takeKept(this.#now()) ?? {};
    if (message === undefined || subscriptionId === undefined) return false;
    this.#take({ kind: 'deliverMessage', ...this.#facts(), subscriptionId, variables: message.variables });
    return true;
  }

  #take(command: CaseCommand): void {
    this.#refuseDisposed();
    const wrong = valueProblem(command);
    const outcome = wrong === undefined ? spoken(() => step(this.#prepared, this.#state, command)) : { refused: [wrong] };
    if (outcome.refused !== undefined) {
      const [{ code, details }] = outcome.refused as readonly [Finding];
      throw stepError(bareError(code, details));
    }
    this.#state = outcome.state;
    for (const effect of outcome.effects) this.#note(effect);
    for (const event of outcome.events) this.#options.onEvent?.(event);
  }

  #note(effect: CaseEffect): void {
    if (effect.kind === 'openTask') {
      const { taskId, nodeId, of } = effect;
      this.#tasks.set(taskId, { taskId, elementId: nodeId, name: this.#nameOf(nodeId), of });
    } else if (effect.kind === 'closeTask') this.#tasks.delete(effect.taskId);
    else if (effect.kind === 'openSubscription') this.#mail.waitFor(effect);
    else if (effect.kind === 'closeSubscription') this.#mail.stopWaiting(effect.subscriptionId);
    else if (effect.kind === 'createJob' || effect.kind === 'sendMessage') this.#work.push(effect);
  }

  async #carryOn(effect: CaseEffect, tooMuch: boolean): Promise<void> {
    if (effect.kind === 'sendMessage') {
      const key = correlationKey(effect.correlation);
      const { name, variables, nodeId: elementId } = effect;
      const subscriptionId = tooMuch ? undefined : this.#mail.subscriptionFor({ name, key });
      if (subscriptionId !== undefined) this.#take({ kind: 'deliverMessage', ...this.#facts(), subscriptionId, variables });
      else this.#options.onMessage?.({ name, key, elementId, ...(variables === undefined ? {} : { variables }) });
    } else if (effect.kind === 'createJob' && this.#isOpen(effect.jobId)) {
      this.#underWay.add(effect);
      const command = await this.#commandAfter(effect, tooMuch);
      this.#underWay.delete(effect);
      // Meanwhile the process may have been disposed of, or have gone on without the job.
      if (!this.#disposed && this.#isOpen(effect.jobId)) this.#take(command);
    }
  }

  #nameOf(nodeId: string): string {
    return this.#prepared.byId.get(nodeId)?.name ?? nodeId;
  }

  #isOpen(jobId: number): boolean {
    return this.#state?.jobs?.some(({ id }) => id === jobId) === true;
  }

  async #commandAfter(job: CaseEffect & { readonly kind: 'createJob' }, tooMuch: boolean): Promise<CaseCommand> {
    const { jobId, nodeId } = job;
    try {
      if (tooMuch) throw fault('RUNTIME_TOO_MANY_STEPS', { nodeId, nodeName: this.#nameOf(nodeId), steps: MOST_WORK });
      const { result, variables, error } = (await this.#call(job)) ?? {};
      const wrong = answerProblem({ result, variables });
      if (wrong !== undefined) return { kind: 'failJob', ...this.#facts(), jobId, reason: wrong };
      if (error !== undefined) return { kind: 'raiseError', ...this.#facts(), jobId, code: error.code, message: error.message, variables };
      return { kind: 'finishJob', ...this.#facts(), jobId, result, variables };
    } catch (thrown) {
      return { kind: 'failJob', ...this.#facts(), jobId, reason: reasonOf(thrown) };
    }
  }

  #call({ jobId, nodeId, handler, inputs, of }: CaseEffect & { readonly kind: 'createJob' }): ReturnType<ProcessHandler> {
    const { handlers = {} } = this.#options;
    const elementName = this.#nameOf(nodeId);
    const found = [nodeId, handler, elementName].find((name) => Object.hasOwn(handlers, name));
    const run = found === undefined ? undefined : handlers[found];
    if (run === undefined) throw raise('RUNTIME_HANDLER_UNKNOWN', { handler });
    const state = this.#state as CaseState;
    const token = state.jobs?.find(({ id }) => id === jobId)?.token;
    const scope = state.tokens.find(({ id }) => id === token)?.scope ?? 0;
    return run({ elementId: nodeId, elementName, handler, inputs, of, now: this.#now(), lookup: lookupIn(this.#prepared, state, scope) });
  }
}
