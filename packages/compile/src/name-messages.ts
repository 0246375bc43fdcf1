/**
 * Names for the messages and signals of plain BPMN that have none (DB3): what waits, waits for the message under its own id; what sends, sends
 * the one that its message flow leads to, else the one under its own id; signals without a name are all the same one.
 */
import type { EventDefinition, Flow, FlowNode, FlowScope } from '@tongban/model';

/** The flow with a name for every message and signal. */
export function nameMessages(flow: Flow): Flow {
  const namer = new Namer(flow);
  const processes = flow.processes.map((process) => ({ ...process, ...namer.inScope(process) }));
  return { ...flow, processes, messages: [...flow.messages, ...namer.messages], signals: [...flow.signals, ...namer.signals] };
}

/** Ids that no file can hold. */
const OWN = 'the message of ';
const ANY_SIGNAL = 'any signal';

const SENDING: ReadonlySet<string> = new Set(['intermediateThrowEvent', 'endEvent', 'sendTask']);

class Namer {
  readonly messages: { readonly id: string; readonly name: string }[] = [];
  readonly signals: { readonly id: string; readonly name: string }[] = [];
  readonly #nodes: ReadonlyMap<string, FlowNode>;
  readonly #flows: ReadonlyMap<string, string>;

  constructor({ processes, messageFlows = [] }: Flow) {
    this.#nodes = new Map(processes.flatMap(allNodes).map((node) => [node.id, node]));
    this.#flows = new Map(messageFlows.map(({ source, target }) => [source, target]));
  }

  inScope(scope: FlowScope): FlowScope {
    return { ...scope, nodes: scope.nodes.map((node) => this.#inNode(node)) };
  }

  #inNode(node: FlowNode): FlowNode {
    const { kind, inner, events, messageRef } = node;
    const named = inner === undefined ? node : { ...node, inner: this.inScope(inner) };
    if ((kind === 'receiveTask' || kind === 'sendTask') && messageRef === undefined) return { ...named, messageRef: this.#messageOf(node) };
    return events === undefined ? named : { ...named, events: events.map((event) => this.#named(node, event)) };
  }

  #named(node: FlowNode, event: EventDefinition): EventDefinition {
    if (event.kind === 'message' && event.ref === undefined) return { ...event, ref: this.#messageOf(node) };
    if (event.kind !== 'signal' || event.ref !== undefined) return event;
    if (this.signals.length === 0) this.signals.push({ id: ANY_SIGNAL, name: 'signal' });
    return { ...event, ref: ANY_SIGNAL };
  }

  #messageOf({ id, kind }: FlowNode): string {
    const target = SENDING.has(kind) ? this.#nodes.get(this.#flows.get(id) ?? '') : undefined;
    return (target && messageRefOf(target)) ?? this.#declared(target?.id ?? id);
  }

  #declared(name: string): string {
    const id = OWN + name;
    if (!this.messages.some((message) => message.id === id)) this.messages.push({ id, name });
    return id;
  }
}

function messageRefOf({ messageRef, events = [] }: FlowNode): string | undefined {
  return messageRef ?? events.map((event) => (event.kind === 'message' ? event.ref : undefined)).find((ref) => ref !== undefined);
}

function allNodes({ nodes }: FlowScope): readonly FlowNode[] {
  return nodes.flatMap((node) => [node, ...(node.inner === undefined ? [] : allNodes(node.inner))]);
}
