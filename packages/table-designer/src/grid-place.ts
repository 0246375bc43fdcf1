/** Puts the parts of the grid where they belong and scrolls a cell into sight. Through the CSSOM: a style attribute from text would be against a strict policy. */

const NUMBER_WIDTH = 56;

/** The height of a row of a long table, in pixels: a line of the text of `place`, and room around it. */
export function drawnRowHeight(place: HTMLElement): number {
  return (Number.parseFloat(getComputedStyle(place).lineHeight) || 22) + (matchMedia('(pointer: coarse)').matches ? 22 : 14);
}

/** Gives the columns their widths, and the rows of a long table their places. */
export function placeGrid(grid: HTMLElement, widths: readonly number[], rows: number): void {
  const columns = `${NUMBER_WIDTH}px ${widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' ')}`;
  if (grid.style.getPropertyValue('--_columns') !== columns) grid.style.setProperty('--_columns', columns);
  for (const kind of grid.querySelectorAll<HTMLElement>('.kind')) kind.style.gridColumn = `span ${kind.dataset['span']}`;
  const body = grid.querySelector<HTMLElement>('.body');
  if (body === null) return;
  const windowed = body.classList.contains('windowed');
  const height = drawnRowHeight(grid);
  body.style.height = windowed ? `${rows * height}px` : '';
  for (const line of body.querySelectorAll<HTMLElement>('.row')) {
    line.style.transform = windowed ? `translateY(${Number(line.dataset['line']) * height}px)` : '';
  }
}

/** Scrolls as little as needed; a row that is not drawn yet is brought to the middle. */
export function showCell(scroller: HTMLElement, cell: HTMLElement | undefined, row: number, rows: number): void {
  const head = scroller.querySelector('.head')?.clientHeight ?? 0;
  if (cell === undefined) return;
  const [frame, own] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  const far = own.bottom < frame.top - scroller.clientHeight || own.top > frame.bottom + scroller.clientHeight;
  if (row >= 0 && far && rows > 0) scroller.scrollTop += own.top - frame.top - scroller.clientHeight / 2;
  else if (row >= 0 && own.top < frame.top + head) scroller.scrollTop -= frame.top + head - own.top;
  else if (own.bottom > frame.top + scroller.clientHeight) scroller.scrollTop += own.bottom - frame.top - scroller.clientHeight;
  if (own.left < frame.left + NUMBER_WIDTH) scroller.scrollLeft -= frame.left + NUMBER_WIDTH - own.left;
  else if (own.right > frame.left + scroller.clientWidth) scroller.scrollLeft += own.right - frame.left - scroller.clientWidth;
}
