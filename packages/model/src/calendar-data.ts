/** A county's working calendar as data that an administrator edits. Days are `YYYY-MM-DD`. */
import type { LocalText } from './text.ts';

/** A run of days off. */
export interface Holiday {
  readonly name: LocalText;
  readonly from: string;
  readonly to: string;
}

/** A working calendar, in a fixed offset from UTC. */
export interface CalendarData {
  readonly formatVersion: 1;
  readonly id: string;
  readonly name: LocalText;
  /** Minutes east of UTC; 480 for China. */
  readonly offsetMinutes: number;
  /** Days of the week that are off, 1 = Monday … 7 = Sunday. */
  readonly weekend: readonly number[];
  readonly holidays: readonly Holiday[];
  /** Weekend days that are worked (调休). */
  readonly makeUpDays: readonly string[];
  /** Working hours as minutes of the day, for limits in hours; without them every hour counts. */
  readonly hours?: readonly (readonly [from: number, to: number])[];
  /** First day whose holidays are listed; days before it are reckoned by the weekend alone, and are provisional. */
  readonly publishedFrom?: string;
  /** Last day whose holidays are published; later due days are provisional. */
  readonly publishedThrough: string;
}
