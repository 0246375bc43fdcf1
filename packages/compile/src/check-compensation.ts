/** Checks what undoes and what cancels: each event has its counterpart, so that none would do nothing when the case comes to it. */
import type { Problem } from '@tongban/model';
import { type CompileCode, raise } from './errors.ts';
import type { FlowIndex, IndexedNode } from './flow-index.ts';
import { called, flowPlace } from './flow-place.ts';

/** The problems of `element`, when it throws or catches compensation or cancels. */
export function checkCompensation(element: IndexedNode, flow: FlowIndex, file: string | undefined): readonly Problem[] {
  const code = whatIsWrong(element, flow);
  return code === undefined ? [] : [raise.problem(code, flowPlace(file, element), { element: called(element) })];
}

function whatIsWrong(element: IndexedNode, flow: FlowIndex): CompileCode | undefined {
  const { node } = element;
  const event = node?.events?.[0];
  if (node === undefined) return undefined;
  if (node.forCompensation === true) return leadsNowhere(element, flow) ? undefined : 'COMPILE_COMPENSATION_LOOSE';
  if (event?.kind === 'compensate') {
    if (node.kind === 'boundaryEvent') return handlerOf(element, flow) === undefined ? 'COMPILE_COMPENSATION_LOOSE' : undefined;
    if (node.kind === 'startEvent') return inSubProcess(element, flow) ? undefined : 'COMPILE_COMPENSATION_LOOSE';
    return event.ref === undefined || isSeenFrom(element, event.ref, flow) ? undefined : 'COMPILE_COMPENSATION_TARGET';
  }
  if (event?.kind === 'cancel') return cancels(element, flow) ? undefined : 'COMPILE_CANCEL_LOOSE';
  return undefined;
}

/** An activity that undoes stands alone: no flow comes to it or leaves it, and an event names it. */
function leadsNowhere({ id, incoming, outgoing }: IndexedNode, { nodes }: FlowIndex): boolean {
  return incoming.length + outgoing.length === 0 && nodes.some(({ node }) => node?.compensation === id);
}

function handlerOf({ node, scope, outgoing }: IndexedNode, { byId }: FlowIndex): IndexedNode | undefined {
  const handler = node?.compensation === undefined ? undefined : byId.get(node.compensation);
  return handler?.node?.forCompensation === true && handler.scope === scope && outgoing.length === 0 ? handler : undefined;
}

/** A compensation start stands in an event sub-process of a sub-process: a process that has ended is not undone. */
function inSubProcess({ scope }: IndexedNode, { nodes }: FlowIndex): boolean {
  const holder = nodes[scope];
  return holder?.node?.triggeredByEvent === true && nodes[holder.scope]?.node !== undefined;
}

/** The activity is in the same scope or one around it, and something undoes it. */
function isSeenFrom(element: IndexedNode, id: string, flow: FlowIndex): boolean {
  const activity = flow.byId.get(id);
  if (activity === undefined || !canBeUndone(activity, flow)) return false;
  for (let at = element.scope; at >= 0; at = flow.nodes[at]?.scope ?? -1) if (at === activity.scope) return true;
  return false;
}

function canBeUndone({ id, index }: IndexedNode, flow: FlowIndex): boolean {
  const undoes = ({ node }: IndexedNode): boolean => node?.events?.[0]?.kind === 'compensate' && node.kind !== 'intermediateThrowEvent';
  if (flow.boundaryOf(id).some(undoes)) return true;
  return flow
    .inside(index)
    .some((inner) => (inner.node?.triggeredByEvent === true && flow.inside(inner.index).some(undoes)) || canBeUndone(inner, flow));
}

/** A cancel end event stands in a transaction, and a transaction that has one has a cancel boundary event. */
function cancels({ node, scope }: IndexedNode, flow: FlowIndex): boolean {
  if (node?.kind === 'boundaryEvent') return flow.byId.get(node.attachedTo ?? '')?.node?.kind === 'transaction';
  let holder = flow.nodes[scope];
  while (holder !== undefined && holder.node?.kind !== 'transaction') holder = flow.nodes[holder.scope];
  return holder !== undefined && flow.boundaryOf(holder.id).some((boundary) => boundary.node?.events?.[0]?.kind === 'cancel');
}
