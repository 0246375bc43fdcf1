/**
 * Sample cases (试办样例): who does what, and what must then be true. They are a measure's tests; `scenarios/*.scenario.json`.
 * Times are virtual: `wait` moves the clock, and due timers and jobs run before the next step.
 */

import type { EndingKind } from './flow-extension.ts';
import type { FormValues } from './form.ts';
import type { Json } from './json.ts';
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

/** One step. `as` names a person; `values` are by form id. */
export type ScenarioStep =
  | { readonly do: 'start'; readonly as: string; readonly projectCode: string }
  | {
      readonly do: 'complete';
      readonly as: string;
      /** Flow element id, and for a task of many the value of its element variable. */
      readonly task: string;
      readonly of?: Json;
      readonly outcome?: string;
      readonly values?: Readonly<Record<string, FormValues>>;
      readonly comment?: string;
    }
  | {
      readonly do: 'draft';
      readonly as: string;
      readonly task: string;
      readonly of?: Json;
      readonly values: Readonly<Record<string, FormValues>>;
    }
  | { readonly do: 'return'; readonly as: string; readonly task: string; readonly of?: Json; readonly to: string; readonly reason: string }
  | { readonly do: 'reject'; readonly as: string; readonly task: string; readonly of?: Json; readonly reason: string }
  | {
      readonly do: 'message';
      readonly as: string;
      readonly name: string;
      readonly key: string;
      readonly values?: Readonly<Record<string, FormValues>>;
    }
  | { readonly do: 'wait' /** ISO 8601 duration, or `until: YYYY-MM-DDTHH:MM`. */; readonly for?: string; readonly until?: string }
  | {
      readonly do: 'refused' /** The step that must be refused, and the code it must give. */;
      readonly step: ScenarioStep;
      readonly code: string;
    }
  | { readonly expect: ScenarioExpectation };

/** What must be true; everything given is checked. */
export interface ScenarioExpectation {
  /** Open tasks as `elementId` or `elementId(of)`, in any order. */
  readonly tasks?: readonly string[];
  readonly ended?: EndingKind;
  readonly open?: boolean;
  /** Values of variables or forms by FEEL path, e.g. `application.projectName`. */
  readonly values?: Readonly<Record<string, Json>>;
  /** Lights by limit id. */
  readonly lights?: Readonly<Record<string, Light>>;
  /** Issued documents as counts by `templateId:status`. */
  readonly documents?: Readonly<Record<`${string}:${DocumentStatus}`, number>>;
  /** Which round of filing the case is in, from 1. */
  readonly round?: number;
}
