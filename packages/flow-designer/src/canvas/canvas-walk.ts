/** Where the arrow keys lead on the canvas: from step to step in the order of the flow, and through the lines of a step. */
import type { DiagramElement, GetService } from '../diagram/services.ts';
import type { FlowEditor } from '../flow-editor.ts';

/** The element that `key` leads to from `element`; nothing when it leads nowhere. */
export function walk(editor: FlowEditor, element: DiagramElement, key: string): DiagramElement | undefined {
  const line = element.waypoints !== undefined;
  switch (key) {
    case 'ArrowRight':
      return line ? element.target : beside(editor, element, 1);
    case 'ArrowLeft':
      return line ? element.source : beside(editor, element, -1);
    case 'ArrowDown':
      return line ? nextLine(element, 1) : linesOf(element)[0];
    case 'ArrowUp':
      return line ? nextLine(element, -1) : linesOf(element).at(-1);
    case 'Home':
      return stopsOf(editor)[0];
    case 'End':
      return stopsOf(editor).at(-1);
    default:
      return undefined;
  }
}

/** What the arrow keys stop at: the steps in their order, then pools, lanes, notes and what else is drawn. */
export function stopsOf(editor: FlowEditor): readonly DiagramElement[] {
  const steps = editor.steps.map(({ element }) => element);
  const known = new Set(steps);
  return [...steps, ...drawn(editor.get).filter((element) => !known.has(element) && element.waypoints === undefined)];
}

/** What is in sight of `element` when it goes: the stop before it, or the one behind. */
export function neighbourOf(editor: FlowEditor, element: DiagramElement): DiagramElement | undefined {
  return beside(editor, element, -1) ?? beside(editor, element, 1);
}

function beside(editor: FlowEditor, element: DiagramElement, step: 1 | -1): DiagramElement | undefined {
  const stops = stopsOf(editor);
  return stops[stops.indexOf(element) + step];
}

function drawn(get: GetService): readonly DiagramElement[] {
  return get('elementRegistry')
    .getAll()
    .filter(({ parent, labelTarget }) => parent !== undefined && labelTarget === undefined);
}

function linesOf({ outgoing, incoming }: DiagramElement): readonly DiagramElement[] {
  return [...outgoing, ...incoming];
}

// the lines of the step that this one leaves, in a circle
function nextLine(line: DiagramElement, step: 1 | -1): DiagramElement | undefined {
  const lines = line.source === undefined ? [] : linesOf(line.source);
  return lines[(lines.indexOf(line) + step + lines.length) % lines.length];
}
