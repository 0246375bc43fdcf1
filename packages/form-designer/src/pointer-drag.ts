/** Drags a field or a palette entry with the pointer: mouse, pen or finger, inside a shadow root. Escape gives up. */
import type { FormDocument, FormField } from '@tongban/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type FieldSpot, fieldsInside, findField, mayStandIn, siblingsIn } from './field-tree.ts';
import type { PaletteEntry } from './palette.ts';

/** What is dragged. */
export interface Dragged {
  readonly label: string;
  /** As they would stand in the form; of a palette entry its draft. */
  readonly fields: readonly FormField[];
  /** What it is a draft of, when it is new. */
  readonly entry?: PaletteEntry;
}

/** Where the pointer is, and where the field would be put. */
export interface DragState {
  readonly dragged: Dragged;
  readonly x: number;
  readonly y: number;
  readonly spot: FieldSpot | undefined;
}

/** What the element that drags provides. */
export interface DragHost extends ReactiveControllerHost {
  root(): ShadowRoot;
  form(): FormDocument | undefined;
}

const THRESHOLD_PX = 5;
const EDGE_PX = 48;
/** The lower rim of a section or rows: what is dropped there comes behind it. */
const EDGE_OF_HOLDER_PX = 8;

/** See the module comment. */
export class PointerDrag implements ReactiveController {
  state: DragState | undefined;
  readonly #host: DragHost;
  readonly #drop: (dragged: Dragged, spot: FieldSpot) => void;
  #from: { readonly dragged: Dragged; readonly x: number; readonly y: number; readonly pointer: number } | undefined;

  constructor(host: DragHost, drop: (dragged: Dragged, spot: FieldSpot) => void) {
    this.#host = host;
    this.#drop = drop;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Call it when a pointer goes down on something that can be dragged. */
  grab(event: PointerEvent, dragged: Dragged): void {
    if (event.button !== 0) return;
    this.#end();
    this.#from = { dragged, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    window.addEventListener('pointermove', this.#onMove);
    window.addEventListener('pointerup', this.#onUp);
    window.addEventListener('pointercancel', this.#onCancel);
    window.addEventListener('keydown', this.#onKey, true);
  }

  readonly #onMove = (event: PointerEvent): void => {
    const from = this.#from;
    if (from === undefined || event.pointerId !== from.pointer) return;
    const { clientX: x, clientY: y } = event;
    if (this.state === undefined && Math.hypot(x - from.x, y - from.y) < THRESHOLD_PX) return;
    event.preventDefault();
    this.#scrollAtEdges(y);
    this.state = { dragged: from.dragged, x, y, spot: this.#spotAt(x, y, from.dragged.fields) };
    this.#host.requestUpdate();
  };

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#from?.pointer) return;
    const { state } = this;
    this.#end();
    if (state?.spot !== undefined) this.#drop(state.dragged, state.spot);
  };

  readonly #onCancel = (): void => this.#end();

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.state === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  };

  #end(): void {
    this.#from = undefined;
    window.removeEventListener('pointermove', this.#onMove);
    window.removeEventListener('pointerup', this.#onUp);
    window.removeEventListener('pointercancel', this.#onCancel);
    window.removeEventListener('keydown', this.#onKey, true);
    if (this.state === undefined) return;
    this.state = undefined;
    this.#host.requestUpdate();
  }

  #spotAt(x: number, y: number, fields: readonly FormField[]): FieldSpot | undefined {
    const form = this.#host.form();
    const root = this.#host.root();
    if (form === undefined) return undefined;
    let at = root.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell], [data-inside]') ?? undefined;
    while (at !== undefined) {
      const spot = at.dataset['cell'] === undefined ? endOf(form, at.dataset['inside'] ?? '') : besideCell(form, at, x, y, fields);
      if (spot !== undefined && mayAllStandIn(form, spot.parentId, fields)) return spot;
      at = at.parentElement?.closest<HTMLElement>('[data-cell], [data-inside]') ?? undefined;
    }
    return undefined;
  }

  #scrollAtEdges(y: number): void {
    const canvas = this.#host.root().querySelector<HTMLElement>('[data-scroller]');
    if (canvas === null) return;
    const { top, bottom } = canvas.getBoundingClientRect();
    if (y < top + EDGE_PX) canvas.scrollBy(0, -12);
    else if (y > bottom - EDGE_PX) canvas.scrollBy(0, 12);
  }
}

function mayAllStandIn(form: FormDocument, parentId: string | undefined, fields: readonly FormField[]): boolean {
  return fields.every((field) => mayStandIn(form, parentId, field));
}

function endOf(form: FormDocument, parentId: string): FieldSpot {
  const parent = parentId === '' ? undefined : parentId;
  return { parentId: parent, index: siblingsIn(form, parent).length };
}

function besideCell(form: FormDocument, cell: HTMLElement, x: number, y: number, fields: readonly FormField[]): FieldSpot | undefined {
  const placed = findField(form, cell.dataset['cell'] ?? '');
  if (placed === undefined) return undefined;
  const { left, top, width, height } = cell.getBoundingClientRect();
  const head = cell.querySelector<HTMLElement>(':scope > [data-head]')?.getBoundingClientRect();
  const holds = fieldsInside(placed.field)?.length;
  if (holds !== undefined && head !== undefined && mayAllStandIn(form, placed.field.id, fields)) {
    if (placed.field.kind === 'section' && y > head.top + head.height / 2 && y <= head.bottom)
      return { parentId: placed.field.id, index: 0 };
    if (y > head.bottom && y < top + height - EDGE_OF_HOLDER_PX) return { parentId: placed.field.id, index: holds };
  }
  const before = cell.dataset['axis'] === 'x' ? x < left + width / 2 : y < top + height / 2;
  return { parentId: placed.parentId, index: placed.index + (before ? 0 : 1) };
}
