/** What the State Council arranges for one year: the days off around its holidays, and the weekend days that are worked for them. */
import type { Holiday } from '@tongban/model';

/** The arrangement of a year. */
export interface YearArrangement {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  readonly makeUpDays: readonly string[];
}
