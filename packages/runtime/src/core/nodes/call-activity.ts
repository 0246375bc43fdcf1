/**
 * Call activity: runs a process of the same release as a scope instance inside the same case (10.3.6, 13.3.4). What is called has variables of
 * its own: it reads what the call hands in, and gives back what the call takes out. Rules CA1–CA6.
 */
import { activity } from '../activity.ts';
import type { NodeKind } from '../node-kind.ts';
import { addScopeInstance, enterStarts } from '../open-scope.ts';
import type { PreparedNode } from '../prepared.ts';
import { fault } from '../raise.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import { variablesIn } from '../variables-in.ts';

/** Most calls inside one another. */
export const MOST_CALLS = 50;

export const callActivity: NodeKind = activity({
  kind: 'callActivity',
  begin: call,
  cannotRun: ({ called }) => (called === undefined ? { what: 'nothingCalled' } : undefined),
});

function call(run: Run, node: PreparedNode, token: Token): void {
  const scope = openCall(run, node, token);
  enterStarts(run, run.node(node.spec.called as number), scope);
}

/** Opens the process that is called, without beginning it: the scope instance. */
export function openCall(run: Run, node: PreparedNode, token: Token): number {
  const called = run.node(node.spec.called as number);
  refuseTooDeep(run, node, called, token.scope);
  const scope = addScopeInstance(run, called, token, (id) => handIn(run, node, token.scope, id));
  if (called.spec.clocks !== undefined) run.part('time').startClocks(run, called.spec.clocks, scope, called.index);
  return scope;
}

function handIn(run: Run, node: PreparedNode, from: number, to: number): void {
  const all = node.spec.call?.in === 'all' ? variablesIn(run.prepared, run.draft, from) : {};
  for (const name of Object.keys(all)) run.setVariable(to, name, all[name] ?? null, node);
  for (const { variable, value } of node.assignsIn) run.setVariable(to, variable, run.evaluate(value, from), node);
}

function refuseTooDeep(run: Run, node: PreparedNode, called: PreparedNode, scope: number): void {
  const chain = [called.name];
  for (let at = run.scope(scope); at !== undefined; at = run.scope(at.parent)) {
    const around = run.node(at.node);
    if (around.spec.scope < 0) chain.unshift(around.name);
  }
  if (chain.length <= MOST_CALLS) return;
  const shown = [...new Set(chain)].slice(0, 10);
  throw fault('RUNTIME_CALLS_TOO_DEEP', { nodeId: node.id, nodeName: node.name, chain: shown, most: MOST_CALLS });
}
