/** What a process in memory is run with, and what its caller sees of it. */
import type { Json, JsonObject, Problem } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import type { ProgramExtras } from '../core/prepare-release.ts';
import type { CaseActor } from '../core/state.ts';

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
  /** By id of the element, else by the name that the flow gives to the handler, else by the name of the element. */
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

/** An activity of an ad-hoc sub-process that can be begun now. */
export interface StartableElement {
  readonly elementId: string;
  readonly name: string;
}

/** A message as it is handed to a process. */
export interface MessageOptions {
  /** For who waits under this key only. */
  readonly key?: string;
  readonly variables?: JsonObject;
  /** A message with an id that came before is dropped. */
  readonly id?: string;
  /** How long it is kept while nothing waits for it, in milliseconds; default 0: it is refused. */
  readonly ttlMs?: number;
}

/** `failed`: a token cannot go on (see `faults`); what else runs can still be worked on, and `retry` tries again. */
export type ProcessStatus = 'ready' | 'running' | 'failed' | 'completed' | 'disposed';

/** Why a token cannot go on. */
export interface ProcessFault {
  readonly incidentId: number;
  readonly elementId: string;
  readonly problem: Problem;
}
