/**
 * Shapes and lines as things a screen reader names and a keyboard reaches: "办理环节 受理并一次性告知". Names are given while the page
 * is idle, because a flow may have hundreds; Tab reaches one of them, the selected or else the first.
 */
import type { DiagramElement, GetService } from './services.ts';
import { whenIdle } from './when-idle.ts';

/** What a shape or a line is called, and which one comes first. */
export interface ShapeReading {
  label(element: DiagramElement): string;
  /** The nodes of the flow, in its order. */
  order(): readonly DiagramElement[];
}

/** The names on one canvas. */
export interface ShapeNames {
  /** Gives all names anew, e.g. in another language. */
  nameAll(): void;
  /** Lets Tab reach `element` in place of the one it reaches now. */
  lead(element: DiagramElement): void;
}

/** Names what is drawn, now and after every edit. */
export function nameShapes(get: GetService, reading: ShapeReading): ShapeNames {
  const registry = get('elementRegistry');
  const bus = get('eventBus');
  const waiting = new Set<DiagramElement>();
  let callOff: (() => void) | undefined;
  let leading: DiagramElement | undefined;

  const graphicsOf = (element: DiagramElement): SVGGElement | undefined => registry.getGraphics(element);

  // What was taken away may have come back as another shape of the same id; another file takes all away, and they keep their parents.
  const isDrawn = (element: DiagramElement | undefined): boolean => element?.parent !== undefined && registry.get(element.id) === element;

  const name = (element: DiagramElement): void => {
    const graphics = isDrawn(element) && element.labelTarget === undefined ? graphicsOf(element) : undefined;
    if (graphics === undefined) return;
    graphics.setAttribute('role', 'button');
    graphics.setAttribute('aria-label', reading.label(element));
    if (!graphics.hasAttribute('tabindex')) graphics.setAttribute('tabindex', '-1');
  };

  const work = (hasTime: () => boolean): void => {
    callOff = undefined;
    for (const element of waiting) {
      if (!hasTime()) break;
      waiting.delete(element);
      name(element);
    }
    if (waiting.size > 0) callOff = whenIdle(work);
    else if (!isDrawn(leading)) leadFirst();
  };

  const nameSoon = (elements: readonly DiagramElement[]): void => {
    for (const element of elements) {
      waiting.add(element);
      // a gateway without a name is told by its ways, a line by where it begins and ends
      for (const line of [...(element.incoming ?? []), ...(element.outgoing ?? [])]) waiting.add(line);
    }
    if (callOff === undefined && waiting.size > 0) callOff = whenIdle(work);
  };

  const lead = (element: DiagramElement): void => {
    if (leading !== undefined) graphicsOf(leading)?.setAttribute('tabindex', '-1');
    leading = element;
    graphicsOf(element)?.setAttribute('tabindex', '0');
  };

  const leadFirst = (): void => {
    const [first] = reading.order();
    if (first !== undefined) lead(first);
  };

  let selected: readonly DiagramElement[] = [];
  const showSelected = (): void => {
    for (const element of selected) graphicsOf(element)?.removeAttribute('aria-current');
    selected = get('selection').get();
    for (const element of selected) graphicsOf(element)?.setAttribute('aria-current', 'true');
    const [first] = selected;
    if (first !== undefined && first.labelTarget === undefined && first.parent !== undefined) lead(first);
  };

  const nameAll = (): void => nameSoon(registry.getAll());
  bus.on('import.done', 500, nameAll);
  bus.on('elements.changed', 500, ({ elements }) => nameSoon(elements ?? []));
  bus.on('selection.changed', 500, showSelected);
  bus.on('diagram.destroy', 500, () => callOff?.());
  return { nameAll, lead };
}
