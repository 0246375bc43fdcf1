/** Light plans as columns: `light` is '' (none), 'running' (see the moments), or the light that stands fixed. */
import type { Light } from '@tongban/model';
import type { LightPlan } from '@tongban/runtime';
import type { SqliteValue } from './driver.ts';

/** The columns `light`, `yellow_at`, `red_at` of a plan. */
export function lightColumns(plan: LightPlan | undefined): readonly [light: string, yellowAt: number | null, redAt: number | null] {
  return plan === undefined ? ['', null, null] : [plan.fixed ?? 'running', plan.yellowAt, plan.redAt];
}

/** A condition of a WHERE clause with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqliteValue[];
}

/** Rows of table `alias` whose light at `now` is this one. */
export function lightIs(alias: string, light: Light, now: number): Condition {
  const running = `${alias}.light = 'running' AND ${alias}`;
  if (light === 'red') return { sql: `(${alias}.light = 'red' OR (${running}.red_at <= ?))`, values: [now] };
  const side = light === 'yellow' ? '<=' : '>';
  return { sql: `(${alias}.light = ? OR (${running}.red_at > ? AND ${alias}.yellow_at ${side} ?))`, values: [light, now, now] };
}
