/** The change stream as server-sent events, read by fetch so that a host's headers travel with it. */
import type { CaseService } from '@tongban/model';

const HEARTBEAT_MS = 15_000;

/** Answers with the changes from `cursor` on, until the client goes away. */
export function streamChanges(cases: CaseService, request: Request, cursor: string | undefined): Response {
  const over = new AbortController();
  request.signal.addEventListener('abort', () => over.abort());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => over.signal.aborted || controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      send('retry: 2000\n\n');
      try {
        for await (const notice of cases.changes({ signal: over.signal, ...(cursor === undefined ? {} : { cursor }) })) {
          send(`id: ${notice.cursor}\nevent: change\ndata: ${JSON.stringify(notice)}\n\n`);
        }
      } finally {
        clearInterval(heartbeat);
        if (!over.signal.aborted) controller.close();
      }
    },
    cancel: () => over.abort(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
