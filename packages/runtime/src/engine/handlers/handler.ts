/** Service task handlers: what they are asked, what they may use, and how they answer. */
import type { Json, JsonObject, Records } from '@tongban/model';
import { raise } from '../../errors.ts';
import type { LiveCase } from '../live-case.ts';

/** A call of a handler. It may come more than once for the same job: use `key` so that its effect comes once. */
export interface HandlerCall {
  /** The same for every attempt of the same job, unlike any other job's. */
  readonly key: string;
  readonly inputs: JsonObject;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `YYYY-MM-DD` in the calendar's offset. */
  readonly today: string;
  readonly case: LiveCase;
  readonly records: Records;
  /** Reads a name as FEEL in the case does: variables, forms by key, `parameters`, `case` … */
  readonly lookup: (name: string) => Json | undefined;
}

/** The result for the variable that the flow names, and other variables; or a BPMN error for the flow to catch. What is thrown is tried again, and becomes an incident at last. */
export type HandlerAnswer =
  | { readonly result?: Json; readonly variables?: JsonObject }
  | { readonly error: { readonly code: string; readonly message?: string } };

/** Does the work of a service task. */
export type Handler = (call: HandlerCall) => Promise<HandlerAnswer>;

/** An input that must be a text that is not empty. @throws RUNTIME_HANDLER_INPUT */
export function textInput(inputs: JsonObject, input: string, handler: string): string {
  const value = inputs[input];
  if (typeof value === 'string' && value !== '') return value;
  throw raise('RUNTIME_HANDLER_INPUT', { handler, input, expected: 'a text', expectedZh: '非空文本' });
}

/** An input that may be a list; a single value counts as a list of one, nothing as undefined. */
export function listInput(inputs: JsonObject, input: string): readonly Json[] | undefined {
  const value = inputs[input];
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value : [value as Json];
}
