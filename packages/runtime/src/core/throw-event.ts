/**
 * Who catches an error or escalation: from the place where it was thrown outward, the boundary event of the activity, then the event
 * sub-process of the scope; the nearest level that has one wins, and at one level an exact code before one that catches all (10.5.6, ER1).
 */
import { startsOfEventSubProcesses } from './event-sub-process.ts';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** The event that catches, and what it belongs to: the token of the activity, or the scope instance of an event sub-process. */
export interface Catcher {
  readonly node: PreparedNode;
  readonly owner: number;
}

/** Finds the catcher of what is thrown inside a scope instance, or by the activity of a token in it. */
export function findCatcher(
  run: Run,
  kind: 'error' | 'escalation',
  code: string | undefined,
  scope: number,
  token?: Token,
): Catcher | undefined {
  let at = scope;
  let thrower = token;
  for (;;) {
    if (thrower !== undefined && run.instanceOf(run.node(thrower.node), at) === undefined) {
      const boundary = pick(run, run.node(thrower.node).spec.boundary, kind, code);
      if (boundary !== undefined) return { node: boundary, owner: thrower.id };
    }
    const instance = at === 0 ? undefined : run.scope(at);
    const isInstance = instance?.index !== undefined || instance?.undoes === true;
    const fromEventSubProcess = thrower !== undefined && run.node(thrower.node).spec.triggeredByEvent === true;
    if (!isInstance && !fromEventSubProcess) {
      const scopeNode = at === 0 ? run.node(run.draft.process) : run.node(instance?.node as number);
      const start = pick(run, startsOfEventSubProcesses(run, scopeNode), kind, code);
      if (start !== undefined) return { node: start, owner: at };
    }
    if (instance === undefined) return undefined;
    thrower = run.token(instance.owner);
    at = instance.parent;
  }
}

function pick(
  run: Run,
  nodes: readonly number[] | undefined,
  kind: 'error' | 'escalation',
  code: string | undefined,
): PreparedNode | undefined {
  let all: PreparedNode | undefined;
  for (const index of nodes ?? []) {
    const node = run.node(index);
    for (const { event } of node.triggers) {
      if (event.kind !== kind) continue;
      if (event.code === undefined) all ??= node;
      else if (event.code === code) return node;
    }
  }
  return all;
}
