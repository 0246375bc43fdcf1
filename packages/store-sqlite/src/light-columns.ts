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
  const ranges = lightRanges(alias, light, now);
  return { sql: `(${ranges.map(({ sql }) => `(${sql})`).join(' OR ')})`, values: ranges.flatMap(({ values }) => values) };
}

/** The same rows as ranges of an index over light, red_at and yellow_at; no row is in two of them. */
export function lightRanges(alias: string, light: Light, now: number): readonly Condition[] {
  const fixed = { sql: `${alias}.light = ?`, values: [light] };
  const running = `${alias}.light = 'running' AND ${alias}`;
  if (light === 'red') return [fixed, { sql: `${running}.red_at <= ?`, values: [now] }];
  const side = light === 'yellow' ? '<=' : '>';
  return [fixed, { sql: `${running}.red_at > ? AND ${alias}.yellow_at ${side} ?`, values: [now, now] }];
}
