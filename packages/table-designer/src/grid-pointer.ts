/** Mouse and touch in the grid: a press selects a cell or a row, dragging with the mouse a range, a second press opens the cell. */
import type { GridCell } from './sheet/grid-range.ts';
import type { TableEditor } from './table-editor.ts';

/** Handles the pointer in the grid. */
export class GridPointer {
  readonly #editor: () => TableEditor | undefined;
  readonly #openPanel: () => void;
  #dragging = false;

  /** `openPanel` goes to the properties of the column with the focus. */
  constructor(editor: () => TableEditor | undefined, openPanel: () => void) {
    this.#editor = editor;
    this.#openPanel = openPanel;
  }

  readonly onDown = (event: PointerEvent): void => {
    const editor = this.#editor();
    const target = event.target as HTMLElement;
    const number = target.closest<HTMLElement>('.number');
    const cell = target.closest<HTMLElement>('.cell');
    if (editor === undefined || event.button !== 0 || (number ?? cell) === null) return;
    if (target.closest('.choices') || (editor.edit !== undefined && cell?.classList.contains('focused'))) return;
    event.preventDefault();
    editor.commitEdit();
    if (cell === null) {
      const row = Number(number?.dataset['number']);
      editor.selectRows(event.shiftKey ? editor.selection.anchor.row : row, row);
      return;
    }
    this.#press(editor, cell, event);
  };

  readonly onOver = (event: PointerEvent): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.cell');
    if (!this.#dragging || cell === null) return;
    const at = cellAt(cell);
    if (at.row >= 0) this.#editor()?.moveTo(at, true);
  };

  readonly onDouble = (event: MouseEvent): void => {
    const editor = this.#editor();
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.cell');
    if (editor === undefined || cell === null || editor.edit !== undefined) return;
    if (cellAt(cell).row >= 0) editor.beginEdit();
    else this.#openPanel();
  };

  // a finger has no double press: pressing the selected cell again opens it
  #press(editor: TableEditor, cell: HTMLElement, { pointerType, shiftKey }: PointerEvent): void {
    const again = cell.classList.contains('focused') && pointerType !== 'mouse';
    if (again) editor.beginEdit();
    else editor.moveTo(cellAt(cell), shiftKey);
    this.#dragging = pointerType === 'mouse';
    if (!this.#dragging) return;
    window.addEventListener(
      'pointerup',
      () => {
        this.#dragging = false;
      },
      { once: true },
    );
  }
}

function cellAt({ dataset }: HTMLElement): GridCell {
  return { row: Number(dataset['row']), column: Number(dataset['column']) };
}
