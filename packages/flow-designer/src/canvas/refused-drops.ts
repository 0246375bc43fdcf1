/** What is let go where it cannot be, or led to where it may not lead, changes nothing; this says so. */
import type { DiagramElement, DiagramEvent } from '../diagram/services.ts';
import type { SurfaceHost } from '../surface-host.ts';
import type { canvasMessages } from './canvas-messages.ts';

/** Before bpmn-js ends what is dragged. */
const FIRST = 2000;

/** Says why a drop was refused, from now on. */
export function tellRefusedDrops(host: SurfaceHost, words: ReturnType<typeof canvasMessages.for>): void {
  const bus = host.editor.get('eventBus');
  const name = (element: DiagramElement): string => host.labelOf(element);
  bus.on(['create.end', 'shape.move.end'], FIRST, (event) => {
    const { hover } = event;
    if (refused(event) && hover !== undefined) host.announce(words('notHere', { name: name(hover) }));
  });
  bus.on('connect.end', FIRST, (event) => {
    const { hover, context } = event;
    const from = context?.start;
    if (refused(event) && hover !== undefined && from !== undefined && from !== hover)
      host.announce(words('notConnectable', { from: name(from), to: name(hover) }));
  });
}

function refused({ context }: DiagramEvent): boolean {
  return context?.canExecute === false;
}
