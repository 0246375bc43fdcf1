/** Timers of the flow: a date, a duration, a cycle, or a limit whose clock they follow. */
import type { Json } from '@tongban/model';
import { startClock } from './clocks.ts';
import { firstOf, instantAfter, instantOf, repetitionOf } from './iso-time.ts';
import type { ArmedPlace } from './parts/part.ts';
import type { PreparedNode, PreparedTrigger } from './prepared.ts';
import { raise } from './raise.ts';
import type { Run } from './run.ts';
import type { TimerState } from './state.ts';

/** Sets the next run of a cycle after it fired (TM3); beyond the year 9999 there is none. */
export function repeatTimer(run: Run, fired: TimerState): void {
  const { left, every, dueAt, until } = fired;
  if (left === undefined || left === 0 || every === undefined || dueAt === undefined) return;
  const next = instantAfter(dueAt, every, run.prepared.calendar.offsetMinutes);
  if (next !== undefined && next <= (until ?? next))
    setTimer(run, { ...fired, id: run.nextId(), dueAt: next, left: left < 0 ? left : left - 1 });
}

/** Sets the timer of an event (TM1–TM4). */
export function armTimer(run: Run, node: PreparedNode, trigger: PreparedTrigger, place: ArmedPlace, scope: number): void {
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

function armCycle(run: Run, node: PreparedNode, { event }: PreparedTrigger, place: ArmedPlace, value: Json): void {
  const first = firstOf(repetitionOf(value, run.prepared.calendar.offsetMinutes), run.now, run.prepared.calendar.offsetMinutes);
  if (first === undefined) throw invalidTimer(node, event, value);
  if (first !== 'never') setTimer(run, { id: run.nextId(), ...place, ...first });
}

/** The limit's clock of the same owner gives the instant; when it has none, one is started (TM4). */
export function armLimit(run: Run, limitId: string, place: ArmedPlace): void {
  const { owner } = place;
  const running = run.draft.clocks?.find((clock) => clock.owner === owner && clock.limitId === limitId && clock.stoppedAt === undefined);
  const clock = running ?? startClock(run, limitId, owner, place.node);
  const timer = { id: run.nextId(), ...place, clock: clock.id };
  if (clock.pauses.some((pause) => pause.to === undefined)) run.add('timers', timer);
  else setTimer(run, { ...timer, dueAt: clock.dueAt });
}

function setTimer(run: Run, timer: TimerState & { readonly dueAt: number }): void {
  run.add('timers', timer);
  // What is armed while the case is suspended is set when it is resumed (SU4).
  if (run.draft.suspended !== undefined) return;
  run.order({ kind: 'createTimer', timerId: timer.id, nodeId: run.node(timer.node).id, dueAt: timer.dueAt });
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
