/**
 * What the step finds wrong, as codes and facts: their sentences stand in `step-errors.ts`, which is not loaded here, and are put to them
 * where people read them (`in-words.ts`). So a state holds no sentence, and a page that runs cases loads none.
 */
import { bareError, type Finding, type JsonObject, type ProblemPlace, type TongbanError } from '@tongban/model';
import type { StepErrors } from './step-errors.ts';

type Code = keyof StepErrors;
type FaultCode = { [Each in Code]: StepErrors[Each] extends { readonly kind: 'fault' } ? Each : never }[Code];

/** Something that may well happen: the command is refused, or the token stands still. */
export function raise(code: Exclude<Code, FaultCode>, details?: JsonObject): TongbanError {
  return bareError(code, details);
}

/** Something that should not happen. */
export function fault(code: FaultCode, details?: JsonObject): TongbanError {
  return bareError(code, details, 'fault');
}

/** Why a command is refused. */
export function finding(code: Code, place: ProblemPlace, details: JsonObject): Finding {
  return { code, severity: 'error', place, details };
}
