/** The nodes of a flow in the order in which a case meets them, sub-processes opened, with the lane each stands in. */
import { flatSteps, type OutlineItem } from '../steps/outline.ts';
import { nameOf } from './kinds.ts';
import { elementsOf } from './moddle.ts';
import type { DiagramElement } from './services.ts';

/** One step in its order. */
export interface Step {
  readonly element: DiagramElement;
  /** How deep in sub-processes. */
  readonly depth: number;
  /** The name of its lane. */
  readonly lane: string;
}

/** All steps of the outline of the drawing that `elements` are. */
export function stepsIn(outline: readonly OutlineItem[], elements: readonly DiagramElement[]): readonly Step[] {
  const lanes = laneNames(elements);
  return flatSteps(outline).map(({ step, depth }) => ({ element: step.element, depth, lane: lanes.get(step.element.id) ?? '' }));
}

function laneNames(elements: readonly DiagramElement[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const lane of elements) {
    if (lane.type !== 'bpmn:Lane') continue;
    for (const node of elementsOf(lane.businessObject, 'flowNodeRef')) names.set(String(node['id']), nameOf(lane));
  }
  return names;
}
