/** What counts as an instant where one is handed in: whole epoch milliseconds of the years 1900 to 9999 (BI6, BI8). */

/** The beginning of the year 1900, and the end of the year 9999. */
export const FIRST_INSTANT = -2_208_988_800_000;
export const LAST_INSTANT = 253_402_300_799_999;

/** Whether a value is one. */
export function isInstant(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= FIRST_INSTANT && (value as number) <= LAST_INSTANT;
}
