/** The elements of a release as people choose among them: to say where a running case goes over to, or where a case from paper stands. */
import type { FlowElement, FlowNodeKind } from '@tongban/model';
import type { PreparedNode, PreparedRelease } from '../core/prepared.ts';
import { raise } from '../errors.ts';
import { isOperator } from './operators.ts';
import { knowsAllProjects } from './project-access.ts';
import type { ServiceContext } from './service-context.ts';

/** Those that stand in the flow, in document order. @throws RUNTIME_NOT_ALLOWED, RUNTIME_RELEASE_UNKNOWN */
export async function flowElements(context: ServiceContext, releaseId: string): Promise<readonly FlowElement[]> {
  const { engine, actor } = context;
  if (!knowsAllProjects(actor) && !isOperator(context)) throw raise('RUNTIME_NOT_ALLOWED', { actorName: actor.name, what: '查看流程环节' });
  const ready = await engine.release(actor.tenant, releaseId);
  if (ready === undefined) throw raise('RUNTIME_RELEASE_UNKNOWN', { releaseId: releaseId.slice(0, 200) });
  return elementsOf(ready.prepared);
}

/** The elements of a prepared release. */
export function elementsOf(prepared: PreparedRelease): readonly FlowElement[] {
  return prepared.nodes.flatMap((node) => {
    const { kind, scope } = node.spec;
    if (kind === 'process') return [];
    const holder = prepared.nodes[scope];
    const within = holder === undefined || holder.spec.kind === 'process' ? {} : { within: holder.name };
    return [{ nodeId: node.id, name: node.name, kind: kind as FlowNodeKind, ...within, entry: canStand(prepared, node) }];
  });
}

// helpers

// As `enter` has it: not at a start, and inside nothing of which there may be many.
function canStand({ nodes, process }: PreparedRelease, node: PreparedNode): boolean {
  const { kind, triggeredByEvent } = node.spec;
  if (kind === 'startEvent' || kind === 'boundaryEvent' || triggeredByEvent === true) return false;
  for (let holder = nodes[node.spec.scope]; holder !== undefined; holder = nodes[holder.spec.scope]) {
    if (holder === process) return true;
    if (holder.loop !== undefined || holder.spec.triggeredByEvent === true) return false;
  }
  return false;
}
