/** What the nodes of a random flow wait for, throw, and repeat, of what was drawn by lot. */
import type { ProgramEvent, ProgramLoop, ProgramVote } from '@tongban/model';
import { literal, read } from '../builders/expressions.ts';
import { NAMES } from './names.ts';
import type { DrawnNode } from './random-flow.ts';

export const SIGNAL: ProgramEvent = { kind: 'signal', name: 'S' };
export const ESCALATION: ProgramEvent = { kind: 'escalation', code: 'X' };
const ERROR: ProgramEvent = { kind: 'error', code: 'E' };
export const ENDINGS: Readonly<Record<string, readonly ProgramEvent[]>> = {
  terminate: [{ kind: 'terminate' }],
  error: [ERROR],
  escalate: [ESCALATION],
  cancel: [{ kind: 'cancel' }],
  alert: [SIGNAL],
  outcry: [ESCALATION, ERROR],
  finale: [SIGNAL, ESCALATION, { kind: 'terminate' }],
};

export const BESIDE: ReadonlySet<string> = new Set(['beside', 'informed', 'reminded', 'alerted', 'whenever', 'eithers', 'alls']);
export const ALL: ReadonlySet<string> = new Set(['all', 'alls']);

/** What is waited for at an edge, or by an event sub-process. */
export function awaited(how: string, several: number): readonly ProgramEvent[] {
  if (how === 'error') return [several > 1 ? { kind: 'error' } : ERROR];
  if (how === 'escalation' || how === 'informed') return [several > 1 ? { kind: 'escalation' } : ESCALATION];
  if (how === 'fault') return [ERROR, { kind: 'escalation' }, { kind: 'message', name: '' }];
  if (how === 'alarmed' || how === 'alerted') return [SIGNAL];
  if (how === 'when' || how === 'whenever') return [condition(several)];
  if (how === 'late') return [timer(several)];
  if (how === 'reminded') return [{ kind: 'timer', timer: 'cycle', value: literal(several > 1 ? 'R/P2D' : 'R2/P1D') }];
  return how === 'message' || how === 'beside' ? [{ kind: 'message', name: '' }] : severalOf('', several);
}

export function severalOf(name: string, several: number): readonly ProgramEvent[] {
  const message: ProgramEvent = { kind: 'message', name };
  return (
    [
      [message, timer(several)],
      [SIGNAL, message],
      [condition(several), message],
      [timer(several), SIGNAL, condition(several)],
    ][several] ?? []
  );
}

export function named(events: readonly ProgramEvent[], name: string): readonly ProgramEvent[] {
  return events.map((event) => (event.kind === 'message' ? { ...event, name } : event));
}

/** A task of many that throws as its instances end, gathers what they say, or lets them vote. */
export function manyOf(
  { several, sequential, condition: [first, second], otherwise }: DrawnNode,
  kind: 'tell' | 'gather' | 'vote',
): ProgramLoop {
  const common = { kind: 'multiInstance', sequential } as const;
  const event = otherwise ? SIGNAL : ESCALATION;
  const when = (['first', 'each', 'condition', 'condition'] as const)[several] ?? 'each';
  const asked = first === 'true' ? {} : { condition: read(first as string) };
  if (kind === 'tell') return { ...common, cardinality: literal(3), throws: [{ when, event, ...asked }] };
  const result = second === 'true' ? 'q' : (second as string);
  if (kind === 'gather')
    return { ...common, collection: literal([true, false, true].slice(0, several)), element: 'p', results: 'all', result: read(result) };
  return {
    ...common,
    collection: literal([1, 2, 0, 3].slice(several > 2 ? 1 : 0)),
    element: 'w',
    vote: voteOf(several, first === 'p', otherwise, result),
  };
}

function voteOf(several: number, veto: boolean, weighs: boolean, more: string): ProgramVote {
  return {
    rule: (['all', 'any', 'share', 'share'] as const)[several] ?? 'share',
    ...{ result: 'decided', agree: ['yes'], choice: read('voice') },
    ...(more === 'q' ? {} : { abstain: ['abstain'] }),
    ...(veto ? { veto: ['veto'] } : {}),
    ...(several > 1 ? { needed: several === 2 ? [1, 2] : [3, 0], of: weighs ? 'cast' : 'all', more: more === 'p' } : {}),
    ...(more === 'r' ? { quorum: [1, 2] } : {}),
    ...(weighs ? { weight: read('w') } : {}),
    ...(veto && !weighs ? { until: 'everyone' } : {}),
    ...(more === 'p' ? { removed: 'abstain' } : {}),
  };
}

export function condition(several: number): ProgramEvent {
  return { kind: 'conditional', condition: read(NAMES[several % NAMES.length] as string) };
}

export function timer(several: number): ProgramEvent {
  if (several === 0) return { kind: 'timer', timer: 'date', value: literal('2026-03-04T00:00:00Z') };
  return { kind: 'timer', timer: 'duration', value: literal(`P${several}D`) };
}
