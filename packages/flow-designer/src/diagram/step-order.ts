/** The nodes of a flow in the order in which a case meets them, sub-processes opened, with the lane each stands in. */
import { isFlowNode, nameOf } from './kinds.ts';
import { elementsOf } from './moddle.ts';
import type { DiagramElement } from './services.ts';

/** One line of the step list. */
export interface Step {
  readonly element: DiagramElement;
  /** How deep in sub-processes. */
  readonly depth: number;
  /** The name of its lane. */
  readonly lane: string;
}

/** All steps of the drawing that `elements` are. */
export function stepsIn(elements: readonly DiagramElement[]): readonly Step[] {
  const lanes = laneNames(elements);
  const nodes = elements.filter(isFlowNode);
  const inside = (scope: DiagramElement | undefined): readonly DiagramElement[] =>
    nodes.filter((node) => (node.parent?.type === 'bpmn:SubProcess' ? node.parent : undefined) === scope);
  const listed = (scope: DiagramElement | undefined, depth: number): readonly Step[] =>
    inOrder(inside(scope)).flatMap((element) => [
      { element, depth, lane: lanes.get(element.id) ?? '' },
      ...(element.type === 'bpmn:SubProcess' ? listed(element, depth + 1) : []),
    ]);
  return listed(undefined, 0);
}

// from the starts along the lines, each node once; what no line reaches comes last, left to right
function inOrder(nodes: readonly DiagramElement[]): readonly DiagramElement[] {
  const found = new Set<DiagramElement>();
  const finished: DiagramElement[] = [];
  const here = new Set(nodes);
  const visit = (node: DiagramElement): void => {
    if (found.has(node) || !here.has(node)) return;
    found.add(node);
    for (const next of [...followersOf(node)].reverse()) visit(next);
    finished.unshift(node);
  };
  const starts = nodes.filter((node) => node.incoming.length === 0 && node.host === undefined);
  for (const start of [...starts].sort(leftToRight).reverse()) visit(start);
  for (const rest of [...nodes].sort(leftToRight)) {
    if (found.has(rest)) continue;
    const before = finished.length;
    visit(rest);
    finished.push(...finished.splice(0, finished.length - before));
  }
  return finished;
}

function followersOf(node: DiagramElement): readonly DiagramElement[] {
  const attached = (node.attachers ?? []).filter(isFlowNode);
  return [...node.outgoing.flatMap((line) => (line.type === 'bpmn:SequenceFlow' && line.target ? [line.target] : [])), ...attached];
}

function leftToRight(a: DiagramElement, b: DiagramElement): number {
  return a.x - b.x || a.y - b.y;
}

function laneNames(elements: readonly DiagramElement[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const lane of elements) {
    if (lane.type !== 'bpmn:Lane') continue;
    for (const node of elementsOf(lane.businessObject, 'flowNodeRef')) names.set(String(node['id']), nameOf(lane));
  }
  return names;
}
