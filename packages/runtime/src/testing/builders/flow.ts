/**
 * A program in two lines: `flow('start > review > end')`.
 *
 * Lines (or parts between `;`) are chains of node ids. One mention may name the kind: `parallel:split`, `exclusive:`, `inclusive:`,
 * `events:` (event-based gateway), `service:`, `script:`, `rule:`, `send:`, `receive:`, `task:`, `manual:`, `sub:`, `transaction:`, `adhoc:`, `complex:`, `call:`, `catch:`, `throw:`. Without one,
 * an id that begins with `start` or `end` is such an event, one in `boundary` a boundary event, and any other a user task.
 */
import type { FeelExpression, FlowNodeKind, Program, ProgramEvent, ProgramFlow, ProgramNode } from '@tongban/model';

/** What the text does not say. */
export interface FlowOptions {
  /** More about nodes, by id. */
  readonly nodes?: Readonly<Record<string, Partial<ProgramNode>>>;
  /** Conditions, by `source>target`. */
  readonly conditions?: Readonly<Record<string, FeelExpression>>;
  /** Target of the default flow, by source. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** What is inside sub-processes, by id, written like the flow itself. */
  readonly inside?: Readonly<Record<string, string>>;
  readonly boundary?: Readonly<Record<string, BoundaryOptions>>;
  /** Further processes, by id, written like the flow itself; and what each call activity calls. */
  readonly processes?: Readonly<Record<string, string>>;
  readonly calls?: Readonly<Record<string, string>>;
  /** Compensation events that name one activity: its id, by theirs. */
  readonly compensates?: Readonly<Record<string, string>>;
  /** More about the process. */
  readonly process?: Partial<ProgramNode>;
}

/** A boundary event. */
export interface BoundaryOptions {
  readonly on: string;
  readonly event: ProgramEvent;
  /** Further definitions, and whether all must come. */
  readonly more?: readonly ProgramEvent[];
  readonly parallel?: true;
  /** Default `true`. */
  readonly interrupting?: boolean;
  /** Compensation: id of the activity that undoes. */
  readonly handler?: string;
}

const KINDS: Readonly<Record<string, FlowNodeKind>> = {
  parallel: 'parallelGateway',
  exclusive: 'exclusiveGateway',
  inclusive: 'inclusiveGateway',
  events: 'eventBasedGateway',
  service: 'serviceTask',
  script: 'scriptTask',
  rule: 'businessRuleTask',
  send: 'sendTask',
  receive: 'receiveTask',
  task: 'task',
  manual: 'manualTask',
  sub: 'subProcess',
  call: 'callActivity',
  transaction: 'transaction',
  adhoc: 'adHocSubProcess',
  complex: 'complexGateway',
  catch: 'intermediateCatchEvent',
  throw: 'intermediateThrowEvent',
};

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type DraftNode = Writable<ProgramNode> & {
  incoming: number[];
  outgoing: number[];
  inner?: number[];
  starts?: number[];
  boundary?: number[];
};

/** Makes a program of the text. */
export function flow(text: string, options: FlowOptions = {}): Program {
  const nodes: DraftNode[] = [];
  const flows: ProgramFlow[] = [];
  const process = addNode(nodes, 'process', 'process', -1, options.process);
  addScope(text, process, nodes, flows, options);
  const processes = [process];
  for (const [id, inside] of Object.entries(options.processes ?? {})) {
    processes.push(addNode(nodes, id, 'process', -1, options.nodes?.[id]));
    addScope(inside, processes.at(-1) as number, nodes, flows, options);
  }
  for (const [id, called] of Object.entries(options.calls ?? {})) {
    const call = nodes.find((node) => node.id === id) as DraftNode;
    call.called = nodes.findIndex((node) => node.id === called);
  }
  const indexOf = (id: string): number => nodes.findIndex((node) => node.id === id);
  for (const [id, activity] of Object.entries(options.compensates ?? {})) {
    (nodes[indexOf(id)] as DraftNode).events = [{ kind: 'compensate', node: indexOf(activity) }];
  }
  return { formatVersion: 1, nodes, flows, processes };
}

function addScope(text: string, scope: number, nodes: DraftNode[], flows: ProgramFlow[], options: FlowOptions): void {
  const own = new Map<string, number>();
  const holder = nodes[scope] as DraftNode;
  holder.inner = [];
  holder.starts = [];
  const chains = text.split(/[\n;]/).map((line) =>
    line
      .split('>')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  const parts = chains.flat().map((part) => nameOf(part, options));
  const named = new Map(parts.filter(([, , isNamed]) => isNamed).map(([id, kind]) => [id, kind]));
  for (const [id, kind] of parts) {
    if (!own.has(id)) own.set(id, addInner(id, named.get(id) ?? kind, scope, nodes, options));
  }
  for (const chain of chains) {
    chain.slice(1).forEach((part, at) => {
      const [source, target] = [nameOf(chain[at] as string, options)[0], nameOf(part, options)[0]];
      addFlow(own.get(source) as number, own.get(target) as number, nodes, flows, options);
    });
  }
  for (const [id, index] of own) attach(id, index, own, nodes, options);
  for (const [id, index] of own) {
    const inside = options.inside?.[id];
    if (inside !== undefined) addScope(inside, index, nodes, flows, options);
  }
}

function nameOf(part: string, options: FlowOptions): readonly [id: string, kind: FlowNodeKind, isNamed: boolean] {
  const [before, after] = part.split(':') as [string, string?];
  if (after !== undefined) return [after, KINDS[before] as FlowNodeKind, true];
  if (options.boundary?.[before] !== undefined) return [before, 'boundaryEvent', false];
  if (before.startsWith('start')) return [before, 'startEvent', false];
  return [before, before.startsWith('end') ? 'endEvent' : 'userTask', false];
}

function addInner(id: string, kind: FlowNodeKind, scope: number, nodes: DraftNode[], options: FlowOptions): number {
  const index = addNode(nodes, id, kind, scope, options.nodes?.[id]);
  const holder = nodes[scope] as DraftNode;
  holder.inner?.push(index);
  if (kind === 'startEvent') holder.starts?.push(index);
  if ((nodes[index] as DraftNode).triggeredByEvent === true) holder.eventSubProcesses = [...(holder.eventSubProcesses ?? []), index];
  return index;
}

function addNode(nodes: DraftNode[], id: string, kind: ProgramNode['kind'], scope: number, more: Partial<ProgramNode> = {}): number {
  const handler = kind === 'serviceTask' ? { handler: { name: id, inputs: {} } } : {};
  nodes.push({ id, kind, scope, ...handler, ...more, incoming: [], outgoing: [] } as unknown as DraftNode);
  return nodes.length - 1;
}

function addFlow(source: number, target: number, nodes: DraftNode[], flows: ProgramFlow[], options: FlowOptions): void {
  const [from, to] = [nodes[source] as DraftNode, nodes[target] as DraftNode];
  const id = `${from.id}>${to.id}`;
  const condition = options.conditions?.[id];
  flows.push({ id, source, target, ...(condition === undefined ? {} : { condition }) });
  from.outgoing.push(flows.length - 1);
  to.incoming.push(flows.length - 1);
  if (options.defaults?.[from.id] === to.id) from.default = flows.length - 1;
}

function attach(id: string, index: number, own: ReadonlyMap<string, number>, nodes: DraftNode[], options: FlowOptions): void {
  const boundary = options.boundary?.[id];
  if (boundary === undefined) return;
  const activity = own.get(boundary.on) as number;
  const holder = nodes[activity] as DraftNode;
  holder.boundary = [...(holder.boundary ?? []), index];
  Object.assign(nodes[index] as DraftNode, {
    attachedTo: activity,
    interrupting: boundary.interrupting ?? true,
    events: [boundary.event, ...(boundary.more ?? [])],
    ...(boundary.parallel === undefined ? {} : { parallel: boundary.parallel }),
  });
  if (boundary.handler === undefined) return;
  const handler = own.get(boundary.handler) as number;
  (nodes[index] as DraftNode).compensation = handler;
  (nodes[handler] as DraftNode).forCompensation = true;
}
