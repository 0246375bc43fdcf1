/** The checker of the studio: in a worker of its own, begun when the studio is first opened; in the page where there are no workers. */
import { remoteChecker } from '@tongban/compile';
import type { Checker } from '@tongban/model';

let known: Checker | undefined;

/** The one checker of this page. */
export function pageChecker(): Checker {
  known ??= remoteChecker(new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }), checkHere);
  return known;
}

async function checkHere(): Promise<Checker> {
  const { createChecker } = await import('@tongban/compile');
  return createChecker();
}
