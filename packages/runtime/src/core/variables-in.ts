/** All variables that can be read in a scope instance: up to the process that runs. */
import type { JsonObject } from '@tongban/model';
import { instanceIn, isProcess } from './lookup.ts';
import type { PreparedRelease } from './prepared.ts';
import type { CaseState } from './state.ts';

/** The variables by name, the nearest of each. */
export function variablesIn(prepared: PreparedRelease, state: CaseState, scope: number): JsonObject {
  if (scope === 0) return state.variables;
  const instance = instanceIn(state, scope);
  return isProcess(prepared, instance) ? instance.variables : { ...variablesIn(prepared, state, instance.parent), ...instance.variables };
}
