/**
 * A page that works until it is killed: `#<seed>` does random work for ever, `#finish` brings every case to its end, `#room` offers a storage to
 * the test. Before it works, it checks what the pages before it left behind; it reports to whoever served it.
 */
import type { Storage } from '@tongban/runtime';
import { type Answered, checkWork, commitOf, RandomWork } from '@tongban/runtime/testing';
import { openIndexedDb } from '../store.ts';

const task = location.hash.slice(1);
const NAME = 'killed';
let thrownAway = '';

async function work(): Promise<void> {
  const storage = await openIndexedDb({ name: NAME, factory: watched(indexedDB) });
  const answered = (await (await fetch('/answered')).json()) as Answered[];
  await report('checked', await checkWork(storage, answered).catch((fault) => found(storage, fault)));
  const random = await RandomWork.on(storage, Number(task) || 0, (one) => {
    if (task === 'finish') answered.push(one);
    return report('answered', one);
  });
  if (task === 'finish') {
    await random.finish();
    await report('finished', await checkWork(storage, answered, true));
    return;
  }
  for (;;) await random.doSome();
}

// What is lost says less than what is there, and what the browser says of it.
async function found({ cases }: Storage, fault: unknown): Promise<never> {
  throw new Error(`${String(fault)} The last cursor is ${await cases.lastCursor()}. ${thrownAway}`);
}

// Chromium deletes what it finds damaged, and says so to whoever makes the database anew.
function watched(factory: IDBFactory): IDBFactory {
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    const request = factory.open(name, version);
    request.addEventListener('upgradeneeded', (event) => {
      const { dataLoss, dataLossMessage } = event as { readonly dataLoss?: string; readonly dataLossMessage?: string };
      if (name === NAME) thrownAway = `It was made anew, data loss: ${dataLoss} ${dataLossMessage}.`;
    });
    return request;
  };
  return { open, deleteDatabase: (name: string) => factory.deleteDatabase(name) } as IDBFactory;
}

async function report(what: string, body: unknown): Promise<void> {
  await fetch(`/${what}`, { method: 'POST', body: JSON.stringify(body) });
}

if (task === 'room') Object.assign(globalThis, { commitOf, openIndexedDb });
else work().catch((fault: unknown) => report('failed', String(fault)));
