/**
 * What may come into a case as a value: JSON, of a size that a case can carry for months. Anything else is refused before the step with
 * the place where it stands, so that a case is never saved as something other than what it was.
 */
import { isSafeName, type JsonObject, type Problem, type Reason } from '@tongban/model';
import type { CaseCommand } from '../core/command.ts';
import { finding } from '../core/raise.ts';
import { raise } from '../errors.ts';
import { stepProblem } from '../in-words.ts';

/** What the values of one command may be; a command that is refused changes nothing. */
export const VALUE_LIMITS: { readonly textLength: number; readonly listLength: number; readonly depth: number; readonly total: number } = {
  /** Characters of one text: 1 Mi. */
  textLength: 1_048_576,
  /** Entries of one list. */
  listLength: 100_000,
  /** Lists and objects within each other. */
  depth: 64,
  /** Characters, numbers and names of all values of a command together, about 4 MiB. */
  total: 4_194_304,
};

/** Parts of commands that hold what others say; of a failed job the engine says it. */
const BROUGHT: ReadonlySet<string> = new Set(['variables', 'data', 'result', 'comment', 'reason', 'done']);
const LONGEST_ID = 1_000;
// Stores that keep UTF-8 cannot tell two of them apart.
const HALF_CHARACTER = /\p{Surrogate}/u;

/** What is wrong with the values that a command brings, if anything. */
export function valueProblem(command: CaseCommand): Problem | undefined {
  const { commandId } = command;
  if (commandId.length === 0 || commandId.length > LONGEST_ID || HALF_CHARACTER.test(commandId))
    return raise.problem('RUNTIME_COMMAND_ID', {}, { longest: LONGEST_ID });
  const count = { left: VALUE_LIMITS.total };
  for (const [name, value] of Object.entries(command)) {
    if (!BROUGHT.has(name) || command.kind === 'failJob') continue;
    const problem = value === undefined ? undefined : problemIn(value, name, 0, count);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What is wrong with one value, if anything; `path` names it in the sentence. */
export function jsonProblem(value: unknown, path: string): Problem | undefined {
  return problemIn(value, path, 0, { left: VALUE_LIMITS.total });
}

/** What is wrong with variables that nobody takes yet, if anything: a case would refuse them (BI4, VR3). */
export function variablesProblem(variables: JsonObject = {}): Problem | undefined {
  const name = Object.keys(variables).find((one) => !isSafeName(one));
  if (name !== undefined) return stepProblem(finding('RUNTIME_NAME_NOT_SAFE', {}, { name: name.slice(0, 200) }));
  return jsonProblem(variables, 'variables');
}

/** What is wrong with what a handler answered, if anything, as the reason why its job failed (BI4). */
export function answerProblem({
  result = null,
  variables,
}: {
  readonly result?: unknown;
  readonly variables?: JsonObject | undefined;
}): Reason | undefined {
  const wrong = jsonProblem(result, 'result') ?? variablesProblem(variables);
  return wrong && { code: wrong.code, details: wrong.details };
}

// helpers

function problemIn(value: unknown, path: string, depth: number, count: { left: number }): Problem | undefined {
  count.left -= typeof value === 'string' ? value.length + 1 : 1;
  if (count.left < 0) return tooLarge(path, `${VALUE_LIMITS.total} characters together`, `合计${VALUE_LIMITS.total}个字符`);
  if (typeof value === 'string') return value.length <= VALUE_LIMITS.textLength ? undefined : tooLong(path);
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : notJson(path, String(value));
  if (typeof value !== 'object') return notJson(path, typeof value);
  if (depth >= VALUE_LIMITS.depth) return tooLarge(path, `${VALUE_LIMITS.depth} levels`, `${VALUE_LIMITS.depth}层`);
  return Array.isArray(value) ? problemInList(value, path, depth, count) : problemInObject(value, path, depth, count);
}

function problemInList(list: readonly unknown[], path: string, depth: number, count: { left: number }): Problem | undefined {
  if (list.length > VALUE_LIMITS.listLength) return tooLarge(path, `${VALUE_LIMITS.listLength} entries`, `${VALUE_LIMITS.listLength}项`);
  for (let at = 0; at < list.length; at++) {
    const problem = problemIn(list[at], `${path}[${at}]`, depth + 1, count);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemInObject(value: object, path: string, depth: number, count: { left: number }): Problem | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return notJson(path, value.constructor.name);
  for (const [name, entry] of Object.entries(value)) {
    count.left -= name.length;
    const problem = problemIn(entry, `${path}.${name.slice(0, 100)}`, depth + 1, count);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function notJson(path: string, found: string): Problem {
  return raise.problem('RUNTIME_VALUE_NOT_JSON', { property: path }, { path, found });
}

function tooLong(path: string): Problem {
  return tooLarge(path, `${VALUE_LIMITS.textLength} characters`, `${VALUE_LIMITS.textLength}个字符`);
}

function tooLarge(path: string, limit: string, limitZh: string): Problem {
  return raise.problem('RUNTIME_VALUE_TOO_LARGE', { property: path }, { path, limit, limitZh });
}
