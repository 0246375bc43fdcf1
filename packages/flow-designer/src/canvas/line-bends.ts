/**
 * The points of one line under the keyboard: B on a line shows them as handles; arrows walk from point to point, Shift + arrows move
 * one, Insert adds one behind it, Delete takes it away, Escape goes back to the line. The focus stays on a point through undo.
 */
import type { DiagramElement } from '../diagram/services.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { addedBend, isEndPoint, type LinePoint, movedBend, removedBend } from './bend-points.ts';
import { deltaOf } from './canvas-edits.ts';
import type { canvasMessages } from './canvas-messages.ts';

const SVG = 'http://www.w3.org/2000/svg';
const LAYER = 'tb-bends';
const ABOVE_ALL = 2000;
const BACK: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowUp']);
const ON: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowDown']);

export class LineBends {
  private readonly host: SurfaceHost;
  private readonly words: ReturnType<typeof canvasMessages.for>;
  private readonly backTo: (line: DiagramElement) => void;
  private readonly layer: SVGGElement;
  private line: DiagramElement | undefined;
  private at = 0;

  /** `backTo`: puts the focus on the line again. */
  constructor(host: SurfaceHost, words: ReturnType<typeof canvasMessages.for>, backTo: (line: DiagramElement) => void) {
    this.host = host;
    this.words = words;
    this.backTo = backTo;
    const { get } = host.editor;
    this.layer = get('canvas').getLayer(LAYER, ABOVE_ALL);
    this.layer.setAttribute('role', 'group');
    this.layer.addEventListener('keydown', this.onKey);
    this.layer.addEventListener('focusin', this.onFocus);
    this.layer.addEventListener('focusout', this.onLeave);
    get('eventBus').on('commandStack.changed', 500, () => this.refresh());
    get('eventBus').on('diagram.clear', 500, () => this.close());
  }

  /** Shows the points of `line`, the first bend having the focus. */
  open(line: DiagramElement): void {
    this.close();
    this.line = line;
    this.layer.setAttribute('aria-label', this.host.labelOf(line));
    this.layer.setAttribute('aria-description', this.words('bendKeys'));
    this.host.editor.select(line.id);
    this.draw();
    this.goTo(this.nearestBend(0));
  }

  private close(): void {
    this.line = undefined;
    this.layer.replaceChildren();
  }

  private get points(): readonly LinePoint[] {
    return this.line?.waypoints ?? [];
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.handles(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  private handles({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
    const { line } = this;
    if (line === undefined || ctrlKey || altKey || metaKey) return false;
    if (shiftKey) return this.move(line, key);
    if (BACK.has(key)) return this.goTo(this.at - 1);
    if (ON.has(key)) return this.goTo(this.at + 1);
    switch (key) {
      case 'Home':
        return this.goTo(0);
      case 'End':
        return this.goTo(this.points.length - 1);
      case 'Insert':
        return this.add(line);
      case 'Delete':
      case 'Backspace':
        return this.remove(line);
      case 'Escape':
        this.close();
        this.backTo(line);
        return true;
      default:
        return false;
    }
  }

  private goTo(at: number): boolean {
    this.at = Math.min(this.points.length - 1, Math.max(0, at));
    (this.layer.children[this.at] as SVGElement | undefined)?.focus({ preventScroll: true });
    return true;
  }

  // the beginning, when there is none
  private nearestBend(at: number): number {
    return Math.max(Math.min(1, this.points.length - 2), Math.min(at, this.points.length - 2));
  }

  private move(line: DiagramElement, key: string): boolean {
    const delta = deltaOf(key);
    if (delta === undefined) return false;
    const { at, points } = this;
    if (isEndPoint(points, at)) return this.say('bendEndStays');
    const ends = { ...(isStep(line.source) && { source: line.source }), ...(isStep(line.target) && { target: line.target }) };
    this.put(line, movedBend(points, at, delta, ends), { bendpointMove: { insert: false, bendpointIndex: at } });
    this.host.announce(this.nameOf(at));
    return true;
  }

  private add(line: DiagramElement): boolean {
    const { points, at } = addedBend(this.points, this.at);
    this.put(line, points, { bendpointMove: { insert: true, bendpointIndex: at } });
    this.goTo(at);
    this.host.announce(this.words('bendAdded', { name: this.nameOf(at) }));
    return true;
  }

  private remove(line: DiagramElement): boolean {
    const { at, points } = this;
    if (isEndPoint(points, at)) return this.say('bendEndStays');
    this.put(line, removedBend(points, at), {});
    this.goTo(this.nearestBend(at - 1));
    this.host.announce(this.words('bendRemoved', { count: this.points.length - 2 }));
    return true;
  }

  // the ends are cut where they meet the outline of their steps
  private put(line: DiagramElement, points: readonly LinePoint[], hints: object): void {
    const { get } = this.host.editor;
    const before = line.waypoints;
    Object.assign(line, { waypoints: points });
    const cropped = get('connectionDocking').getCroppedWaypoints(line);
    Object.assign(line, { waypoints: before });
    get('modeling').updateWaypoints(line, cropped, hints);
  }

  private say(message: 'bendEndStays'): boolean {
    this.host.announce(this.words(message));
    return true;
  }

  // after an edit, also one that is taken back: the handles stay the same elements, so that the focus does
  private refresh(): void {
    const { line } = this;
    if (line === undefined) return;
    if (this.host.editor.element(line.id) !== line) {
      this.close();
      return;
    }
    const { layer } = this;
    const focused = layer.contains((layer.getRootNode() as ShadowRoot).activeElement);
    const wasBend = this.at > 0 && this.at < layer.children.length - 1;
    this.draw();
    if (focused) this.goTo(wasBend ? this.nearestBend(this.at) : this.at);
  }

  private draw(): void {
    const { layer, points } = this;
    while (layer.children.length > points.length) layer.lastElementChild?.remove();
    while (layer.children.length < points.length) layer.append(handle());
    for (const [at, { x, y }] of points.entries()) {
      const circle = layer.children[at] as SVGElement;
      circle.setAttribute('cx', String(x));
      circle.setAttribute('cy', String(y));
      circle.setAttribute('aria-label', this.nameOf(at));
      circle.classList.toggle('end', isEndPoint(points, at));
    }
  }

  private nameOf(at: number): string {
    const { words, points } = this;
    const place = { x: Math.round(points[at]?.x ?? 0), y: Math.round(points[at]?.y ?? 0) };
    if (at === 0) return words('bendStart', place);
    if (at === points.length - 1) return words('bendEnd', place);
    return words('bend', { ...place, number: at, count: points.length - 2 });
  }

  private readonly onFocus = (event: FocusEvent): void => {
    const at = [...this.layer.children].indexOf(event.target as Element);
    if (at >= 0) this.at = at;
  };

  private readonly onLeave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null && !this.layer.contains(relatedTarget as Node)) this.close();
  };
}

function handle(): SVGElement {
  const circle = document.createElementNS(SVG, 'circle');
  circle.setAttribute('class', 'tb-bend');
  circle.setAttribute('r', '6');
  circle.setAttribute('role', 'button');
  circle.setAttribute('tabindex', '-1');
  return circle;
}

function isStep(element: DiagramElement | undefined): element is DiagramElement {
  return element !== undefined && element.waypoints === undefined;
}
