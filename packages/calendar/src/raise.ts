/** What cannot be reckoned with, as a code and facts; `calendarErrors.table` has the words. */
import { bareError, type JsonObject, type TongbanError } from '@tongban/model';
import type { CalendarErrorCode } from './errors.ts';

/** The error of a day, duration or calendar that cannot be reckoned with. */
export function raise(code: CalendarErrorCode, details: JsonObject): TongbanError {
  return bareError(code, details);
}
