/** What may have been done before a node goes on: on any way to it, around it, through links and calls, and whenever an event comes. */
import type { FlowIndex, IndexedNode } from './flow-index.ts';

/** Each node once, `node` itself among them. */
export function stepsBefore(node: IndexedNode, flow: FlowIndex): readonly IndexedNode[] {
  const around = new Set<IndexedNode>();
  const done = new Set<IndexedNode>();
  const queue: Step[] = [{ at: node, done: true }];
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const known = step.done ? done : around;
    if (known.has(step.at)) continue;
    known.add(step.at);
    queue.push(...(step.done ? [...within(step.at, flow), ...before(step.at, flow)] : before(step.at, flow)));
  }
  const found = new Set([...done, ...around]);
  const scopes = new Set([...found].map(({ scope }) => scope));
  const events = [...scopes].flatMap((scope) => flow.inside(scope).filter((one) => comesByEvent(one) && !around.has(one)));
  return [...new Set([...found, ...events.flatMap((one) => allInside(one, flow))])];
}

/** `done`: it went by before; else it is around what we look at, and what is in it may still be to come. */
interface Step {
  readonly at: IndexedNode;
  readonly done: boolean;
}

function before(at: IndexedNode, flow: FlowIndex): readonly Step[] {
  const host = at.node?.attachedTo === undefined ? undefined : flow.byId.get(at.node.attachedTo);
  const scope = flow.nodes[at.scope];
  return [
    ...at.incoming.flatMap((edge) => doneSteps(flow.flows[edge]?.source)),
    ...doneSteps(host, ...throwsTo(at, flow)),
    // an event comes at any time, after whatever stands beside it; what is repeated comes after itself
    ...(comesByEvent(at) ? doneSteps(...flow.inside(at.scope)) : []),
    ...(scope === undefined ? [] : [{ at: scope, done: scope.node?.loop !== undefined }]),
    ...(at.scope === -1 ? callersOf(at, flow).map((caller) => ({ at: caller, done: false })) : []),
  ];
}

/** Of a sub-process or call that was done: what it ended with. */
function within(at: IndexedNode, flow: FlowIndex): readonly Step[] {
  const inner = at.node?.kind === 'callActivity' ? flow.nodes.find((one) => one.scope === -1 && calls(at, one)) : at;
  if (inner?.content === undefined || at.scope === -1) return [];
  return doneSteps(...flow.inside(inner.index).filter((one) => one.outgoing.length === 0));
}

function doneSteps(...nodes: readonly (IndexedNode | undefined)[]): readonly Step[] {
  return nodes.flatMap((at) => (at === undefined ? [] : [{ at, done: true }]));
}

function throwsTo(at: IndexedNode, flow: FlowIndex): readonly IndexedNode[] {
  const name = linkOf(at);
  if (name === undefined || at.node?.kind !== 'intermediateCatchEvent') return [];
  return flow.inside(at.scope).filter((one) => one.node?.kind === 'intermediateThrowEvent' && linkOf(one) === name);
}

function linkOf({ node }: IndexedNode): string | undefined {
  const [event] = node?.events ?? [];
  return event?.kind === 'link' ? event.name : undefined;
}

function callersOf(process: IndexedNode, flow: FlowIndex): readonly IndexedNode[] {
  return flow.nodes.filter((one) => one.node?.kind === 'callActivity' && calls(one, process));
}

function calls({ node }: IndexedNode, { id }: IndexedNode): boolean {
  return node?.calledElement === id || node?.calledElement?.replace(/^[^:]*:/, '') === id;
}

function comesByEvent({ node }: IndexedNode): boolean {
  return node?.triggeredByEvent === true;
}

function allInside(at: IndexedNode, flow: FlowIndex): readonly IndexedNode[] {
  return flow.inside(at.index).flatMap((one) => [one, ...allInside(one, flow)]);
}
