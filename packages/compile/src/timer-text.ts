/** What people write at timers: ISO 8601 as it is, or FEEL. */

/** Whether `text` is an ISO 8601 date, instant, duration or repetition, and not FEEL. */
export function isIsoTime(text: string): boolean {
  return DURATION.test(text) || REPETITION.test(text) || INSTANT.test(text);
}

/** Whether `text` is a cron text, which some engines take. */
export function isCron(text: string): boolean {
  return /^\s*(?:[\d*?/,\-LW#A-Z]+\s+){4,6}[\d*?/,\-LW#A-Z]+\s*$/.test(text) && /[*?]/.test(text);
}

const DURATION = /^-?P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const REPETITION = /^R(?:-1|\d*)\/(?:[^/]+\/)?-?P[\dT][\dYMWDTHS.]*(?:\/[^/]+)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
