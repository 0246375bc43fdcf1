/** Locks on the drawing: each has a mark, and what the base of a copy locks is not changed by any way of editing. Loaded when there are locks. */
import { icon } from '@tongban/element-kit';
import type { Problem } from '@tongban/model';
import { render } from 'lit';
import { nameOf } from '../diagram/kinds.ts';
import type { DiagramElement, DiagramEvent } from '../diagram/services.ts';
import { raise } from '../errors.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { NO_REASON } from './lock-messages.ts';
import { lockWords } from './lock-words.ts';
import { type SeenLock, seenLock } from './seen-lock.ts';

const TYPE = 'tb-lock';
const FIRST = 6000;

export class ElementLocks {
  private readonly host: SurfaceHost;
  private readonly refuse: (problem: Problem) => void;
  private marking = false;

  constructor(host: SurfaceHost, refuse: (problem: Problem) => void) {
    this.host = host;
    this.refuse = refuse;
    this.guard();
    this.mark();
  }

  /** Marks what is locked; marks shown before go. */
  mark(): void {
    const { editor, context } = this.host;
    const overlays = editor.get('overlays');
    overlays.remove({ type: TYPE });
    for (const { part, id } of [...(context?.lockedBy?.manifest.locks ?? []), ...(context?.manifest.locks ?? [])]) {
      const seen = part === 'element' ? seenLock(context, part, id) : undefined;
      const element = editor.element(id);
      if (seen === undefined || element?.parent === undefined) continue;
      overlays.remove({ type: TYPE, element: id });
      overlays.add(id, TYPE, {
        position: element.waypoints === undefined ? { top: -10, left: -10 } : { top: -10, left: 14 },
        html: this.badge(seen),
      });
    }
  }

  private badge(seen: SeenLock): HTMLElement {
    const badge = document.createElement('div');
    badge.className = seen.by === undefined ? 'tb-lock' : 'tb-lock given';
    badge.title = lockWords(this.host, seen);
    render(icon('lock'), badge);
    return badge;
  }

  private guard(): void {
    const { editor } = this.host;
    const bus = editor.get('eventBus');
    editor.refuses = (element) => this.refuses(element, 'fixed');
    bus.on('element.dblclick', FIRST, ({ element }) => (this.refuses(element, 'fixed') ? false : undefined));
    bus.on('commandStack.element.updateLabel.preExecute', FIRST, ({ context }) => {
      const { element } = context ?? {};
      if (context !== undefined && element !== undefined && this.refuses(element, 'fixed')) context.newLabel = nameOf(element);
    });
    bus.on('commandStack.elements.delete.preExecute', FIRST, ({ context }) => {
      if (context?.elements !== undefined) context.elements = context.elements.filter((element) => !this.refuses(element, 'stays'));
    });
    bus.on('commandStack.connection.reconnect.canExecute', FIRST, ({ context }) => {
      const { connection } = context ?? {};
      return connection !== undefined && this.refuses(connection, 'fixed') ? false : undefined;
    });
    // what comes back by undo has its mark again
    bus.on(['shape.added', 'connection.added'], (event: DiagramEvent) => {
      if (seenLock(this.host.context, 'element', event.element.id) !== undefined) this.markSoon();
    });
  }

  private markSoon(): void {
    if (this.marking) return;
    this.marking = true;
    queueMicrotask(() => {
      this.marking = false;
      this.mark();
    });
  }

  // `stays`: whether it, or what would go with it, must stay
  private refuses(element: DiagramElement, edit: 'fixed' | 'stays'): boolean {
    const concerned = edit === 'fixed' ? [element] : [element, ...allIn(element)];
    const locked = concerned.find(({ id }) => {
      const seen = seenLock(this.host.context, 'element', id);
      return seen?.by !== undefined && (edit === 'stays' || seen.lock.rule === 'fixed');
    });
    if (locked === undefined) return false;
    this.refuse(this.problem(locked));
    return true;
  }

  private problem(element: DiagramElement): Problem {
    const { context } = this.host;
    const seen = seenLock(context, 'element', element.id);
    const reason = seen?.lock.reason ?? NO_REASON;
    const details = { name: nameOf(element) || element.id, base: seen?.by ?? '', reason };
    return raise.problem('FLOW_DESIGNER_LOCKED', { elementId: element.id }, details);
  }
}

function allIn({ children = [], attachers = [] }: DiagramElement): readonly DiagramElement[] {
  return [...children, ...attachers].flatMap((one) => [one, ...allIn(one)]);
}
