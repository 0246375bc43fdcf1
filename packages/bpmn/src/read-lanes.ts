/** Lanes with their nodes. Nested lanes are flattened; a node stands in its innermost lane only. */
import type { FlowLane } from '@tongban/model';
import { elementOf, elementsOf, kindOf, type ModdleElement, textOf } from './moddle-element.ts';
import { present } from './present.ts';
import type { Reading } from './reading.ts';

/** The lanes of a process, outer before inner. */
export function readLanes(process: ModdleElement, reading: Reading): readonly FlowLane[] {
  const lanes = laneSetsOf(process).flatMap(lanesOf);
  const innermost = new Map<ModdleElement, ModdleElement>();
  for (const lane of lanes) for (const node of elementsOf(lane, 'flowNodeRef')) innermost.set(node, lane);
  return lanes.map((lane) => {
    const nodes = elementsOf(lane, 'flowNodeRef').filter((node) => innermost.get(node) === lane);
    return present<FlowLane>({
      id: reading.idOf(lane, 'lane'),
      name: textOf(lane, 'name'),
      nodes: nodes.map((node) => reading.idOf(node, kindOf(node))),
    });
  });
}

/** The lane sets of a process and of the sub-processes in it. */
function laneSetsOf(container: ModdleElement): readonly ModdleElement[] {
  return [...elementsOf(container, 'laneSets'), ...elementsOf(container, 'flowElements').flatMap(laneSetsOf)];
}

function lanesOf(laneSet: ModdleElement): readonly ModdleElement[] {
  return elementsOf(laneSet, 'lanes').flatMap((lane) => {
    const childSet = elementOf(lane, 'childLaneSet');
    return childSet === undefined ? [lane] : [lane, ...lanesOf(childSet)];
  });
}
