/** What a step gives: the new case with what happened and what is to do, or a refusal that changes nothing. */
import type { Finding } from '@tongban/model';
import type { CaseEffect } from './effect.ts';
import type { CaseEvent } from './event.ts';
import type { CaseState } from './state.ts';

/** The command was carried out. */
export interface StepResult {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly effects: readonly CaseEffect[];
  readonly refused?: undefined;
}

/** The command was refused, for expected reasons, and nothing changed. */
export interface StepRefusal {
  readonly refused: readonly Finding[];
}

/** Told apart by `refused`. */
export type StepOutcome = StepResult | StepRefusal;
