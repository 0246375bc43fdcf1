/** Jobs: work that a handler of the host does while the token waits (JB1). Inputs are evaluated when the job is created. */
import type { Json } from '@tongban/model';
import { elementOf } from './element-of.ts';
import type { PreparedHandler, PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Creates the job of the activity that the token is at. */
export function createJob(run: Run, node: PreparedNode, token: Token): void {
  const handler = node.handler as PreparedHandler;
  const inputs: Record<string, Json> = {};
  for (const { name, value } of handler.inputs) inputs[name] = run.evaluate(value, token.scope);
  const jobId = run.nextId();
  run.add('jobs', { id: jobId, token: token.id });
  const of = elementOf(run.prepared, run.draft, token.scope);
  run.note({ kind: 'jobCreated', seq: run.nextSeq(), at: run.now, nodeId: node.id, jobId, handler: handler.name });
  run.order({ kind: 'createJob', jobId, nodeId: node.id, handler: handler.name, inputs, of });
}
