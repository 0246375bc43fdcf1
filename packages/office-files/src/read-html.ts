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
    if (BLOCKS.has(child.tagName)) return [{ text: textIn(child).trim() }];
    return ['SCRIPT', 'STYLE', 'TEMPLATE'].includes(child.tagName) ? [] : partsOf(child, depth);
  });
}

function tableOf(table: HTMLTableElement, depth: number): TableGrid {
  return gridOf([...table.rows].map((row) => [...row.cells].map((cell) => rawCell(cell, depth))));
}

function rawCell(cell: HTMLTableCellElement, depth: number): RawCell {
  const inside = (table: Element): boolean => table.parentElement?.closest('table') === cell.closest('table');
  const tables = depth > DEPTH ? [] : [...cell.querySelectorAll('table')].filter(inside);
  return {
    text: textIn(cell),
    tables: tables.map((one) => tableOf(one, depth + 1)),
    rowSpan: cell.rowSpan,
    columnSpan: cell.colSpan,
  };
}

/** The text as it is seen: Word breaks the lines of its HTML anywhere, only its elements break lines of text. */
function textIn(element: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      const name = child.nodeName;
      if (child.nodeType === Node.TEXT_NODE) text += (child.textContent ?? '').replace(/[\t\n\f\r ]+/g, oneSpace);
      else if (name === 'BR') text += '\n';
      else if (!['TABLE', 'STYLE', 'SCRIPT', 'TEMPLATE', '#comment'].includes(name)) {
        walk(child);
        if (name === 'P' || name === 'DIV' || name === 'LI') text += '\n';
      }
    }
  };
  walk(element);
  return text;
}

// a break between two Chinese characters is no space
function oneSpace(gap: string, at: number, whole: string): string {
  const [before = '', after = ''] = [whole[at - 1], whole[at + gap.length]];
  return gap.includes('\n') && CHINESE.test(before) && CHINESE.test(after) ? '' : ' ';
}

const CHINESE = /[\u2e80-\u9fff\uff00-\uffef]/;
