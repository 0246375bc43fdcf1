/** The units in which limits are given, in the order in which they are offered. Their names are words of the studio. */
import type { LimitUnit } from '@tongban/model';

/** All units. */
export const LIMIT_UNITS: readonly LimitUnit[] = ['workingDay', 'calendarDay', 'month', 'year', 'hour'];
