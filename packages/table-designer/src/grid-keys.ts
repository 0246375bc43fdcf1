/** The keys of a spreadsheet, in the grid. Esc and then Tab leaves it, so that the keyboard is not caught. */
import { cellAfterKey } from './sheet/grid-range.ts';
import type { TableEditor } from './table-editor.ts';

const PAGE_ROWS = 12;

/** What keys do beside the grid. */
export interface GridKeysHost {
  /** Goes to the properties of the column with the focus. */
  openPanel(): void;
  /** Removes that column; asks before it takes cells along. */
  removeColumn(): void;
}

/** Handles keys pressed in cells and headings. */
export class GridKeys {
  readonly #editor: () => TableEditor | undefined;
  readonly #host: GridKeysHost;
  #leaving = false;

  constructor(editor: () => TableEditor | undefined, host: GridKeysHost) {
    this.#editor = editor;
    this.#host = host;
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const editor = this.#editor();
    if (editor === undefined || event.isComposing || event.key === 'Process') return;
    if (!(event.target as HTMLElement).matches('.entry, .head-button')) return;
    const handled = editor.edit === undefined ? this.#whileMoving(editor, event) : this.#whileEditing(editor, event);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly onFocusIn = (): void => {
    this.#leaving = false;
  };

  #whileEditing(editor: TableEditor, event: KeyboardEvent): boolean {
    const { key, shiftKey } = event;
    if (key === 'Escape') {
      editor.cancelEdit();
      return true;
    }
    if (key === 'Enter' || key === 'Tab') {
      editor.commitEdit();
      editor.goOn(key === 'Tab', shiftKey, true);
      return true;
    }
    if (!key.startsWith('Arrow')) return false;
    if ((key === 'ArrowDown' || key === 'ArrowUp') && editor.pointAt(key === 'ArrowDown' ? 1 : -1)) return true;
    if (editor.edit?.inside !== false) return false;
    editor.commitEdit();
    return this.#move(editor, event);
  }

  #whileMoving(editor: TableEditor, event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey) return this.#withControl(editor, key.toLowerCase()) || this.#move(editor, event);
    if (altKey) return this.#withAlt(editor, key);
    if (key === 'Tab') return this.#tab(editor, shiftKey);
    if (key === 'Escape') this.#leave(editor);
    else if (key === 'Enter' || key === 'F2' || (key === ' ' && !editor.inRows)) this.#open(editor);
    else if (key === 'Delete' || key === 'Backspace') editor.clear();
    else if (key === ' ' && shiftKey) editor.selectRows(editor.range.top, editor.range.bottom);
    else return this.#move(editor, event);
    return true;
  }

  #withControl(editor: TableEditor, key: string): boolean {
    const acts: Readonly<Record<string, () => void>> = {
      z: () => editor.undo(),
      y: () => editor.redo(),
      a: () => editor.selectAll(),
      d: () => editor.fillDown(),
      enter: () => (editor.inRows ? editor.insertRow() : this.#addColumn(editor)),
      '-': () => (editor.inRows ? editor.removeRows() : this.#host.removeColumn()),
    };
    if (!Object.hasOwn(acts, key)) return false;
    acts[key]?.();
    return true;
  }

  #withAlt(editor: TableEditor, key: string): boolean {
    if (editor.inRows && (key === 'ArrowUp' || key === 'ArrowDown')) editor.moveRows(key === 'ArrowUp' ? -1 : 1);
    else if (!editor.inRows && (key === 'ArrowLeft' || key === 'ArrowRight')) editor.moveColumn(key === 'ArrowLeft' ? -1 : 1);
    else return false;
    return true;
  }

  #addColumn(editor: TableEditor): void {
    if (editor.insertColumn()) this.#host.openPanel();
  }

  #open(editor: TableEditor): void {
    if (editor.inRows) editor.beginEdit();
    else this.#host.openPanel();
  }

  #leave(editor: TableEditor): void {
    this.#leaving = true;
    editor.host.announce(editor.host.t('leaveHint'));
  }

  #tab(editor: TableEditor, back: boolean): boolean {
    if (this.#leaving || !editor.inRows) return false;
    const before = editor.selection.focus;
    editor.goOn(true, back);
    const { focus } = editor.selection;
    return focus.row !== before.row || focus.column !== before.column;
  }

  #move(editor: TableEditor, { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    const next = cellAfterKey(key, ctrlKey || metaKey, editor.selection.focus, editor.size, PAGE_ROWS);
    if (next === undefined) return false;
    this.#leaving = false;
    editor.moveTo(next, shiftKey);
    return true;
  }
}
