/** Puts several selected steps on one line, or at even distances; each is one step of undo. */
import { boundsOf, middleOf } from '../diagram/geometry.ts';
import { isFlowNode } from '../diagram/kinds.ts';
import type { DiagramElement } from '../diagram/services.ts';
import type { FlowEditor } from '../flow-editor.ts';

export type Alignment = 'alignLeft' | 'alignMiddle' | 'spreadX' | 'spreadY';

/** The selected steps that can be aligned. */
export function alignable(editor: FlowEditor): readonly DiagramElement[] {
  return editor.isOpen
    ? editor
        .get('selection')
        .get()
        .filter((element) => isFlowNode(element) && element.host === undefined)
    : [];
}

export function align(editor: FlowEditor, alignment: Alignment): void {
  const elements = alignable(editor);
  const around = boundsOf(elements);
  const targets = alignment.startsWith('spread') ? spread(elements, alignment === 'spreadX' ? 'x' : 'y') : undefined;
  editor.together(() => {
    for (const element of elements) {
      const from = middleOf(element);
      const delta =
        alignment === 'alignLeft'
          ? { x: around.x - element.x, y: 0 }
          : alignment === 'alignMiddle'
            ? { x: 0, y: Math.round(around.y + around.height / 2 - from.y) }
            : (targets?.get(element) ?? { x: 0, y: 0 });
      if (delta.x !== 0 || delta.y !== 0) editor.get('modeling').moveElements([element], delta);
    }
  });
}

// the first and the last stay where they are
function spread(
  elements: readonly DiagramElement[],
  axis: 'x' | 'y',
): ReadonlyMap<DiagramElement, { readonly x: number; readonly y: number }> {
  const sorted = [...elements].sort((a, b) => middleOf(a)[axis] - middleOf(b)[axis]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const step = (middleOf(last)[axis] - middleOf(first)[axis]) / (sorted.length - 1);
  return new Map(
    sorted.map((element, at) => {
      const by = Math.round(middleOf(first)[axis] + at * step - middleOf(element)[axis]);
      return [element, axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by }];
    }),
  );
}
