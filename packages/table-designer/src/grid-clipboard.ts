/** Copying, cutting and pasting in the grid, to and from Excel, WPS and Word. The words go, not the FEEL, unless FEEL is shown. */
import { readClipboard, rowsOfGrid, textOfRows } from '@tongban/office-files';
import type { TableEditor } from './table-editor.ts';

/** Handles the clipboard events of the grid; inside an open cell they are the text field's own. */
export class GridClipboard {
  readonly #editor: () => TableEditor | undefined;

  constructor(editor: () => TableEditor | undefined) {
    this.#editor = editor;
  }

  readonly onCopy = (event: ClipboardEvent): void => {
    const editor = this.#free();
    if (editor === undefined || event.clipboardData === null) return;
    const { range } = editor;
    event.clipboardData.setData('text/plain', textOfRows(editor.gridOf(range, (cell) => editor.shown(cell))));
    event.preventDefault();
    editor.host.announce(editor.host.t('copied', { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }));
  };

  readonly onCut = (event: ClipboardEvent): void => {
    this.onCopy(event);
    this.#free()?.clear();
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const editor = this.#free();
    const data = event.clipboardData;
    if (editor === undefined || editor.host.readonly || data === null) return;
    event.preventDefault();
    const table = readClipboard(data.getData('text/html'), data.getData('text/plain')).find((part) => part.table !== undefined)?.table;
    if (table !== undefined) editor.paste(rowsOfGrid(table));
  };

  #free(): TableEditor | undefined {
    const editor = this.#editor();
    return editor?.edit === undefined && editor?.inRows === true ? editor : undefined;
  }
}
