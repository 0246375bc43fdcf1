/**
 * Complex gateway (13.4.5): waits until its condition over the tokens that came holds, takes one by each flow, and goes on by every flow whose
 * condition holds. Then it waits for what may still come by its other flows, takes that as well, and begins anew. Rules CG1–CG5.
 */
import type { ProgramNode } from '@tongban/model';
import { awaited, takeOneOfEach, waitingAt } from '../inclusive-join.ts';
import type { CannotRun, NodeKind } from '../node-kind.ts';
import type { PreparedFlow, PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';

export const complexGateway: NodeKind = { kind: 'complexGateway', enter, join, cannotRun };

function enter(run: Run, node: PreparedNode, scope: number, flow: number): void {
  if (node.incoming.length < 2 || flow < 0) {
    goOn(run, scope, flowsAtStart(run, node, scope));
    return;
  }
  run.addToken({ id: run.nextId(), node: node.index, scope, flow });
  if (resetOf(run, node, scope) === undefined && isActive(run, node, scope)) activate(run, node, scope);
}

// Asked first, so that a fault leaves everything as it is.
function activate(run: Run, node: PreparedNode, scope: number): void {
  const out = flowsAtStart(run, node, scope);
  const flows = takeOneOfEach(run, node, scope, () => true);
  run.add('resets', { node: node.index, scope, flows });
  goOn(run, scope, out);
}

/** What its condition reads may have changed; or nothing can come any more, and it begins anew. */
function join(run: Run, node: PreparedNode, scope: number): boolean {
  const reset = resetOf(run, node, scope);
  if (reset === undefined) return isActive(run, node, scope) && comeAgain(run, node, scope);
  const waiting = waitingAt(run, node, scope).map(({ flow }) => flow as number);
  if (awaited(run, node, scope, new Set([...reset.flows, ...waiting])).length > 0) return false;
  takeOneOfEach(run, node, scope, (flow) => !reset.flows.includes(flow));
  run.takeFrom('resets', (one) => one === reset);
  const given = { activationCount: 0, waitingForStart: false };
  const out = node.outgoing.filter(({ condition }) => condition !== undefined && run.testGiven(condition, scope, given));
  goOn(run, scope, out);
  return true;
}

// The last token comes once more, so that a fault becomes an incident of its own.
function comeAgain(run: Run, node: PreparedNode, scope: number): boolean {
  const last = waitingAt(run, node, scope).at(-1);
  if (last === undefined) return false;
  run.removeToken(last.id);
  run.enterLater(node.index, scope, last.flow);
  return true;
}

function isActive(run: Run, node: PreparedNode, scope: number): boolean {
  const activationCount = waitingAt(run, node, scope).length;
  return node.activation !== undefined && run.testGiven(node.activation, scope, { activationCount, waitingForStart: true });
}

function flowsAtStart(run: Run, node: PreparedNode, scope: number): readonly PreparedFlow[] {
  const given = { activationCount: waitingAt(run, node, scope).length, waitingForStart: true };
  const out = node.outgoing.filter(
    (flow) => flow !== node.default && (flow.condition === undefined || run.testGiven(flow.condition, scope, given)),
  );
  if (out.length === 0 && node.default !== undefined) return [node.default];
  if (out.length === 0 && node.outgoing.length > 0) throw run.noFlowTaken(node);
  return out;
}

function goOn(run: Run, scope: number, out: readonly PreparedFlow[]): void {
  for (const flow of out) run.enterLater(flow.target, scope, flow.index);
  if (out.length === 0) run.tokenEnded(scope);
}

function resetOf(run: Run, { index }: PreparedNode, scope: number): NonNullable<Run['draft']['resets']>[number] | undefined {
  return run.draft.resets?.find((reset) => reset.node === index && reset.scope === scope);
}

function cannotRun({ activation, incoming }: ProgramNode): CannotRun | undefined {
  if (activation !== undefined || incoming.length < 2) return undefined;
  return { what: 'noActivation' };
}
