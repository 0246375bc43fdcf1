/** Shapes as things a keyboard reaches and a screen reader names: "办理环节 受理并一次性告知". */
import { isFlowNode } from './kinds.ts';
import type { DiagramElement, GetService } from './services.ts';

/** What a shape is called, and which one comes before and after it. */
export interface ShapeReading {
  label(element: DiagramElement): string;
  /** The nodes of the flow, in its order. */
  order(): readonly DiagramElement[];
}

/** Names every shape, lets Tab reach the flow, and the arrow keys walk along it; Enter selects. */
export function makeShapesReachable(get: GetService, reading: ShapeReading): () => void {
  const registry = get('elementRegistry');
  const selection = get('selection');
  const bus = get('eventBus');
  const graphicsOf = (element: DiagramElement): SVGGElement | undefined => registry.getGraphics(element);

  const refresh = (): void => {
    const nodes = reading.order();
    const selected = selection.get();
    const current = nodes.find((node) => selected.includes(node)) ?? nodes[0];
    for (const node of nodes) {
      const graphics = graphicsOf(node);
      if (graphics === undefined) continue;
      graphics.setAttribute('role', 'img');
      graphics.setAttribute('aria-label', reading.label(node));
      if (selected.includes(node)) graphics.setAttribute('aria-current', 'true');
      else graphics.removeAttribute('aria-current');
      graphics.setAttribute('tabindex', node === current ? '0' : '-1');
    }
  };

  const onKey = (event: KeyboardEvent): void => {
    const id = (event.target as Element).closest?.('.djs-element')?.getAttribute('data-element-id');
    const element = id == null ? undefined : registry.get(id);
    if (element === undefined || !isFlowNode(element)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    const nodes = reading.order();
    const next = step === undefined ? element : nodes[nodes.indexOf(element) + step];
    if (next === undefined) return;
    selection.select(next);
    get('canvas').scrollToElement(next, 80);
    graphicsOf(next)?.focus();
  };

  get('canvas').getContainer().addEventListener('keydown', onKey, true);
  bus.on(['import.done', 'commandStack.changed', 'selection.changed'], 500, refresh);
  return refresh;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
