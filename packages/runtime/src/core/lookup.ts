/**
 * What FEEL reads in a case, nearest first: variables of the scope instances outward up to the process that runs (with the element and
 * the counters of a multi-instance), form values by form key, then `parameters`, `items`, `departments`,
 * `lists` and `case`. Nothing is built that is not asked for.
 */
import { wireInstant } from '@tongban/feel';
import type { Json, JsonObject, WireDateTime } from '@tongban/model';
import { indexOfId } from './index-of-id.ts';
import type { PreparedRelease } from './prepared.ts';
import type { CaseState, ScopeInstance } from './state.ts';

/** A function that gives FEEL the values of a case, seen from a scope instance (or, for a task, from its token's). */
export function lookupIn(prepared: PreparedRelease, state: CaseState, scope: number = 0): (name: string) => Json | undefined {
  return (name) => findName(prepared, state, scope, name);
}

/** The value of a name seen from a scope instance, or undefined when nothing has that name. */
export function findName(prepared: PreparedRelease, state: CaseState, scope: number, name: string): Json | undefined {
  let at = scope;
  while (at > 0) {
    const instance = instanceIn(state, at);
    const own = ownValue(instance.variables, name);
    if (own !== undefined) return own;
    if (instance.index !== undefined) {
      const counter = loopValue(prepared, state, instance, name);
      if (counter !== undefined) return counter;
    }
    at = isProcess(prepared, instance) ? OUTSIDE : instance.parent;
  }
  const own = at === 0 ? ownValue(state.variables, name) : undefined;
  if (own !== undefined) return own;
  // What objects inherit has no values.
  const known = state.data[name]?.values ?? ownValue(prepared.globals, name);
  if (known !== undefined) return known;
  if (name === 'lists') return prepared.listsOn?.(startedAt(prepared, state).$dateTime.slice(0, 10));
  return name === 'case' ? caseContext(prepared, state) : undefined;
}

// To ask whether it is its own costs more than to read it, and mostly there is nothing.
function ownValue(entries: JsonObject, name: string): Json | undefined {
  const value = entries[name];
  return value !== undefined && Object.hasOwn(entries, name) ? value : undefined;
}

/** Past a called process: it does not see the variables of whoever called it. */
const OUTSIDE = -1;

/** An open scope instance by id. */
export function instanceIn({ scopes = [] }: CaseState, id: number): ScopeInstance {
  return scopes[indexOfId(scopes, id)] as ScopeInstance;
}

/** Whether it is that of a called process. */
export function isProcess(prepared: PreparedRelease, { node }: ScopeInstance): boolean {
  return (prepared.nodes[node]?.spec.scope as number) < 0;
}

/** The context `case`. */
function startedAt({ calendar }: PreparedRelease, state: CaseState): WireDateTime {
  return wireInstant(state.startedAt, calendar.offsetMinutes);
}

function caseContext(prepared: PreparedRelease, state: CaseState): Json {
  const { id, name, department, superior } = state.starter;
  return {
    id: state.caseId,
    key: state.key ?? null,
    round: state.round,
    startedAt: startedAt(prepared, state),
    starter: { id, name, department: department ?? null, superior: superior ?? null },
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
  if (name === 'numberOfInstances') return loop.total - (loop.removed ?? 0);
  if (name === 'numberOfActiveInstances') return loop.started - loop.done - loop.cancelled - (loop.removed ?? 0);
  if (name === 'numberOfCompletedInstances') return loop.done;
  return name === 'numberOfTerminatedInstances' ? loop.cancelled : undefined;
}
