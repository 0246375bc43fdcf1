/** The port through which a designer tries a measure out: the runtime itself, with a clock of its own. Nothing is kept, nobody is told. */
import type { Actor } from './actor.ts';
import type { FormView } from './case-service.ts';
import type { Problem } from './errors.ts';
import type { EndingKind } from './flow-extension.ts';
import type { Choice } from './form.ts';
import type { Item } from './item.ts';
import type { Json, JsonObject } from './json.ts';
import type { ClockReading } from './limit.ts';
import type { MeasureSources } from './measure.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

/** Opens trials. */
export interface Simulator {
  /** A trial of the measure as its sources stand; without it, `problems` say why. Times are epoch milliseconds. */
  open(sources: MeasureSources, startsAt: number): Promise<TrialOpening>;
}

/** What opening came to. */
export interface TrialOpening {
  readonly trial?: Trial;
  readonly problems: readonly Problem[];
  /** The sample cases of the measure. */
  readonly scenarios?: readonly Scenario[];
  /** Plays a sample case to its end, or to the first step that does not come out as it should. */
  play?(scenario: Scenario): Promise<readonly PlayedStep[]>;
}

/** A step of a sample case that was played: how the case stood after it, and what did not come out as expected. */
export interface PlayedStep {
  readonly step: ScenarioStep;
  /** Absent before the case was started. */
  readonly state?: TrialState;
  readonly failures: readonly { readonly text: string; readonly code?: string }[];
}

/** One sample case that is clicked through. Every command answers how the case stands after it. */
export interface Trial {
  readonly state: TrialState;
  /** What conditions read, as paths such as `application.amount`: worth giving a value at the start. */
  readonly asks: readonly string[];
  start(values: JsonObject): Promise<TrialState>;
  /** What somebody may change in an open task before it is done; what is not changed is filled in as it is shown here. */
  asksOf(taskId: number): readonly TrialAsk[];
  /** The forms of an open task as whoever does it meets them, filled in as they will be. Undefined when there is no such task. */
  formsOf(taskId: number): TrialForms | undefined;
  /** Does the task. `values` are by form key, as at the start; a value that its form refuses throws what the form says. */
  complete(taskId: number, outcome?: string, values?: JsonObject): Promise<TrialState>;
  /** Sends the case back (退回); `target` is one of the task's `returns`. */
  returnTo(taskId: number, target: string): Promise<TrialState>;
  /** Closes the file (退件), where the task may. */
  reject(taskId: number): Promise<TrialState>;
  /** Lets the message come that is waited for. */
  message(name: string): Promise<TrialState>;
  /** Lets time pass until the next timer is due, and fires it. */
  toNextTimer(): Promise<TrialState>;
  /** What was clicked so far as a sample case, with a person for each role that acted; it expects what came out. */
  recorded(id: string, title: string): Scenario;
}

/** A value of an open task that conditions, tables or other expressions read. */
export interface TrialAsk {
  /** As FEEL reads it, e.g. `application.amount`. */
  readonly path: string;
  /** What stands there, or the sample that will be filled in; `null` when it is empty. */
  readonly value: Json;
  /** What can be chosen where the measure says so and not the form: its items, by code. */
  readonly choices?: readonly Choice[];
}

/** The forms of an open task, and what they are shown with. */
export interface TrialForms {
  /** In the order of the task; a form that can only be read is among them. */
  readonly forms: readonly FormView[];
  readonly actor: Actor;
  /** What their expressions read beside them. */
  readonly context: JsonObject;
  readonly items: readonly Item[];
}

/** How the sample case stands. */
export interface TrialState {
  readonly status: 'ready' | 'running' | 'failed' | 'completed';
  readonly now: number;
  readonly ending?: EndingKind;
  /** Ids of the elements at which tokens stand, one for each token. */
  readonly at: readonly string[];
  /** Ids of the elements that were done. */
  readonly done: readonly string[];
  readonly tasks: readonly TrialTask[];
  readonly messages: readonly { readonly elementId: string; readonly name: string }[];
  readonly nextTimer?: number;
  readonly lights: readonly ClockReading[];
  /** What cannot go on, and why. */
  readonly faults: readonly Problem[];
  readonly variables: JsonObject;
  readonly timeLine: readonly TrialMoment[];
}

/** An open task. */
export interface TrialTask {
  readonly taskId: number;
  readonly elementId: string;
  readonly name: string;
  /** The element of a task of many. */
  readonly of?: Json | undefined;
  readonly outcomes: readonly { readonly value: string; readonly label: string }[];
  /** Where it may be sent back to now: elements that the case has been at. */
  readonly returns: readonly { readonly elementId: string; readonly name: string }[];
  /** Whether the file may be closed here. */
  readonly rejects: boolean;
}

/** Something that happened. */
export interface TrialMoment {
  readonly at: number;
  readonly kind: 'started' | 'taskOpened' | 'taskCompleted' | 'returned' | 'rejected' | 'message' | 'timer' | 'ended';
  readonly elementId?: string;
  readonly outcome?: string;
}
