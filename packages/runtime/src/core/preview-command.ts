/** What an operation would cancel and open, without doing it: the step is pure, so it is simply taken and thrown away. */
import type { Finding } from '@tongban/model';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import type { PreparedRelease } from './prepared.ts';
import { finding } from './raise.ts';
import type { CaseState } from './state.ts';
import { step } from './step.ts';

/** What a command would do to the tasks of a case. */
export interface CommandPreview {
  /** The tasks it would cancel; the task that is acted on is one of them. */
  readonly cancels: readonly { readonly taskId: number; readonly nodeId: string }[];
  /** The tasks it would open. */
  readonly opens: readonly { readonly nodeId: string }[];
  /** The tasks that would stand still meanwhile. */
  readonly holds: readonly { readonly taskId: number; readonly nodeId: string }[];
  /** Ids of the nodes whose timers, jobs and waits for messages it would end, each once; and of those whose timers it would begin. */
  readonly stops: readonly string[];
  readonly starts: readonly string[];
  /** How the case would end. */
  readonly ends?: CaseState['ended'];
  /** What is carried out, and leaves something behind. */
  readonly warnings?: readonly Finding[];
  readonly refused?: readonly Finding[];
}

/** Previews any command. */
export function previewCommand(prepared: PreparedRelease, state: CaseState, command: CaseCommand): CommandPreview {
  const outcome = step(prepared, state, command);
  const none = { cancels: [], opens: [], holds: [], stops: [], starts: [] };
  if (outcome.refused !== undefined) return { ...none, refused: outcome.refused };
  const { events, effects } = outcome;
  const { process } = prepared;
  const idOf = (node: number | undefined): readonly string[] => (node === undefined ? [] : [prepared.nodes[node]?.id ?? '']);
  const stopped = effects.flatMap((effect): readonly string[] => {
    if (effect.kind === 'closeTimer') return idOf(state.timers?.find(({ id }) => id === effect.timerId)?.node);
    if (effect.kind === 'closeSubscription') return idOf(state.subscriptions?.find(({ id }) => id === effect.subscriptionId)?.node);
    if (effect.kind !== 'closeJob') return [];
    const job = state.jobs?.find(({ id }) => id === effect.jobId);
    return idOf(state.tokens.find(({ id }) => id === job?.token)?.node);
  });
  return {
    cancels: events.flatMap((event) => (event.kind === 'taskCancelled' ? [{ taskId: event.taskId, nodeId: event.nodeId }] : [])),
    opens: events.flatMap((event) => (event.kind === 'taskOpened' ? [{ nodeId: event.nodeId }] : [])),
    holds: effects.flatMap((effect) => {
      const token = effect.kind === 'holdTask' && effect.held ? state.tokens.find(({ id }) => id === effect.taskId) : undefined;
      return idOf(token?.node).map((nodeId) => ({ taskId: token?.id ?? 0, nodeId }));
    }),
    stops: [...new Set(stopped)],
    // Timers of pauses stand under the process and are not of the flow.
    starts: [
      ...new Set(effects.flatMap((effect) => (effect.kind === 'createTimer' && effect.nodeId !== process.id ? [effect.nodeId] : []))),
    ],
    ...(outcome.state.ended === undefined ? {} : { ends: outcome.state.ended }),
    ...warned(warningsOf(prepared, events)),
  };
}

/** What a command left behind that somebody should know of: gateways at which a jump lets something wait for what can never come (JP7). */
export function warningsOf({ byId }: PreparedRelease, events: readonly CaseEvent[]): readonly Finding[] {
  const ids = events.flatMap((event) => (event.kind === 'jumped' ? (event.waits ?? []) : []));
  return ids.map((nodeId) => {
    const nodeName = byId.get(nodeId)?.name ?? nodeId;
    return {
      ...finding('RUNTIME_JUMP_JOIN_WAITS', { elementId: nodeId, elementName: nodeName }, { nodeId, nodeName }),
      severity: 'warning',
    };
  });
}

/** Warnings, left out where there are none. */
export function warned<Warning>(warnings: readonly Warning[]): { readonly warnings?: readonly Warning[] } {
  return warnings.length === 0 ? {} : { warnings };
}

/** Previews the return of a task: which tasks it would cancel, and what it would open. */
export function previewReturn(
  prepared: PreparedRelease,
  state: CaseState,
  order: { readonly taskId: number; readonly target: string; readonly now: number },
): CommandPreview {
  return previewCommand(prepared, state, { kind: 'return', commandId: 'preview', ...order });
}
