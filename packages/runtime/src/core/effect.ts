/**
 * What the shell has to do because of a step, in the same transaction as the new state: keep rows for tasks, jobs, timers, subscriptions
 * and clocks, and send what goes out. Rows are named by the case and the number given here. Every row that is opened is closed by
 * exactly one effect, also when the command itself was its end (a completed task, a finished job, a fired timer), so that a shell may
 * apply effects blindly and in order.
 */
import type { Json, JsonObject } from '@tongban/model';
import type { CopyReceiver } from './command.ts';
import type { AskedFor, CaseClock, PersonName, TaskPerformer } from './state.ts';

/** Something for the shell to do. */
export type CaseEffect =
  | OpenTaskEffect
  /** `completed` belongs to the actor's done box; `cancelled` to nobody's. */
  | { readonly kind: 'closeTask'; readonly taskId: number; readonly how: 'completed' | 'cancelled' }
  /** The task was claimed, assigned or (without assignee) put back. */
  | {
      readonly kind: 'assignTask';
      readonly taskId: number;
      readonly assignee?: { readonly id: string; readonly name: string } | undefined;
    }
  /** The task stands still, or goes on: somebody else is asked first. */
  | { readonly kind: 'holdTask'; readonly taskId: number; readonly held: boolean }
  /** Something to read, for a person or a department. */
  | { readonly kind: 'openCopy'; readonly copyId: number; readonly nodeId: string; readonly to: CopyReceiver }
  | { readonly kind: 'closeCopy'; readonly copyId: number }
  /** The task is at this element of another release now; without a performer, whoever might do it still may. */
  | {
      readonly kind: 'moveTask';
      readonly taskId: number;
      readonly nodeId: string;
      readonly performer?: TaskPerformer | undefined;
      readonly clocks?: readonly number[] | undefined;
    }
  | CreateJobEffect
  /** Run the job again at `at`. */
  | { readonly kind: 'retryJob'; readonly jobId: number; readonly at: number }
  | { readonly kind: 'closeJob'; readonly jobId: number; readonly how: 'finished' | 'failed' | 'cancelled' }
  | { readonly kind: 'createTimer'; readonly timerId: number; readonly nodeId: string; readonly dueAt: number }
  | { readonly kind: 'closeTimer'; readonly timerId: number }
  | OpenSubscriptionEffect
  | { readonly kind: 'closeSubscription'; readonly subscriptionId: number }
  /** A clock started, paused, resumed, moved or stopped: keep it as it now is. */
  | { readonly kind: 'saveClock'; readonly clock: CaseClock; readonly nodeId: string }
  /** To the one case waiting for `name` with this correlation. `key` is unique for ever: at-least-once sending may repeat it. */
  | {
      readonly kind: 'sendMessage';
      readonly key: string;
      readonly name: string;
      readonly correlation: Json;
      /** What it brings. */
      readonly variables?: JsonObject | undefined;
      readonly nodeId: string;
    }
  | NotifyEffect
  /** To every *other* case; this one has already received it. */
  | {
      readonly kind: 'broadcastSignal';
      readonly key: string;
      readonly name: string;
      readonly variables?: JsonObject | undefined;
      readonly nodeId: string;
    };

/** People should hear of something. `key` is unique for ever: at-least-once sending may repeat it. */
export interface NotifyEffect {
  readonly kind: 'notify';
  readonly key: string;
  /** Which text to send, e.g. `limit.yellow`. */
  readonly template: string;
  readonly to: TaskPerformer;
  readonly parameters: JsonObject;
  readonly nodeId: string;
}

/** A user task is open. */
export interface OpenTaskEffect {
  readonly kind: 'openTask';
  readonly taskId: number;
  readonly nodeId: string;
  readonly performer: TaskPerformer;
  /** At a task of many: the value of the element variable. */
  readonly of?: Json | undefined;
  readonly round: number;
  /** Ids of the clocks that give its light: its own, else those of the multi-instance activity it belongs to. */
  readonly clocks?: readonly number[] | undefined;
  /** Why it stands beside another task. */
  readonly asked?: AskedFor | undefined;
  /** Who was added as a signer of a task of many. */
  readonly signer?: PersonName | undefined;
}

/** A handler is to be called. */
export interface CreateJobEffect {
  readonly kind: 'createJob';
  readonly jobId: number;
  readonly nodeId: string;
  /** Name under which the host registered it. */
  readonly handler: string;
  /** The inputs, evaluated. */
  readonly inputs: JsonObject;
  readonly of?: Json | undefined;
}

/** A message or signal is waited for. */
export interface OpenSubscriptionEffect {
  readonly kind: 'openSubscription';
  readonly subscriptionId: number;
  readonly type: 'message' | 'signal';
  readonly name: string;
  readonly nodeId: string;
  /** Messages: the value that the message must carry. */
  readonly correlation?: Json | undefined;
  /** Messages that a person may record: who. */
  readonly performer?: TaskPerformer | undefined;
}
