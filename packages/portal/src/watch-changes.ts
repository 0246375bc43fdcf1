/** Calls back when something changes that the person may see. Elements of one service share one stream. */
import type { CaseService, ChangeNotice } from '@tongban/model';

type Listener = (notice: ChangeNotice) => void;

interface Stream {
  readonly listeners: Set<Listener>;
  readonly over: AbortController;
}

const streams = new WeakMap<CaseService, Stream>();

/** Listens to the changes of `service`; call what it returns to stop. */
export function watchChanges(service: CaseService, listener: Listener): () => void {
  const stream = streams.get(service) ?? open(service);
  stream.listeners.add(listener);
  return () => {
    stream.listeners.delete(listener);
    if (stream.listeners.size > 0) return;
    stream.over.abort();
    if (streams.get(service) === stream) streams.delete(service);
  };
}

function open(service: CaseService): Stream {
  const stream: Stream = { listeners: new Set(), over: new AbortController() };
  streams.set(service, stream);
  void follow(service, stream);
  return stream;
}

async function follow(service: CaseService, stream: Stream): Promise<void> {
  try {
    for await (const notice of service.changes({ signal: stream.over.signal })) {
      for (const listener of stream.listeners) listener(notice);
    }
  } catch {
    // Nobody is signed in any more, or the stream was refused: the elements still load when asked, and say what is wrong.
    if (streams.get(service) === stream) streams.delete(service);
  }
}
