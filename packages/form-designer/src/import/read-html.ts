/** Reads the tables of HTML: what Word, Excel and WPS put on the clipboard, or a saved page. Nothing of it is run or loaded. */
import { gridOf, type PaperPart, type RawCell, type TableGrid } from './table-grid.ts';

/** See the module comment. */
export function readHtml(text: string): readonly PaperPart[] {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  return partsOf(body, 0);
}

const DEPTH = 6;
const BLOCKS: ReadonlySet<string> = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'CAPTION']);

function partsOf(holder: Element, depth: number): readonly PaperPart[] {
  return [...holder.children].flatMap((child): readonly PaperPart[] => {
    if (child instanceof HTMLTableElement) {
      const title = child.caption?.textContent ?? '';
      return [...(title === '' ? [] : [{ text: title }]), ...(depth > DEPTH ? [] : [{ table: tableOf(child, depth) }])];
    }
    if (BLOCKS.has(child.tagName)) return [{ text: child.textContent ?? '' }];
    return ['SCRIPT', 'STYLE', 'TEMPLATE'].includes(child.tagName) ? [] : partsOf(child, depth);
  });
}

function tableOf(table: HTMLTableElement, depth: number): TableGrid {
  return gridOf([...table.rows].map((row) => [...row.cells].map((cell) => rawCell(cell, depth))));
}

function rawCell(cell: HTMLTableCellElement, depth: number): RawCell {
  const tables =
    depth > DEPTH ? [] : [...cell.querySelectorAll('table')].filter((one) => one.parentElement?.closest('table') === cell.closest('table'));
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const inner of copy.querySelectorAll('table, style, script')) inner.remove();
  for (const line of copy.querySelectorAll('br, p, div')) line.append('\n');
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
  return {
    text: copy.textContent ?? '',
    tables: tables.map((one) => tableOf(one, depth + 1)),
    rowSpan: cell.rowSpan,
    columnSpan: cell.colSpan,
  };
}
