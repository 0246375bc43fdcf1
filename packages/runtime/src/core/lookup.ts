/**
 * What FEEL reads in a case, nearest first: variables of the scope instances outward (with the element and the counters of a
 * multi-instance), form values by form key, then `parameters`, `items`, `departments` and `case`. Nothing is built that is not asked for.
 */
import type { Json } from '@tongban/model';
import { indexOfId } from './index-of-id.ts';
import { wireInstant } from './iso-time.ts';
import type { PreparedRelease } from './prepared.ts';
import type { CaseState, ScopeInstance } from './state.ts';

/** A function that gives FEEL the values of a case, seen from a scope instance (or, for a task, from its token's). */
export function lookupIn(prepared: PreparedRelease, state: CaseState, scope: number = 0): (name: string) => Json | undefined {
  return (name) => findName(prepared, state, scope, name);
}

/** The value of a name seen from a scope instance, or undefined when nothing has that name. */
export function findName(prepared: PreparedRelease, state: CaseState, scope: number, name: string): Json | undefined {
  for (let at = scope; at !== 0; ) {
    const scopes = state.scopes as readonly ScopeInstance[];
    const instance = scopes[indexOfId(scopes, at)] as ScopeInstance;
    if (Object.hasOwn(instance.variables, name)) return instance.variables[name];
    if (instance.index !== undefined) {
      const counter = loopValue(prepared, state, instance, name);
      if (counter !== undefined) return counter;
    }
    at = instance.parent;
  }
  if (Object.hasOwn(state.variables, name)) return state.variables[name];
  if (Object.hasOwn(state.data, name)) return state.data[name]?.values;
  if (Object.hasOwn(prepared.globals, name)) return prepared.globals[name];
  return name === 'case' ? caseContext(prepared, state) : undefined;
}

/** The context `case`. */
function caseContext(prepared: PreparedRelease, state: CaseState): Json {
  const { id, name, department } = state.starter;
  return {
    id: state.caseId,
    key: state.key ?? null,
    round: state.round,
    startedAt: wireInstant(state.startedAt, prepared.calendar.offsetMinutes),
    starter: { id, name, department: department ?? null },
  };
}

/** `loopCounter` (from 1), the counters of BPMN 2.0.2, 10.3.8, and the results so far. */
function loopValue(prepared: PreparedRelease, state: CaseState, instance: ScopeInstance, name: string): Json | undefined {
  if (name === 'loopCounter') return (instance.index as number) + 1;
  const results = prepared.nodes[instance.node]?.loop?.results;
  if (!name.startsWith('numberOf') && name !== results) return undefined;
  const loop = state.loops?.find(({ token }) => token === instance.owner);
  if (loop === undefined) return undefined;
  if (name === results) return loop.results;
  if (name === 'numberOfInstances') return loop.total;
  if (name === 'numberOfActiveInstances') return loop.started - loop.done - loop.cancelled;
  if (name === 'numberOfCompletedInstances') return loop.done;
  return name === 'numberOfTerminatedInstances' ? loop.cancelled : undefined;
}
