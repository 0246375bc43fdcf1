/**
 * Opens activities one inside the other, for a token that is put into the innermost from outside: with their clocks, boundary events and event
 * sub-processes, as if they had been entered, but for their first nodes. In an activity of many the way leads into each instance that begins at once.
 */
import { assignAtStart, openActivity } from './activity.ts';
import { openCall } from './nodes/call-activity.ts';
import { addScopeInstance } from './open-scope.ts';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** What was opened already, by where it is: so that it is opened once for all who go there. */
export type Opened = Map<string, readonly number[]>;

/** Opens the activities of `path`, outermost first; the innermost scope instances. None: an activity of many has nothing to be done for. */
export function openWay(run: Run, scope: number, path: readonly PreparedNode[], opened: Opened = new Map()): readonly number[] {
  let at: readonly number[] = [scope];
  for (const node of path) at = at.flatMap((outer) => openOnce(run, outer, node, opened));
  return at;
}

function openOnce(run: Run, scope: number, node: PreparedNode, opened: Opened): readonly number[] {
  const key = `${scope}/${node.index}`;
  const known = opened.get(key) ?? open(run, scope, node);
  opened.set(key, known);
  return known;
}

function open(run: Run, scope: number, node: PreparedNode): readonly number[] {
  run.countEntry(node.index);
  if (node.loop === undefined) return [openInside(run, node, openActivity(run, node, scope, assignAtStart))];
  const whole = openActivity(run, node, scope);
  const { length, last } = run.work;
  run.part('loops').begin(run, node, whole);
  const instances = (run.draft.scopes ?? []).filter(({ owner }) => owner === whole.id).map(({ id }) => id);
  // They do not begin where they would by themselves.
  if (instances.length > 0) run.work.cutTo(length, last);
  return instances.map((instance) => {
    const token = run.standAt(node, instance);
    assignAtStart(run, node, instance);
    return openInside(run, node, token);
  });
}

function openInside(run: Run, node: PreparedNode, token: Token): number {
  return node.spec.called === undefined ? addScopeInstance(run, node, token) : openCall(run, node, token);
}
