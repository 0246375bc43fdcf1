/**
 * Compensation (13.5.5): what was completed is undone, the last first. Each scope instance lists the activities completed in it that can be
 * undone; a sub-process hands its list on with its own entry. The event that throws waits at its token while one activity after another is undone,
 * each in a scope instance of its own with the variables the activity had: by the activity its boundary event names, by the event
 * sub-process inside it, or else by undoing its parts. Rules CO1–CO8.
 */
import type { PreparedNode } from './prepared.ts';
import { release } from './release-owner.ts';
import type { Run } from './run.ts';
import type { CompensationLevel, CompensationState, CompletedActivity, ScopeInstance, Token } from './state.ts';

/** Notes that the activity of a token is completed, when it can be undone. Of a loop each instance is noted, not the whole. */
export function noteCompleted(run: Run, token: Token, inner: ScopeInstance | undefined): void {
  const node = run.node(token.node);
  const { compensation, loop } = node;
  if (compensation === undefined || (loop !== undefined && run.instanceOf(node, token.scope) === undefined)) return;
  const { handler, eventSubProcess } = compensation;
  const completed = inner?.completed;
  if (handler === undefined && eventSubProcess === undefined && completed === undefined) return;
  const variables = inner === undefined || Object.keys(inner.variables).length === 0 ? undefined : inner.variables;
  remember(run, token.scope, {
    node: node.index,
    ...(variables === undefined ? {} : { variables }),
    ...(completed === undefined ? {} : { completed }),
  });
}

/** An instance of a loop has ended: what was completed in it belongs to the scope around, with the variables of the instance. */
export function handOnCompleted(run: Run, id: number): void {
  const { completed, index = 0, variables, parent } = run.scope(id) as ScopeInstance;
  for (const one of completed ?? []) remember(run, parent, { ...one, index, variables: { ...variables, ...one.variables } });
}

/**
 * Begins to undo what the scope of `token` sees: the activity `only`, in the nearest scope outward where it was completed, or everything
 * completed in its own scope. Whether something is under way now; else nothing is left to undo.
 */
export function beginCompensation(run: Run, token: Token, only: number | undefined): boolean {
  const scope = only === undefined ? outOfEventSubProcess(run, token.scope) : scopeWith(run, token.scope, only);
  return undoIn(run, token, scope, only);
}

/** Undoes everything completed in a scope instance, on behalf of `token`. Whether something is under way now. */
export function undoIn(run: Run, token: Token, scope: number, only?: number): boolean {
  const all = completedIn(run, scope);
  const todo = only === undefined ? all : all.filter(({ node }) => node === only);
  const kept = all.filter((one) => !todo.includes(one));
  if (scope === 0) run.setList('completed', kept);
  else setCompleted(run, scope, kept);
  run.add('compensations', { token: token.id, levels: [{ scope, todo }] });
  return undoNext(run, token);
}

/** Begins to undo the next activity. False when nothing is left: the compensation of `token` is then over. */
export function undoNext(run: Run, token: Token): boolean {
  const [compensation] = run.takeFrom('compensations', (one) => one.token === token.id);
  const levels = [...(compensation as CompensationState).levels];
  for (let level = levels.pop(); level !== undefined; level = levels.pop()) {
    const next = level.todo[level.todo.length - 1];
    if (next === undefined) {
      // The first level is a scope that others still use.
      if (levels.length > 0) closeScope(run, level.scope);
      continue;
    }
    levels.push({ ...level, todo: level.todo.slice(0, -1) });
    const parts = undo(run, token, level.scope, next);
    if (parts === undefined) {
      run.add('compensations', { token: token.id, levels });
      return true;
    }
    levels.push(parts);
  }
  return false;
}

/** Whether the parts of a scope instance are being undone: it is then not done when it is empty. */
export function isBeingUndone(run: Run, { id, owner }: ScopeInstance): boolean {
  return (run.draft.compensations ?? []).some(({ token, levels }) => token === owner && levels.some(({ scope }) => scope === id));
}

// Opens the scope instance in which an activity is undone; its parts, when they are to be undone one by one.
function undo(run: Run, token: Token, parent: number, done: CompletedActivity): CompensationLevel | undefined {
  const node = run.node(done.node);
  const { handler, eventSubProcess } = node.compensation as NonNullable<PreparedNode['compensation']>;
  const { index, variables = {}, completed = [] } = done;
  const id = run.nextId();
  run.add('scopes', {
    ...{ id, node: node.index, parent, owner: token.id, variables, undoes: true },
    ...(index === undefined ? {} : { index }),
    ...(handler === undefined && eventSubProcess !== undefined && completed.length > 0 ? { completed } : {}),
  });
  run.note({ kind: 'compensationBegun', seq: run.nextSeq(), at: run.now, nodeId: node.id });
  const by = handler ?? eventSubProcess;
  if (by === undefined) return { scope: id, todo: completed };
  run.enterLater(by, id);
  return undefined;
}

function closeScope(run: Run, scope: number): void {
  run.removeScope(scope);
  release(run, scope);
}

// An event sub-process undoes what was completed around it.
function outOfEventSubProcess(run: Run, scope: number): number {
  let at = scope;
  for (let instance = run.scope(at); instance !== undefined && run.node(instance.node).spec.triggeredByEvent === true; ) {
    at = instance.parent;
    instance = run.scope(at);
  }
  return at;
}

function scopeWith(run: Run, scope: number, activity: number): number {
  let at = scope;
  while (at !== 0 && !completedIn(run, at).some(({ node }) => node === activity)) at = (run.scope(at) as ScopeInstance).parent;
  return at;
}

function completedIn(run: Run, scope: number): readonly CompletedActivity[] {
  return (scope === 0 ? run.draft.completed : run.scope(scope)?.completed) ?? [];
}

function remember(run: Run, scope: number, activity: CompletedActivity): void {
  if (scope === 0) run.add('completed', activity);
  else setCompleted(run, scope, [...completedIn(run, scope), activity]);
}

function setCompleted(run: Run, id: number, completed: readonly CompletedActivity[]): void {
  const { completed: _, ...scope } = run.scope(id) as ScopeInstance;
  run.replaceScope(completed.length === 0 ? scope : { ...scope, completed });
}
