/** The change stream over HTTP: reconnects by itself and goes on where it was. */
import type { AbortSignalLike, ChangeNotice } from '@tongban/model';
import type { Http } from './http.ts';
import { readEvents } from './server-sent-events.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Changes from `cursor` on, until `signal` aborts. */
export async function* followChanges(http: Http, cursor: string | undefined, signal: AbortSignalLike): AsyncGenerator<ChangeNotice> {
  const over = new AbortController();
  const stop = () => over.abort();
  signal.addEventListener('abort', stop);
  let at = cursor;
  let waitMs = FIRST_WAIT_MS;
  try {
    while (!signal.aborted) {
      try {
        const response = await http.raw('/changes', { query: { cursor: at }, signal: over.signal });
        for await (const event of readEvents(response)) {
          const notice = JSON.parse(event.data) as ChangeNotice;
          at = notice.cursor;
          waitMs = FIRST_WAIT_MS;
          yield notice;
        }
      } catch (error) {
        if (!signal.aborted && isRefusal(error)) throw error;
      }
      await pause(waitMs, over.signal);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    over.abort();
  }
}

// A server that answers "no" will say it again; one that does not answer may come back.
function isRefusal(error: unknown): boolean {
  const kind = (error as { kind?: string }).kind;
  return kind === 'unauthenticated' || kind === 'forbidden';
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
