/** Arms events: a timer runs, a message, signal or condition is waited for, until the owner is gone. Errors, escalations and links need no arming. */
import type { Json } from '@tongban/model';
import { startClock } from './clocks.ts';
import { firstOf, instantAfter, instantOf, repetitionOf } from './iso-time.ts';
import { resolvePerformer } from './performer.ts';
import type { PreparedNode, PreparedTrigger } from './prepared.ts';
import { raise } from './raise.ts';
import type { Run } from './run.ts';
import type { TimerState } from './state.ts';

/** Arms what `node` (an event or a receive task) waits for; expressions are read from `scope`. */
export function arm(run: Run, node: PreparedNode, owner: number, scope: number): void {
  for (let which = 0; which < node.triggers.length; which++) armOne(run, node, which, owner, scope);
}

/** The same for all but one of its definitions, which has come already. */
export function armOthers(run: Run, node: PreparedNode, came: number, owner: number): void {
  for (let which = 0; which < node.triggers.length; which++) if (which !== came) armOne(run, node, which, owner, 0);
}

function armOne(run: Run, node: PreparedNode, which: number, owner: number, scope: number): void {
  const trigger = node.triggers[which] as PreparedTrigger;
  const place = which === 0 ? { owner, node: node.index } : { owner, node: node.index, which };
  const { kind } = trigger.event;
  if (kind === 'timer') armTimer(run, node, trigger, place, scope);
  else if (kind === 'message' || kind === 'signal') subscribe(run, node, trigger, place, scope);
  else if (kind === 'conditional') run.noteChange(addSubscription(run, place));
}

/** Whose it is, and what was armed. */
type Place = Pick<TimerState, 'owner' | 'node' | 'which'>;

/** Sets the next run of a cycle after it fired (TM3). */
export function repeatTimer(run: Run, fired: TimerState): void {
  const { left, every, dueAt, until } = fired;
  if (left === undefined || left === 0 || every === undefined || dueAt === undefined) return;
  const next = instantAfter(dueAt, every, run.prepared.calendar.offsetMinutes) as number;
  if (until === undefined || next <= until) setTimer(run, { ...fired, id: run.nextId(), dueAt: next, left: left < 0 ? left : left - 1 });
}

function armTimer(run: Run, node: PreparedNode, trigger: PreparedTrigger, place: Place, scope: number): void {
  const { event, expression } = trigger;
  if (event.kind !== 'timer') return;
  if (event.timer === 'limit') {
    armLimit(run, event.limit, place);
    return;
  }
  const value = expression === undefined ? null : run.evaluate(expression, scope);
  const offset = run.prepared.calendar.offsetMinutes;
  if (event.timer === 'cycle') {
    armCycle(run, node, trigger, place, value);
    return;
  }
  const dueAt = event.timer === 'date' ? instantOf(value, offset) : instantAfter(run.now, value, offset);
  if (dueAt === undefined) throw invalidTimer(node, event, value);
  setTimer(run, { id: run.nextId(), ...place, dueAt });
}

function armCycle(run: Run, node: PreparedNode, { event }: PreparedTrigger, place: Place, value: Json): void {
  const first = firstOf(repetitionOf(value, run.prepared.calendar.offsetMinutes), run.now, run.prepared.calendar.offsetMinutes);
  if (first === undefined) throw invalidTimer(node, event, value);
  if (first !== 'never') setTimer(run, { id: run.nextId(), ...place, ...first });
}

/** The limit's clock of the same owner gives the instant; when it has none, one is started (TM4). */
function armLimit(run: Run, limitId: string, place: Place): void {
  const { owner } = place;
  const running = run.draft.clocks?.find((clock) => clock.owner === owner && clock.limitId === limitId && clock.stoppedAt === undefined);
  const clock = running ?? startClock(run, limitId, owner, place.node);
  const timer = { id: run.nextId(), ...place, clock: clock.id };
  if (clock.pauses.some((pause) => pause.to === undefined)) run.addTimer(timer);
  else setTimer(run, { ...timer, dueAt: clock.dueAt });
}

function setTimer(run: Run, timer: TimerState & { readonly dueAt: number }): void {
  run.addTimer(timer);
  // What is armed while the case is suspended is set when it is resumed (SU4).
  if (run.draft.suspended !== undefined) return;
  run.effects.push({ kind: 'createTimer', timerId: timer.id, nodeId: run.node(timer.node).id, dueAt: timer.dueAt });
}

function addSubscription(run: Run, place: Place): number {
  const id = run.nextId();
  run.addSubscription({ id, ...place });
  return id;
}

function subscribe(run: Run, node: PreparedNode, trigger: PreparedTrigger, place: Place, scope: number): void {
  const { event, expression, performer } = trigger;
  if (event.kind !== 'message' && event.kind !== 'signal') return;
  const id = addSubscription(run, place);
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

/** That the value of a timer is no time. */
export function invalidTimer(node: PreparedNode, event: PreparedTrigger['event'], value: Json): Error {
  if (event.kind !== 'timer' || event.timer === 'limit') throw new TypeError(node.id);
  const {
    timer,
    value: { text: expression },
  } = event;
  return raise('RUNTIME_TIMER_VALUE_INVALID', { nodeId: node.id, nodeName: node.name, expression, value, what: timer, sample: timer });
}
