/** Opening what is inside a process or sub-process: its event sub-processes are armed and its first nodes entered. */
import { armEventSubProcesses } from './event-sub-process.ts';
import type { PreparedNode, PreparedRelease } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Opens the scope instance of a sub-process that `token` is at, and enters its first nodes. */
export function openScope(run: Run, node: PreparedNode, token: Token): void {
  enterStarts(run, node, addScopeInstance(run, node, token));
}

/** Opens the scope instance alone, with what `fill` puts into it; its id. */
export function addScopeInstance(run: Run, node: PreparedNode, token: Token, fill?: (id: number) => void): number {
  const id = run.nextId();
  run.add('scopes', { id, node: node.index, parent: token.scope, owner: token.id, variables: {} });
  fill?.(id);
  armEventSubProcesses(run, node, id);
  return id;
}

/** Enters the first nodes of a scope: its start event, else every node that nothing leads to (SP2). */
export function enterStarts(run: Run, node: PreparedNode, scope: number): void {
  if (node.start !== undefined) {
    run.enterLater(node.start, scope);
    return;
  }
  const inner = node.spec.inner ?? [];
  const first = inner.filter((index) => beginsByItself(run.node(index)));
  for (const index of first) run.enterLater(index, scope);
  if (first.length === 0) run.tokenEnded(scope);
}

/** Whether a process cannot be begun by hand: it has starts, and each of them waits for something. */
export function isBegunByEvents({ nodes }: PreparedRelease, process: PreparedNode): boolean {
  if (process.start !== undefined) return false;
  const inner = (process.spec.inner ?? []).map((index) => nodes[index] as PreparedNode);
  const starts = inner.some(({ kind, spec }) => kind.kind === 'startEvent' || spec.instantiate === true);
  return starts && !inner.some(beginsByItself);
}

function beginsByItself({ kind, spec, trigger }: PreparedNode): boolean {
  if (kind.kind === 'startEvent' || kind.kind === 'boundaryEvent' || spec.forCompensation === true) return false;
  if (spec.triggeredByEvent === true || spec.instantiate === true) return false;
  return spec.incoming.length === 0 && !(kind.kind === 'intermediateCatchEvent' && trigger?.event.kind === 'link');
}
