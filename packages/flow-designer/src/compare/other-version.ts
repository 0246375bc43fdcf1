/** The other version beside the flow: its drawing and its list, to look at; the view goes along with that of the flow. */
import { plainFlags } from '@tongban/bpmn';
import type { Locale } from '@tongban/model';
import type { FlowChange } from '@tongban/overlay';
import { createViewer, type Diagram } from '../diagram/create-modeler.ts';
import type { DiagramElement, GetService, Point } from '../diagram/services.ts';
import { type Step, stepsIn } from '../diagram/step-order.ts';
import { withDrawing } from '../draw/draw-flow.ts';
import { outlineOf } from '../steps/outline.ts';
import { markElements } from './compare-marks.ts';

export class OtherVersion {
  private readonly diagram: Diagram;
  private readonly own: GetService;
  private following = false;

  constructor(container: HTMLElement, locale: () => Locale, own: GetService) {
    this.diagram = createViewer(container, locale);
    this.own = own;
  }

  get get(): GetService {
    return (name) => this.diagram.get(name);
  }

  async open(xml: string, label: string): Promise<void> {
    await this.diagram.importXML(await withDrawing(await plainFlags(xml)));
    const svg = this.get('canvas').getContainer().querySelector('svg');
    svg?.setAttribute('role', 'img');
    svg?.setAttribute('aria-label', label);
    const [mine, theirs] = [this.get, this.own];
    theirs('eventBus').on('canvas.viewbox.changed', 200, this.followOwn);
    mine('eventBus').on('canvas.viewbox.changed', 200, () => this.lead(mine, theirs, negative(this.shift)));
    this.followOwn();
  }

  end(): void {
    this.own('eventBus').off('canvas.viewbox.changed', this.followOwn);
    this.diagram.destroy();
  }

  /** The steps of this version in their order. */
  get steps(): readonly Step[] {
    const elements = this.get('elementRegistry').getAll();
    return stepsIn(outlineOf(elements), elements);
  }

  element(id: string): DiagramElement | undefined {
    return this.get('elementRegistry').get(id);
  }

  /** Marks what differs; `current` stands out. */
  mark(changes: readonly FlowChange[], current: string | undefined): void {
    markElements(
      this.get,
      changes.filter(({ kind }) => kind !== 'added'),
      current,
    );
  }

  /** Brings `id` into view, when it is in this version. */
  show(id: string): void {
    const element = this.element(id);
    if (element?.parent !== undefined) this.get('canvas').scrollToElement(element, 80);
  }

  /** How far a step of the flow usually stands from where it stands here. */
  get shift(): Point {
    const counts = new Map<string, number>();
    for (const { id, x, y, parent, waypoints } of this.get('elementRegistry').getAll()) {
      const now = parent === undefined || waypoints !== undefined ? undefined : this.own('elementRegistry').get(id);
      if (now === undefined) continue;
      const step = `${now.x - x} ${now.y - y}`;
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    const [usual = '0 0'] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
    const [x = 0, y = 0] = usual.split(' ').map(Number);
    return { x, y };
  }

  private readonly followOwn = (): void => this.lead(this.own, this.get, this.shift);

  // `from` is at the place of `shift`, seen from `to`
  private lead(from: GetService, to: GetService, shift: Point): void {
    if (this.following) return;
    this.following = true;
    const { x, y, scale } = from('canvas').viewbox();
    const { outer } = to('canvas').viewbox();
    if (outer.width > 0 && scale > 0)
      to('canvas').viewbox({ x: x - shift.x, y: y - shift.y, width: outer.width / scale, height: outer.height / scale });
    this.following = false;
  }
}

function negative({ x, y }: Point): Point {
  return { x: -x, y: -y };
}
