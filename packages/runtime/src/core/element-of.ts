/** The element that a task of many is about: the value of the element variable of the innermost multi-instance around it. */
import type { Json } from '@tongban/model';
import { instanceIn } from './lookup.ts';
import type { PreparedRelease } from './prepared.ts';
import type { CaseState } from './state.ts';

/** The element seen from a scope instance; undefined when there is none. */
export function elementOf(prepared: PreparedRelease, state: CaseState, scope: number): Json | undefined {
  for (let at = scope; at !== 0; ) {
    const instance = instanceIn(state, at);
    const element = instance.index === undefined ? undefined : prepared.nodes[instance.node]?.loop?.element;
    if (element !== undefined) return instance.variables[element];
    at = instance.parent;
  }
  return undefined;
}
