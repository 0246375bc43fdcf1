/**
 * Sample cases (试办样例): who does what, and what must then be true. They are a measure's tests; `scenarios/*.scenario.json`.
 * Times are virtual: `wait` moves the clock, and due timers and jobs run before the next step.
 */

import type { Holiday } from './calendar-data.ts';
import type { SignerPosition } from './case-operations.ts';
import type { DeputyScope } from './deputyship.ts';
import type { EndingKind } from './flow-extension.ts';
import type { FormValues } from './form.ts';
import type { Json, JsonObject } from './json.ts';
import type { Light } from './limit.ts';
import type { DocumentStatus } from './records.ts';

/** A scenario. */
export interface Scenario {
  readonly formatVersion: 1;
  readonly id: string;
  readonly title: string;
  /** Overrides of the measure's parameters, by id. */
  readonly parameters?: Readonly<Record<string, Json>>;
  /** `YYYY-MM-DDTHH:MM` in the calendar's offset. */
  readonly startsAt: string;
  /** People of the scenario, by the short name the steps use. */
  readonly people: Readonly<Record<string, { readonly name: string; readonly roles: readonly string[]; readonly department?: string }>>;
  /** Registered projects it relies on. */
  readonly projects?: readonly {
    readonly code: string;
    readonly name: string;
    readonly enterprise: string;
    readonly uscc?: string;
    readonly creditGrade?: string;
  }[];
  readonly steps: readonly ScenarioStep[];
}

/** One step: somebody does something, time passes, something must be refused, or something must be true. */
export type ScenarioStep = ScenarioAct | ScenarioWait | ScenarioRefusal | { readonly expect: ScenarioExpectation };

/** Time passes: `for` an ISO 8601 duration, or `until` a `YYYY-MM-DDTHH:MM`. */
export interface ScenarioWait {
  readonly do: 'wait';
  readonly for?: string;
  readonly until?: string;
}

/** What somebody does must be refused, with this code among those given. */
export interface ScenarioRefusal {
  readonly do: 'refused';
  readonly step: ScenarioStep;
  readonly code: string;
}

/** What somebody does. `as` names a person; `values` are by form id. */
export type ScenarioAct =
  | (By<'start'> & { readonly projectCode: string })
  /** A case from paper is entered (补录): where it stands, and since when. */
  | (By<'enter'> & {
      /** A person: whom the case belongs to. */
      readonly starter: string;
      readonly startedAt: string;
      readonly places: readonly { readonly task: string; readonly since: string; readonly assignee?: string }[];
      readonly done?: readonly { readonly task: string; readonly at: string; readonly byName?: string; readonly outcome?: string }[];
      readonly projectCode?: string;
      readonly variables?: JsonObject;
      /** By form key. */
      readonly data?: Readonly<Record<string, FormValues>>;
      readonly reason?: string;
    })
  | (AtTask<'complete'> & {
      readonly outcome?: string;
      readonly values?: Readonly<Record<string, FormValues>>;
      readonly comment?: string;
    })
  | (AtTask<'draft'> & { readonly values: Readonly<Record<string, FormValues>> })
  | AtTask<'claim'>
  /** `back`: straight back to this task once corrected. */
  | (AtTask<'return'> & { readonly to: string; readonly reason: string; readonly back?: true })
  | (AtTask<'reject'> & { readonly reason: string })
  /** To another person: handed over for good (转办), or to be done first and come back (委派). */
  | (AtTask<'transfer' | 'delegate'> & { readonly person: string; readonly reason?: string })
  | (AtTask<'addSigner'> & {
      readonly people: readonly string[];
      readonly position?: SignerPosition;
      readonly votes?: number;
      readonly reason?: string;
    })
  /** `signer`: a person, or the name that is shown for one still to come. */
  | (AtTask<'removeSigner'> & { readonly signer: string; readonly reason?: string })
  /** Of a task, or without one of the case. */
  | (By<'copy'> & {
      readonly task?: string;
      readonly of?: Json;
      readonly people?: readonly string[];
      readonly departments?: readonly string[];
      readonly reason?: string;
    })
  /** Reads all copies that wait for the person. */
  | By<'read'>
  | (By<'withdraw' | 'withdrawCase' | 'urge' | 'suspend' | 'resume' | 'terminate' | 'void'> & { readonly reason?: string })
  /** From places where the case waits to elements of the flow. */
  | (By<'jump'> & { readonly from: readonly string[]; readonly to: readonly string[]; readonly reason: string })
  /** Begins an activity of an ad-hoc sub-process. */
  | (By<'begin'> & { readonly task: string })
  | (By<'message'> & { readonly name: string; readonly key: string; readonly values?: Readonly<Record<string, FormValues>> })
  /** From another system, whether or not the case waits for it; and a signal for every case. */
  | (By<'receive'> & { readonly name: string; readonly key: string; readonly variables?: JsonObject })
  | (By<'signal'> & { readonly name: string; readonly variables?: JsonObject })
  /** Another person stands in from now on, for a time (代理人); and does no more. */
  | (By<'setDeputy'> & { readonly person: string; readonly for: string; readonly scope?: DeputyScope })
  | By<'endDeputy'>
  /** The clocks of limits that list the reason stand still from now on, or a stretch of the past is left out; and run again. */
  | (By<'pauseClocks'> & { readonly reason: string; readonly from?: string; readonly to?: string })
  | (By<'resumeClocks'> & { readonly reason: string })
  /** Days are added to the calendar, and running cases reckoned by it. */
  | (By<'editCalendar'> & { readonly holidays?: readonly Holiday[]; readonly makeUpDays?: readonly string[] })
  /** The measure is published once more, with other parameters if need be, and the case goes over to that release. */
  | (By<'migrate'> & { readonly parameters?: Readonly<Record<string, Json>> })
  /** Tries again what stands still at an element. */
  | (By<'retry'> & { readonly task: string; readonly variables?: JsonObject });

type By<Do extends string> = { readonly do: Do; readonly as: string };

/** `task`: flow element id; `of`: for a task of many, the value of its element variable. */
type AtTask<Do extends string> = By<Do> & { readonly task: string; readonly of?: Json };

/** What must be true; everything given is checked. */
export interface ScenarioExpectation {
  /** Open tasks as `elementId` or `elementId(of)`, in any order. */
  readonly tasks?: readonly string[];
  /** Tasks that stand still until others have answered. */
  readonly held?: readonly string[];
  /** What waits for a person, their own tasks and those they do as a deputy, by person. */
  readonly inboxes?: Readonly<Record<string, readonly string[]>>;
  /** How many copies somebody has not read, by person. */
  readonly copies?: Readonly<Record<string, number>>;
  readonly ended?: EndingKind;
  readonly open?: boolean;
  readonly suspended?: boolean;
  /** Elements at which something stands still with an incident. */
  readonly incidents?: readonly string[];
  /** Values of variables or forms by FEEL path, e.g. `application.projectName`. */
  readonly values?: Readonly<Record<string, Json>>;
  /** Lights by limit id. */
  readonly lights?: Readonly<Record<string, Light>>;
  /** Due days `YYYY-MM-DD` by limit id. */
  readonly due?: Readonly<Record<string, string>>;
  /** Issued documents as counts by `templateId:status`. */
  readonly documents?: Readonly<Record<`${string}:${DocumentStatus}`, number>>;
  /** Which round of filing the case is in, from 1. */
  readonly round?: number;
  /** What the time line says last. */
  readonly said?: string;
}
