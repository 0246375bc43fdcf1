/** Arms events: a timer runs, or a message or signal is subscribed to, until the owner is gone. Errors, escalations and links need no arming. */
import type { Json } from '@tongban/model';
import { startClock } from './clocks.ts';
import { instantAfter, instantOf, type Repetition, repetitionOf } from './iso-time.ts';
import { resolvePerformer } from './performer.ts';
import type { PreparedNode, PreparedTrigger } from './prepared.ts';
import type { Run } from './run.ts';
import type { TimerState } from './state.ts';
import { raise } from './step-errors.ts';

/** Arms what `node` (an event or a receive task) waits for; expressions are read from `scope`. */
export function arm(run: Run, node: PreparedNode, owner: number, scope: number): void {
  const { trigger } = node;
  if (trigger === undefined) return;
  if (trigger.event.kind === 'timer') armTimer(run, node, trigger, owner, scope);
  else if (trigger.event.kind === 'message') subscribe(run, node, trigger, owner, scope);
  else if (trigger.event.kind === 'signal') subscribe(run, node, trigger, owner, scope);
}

/** Sets the next run of a cycle after it fired (TM3). */
export function repeatTimer(run: Run, fired: TimerState): void {
  const { left, every, dueAt, node, owner } = fired;
  if (left === undefined || left === 0 || every === undefined || dueAt === undefined) return;
  const next = instantAfter(dueAt, every, run.prepared.calendar.offsetMinutes) as number;
  setTimer(run, { id: run.nextId(), owner, node, dueAt: next, left: left < 0 ? left : left - 1, every });
}

function armTimer(run: Run, node: PreparedNode, { event, expression }: PreparedTrigger, owner: number, scope: number): void {
  if (event.kind !== 'timer') return;
  if (event.timer === 'limit') {
    armLimit(run, node, event.limit, owner);
    return;
  }
  const value = expression === undefined ? null : run.evaluate(expression, scope);
  const offset = run.prepared.calendar.offsetMinutes;
  if (event.timer === 'cycle') {
    armCycle(run, node, owner, value, repetitionOf(value, offset));
    return;
  }
  const dueAt = event.timer === 'date' ? instantOf(value, offset) : instantAfter(run.now, value, offset);
  if (dueAt === undefined) throw invalid(node, event.timer, value);
  setTimer(run, { id: run.nextId(), owner, node: node.index, dueAt });
}

function armCycle(run: Run, node: PreparedNode, owner: number, value: Json, repetition: Repetition | undefined): void {
  const offset = run.prepared.calendar.offsetMinutes;
  const first = repetition?.from ?? (repetition === undefined ? undefined : instantAfter(run.now, repetition.every, offset));
  if (repetition === undefined || first === undefined) throw invalid(node, 'cycle', value);
  const { times, every } = repetition;
  if (times === 0) return;
  setTimer(run, { id: run.nextId(), owner, node: node.index, dueAt: first, left: times < 0 ? -1 : times - 1, every });
}

/** The limit's clock of the same owner gives the instant; when it has none, one is started (TM4). */
function armLimit(run: Run, node: PreparedNode, limitId: string, owner: number): void {
  const running = run.draft.clocks?.find((clock) => clock.owner === owner && clock.limitId === limitId && clock.stoppedAt === undefined);
  const clock = running ?? startClock(run, limitId, owner, node.index);
  const timer = { id: run.nextId(), owner, node: node.index, clock: clock.id };
  if (clock.pauses.some((pause) => pause.to === undefined)) run.addTimer(timer);
  else setTimer(run, { ...timer, dueAt: clock.dueAt });
}

function setTimer(run: Run, timer: TimerState & { readonly dueAt: number }): void {
  run.addTimer(timer);
  run.effects.push({ kind: 'createTimer', timerId: timer.id, nodeId: run.node(timer.node).id, dueAt: timer.dueAt });
}

function subscribe(run: Run, node: PreparedNode, trigger: PreparedTrigger, owner: number, scope: number): void {
  const { event, expression, performer } = trigger;
  if (event.kind !== 'message' && event.kind !== 'signal') return;
  const id = run.nextId();
  run.addSubscription({ id, owner, node: node.index });
  const facts = { kind: 'openSubscription', subscriptionId: id, type: event.kind, name: event.name, nodeId: node.id } as const;
  if (event.kind === 'signal') {
    run.effects.push(facts);
    return;
  }
  const correlation = correlationOf(run, trigger, scope);
  const who = performer === undefined ? undefined : resolvePerformer(run, node, performer, scope);
  run.effects.push(expression === undefined && who === undefined ? { ...facts, correlation } : { ...facts, correlation, performer: who });
}

/** The value that names the one case a message is for: as the flow says, else the case's key (MS2). */
export function correlationOf(run: Run, { expression }: PreparedTrigger, scope: number): Json {
  if (expression !== undefined) return run.evaluate(expression, scope);
  run.refreshHead();
  return run.draft.key ?? run.draft.caseId;
}

const WANTED = {
  date: { what: 'date or date and time', whatZh: '日期或日期时间', sample: '2026-03-01T08:30:00' },
  duration: { what: 'duration', whatZh: '时长', sample: 'P3D' },
  cycle: { what: 'repetition', whatZh: '重复周期', sample: 'R3/P1D' },
} as const;

function invalid(node: PreparedNode, timer: 'date' | 'duration' | 'cycle', value: Json): Error {
  const event = node.trigger?.event;
  const expression = event?.kind === 'timer' && event.timer !== 'limit' ? event.value.text : '';
  return raise('RUNTIME_TIMER_VALUE_INVALID', { nodeId: node.id, nodeName: node.name, expression, value, ...WANTED[timer] });
}
