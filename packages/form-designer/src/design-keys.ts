/** The keys and the clipboard of the whole designer: take back, do again, copy, cut, paste, and Escape out of selecting several. */
import type { FormField } from '@tongban/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clipboardFields } from './field-clipboard.ts';

/** What the keys do. */
export interface KeyedDesign {
  /** Whether the keys are on a field of the canvas, and not in a box that is typed into. */
  isOnCanvas(): boolean;
  /** Whether edits can be taken back where one is now. */
  canGoBack(): boolean;
  canEdit(): boolean;
  undo(): void;
  redo(): void;
  /** Copies what is selected, and gives it as text. */
  copy(): string | undefined;
  remove(): void;
  paste(fields: readonly FormField[]): void;
  /** Ends selecting several; false when only one was being selected. */
  selectOne(): boolean;
}

/** See the module comment. */
export class DesignKeys implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #design: KeyedDesign;

  constructor(host: ReactiveControllerHost & HTMLElement, design: KeyedDesign) {
    this.#host = host;
    this.#design = design;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
    this.#host.addEventListener('copy', this.#onCopy);
    this.#host.addEventListener('cut', this.#onCopy);
    this.#host.addEventListener('paste', this.#onPaste);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
    this.#host.removeEventListener('copy', this.#onCopy);
    this.#host.removeEventListener('cut', this.#onCopy);
    this.#host.removeEventListener('paste', this.#onPaste);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const design = this.#design;
    if (event.key === 'Escape' && design.selectOne()) return;
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey) || !design.canGoBack()) return;
    const key = event.key.toLowerCase();
    const back = key === 'z' && !event.shiftKey;
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (!back && !again) return;
    event.preventDefault();
    if (back) design.undo();
    else design.redo();
  };

  readonly #onCopy = (event: ClipboardEvent): void => {
    const design = this.#design;
    const text = design.isOnCanvas() ? design.copy() : undefined;
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (event.type === 'cut' && design.canEdit()) design.remove();
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const design = this.#design;
    if (!design.canEdit() || !design.isOnCanvas()) return;
    const fields = clipboardFields(event.clipboardData?.getData('text/plain') ?? '');
    if (fields === undefined) return;
    event.preventDefault();
    design.paste(fields);
  };
}
