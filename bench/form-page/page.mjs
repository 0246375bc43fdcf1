/** What both pages measure alike. */

/** The columns of the table: its values are in {@link rowsOf}. */
export const ROW_KINDS = ['text', 'number', 'text', 'text'];

/** So many rows of a table, by `c0` … `c3`. */
export function rowsOf(count) {
  return Array.from({ length: count }, (_, at) => ({ c0: `第 ${at + 1} 项`, c1: at, c2: '甲', c3: '' }));
}

/** Waits until what was rendered has been painted. */
export async function painted() {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Milliseconds of one key in `input`, its events and the layout after them; the quickest of some. */
export async function timedKeys(input) {
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  let best = Number.POSITIVE_INFINITY;
  input.focus();
  for (let index = 0; index < 20; index += 1) {
    const began = performance.now();
    write?.call(input, `${input.value}a`);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: 'a' }));
    await Promise.resolve();
    document.body.getBoundingClientRect();
    best = Math.min(best, performance.now() - began);
    await painted();
  }
  return best;
}
