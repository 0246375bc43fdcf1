/** Reads the paragraphs and tables of a Word file (.docx): merged cells and tables in cells included, pictures and formats left out. */
import { raise } from './errors.ts';
import { GRID_LIMITS, type GridCell, gridOf, type PaperPart, type RawCell, type TableGrid } from './table-grid.ts';
import { unzipped } from './unzipped.ts';

/** See the module comment. @throws OFFICE_FILES_UNREADABLE, OFFICE_FILES_TOO_LARGE */
export function readDocx(bytes: Uint8Array): readonly PaperPart[] {
  const files = unzipped(bytes, (name) => name === 'word/document.xml');
  const text = files.get('word/document.xml');
  if (text === undefined) throw raise('OFFICE_FILES_UNREADABLE', { reason: 'word/document.xml' });
  const body = new DOMParser().parseFromString(text, 'application/xml').getElementsByTagName('w:body')[0];
  if (body === undefined) throw raise('OFFICE_FILES_UNREADABLE', { reason: 'w:body' });
  return parts(body, 0);
}

/** Tables in tables in tables … are nothing a person drew. */
const DEPTH = 6;

function parts(holder: Element, depth: number): readonly PaperPart[] {
  return [...holder.children].flatMap((child): readonly PaperPart[] => {
    switch (child.tagName) {
      case 'w:p':
        return [{ text: paragraph(child) }];
      case 'w:tbl':
        return depth > DEPTH ? [] : [{ table: table(child, depth) }];
      case 'w:sdt':
      case 'w:sdtContent':
        return parts(child, depth);
      default:
        return [];
    }
  });
}

function paragraph(element: Element): string {
  let text = '';
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (child.tagName === 'w:t') text += child.textContent ?? '';
      else if (child.tagName === 'w:tab') text += ' ';
      else if (child.tagName === 'w:br') text += '\n';
      else if (child.tagName === 'w:sym') text += '□';
      else if (child.tagName !== 'w:del') walk(child);
    }
  };
  walk(element);
  return text;
}

interface WordCell extends RawCell {
  /** Word says of each cell below the first of a merged column that it goes on. */
  readonly goesOn: boolean;
}

function table(element: Element, depth: number): TableGrid {
  const rows = rowsOf(element)
    .slice(0, GRID_LIMITS.rows)
    .map((row) => cellsOf(row).map((cell) => wordCell(cell, depth)));
  return merged(gridOf(rows), rows);
}

/** Cells that go on from above are taken into the one they belong to. */
function merged(grid: TableGrid, rows: readonly (readonly WordCell[])[]): TableGrid {
  const goesOn = new Set<GridCell>();
  const counts = new Map<number, number>();
  for (const cell of grid.cells) {
    const at = counts.get(cell.row) ?? 0;
    counts.set(cell.row, at + 1);
    if (rows[cell.row]?.[at]?.goesOn === true) goesOn.add(cell);
  }
  const below = new Set([...goesOn].map(({ row, column }) => `${row} ${column}`));
  const cells = grid.cells.flatMap((cell): readonly GridCell[] => {
    if (goesOn.has(cell)) return [];
    let rowSpan = 1;
    while (below.has(`${cell.row + rowSpan} ${cell.column}`)) rowSpan++;
    return [{ ...cell, rowSpan }];
  });
  return { ...grid, cells };
}

function wordCell(element: Element, depth: number): WordCell {
  const properties = childNamed(element, 'w:tcPr');
  const merge = properties && childNamed(properties, 'w:vMerge');
  const inside = parts(element, depth + 1);
  return {
    text: inside.map(({ text }) => text ?? '').join('\n'),
    tables: inside.flatMap(({ table: one }) => (one === undefined ? [] : [one])),
    columnSpan: Number((properties && childNamed(properties, 'w:gridSpan'))?.getAttribute('w:val') ?? 1),
    goesOn: merge !== undefined && merge.getAttribute('w:val') !== 'restart',
  };
}

function rowsOf(element: Element): readonly Element[] {
  return [...element.children].flatMap((child) =>
    child.tagName === 'w:tr' ? [child] : child.tagName.startsWith('w:sdt') ? rowsOf(child) : [],
  );
}

function cellsOf(row: Element): readonly Element[] {
  return [...row.children].flatMap((child) =>
    child.tagName === 'w:tc' ? [child] : child.tagName.startsWith('w:sdt') ? cellsOf(child) : [],
  );
}

function childNamed(element: Element, name: string): Element | undefined {
  return [...element.children].find((child) => child.tagName === name);
}
