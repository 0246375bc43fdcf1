/** What the step list does: each an edit of one undo step, said aloud, with the focus on what it made. */
import type { MenuItem } from '@tongban/element-kit';
import { isFlowNode, type KindName } from '../diagram/kinds.ts';
import type { Preset } from '../diagram/presets.ts';
import type { DiagramElement } from '../diagram/services.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { branchWords, stepName } from '../words.ts';
import type { ListWords } from './list-messages.ts';
import { flatSteps, isPassage, isSequence, meetingOf, type OutlineItem, type OutlineStep, siblingsOf } from './outline.ts';
import { addCondition, addWay, exchange, makeParallel, moveBehind, nodesOf, removeStep, removeWay } from './step-edits.ts';

export class StepCommands {
  readonly #host: SurfaceHost;
  readonly #words: ListWords;
  readonly #focus: (element: DiagramElement) => void;

  constructor(host: SurfaceHost, words: ListWords, focus: (element: DiagramElement) => void) {
    this.#host = host;
    this.#words = words;
    this.#focus = focus;
  }

  /** Selects without leaving the list. */
  choose(element: DiagramElement): void {
    this.#host.editor.select(element.id);
  }

  goTo(element: DiagramElement): void {
    this.choose(element);
    this.#focus(element);
  }

  insert(after: DiagramElement, kind: KindName, preset?: Preset): void {
    const { editor, t } = this.#host;
    if (!editor.canInsertAfter(after)) return;
    const ready = preset === undefined ? undefined : editor.readyShape(preset, t);
    const named = ready === undefined && (kind === 'userTask' || kind === 'subProcess');
    this.#tellAdded(editor.insert(kind, named ? this.#words('newStep') : '', after, ready));
  }

  parallel(element: DiagramElement): void {
    this.#edit(() => this.#named(makeParallel(this.#host.editor.get, element)));
  }

  condition(element: DiagramElement): void {
    this.#edit(() => {
      const way = addCondition(this.#host.editor.get, element);
      if (way.target !== undefined) this.#named(way.target);
      return way;
    });
    this.#host.openPanel('condition');
  }

  addWay({ element }: OutlineStep): void {
    const { editor } = this.#host;
    const join = meetingOf(editor.outline, element);
    this.#edit(() => this.#named(addWay(editor.get, element, join)));
  }

  remove(step: OutlineStep): void {
    const { editor } = this.#host;
    const name = this.#host.labelOf(step.element);
    const neighbour = this.#neighbourOf(step);
    editor.together(() => removeStep(editor.get, step));
    if (neighbour !== undefined && editor.element(neighbour.id) !== undefined) this.goTo(neighbour);
    this.#host.announce(this.#words('removed', { name }));
  }

  removeWay(way: DiagramElement, items: readonly OutlineItem[] | undefined, step: OutlineStep): void {
    const { editor } = this.#host;
    const count = items === undefined ? 1 : nodesOf(items).length;
    editor.together(() => {
      if (items === undefined) editor.get('modeling').removeElements([way]);
      else removeWay(editor.get, way, items);
    });
    const left = editor.element(step.element.id) ?? editor.steps[0]?.element;
    if (left !== undefined) this.goTo(left);
    this.#host.announce(this.#words('removedWay', { count }));
  }

  removeSelected(): void {
    const { selected, editor } = this.#host;
    const steps = flatSteps(editor.outline).map((entry) => entry.step);
    const own = steps.find((step) => step.element === selected);
    if (own !== undefined && own.number > 0) {
      this.remove(own);
      return;
    }
    for (const step of steps) {
      const branch = step.branches.find(({ way }) => way === selected);
      if (branch !== undefined) this.removeWay(branch.way, isFlowNode(branch.way) ? undefined : branch.items, step);
    }
  }

  /** Where `element` may go: one place up or down, behind a step, into a way. */
  moveItems(element: DiagramElement, siblings: readonly OutlineItem[]): readonly MenuItem[] {
    const words = this.#words;
    if (!isPassage(element) || element.type.endsWith('Gateway'))
      return [{ id: 'up', label: words('up'), icon: 'arrow-up', disabledReason: words('cannotMove') }];
    const at = siblings.findIndex((item) => item.kind === 'step' && item.element === element);
    return [
      ...(at > 0 ? [{ id: 'up', label: words('up'), icon: 'arrow-up' } as const] : []),
      ...(at < siblings.length - 1 ? [{ id: 'down', label: words('down'), icon: 'arrow-down' } as const] : []),
      ...this.#places(element).map((place, index) => ({ id: place.id, label: this.#placeWords(place), divided: index === 0 })),
    ];
  }

  move(element: DiagramElement, siblings: readonly OutlineItem[], id: string): void {
    if (id === 'up' || id === 'down') {
      this.#moveAlong(element, siblings, id === 'up' ? -1 : 1);
      return;
    }
    const { editor } = this.#host;
    const place = editor.element(id);
    if (place === undefined) return;
    editor.together(() => moveBehind(editor.get, element, place));
    this.#tellMoved(element);
  }

  moveBy(element: DiagramElement, by: -1 | 1): void {
    const siblings = siblingsOf(this.#host.editor.outline, element);
    if (siblings !== undefined && isPassage(element)) this.#moveAlong(element, siblings, by);
    else this.#host.announce(this.#words('cannotMove'));
  }

  #moveAlong(element: DiagramElement, siblings: readonly OutlineItem[], by: -1 | 1): void {
    const { editor } = this.#host;
    const run = exchange(editor.get, element, siblings, by);
    if (run === undefined) {
      this.#host.announce(this.#words('notMoved'));
      return;
    }
    editor.together(run);
    this.#tellMoved(element);
  }

  // lines into which it could be put: behind steps with one way out, and ways of splits, in the same process or sub-process
  #places(element: DiagramElement): readonly DiagramElement[] {
    return this.#host.editor.steps.flatMap(({ element: other }) => {
      const lines = other.outgoing.filter(isSequence);
      if (other === element || other.parent !== element.parent) return [];
      if (lines.length === 1) return lines[0]?.target === element ? [] : [other];
      return lines.filter((line) => line.target !== element);
    });
  }

  #placeWords(place: DiagramElement): string {
    const { t } = this.#host;
    if (isFlowNode(place)) return this.#words('moveBehind', { name: stepName(t, place) });
    const way = `${place.source === undefined ? '' : stepName(t, place.source)} · ${branchWords(t, place)}`;
    return this.#words('moveInto', { way });
  }

  #edit(run: () => DiagramElement): void {
    const { editor } = this.#host;
    let made: DiagramElement | undefined;
    editor.together(() => {
      made = run();
    });
    if (made !== undefined) this.#tellAdded(made);
  }

  #named(element: DiagramElement): DiagramElement {
    this.#host.editor.rename(element, this.#words('newStep'));
    return element;
  }

  #tellAdded(element: DiagramElement): void {
    this.goTo(element);
    this.#host.announce(this.#words('added', { name: this.#host.labelOf(element) }));
  }

  #tellMoved(element: DiagramElement): void {
    this.goTo(element);
    this.#host.announce(this.#words('moved', { name: this.#host.labelOf(element) }));
  }

  #neighbourOf(step: OutlineStep): DiagramElement | undefined {
    const gone = new Set(nodesOf([step]));
    const { steps } = this.#host.editor;
    const at = steps.findIndex(({ element }) => element === step.element);
    const rest = [...steps.slice(at + 1), ...steps.slice(0, at).reverse()];
    return rest.find(({ element }) => !gone.has(element))?.element;
  }
}
