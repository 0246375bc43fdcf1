/** What both surfaces are asked alike. */
import { fileOf } from './file.mjs';

export const TASKS = 500;
export const MOVED = 'Task_255';

/** Offers `open` and `move` to the bench. `show(xml)` opens a surface in `main` and answers what of bpmn-js is behind it. */
export function offer(show) {
  const xml = fileOf(TASKS);
  let surface;
  Object.assign(window, {
    async open() {
      const began = performance.now();
      surface = await show(xml);
      await painted();
      return performance.now() - began;
    },
    /** Milliseconds of one move in its quickest time; every move is painted and told before the next. */
    async move(times) {
      const task = surface.get('elementRegistry').get(MOVED);
      let best = Number.POSITIVE_INFINITY;
      for (let index = 0; index < times; index += 1) {
        const began = performance.now();
        surface.get('modeling').moveElements([task], { x: index % 2 === 0 ? 10 : -10, y: 0 });
        await painted();
        best = Math.min(best, performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      return best;
    },
    /** Milliseconds of the longest time that nothing else could be done, from when an edit is painted until long after it was told. */
    async settle() {
      const task = surface.get('elementRegistry').get(MOVED);
      surface.get('modeling').updateProperties(task, { name: `改名 ${performance.now()}` });
      await painted();
      return longestBlock(1500);
    },
  });
}

function longestBlock(ms) {
  const { port1, port2 } = new MessageChannel();
  const began = performance.now();
  let last = began;
  let longest = 0;
  return new Promise((resolve) => {
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (now - began > ms) resolve(longest);
      else port2.postMessage(undefined);
    };
    port2.postMessage(undefined);
  });
}

/** Waits until what was drawn has been painted. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
