/** The situation in which a form of a case is looked at: what FEEL reads, who looks, what they may do. */
import type { FeelLookup } from '@tongban/feel';
import type { FormContext } from '@tongban/form';
import type { Actor, FormAccess, Json, JsonObject } from '@tongban/model';
import { lookupIn } from '../core/lookup.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import type { StoredTask } from '../store/store.ts';

/** The form context for `actor`, at a task of the case or outside of any. */
export function formContext(
  live: LiveCase,
  actor: Actor,
  options: { readonly access: FormAccess; readonly now: number; readonly mode: 'draft' | 'submit'; readonly task?: StoredTask | undefined },
): FormContext {
  const { release } = live.ready;
  return {
    access: options.access,
    actor,
    lookup: lookupFor(live, actor, options.task),
    env: { now: options.now, offsetMinutes: release.calendar.offsetMinutes },
    items: release.items,
    mode: options.mode,
  };
}

/** What FEEL reads for `actor` at a task: what the flow reads there, and `actor`. */
export function lookupFor(live: LiveCase, actor: Actor, task: StoredTask | undefined): FeelLookup {
  const scope = task === undefined ? 0 : scopeOf(live, task);
  const inCase = lookupIn(live.ready.prepared, live.state, scope);
  const element = task === undefined ? undefined : elementOf(live, task);
  return (name) => {
    if (name === 'actor') return actorFacts(actor);
    if (element !== undefined && name === element.name) return element.value;
    return inCase(name);
  };
}

/** The element variable of a task of many, with its value. */
export function elementOf(live: LiveCase, task: StoredTask): { readonly name: string; readonly value: Json } | undefined {
  if (task.of === undefined) return undefined;
  const { prepared } = live.ready;
  let node = prepared.byId.get(task.nodeId);
  while (node !== undefined && node.loop?.element === undefined) node = prepared.nodes[node.spec.scope];
  return node?.loop?.element === undefined ? undefined : { name: node.loop.element, value: task.of };
}

/** A person as expressions read them. */
export function actorFacts({ id, name, roles, department, onBehalfOf }: Actor): JsonObject {
  return { id, name, roles, department: department ?? null, onBehalfOf: onBehalfOf === undefined ? null : { ...onBehalfOf } };
}

// helpers

function scopeOf(live: LiveCase, task: StoredTask): number {
  const number = partsOfTaskId(task.taskId)?.task;
  return live.state.tokens.find((token) => token.id === number)?.scope ?? 0;
}
