/** Business rule task: makes a decision of the release at once; inputs, result and rules that matched are kept in the event (13.3.3). Rules BR1, BR2. */
import { activity } from '../activity.ts';
import type { DecisionMaker } from '../decision-maker.ts';
import { finishActivity } from '../finish-activity.ts';
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import { raise } from '../raise.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';

export const businessRuleTask: NodeKind = activity({
  kind: 'businessRuleTask',
  begin: decide,
  cannotRun: ({ rule }) => (rule === undefined ? { what: 'noDecision' } : undefined),
});

function decide(run: Run, node: PreparedNode, token: Token): void {
  const { decision, result: variable } = node.spec.rule as NonNullable<PreparedNode['spec']['rule']>;
  const made = (run.prepared.decisions as DecisionMaker).decide(decision, run.lookupIn(token.scope), run);
  if (made.failure !== undefined) {
    const { code, details } = made.failure;
    throw raise('RUNTIME_DECISION_FAILED', { nodeId: node.id, nodeName: node.name, decision, reason: { code, details } });
  }
  const { inputs, result, rules } = made;
  run.note({ kind: 'decisionMade', seq: run.nextSeq(), at: run.now, nodeId: node.id, decision, inputs, result, rules });
  run.setVariable(token.scope, variable, result, node);
  finishActivity(run, token);
}
