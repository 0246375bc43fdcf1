/**
 * Words for what rooms without words found. The step, and FEEL inside it, say what is wrong as a code and facts: what they give is kept in
 * states and histories, which a better wording next year must not change, and a page that runs cases need not load sentences it may never
 * show. Where people read it, the sentences are put to it from the tables of the rooms.
 *
 * @example
 * ```ts
 * import { type Finding, inWords } from '@tongban/model';
 * import { feelErrors } from '@tongban/feel';
 *
 * const faults: Finding[] = [];
 * expression.evaluate(lookup, environment, faults);
 * faults.map((fault) => inWords(feelErrors.table, fault).sentences['zh-CN']);
 * ```
 */
import { type ErrorKind, type ErrorTable, type Finding, type Problem, sentencesOf, TongbanError } from './errors.ts';
import type { JsonObject } from './json.ts';

/** An error of a room without words: its sentences are its code and facts until {@link errorInWords} gives it others. */
export function bareError(code: string, details: JsonObject = {}, kind: ErrorKind = 'invalid'): TongbanError {
  const facts = `${code} ${JSON.stringify(details)}`;
  return new TongbanError(code, { en: facts, 'zh-CN': facts }, { kind, details });
}

/** What was found, in the words of a table; a code that it does not know stands for itself. */
export function inWords(table: ErrorTable, finding: Finding): Problem {
  const { code, details } = finding;
  return { ...finding, sentences: Object.hasOwn(table, code) ? sentencesOf(table, code, details) : bareError(code, details).sentences };
}

/** The same error in the words of a table, as its cause the error itself; one whose code the table does not know comes back as it is. */
export function errorInWords(table: ErrorTable, error: TongbanError): TongbanError {
  const { code, details } = error;
  if (!Object.hasOwn(table, code)) return error;
  return new TongbanError(code, sentencesOf(table, code, details), { kind: table[code]?.kind ?? 'invalid', details, cause: error });
}
