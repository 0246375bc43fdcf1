/** Checks how a flow hangs together: a start, ways in and out, conditions at gateways, links, nothing that we do not run. */
import type { Problem, Severity } from '@tongban/model';
import { checkCompensation } from './check-compensation.ts';
import { type CompileCode, raise } from './errors.ts';
import type { FlowIndex, IndexedFlow, IndexedNode } from './flow-index.ts';
import { called, flowPlace } from './flow-place.ts';
import { whyUnsupported } from './unsupported.ts';

/** The problems of `flow`. `severity` is that of ends that BPMN allows and a measure does not. */
export function checkStructure(flow: FlowIndex, file: string | undefined, severity: Severity): readonly Problem[] {
  const scopes = flow.nodes.filter(({ content, global }) => content !== undefined && global !== true);
  return [
    ...flow.nodes.flatMap((node) => checkSupported(node, flow, file)),
    ...scopes.flatMap((scope) => [
      ...(scope.node?.kind === 'adHocSubProcess'
        ? checkAdHoc(scope, flow, file)
        : [...checkStarts(scope, flow, file, severity), ...checkWays(scope, flow, file, severity)]),
      ...checkLinks(scope, flow, file),
    ]),
    ...flow.nodes.flatMap((node) => [
      ...checkGateway(node, flow, file, severity),
      ...checkActivation(node, file),
      ...checkEventGateway(node, flow, file),
      ...checkCompensation(node, flow, file),
    ]),
    ...flow.flows.flatMap((one) => checkFlow(one, file)),
  ];
}

function problem(
  code: CompileCode,
  file: string | undefined,
  element: IndexedNode,
  details: Parameters<typeof raise.problem>[2] = {},
  severity: Severity = 'error',
): Problem {
  return raise.problem(code, flowPlace(file, element), { element: called(element), ...details }, severity);
}

function checkSupported(element: IndexedNode, flow: FlowIndex, file: string | undefined): readonly Problem[] {
  if (element.node === undefined) return [];
  const why = whyUnsupported(element.node, flow.nodes[element.scope]?.node === undefined);
  return why === undefined ? [] : [problem('COMPILE_ELEMENT_NOT_SUPPORTED', file, element, { ...why })];
}

/** People begin what is in an ad-hoc sub-process: there is something to begin, and nothing that would begin by itself. */
function checkAdHoc(scope: IndexedNode, flow: FlowIndex, file: string | undefined): readonly Problem[] {
  const inside = flow.inside(scope.index);
  const begins = ({ node, incoming }: IndexedNode): boolean =>
    node !== undefined &&
    !/Event$|Gateway$/.test(node.kind) &&
    incoming.length === 0 &&
    node.triggeredByEvent !== true &&
    !standsOutside(node);
  const starts = inside.filter(({ node }) => node?.kind === 'startEvent');
  return inside.some(begins) && starts.length === 0 ? [] : [problem('COMPILE_AD_HOC_START', file, scope)];
}

function checkActivation(element: IndexedNode, file: string | undefined): readonly Problem[] {
  const { node, incoming } = element;
  const missing = node?.kind === 'complexGateway' && node.activation === undefined && incoming.length > 1;
  return missing ? [problem('COMPILE_ACTIVATION_MISSING', file, element)] : [];
}

function checkStarts(scope: IndexedNode, flow: FlowIndex, file: string | undefined, severity: Severity): readonly Problem[] {
  const inside = flow.inside(scope.index);
  const starts = inside.filter(({ node }) => node?.kind === 'startEvent');
  const led = inside.filter(({ node, incoming }) => node?.instantiate === true && incoming.length > 0);
  if (led.length > 0) return led.map((node) => problem('COMPILE_START_LED_TO', file, node));
  if (scope.node?.triggeredByEvent === true) {
    const connected = scope.incoming.length + scope.outgoing.length > 0;
    const right = starts.length === 1 && starts[0]?.node?.events !== undefined && !connected;
    return right ? [] : [problem('COMPILE_EVENT_SUB_PROCESS_START', file, scope)];
  }
  const plain = starts.filter(({ node }) => node?.events === undefined);
  if (plain.length > 1) return plain.map((start) => problem('COMPILE_SEVERAL_STARTS', file, start, {}, severity));
  const begins = starts.length > 0 || inside.some(({ node }) => node?.instantiate === true);
  return scope.node === undefined && !begins ? [problem('COMPILE_NO_START', file, scope, {}, severity)] : [];
}

/** Every node must be reachable from a start, and from every node an end. Only where the break is, is it reported. */
function checkWays(scope: IndexedNode, flow: FlowIndex, file: string | undefined, severity: Severity): readonly Problem[] {
  const inside = flow.inside(scope.index).filter(({ node }) => node?.triggeredByEvent !== true && !standsOutside(node));
  const begins = inside.some(({ node }) => node?.kind === 'startEvent' || node?.instantiate === true);
  const isEntrance = (node: IndexedNode): boolean => isStart(node) || (!begins && node.incoming.length === 0);
  const lost = inside.filter((node) => node.incoming.length === 0 && !isEntrance(node));
  // Plain BPMN may leave out end events: where no flow goes on, a token ends.
  const ends = (node: IndexedNode): boolean => isEnd(node) || (severity === 'warning' && node.outgoing.length === 0);
  const stuck = inside.filter((node) => node.outgoing.length === 0 && !ends(node));
  const ways = waysIn(inside, flow);
  const reached = closure([...inside.filter(isEntrance), ...lost], ways.forward);
  const ending = closure([...inside.filter(ends), ...stuck], ways.backward);
  return [
    ...[...lost, ...inside.filter((node) => !reached.has(node.index))].map((node) =>
      problem('COMPILE_NO_WAY_IN', file, node, {}, severity),
    ),
    ...[...stuck, ...inside.filter((node) => !ending.has(node.index))].map((node) =>
      problem('COMPILE_NO_WAY_OUT', file, node, {}, severity),
    ),
  ];
}

/** What undoes is not part of the flow: the boundary event and the activity it leads to. */
function standsOutside(node: IndexedNode['node']): boolean {
  return node?.forCompensation === true || (node?.kind === 'boundaryEvent' && node.events?.[0]?.kind === 'compensate');
}

function isStart({ node }: IndexedNode): boolean {
  return (
    node?.kind === 'startEvent' || node?.kind === 'boundaryEvent' || node?.instantiate === true || isLink(node, 'intermediateCatchEvent')
  );
}

function isEnd({ node }: IndexedNode): boolean {
  return node?.kind === 'endEvent' || isLink(node, 'intermediateThrowEvent');
}

function isLink(node: IndexedNode['node'], kind: string): boolean {
  return node?.kind === kind && node.events?.[0]?.kind === 'link';
}

function waysIn(
  inside: readonly IndexedNode[],
  flow: FlowIndex,
): Readonly<Record<'forward' | 'backward', (node: number) => readonly number[]>> {
  const byIndex = new Map(inside.map((node) => [node.index, node]));
  return {
    forward: (at) => (byIndex.get(at)?.outgoing ?? []).map((index) => flow.flows[index]?.target.index ?? -1),
    backward: (at) => (byIndex.get(at)?.incoming ?? []).map((index) => flow.flows[index]?.source.index ?? -1),
  };
}

function closure(from: readonly IndexedNode[], next: (node: number) => readonly number[]): ReadonlySet<number> {
  const reached = new Set(from.map(({ index }) => index));
  const queue = [...reached];
  for (let at = 0; at < queue.length; at++) {
    for (const node of next(queue[at] as number)) {
      if (reached.has(node)) continue;
      reached.add(node);
      queue.push(node);
    }
  }
  return reached;
}

function checkLinks(scope: IndexedNode, flow: FlowIndex, file: string | undefined): readonly Problem[] {
  const links = flow.inside(scope.index).flatMap((element) => {
    const event = element.node?.events?.[0];
    return event?.kind === 'link' ? [{ element, name: event.name, throws: element.node?.kind === 'intermediateThrowEvent' }] : [];
  });
  const loose = links.filter(({ name, throws }) => !links.some((other) => other.name === name && other.throws !== throws));
  const twice = links.filter(
    ({ name, throws }, at) => !throws && links.some((other, before) => before < at && !other.throws && other.name === name),
  );
  return [
    ...loose.map(({ element, name }) => problem('COMPILE_LINK_LOOSE', file, element, { name })),
    ...twice.map(({ element, name }) => problem('COMPILE_LINK_TWICE', file, element, { name })),
  ];
}

function checkEventGateway(element: IndexedNode, flow: FlowIndex, file: string | undefined): readonly Problem[] {
  if (element.node?.kind !== 'eventBasedGateway') return [];
  const targets = element.outgoing.flatMap((index) => flow.flows[index]?.target ?? []);
  const wrong = targets.filter(
    ({ node }) => node?.kind !== 'receiveTask' && (node?.kind !== 'intermediateCatchEvent' || isLink(node, node.kind)),
  );
  return wrong.length === 0 ? [] : [problem('COMPILE_EVENT_GATEWAY_TARGET', file, element, { targets: wrong.map(called) })];
}

const ASKING: ReadonlySet<string> = new Set(['exclusiveGateway', 'inclusiveGateway']);

function checkGateway(element: IndexedNode, flow: FlowIndex, file: string | undefined, severity: Severity): readonly Problem[] {
  if (element.node === undefined || !ASKING.has(element.node.kind) || element.outgoing.length < 2) return [];
  const others = element.outgoing.flatMap((index) => flow.flows[index] ?? []).filter(({ flow: one }) => one.id !== element.node?.default);
  const silent = others.filter(({ flow: one }) => one.condition === undefined);
  const missing = silent.map(({ flow: one }) =>
    raise.problem(
      'COMPILE_CONDITION_MISSING',
      { ...flowPlace(file, one), property: 'condition' },
      { element: called(element), flow: called(one) },
      severity,
    ),
  );
  const noDefault = silent.length === 0 && others.length === element.outgoing.length;
  return noDefault ? [problem('COMPILE_DEFAULT_MISSING', file, element, {}, 'warning')] : missing;
}

function checkFlow({ flow, source, target }: IndexedFlow, file: string | undefined): readonly Problem[] {
  const place = flowPlace(file, flow);
  if (source.scope !== target.scope) return [raise.problem('COMPILE_FLOW_CROSSES', place, { element: called(flow) })];
  const why = flow.condition === undefined ? undefined : whyIgnored(flow.id, source);
  return why === undefined
    ? []
    : [raise.problem('COMPILE_CONDITION_IGNORED', { ...place, property: 'condition' }, { element: called(flow), ...why }, 'warning')];
}

function whyIgnored(id: string, { node }: IndexedNode): { readonly why: string; readonly whyZh: string } | undefined {
  if (node?.default === id) return { why: 'it is the default flow', whyZh: '它是默认流向' };
  if (node?.kind === 'parallelGateway') return { why: 'a parallel gateway takes every flow', whyZh: '并行网关会走所有出线' };
  if (node?.kind === 'eventBasedGateway') return { why: 'an event-based gateway waits for events', whyZh: '事件网关只等待事件' };
  return undefined;
}
