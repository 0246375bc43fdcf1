/**
 * The canvas under the keyboard: arrows walk, Enter sets up, F2 renames, Insert adds, the menu key opens the pad, C connects, Shift +
 * arrows move, Ctrl + Shift + arrows resize, Delete removes, B goes to the bends of a line. Whatever goes away, the focus stays on the canvas.
 */
import type { DiagramElement } from '../diagram/services.ts';
import type { ShapeNames } from '../diagram/shape-names.ts';
import { insertStep } from '../palette-edits.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { CanvasEdits } from './canvas-edits.ts';
import { canvasMessages } from './canvas-messages.ts';
import { neighbourOf, stopsOf, walk } from './canvas-walk.ts';
import { LineBends } from './line-bends.ts';
import { tellRefusedDrops } from './refused-drops.ts';

/** Where a line that is being drawn begins. */
const CONNECTING = 'tb-connecting';

export class CanvasKeys {
  private readonly host: SurfaceHost;
  private readonly names: ShapeNames;
  private readonly words: ReturnType<typeof canvasMessages.for>;
  private readonly edits: CanvasEdits;
  private readonly bends: LineBends;
  private readonly container: HTMLElement;
  private connecting: DiagramElement | undefined;
  /** Where the focus was last. */
  private focused: Element | undefined;
  /** Where it goes when that is gone: the last of these that is still there. */
  private refuges: readonly DiagramElement[] = [];

  constructor(host: SurfaceHost, names: ShapeNames) {
    this.host = host;
    this.names = names;
    this.words = canvasMessages.for(host);
    this.edits = new CanvasEdits(host, this.words);
    this.bends = new LineBends(host, this.words, (line) => this.focus(line));
    const { get } = host.editor;
    this.container = get('canvas').getContainer();
    this.describe();
    tellRefusedDrops(host, this.words);
    this.container.addEventListener('keydown', this.onKey, true);
    this.container.addEventListener('focusin', this.onFocus);
    this.container.addEventListener('focusout', this.onLeave);
    get('eventBus').on(['commandStack.changed', 'contextPad.close', 'directEditing.deactivate', 'import.done'], 100, () =>
      this.keepFocusSoon(),
    );
  }

  /** Says in the language of now what the canvas is and how it is worked. */
  describe(): void {
    const svg = this.container.querySelector('svg');
    svg?.setAttribute('role', 'application');
    svg?.setAttribute('aria-label', this.words('canvas'));
    svg?.setAttribute('aria-description', this.words('keys'));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const element = this.elementAt(event.target);
    const handled = element === undefined ? this.leavesPad(event) : !event.isComposing && this.handles(event, element);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  private handles(event: KeyboardEvent, element: DiagramElement): boolean {
    const { ctrlKey, metaKey, shiftKey, altKey, key } = event;
    if (altKey || metaKey) return false;
    if (ctrlKey) return shiftKey && this.mayEdit && this.edits.resize(element, key);
    if (shiftKey) return key === 'F10' ? this.openPad(element) : this.mayEdit && this.edits.move(element, key);
    const next = walk(this.host.editor, element, key);
    if (next !== undefined) return this.goTo(next);
    return WALKING.has(key) || this.acts(key, element);
  }

  private acts(key: string, element: DiagramElement): boolean {
    switch (key) {
      case 'Enter':
        return this.connecting === undefined ? this.setUp(element) : this.connectWith(element);
      case ' ':
        this.host.editor.get('selection').select(element);
        return true;
      case 'Escape':
        return this.endConnecting();
      case 'ContextMenu':
      case 'm':
      case 'M':
        return this.openPad(element);
      default:
        return this.mayEdit && this.changes(key, element);
    }
  }

  private changes(key: string, element: DiagramElement): boolean {
    const { editor } = this.host;
    switch (key) {
      case 'c':
      case 'C':
        return this.startConnecting(element);
      case 'b':
      case 'B':
        if (element.waypoints !== undefined) this.bends.open(element);
        return true;
      case 'F2':
        editor.get('directEditing').activate(element);
        return true;
      case 'Insert':
        if (!editor.canInsertAfter(element)) return true;
        insertStep(this.host, 'userTask', element);
        return this.goTo(editor.selected ?? element);
      case 'Delete':
      case 'Backspace':
        this.rememberRefuge(neighbourOf(editor, element));
        this.edits.remove(element);
        return true;
      default:
        return false;
    }
  }

  private goTo(element: DiagramElement): boolean {
    const { editor } = this.host;
    if (this.connecting === undefined) editor.select(element.id);
    else editor.get('canvas').scrollToElement(element, 80);
    this.focus(element);
    return true;
  }

  private setUp(element: DiagramElement): boolean {
    this.host.editor.select(element.id);
    this.host.openPanel();
    return true;
  }

  // what else can be done with it, as buttons beside it
  private openPad(element: DiagramElement): boolean {
    this.host.editor.select(element.id);
    this.container.querySelector<HTMLElement>('.djs-context-pad.open .entry')?.focus();
    return true;
  }

  private leavesPad({ key, target }: KeyboardEvent): boolean {
    const { selected } = this.host;
    if (key !== 'Escape' || selected === undefined || (target as Element).closest('.djs-context-pad') === null) return false;
    this.focus(selected);
    return true;
  }

  private startConnecting(element: DiagramElement): boolean {
    this.endConnecting();
    this.connecting = element;
    this.host.editor.get('canvas').addMarker(element, CONNECTING);
    const said = element.waypoints === undefined ? 'connectFrom' : 'reconnectFrom';
    this.host.announce(this.words(said, { name: this.host.labelOf(element) }));
    return true;
  }

  private connectWith(element: DiagramElement): boolean {
    const from = this.connecting;
    if (from === undefined || !this.edits.connect(from, element)) return true;
    this.stopMarking();
    this.goTo(element);
    return true;
  }

  private endConnecting(): boolean {
    if (this.connecting === undefined) return false;
    this.stopMarking();
    this.host.announce(this.words('connectEnded'));
    return true;
  }

  private stopMarking(): void {
    const { connecting } = this;
    this.connecting = undefined;
    if (connecting?.parent !== undefined) this.host.editor.get('canvas').removeMarker(connecting, CONNECTING);
  }

  private readonly onFocus = (event: FocusEvent): void => {
    this.focused = event.target as Element;
    const element = this.elementAt(event.target);
    if (element === undefined) return;
    this.names.lead(element);
    this.rememberRefuge(element);
  };

  // gone elsewhere by itself; an element that is taken away loses the focus to nothing
  private readonly onLeave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null && !this.container.contains(relatedTarget as Node)) this.focused = undefined;
  };

  private rememberRefuge(element: DiagramElement | undefined): void {
    if (element !== undefined) this.refuges = [element, ...this.refuges.filter((one) => one !== element)].slice(0, REMEMBERED);
  }

  private keepFocusSoon(): void {
    if (this.focused === undefined) return;
    queueMicrotask(() => {
      const root = this.container.getRootNode() as ShadowRoot | Document;
      if (this.focused?.isConnected !== false || root.activeElement !== null) return;
      const { editor, selected } = this.host;
      const there = (element: DiagramElement | undefined): element is DiagramElement =>
        element !== undefined && editor.element(element.id) === element && element.parent !== undefined;
      const next = [selected, ...this.refuges, stopsOf(editor)[0]].find(there);
      if (next === undefined) editor.get('canvas').focus();
      else this.focus(next);
    });
  }

  private focus(element: DiagramElement): void {
    this.names.lead(element);
    this.host.editor.get('elementRegistry').getGraphics(element)?.focus({ preventScroll: true });
  }

  private elementAt(target: EventTarget | null): DiagramElement | undefined {
    const id = (target as Element).closest?.('.djs-element')?.getAttribute('data-element-id');
    return id == null ? undefined : this.host.editor.element(id);
  }

  private get mayEdit(): boolean {
    return !this.host.readonly && !this.host.narrow;
  }
}

/** As many steps of undo in a row find back. */
const REMEMBERED = 20;
const WALKING: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']);
