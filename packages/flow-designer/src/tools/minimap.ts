/** The overview: the whole flow small, with a frame around what is in sight. Pressing or dragging in it moves the view. */
import { isFlowNode } from '../diagram/kinds.ts';
import type { Bounds } from '../diagram/services.ts';
import type { FlowEditor } from '../flow-editor.ts';

const SVG = 'http://www.w3.org/2000/svg';

export class Minimap {
  private readonly editor: FlowEditor;
  private readonly svg: SVGSVGElement;
  private readonly shapes: SVGGElement;
  private readonly frame: SVGRectElement;

  constructor(editor: FlowEditor, label: string) {
    this.editor = editor;
    this.svg = document.createElementNS(SVG, 'svg');
    this.svg.setAttribute('class', 'minimap');
    this.svg.setAttribute('role', 'img');
    this.svg.setAttribute('aria-label', label);
    this.shapes = document.createElementNS(SVG, 'g');
    this.frame = document.createElementNS(SVG, 'rect');
    this.frame.setAttribute('class', 'sight');
    this.svg.append(this.shapes, this.frame);
    this.svg.addEventListener('pointerdown', (event) => {
      this.svg.setPointerCapture(event.pointerId);
      this.moveTo(event);
    });
    this.svg.addEventListener('pointermove', (event) => {
      if (this.svg.hasPointerCapture(event.pointerId)) this.moveTo(event);
    });
    editor.get('canvas').getContainer().append(this.svg);
    editor.get('eventBus').on(['import.done', 'commandStack.changed'], 200, this.draw);
    editor.get('eventBus').on('canvas.viewbox.changed', 200, this.showSight);
    this.draw();
  }

  remove(): void {
    this.editor.get('eventBus').off('commandStack.changed', this.draw);
    this.editor.get('eventBus').off('import.done', this.draw);
    this.editor.get('eventBus').off('canvas.viewbox.changed', this.showSight);
    this.svg.remove();
  }

  private readonly draw = (): void => {
    const { inner } = this.editor.get('canvas').viewbox();
    const around = { x: inner.x - 40, y: inner.y - 40, width: inner.width + 80, height: inner.height + 80 };
    this.svg.setAttribute('viewBox', `${around.x} ${around.y} ${around.width} ${around.height}`);
    const elements = this.editor.get('elementRegistry').getAll();
    const frames = elements.filter(({ type }) => type === 'bpmn:Participant' || type === 'bpmn:Lane');
    this.shapes.replaceChildren(
      ...frames.map((one) => rectangle(one, 'pool')),
      ...elements.filter(isFlowNode).map((one) => rectangle(one, 'node')),
    );
    this.showSight();
  };

  private readonly showSight = (): void => place(this.frame, this.editor.get('canvas').viewbox());

  private moveTo(event: PointerEvent): void {
    const matrix = this.svg.getScreenCTM();
    if (matrix === null) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const { width, height } = this.editor.get('canvas').viewbox();
    this.editor.get('canvas').viewbox({ x: at.x - width / 2, y: at.y - height / 2, width, height });
  }
}

function rectangle(bounds: Bounds, name: string): SVGRectElement {
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('class', name);
  place(rect, bounds);
  return rect;
}

function place(rect: SVGRectElement, { x, y, width, height }: Bounds): void {
  for (const [name, value] of Object.entries({ x, y, width, height })) rect.setAttribute(name, String(value));
}
