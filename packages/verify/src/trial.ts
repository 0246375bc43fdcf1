/** One sample case on the runtime: a clock of its own, services that do nothing, everything else as the release says. */
import { readClock } from '@tongban/calendar';
import {
  type ClockReading,
  isJsonObject,
  type Json,
  type JsonObject,
  type Program,
  type ProgramNode,
  type Release,
  type Trial,
  type TrialMoment,
  type TrialState,
  type TrialTask,
} from '@tongban/model';
import { type BpmnProcess, type CaseEvent, createProcess } from '@tongban/runtime';
import { type FilledForms, type FillingSituation, filledForms, prefilledForms } from './filled-forms.ts';
import { allNamesRead, namesRead } from './names-read.ts';
import { taskAsks } from './task-asks.ts';
import { taskForms } from './task-forms.ts';
import { momentOf } from './trial-moment.ts';
import { TRIAL_REASON, TrialRecord } from './trial-record.ts';

/** A trial of `release` that begins at `startsAt`. */
export function createTrial(release: Release, startsAt: number): Trial {
  const { program, manifest } = release;
  const timeLine: TrialMoment[] = [];
  const done = new Set<string>();
  const parameters = Object.fromEntries(manifest.parameters.map(({ id, value }) => [id, value]));
  let now = startsAt;
  const process = createProcess(program, {
    now: () => now,
    calendar: release.calendar,
    limits: manifest.limits,
    decisions: release.decisions,
    parameters,
    handlers: Object.fromEntries(program.nodes.map(({ id }) => [id, () => undefined])),
    onEvent: (event) => note(event, timeLine, done),
  });
  const record = new TrialRecord(release, startsAt);
  const prefilled = prefilledForms(release);
  const world = { items: release.items as unknown as Json, departments: manifest.departments as unknown as Json };
  const stateNow = (): TrialState => stateOf(process, release, { now, timeLine, done: [...done] });
  const after = async (command: Promise<unknown>): Promise<TrialState> => {
    await command;
    return stateNow();
  };
  const read = allNamesRead(release);
  const taskAt = (taskId: number): BpmnProcess['tasks'][number] | undefined => process.tasks.find((one) => one.taskId === taskId);
  const situationOf = (task: BpmnProcess['tasks'][number]): FillingSituation => {
    const element = elementOf(program, task);
    return {
      now,
      variables: { ...process.variables, parameters, ...element },
      elementId: task.elementId,
      actor: record.actorAt(task),
    };
  };
  const filledAt = (task: BpmnProcess['tasks'][number], typed: JsonObject): FilledForms =>
    filledForms(release, { ...situationOf(task), typed });
  return {
    get state() {
      return stateNow();
    },
    asks: namesRead(program, ['parameters', 'items', 'departments', 'case', ...variablesOf(program)]),
    start: (values) => after(Promise.resolve().then(() => process.start({ ...world, ...withGiven(prefilled, values) }))),
    asksOf: (taskId) => {
      const task = taskAt(taskId);
      return task === undefined ? [] : taskAsks(release, filledAt(task, {}), read);
    },
    formsOf: (taskId) => {
      const task = taskAt(taskId);
      return task === undefined ? undefined : taskForms(release, situationOf(task));
    },
    complete: async (taskId, outcome, values = {}) => {
      const task = taskAt(taskId);
      const filled = task === undefined ? undefined : filledAt(task, values);
      const state = await after(Promise.resolve().then(() => process.complete(taskId, filled?.variables ?? {}, outcome)));
      if (task !== undefined) record.completed(task, outcome, filled?.values ?? {});
      return state;
    },
    returnTo: async (taskId, target) => {
      const task = taskAt(taskId);
      const state = await after(Promise.resolve().then(() => process.returnTo(taskId, target, TRIAL_REASON)));
      if (task !== undefined) record.returned(task, target);
      return state;
    },
    reject: async (taskId) => {
      const task = taskAt(taskId);
      const state = await after(Promise.resolve().then(() => process.reject(taskId, TRIAL_REASON)));
      if (task !== undefined) record.rejected(task);
      return state;
    },
    message: async (name) => {
      const elementId = messagesAt(program, process.waitingAt).find((one) => one.name === name)?.elementId ?? '';
      const actor = record.recorderOf(elementId);
      const { values, variables } = filledForms(release, { now, variables: { ...process.variables, parameters }, elementId, actor });
      const state = await after(Promise.resolve().then(() => process.message(name, { variables })));
      record.messageCame(name, elementId, values);
      return state;
    },
    toNextTimer: async () => {
      now = Math.max(now, process.nextDue ?? now);
      const state = await after(process.runDue());
      record.waitedUntil(now);
      return state;
    },
    recorded: (id, title) => record.asScenario(id, title, stateNow()),
  };
}

// which one of many the task is about, by the name that its forms and conditions give it
function elementOf({ nodes }: Program, { elementId, of }: BpmnProcess['tasks'][number]): JsonObject {
  if (of === undefined) return {};
  let node = nodes.find(({ id }) => id === elementId);
  while (node !== undefined && elementName(node) === undefined) node = nodes[node.scope];
  const name = node === undefined ? undefined : elementName(node);
  return name === undefined ? {} : { [name]: of };
}

function elementName({ loop }: ProgramNode): string | undefined {
  return loop?.kind === 'multiInstance' ? loop.element : undefined;
}

// what is given goes into the forms that begin filled in
function withGiven(forms: JsonObject, given: JsonObject): JsonObject {
  const both = Object.entries(given).map(([key, value]) => {
    const form = forms[key];
    return [key, isJsonObject(form ?? null) && isJsonObject(value) ? { ...(form as JsonObject), ...value } : value] as const;
  });
  return { ...forms, ...Object.fromEntries(both) };
}

interface Moment {
  readonly now: number;
  readonly timeLine: readonly TrialMoment[];
  readonly done: readonly string[];
}

function stateOf(process: BpmnProcess, release: Release, { now, timeLine, done }: Moment): TrialState {
  const { status, ending, nextDue, state } = process;
  return {
    status: status === 'disposed' ? 'completed' : status,
    now,
    ...(ending === undefined ? {} : { ending }),
    at: process.waitingAt,
    done,
    tasks: process.tasks.map((task): TrialTask => ({ ...task, ...choicesAt(release.program, task.elementId, done) })),
    messages: messagesAt(release.program, process.waitingAt),
    ...(nextDue === undefined ? {} : { nextTimer: nextDue }),
    lights: (state?.clocks ?? []).flatMap((clock): readonly ClockReading[] => {
      const limit = release.manifest.limits.find(({ id }) => id === clock.limitId);
      return limit === undefined ? [] : [readClock(limit, release.calendar, clock, now)];
    }),
    faults: process.faults.map(({ problem }) => problem),
    variables: withoutWorld(process.variables),
    timeLine: [...timeLine],
  };
}

function withoutWorld({ items: _items, departments: _departments, ...rest }: JsonObject): JsonObject {
  return rest;
}

// what may be done at the task, and where it may be sent back to: what it names, else every task the case has been at
function choicesAt({ nodes }: Program, elementId: string, done: readonly string[]): Pick<TrialTask, 'outcomes' | 'returns' | 'rejects'> {
  const { outcomes, operations = [] } = nodes.find(({ id }) => id === elementId)?.task ?? {};
  const back = operations.find(({ kind }) => kind === 'return');
  const targets = back === undefined ? [] : nodes.filter(({ id, kind }) => back.targets?.includes(id) ?? kind === 'userTask');
  return {
    outcomes: outcomes?.choices.map(({ value, label }) => ({ value, label })) ?? [],
    returns: targets.filter(({ id }) => id !== elementId && done.includes(id)).map(({ id, name = id }) => ({ elementId: id, name })),
    rejects: operations.some(({ kind }) => kind === 'reject'),
  };
}

// a boundary event waits where its task is; an event-based gateway waits for what stands behind it
function messagesAt({ nodes, flows }: Program, at: readonly string[]): TrialState['messages'] {
  const waiting = nodes
    .filter(({ id }) => at.includes(id))
    .flatMap((node) => {
      const boundary = (node.boundary ?? []).flatMap((index) => nodes[index] ?? []);
      const behind = node.kind === 'eventBasedGateway' ? node.outgoing.flatMap((flow) => nodes[flows[flow]?.target ?? -1] ?? []) : [];
      return [node, ...boundary, ...behind];
    });
  const found = waiting.flatMap((node) =>
    (node.events ?? []).flatMap((event) =>
      event.kind === 'message' && node.kind !== 'endEvent' ? [{ elementId: node.id, name: event.name }] : [],
    ),
  );
  return found.filter((one, index) => found.findIndex(({ name }) => name === one.name) === index);
}

function variablesOf({ nodes }: Program): readonly string[] {
  return nodes.flatMap(({ task, rule, handler, loop, assigns = [] }) => [
    ...[task?.outcomes?.result, rule?.result, handler?.result, resultsOf(loop)].filter((name) => name !== undefined),
    ...assigns.map(({ variable }) => variable),
  ]);
}

function resultsOf(loop: ProgramNode['loop']): string | undefined {
  return loop?.kind === 'multiInstance' ? loop.results : undefined;
}

function note(event: CaseEvent, timeLine: TrialMoment[], done: Set<string>): void {
  if ('nodeId' in event && event.nodeId !== undefined && event.kind !== 'taskOpened') done.add(event.nodeId);
  const moment = momentOf(event);
  if (moment !== undefined) timeLine.push(moment);
}
