/** The reference flow in a page, on the engine with IndexedDB, and bare transactions that write the same rows. */
import { newCommandId } from '@tongban/element-kit';
import { openIndexedDb } from '@tongban/store-indexeddb';
import { deployedOn, NOW, runReferenceCase, TENANT, TRANSITIONS, waitingCommit } from '../reference-flow/run-case.mjs';

const IN_PAGE = { newId: newCommandId };
const RECORDED = 'case-recorded';
const AT_ONCE = 32;
const LIST = { tenant: TENANT, now: NOW, limit: 50, countUpTo: 1000 };
const TODO = { ...LIST, box: 'todo', seeker: { id: 'u2', roles: ['reviewer', 'window'], department: 'zrzy' } };

/** Opens a database in which so many cases wait: what is measured on it, each as microseconds. */
window.openFilled = async (size) => {
  const name = `filled ${size}`;
  const storage = await openIndexedDb({ name });
  const { cases } = storage;
  await fill(cases, size);
  const { engine, ready } = await deployedOn(storage, IN_PAGE);
  const transactions = await recorded(() => runReferenceCase(engine, ready, RECORDED));
  const database = await rawDatabase(name);
  const { cursor, entries } = await cases.tasks(TODO);
  if (entries.length !== Math.min(50, size)) throw new Error('The inbox should be full.');
  let count = 0;
  const nextId = () => {
    count += 1;
    return `case-${String(count).padStart(RECORDED.length - 'case-'.length, '0')}`;
  };
  window.works = {
    transition: async () => (await timed(() => runReferenceCase(engine, ready, nextId()))) / TRANSITIONS,
    together: async () => {
      const ids = Array.from({ length: AT_ONCE }, nextId);
      return (await timed(() => Promise.all(ids.map((id) => runReferenceCase(engine, ready, id))))) / TRANSITIONS / AT_ONCE;
    },
    bare: async () => {
      const rows = rowsFor(transactions, nextId());
      return (await timed(() => writeBare(database, rows))) / TRANSITIONS;
    },
    inbox: () => timed(() => cases.tasks(TODO)),
    inboxNext: () => timed(() => cases.tasks({ ...TODO, cursor })),
    started: () => timed(() => cases.cases({ ...LIST, startedBy: 'u1' })),
  };
};

/** The quickest of some rounds of a work. */
window.quickest = async (work, rounds) => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) best = Math.min(best, await window.works[work]());
  return best;
};

async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) * 1000;
}

async function fill(cases, size) {
  const template = await waitingCommit(IN_PAGE);
  for (let done = 0; done < size; done += 64) {
    const ids = Array.from({ length: Math.min(64, size - done) }, (_, at) => `filled-${newCommandId().slice(0, 8)}-${done + at}`);
    await Promise.all(ids.map((id) => cases.commit(JSON.parse(template.replaceAll('case-template', id)))));
  }
}

/** What some work writes, transaction by transaction. */
async function recorded(work) {
  const transactions = new Map();
  const kept = { put: IDBObjectStore.prototype.put, delete: IDBObjectStore.prototype.delete };
  for (const [method, original] of Object.entries(kept)) {
    IDBObjectStore.prototype[method] = function (value) {
      const writes = transactions.get(this.transaction) ?? [];
      transactions.set(this.transaction, [...writes, { table: this.name, method, value }]);
      return original.call(this, value);
    };
  }
  await work();
  Object.assign(IDBObjectStore.prototype, kept);
  if (transactions.size !== TRANSITIONS) throw new Error(`Expected ${TRANSITIONS} transactions, saw ${transactions.size}.`);
  return [...transactions.values()];
}

// Each link of the journal has a number that no other has.
let cursor = 1_000_000_000;

function rowsFor(transactions, caseId) {
  return transactions.map((writes) =>
    writes.map(({ table, method, value }) => {
      const row = JSON.parse(JSON.stringify(value).replaceAll(RECORDED, caseId));
      cursor += 1;
      return { table, method, value: table === 'journal' ? { ...row, cursor } : row };
    }),
  );
}

async function writeBare(database, transactions) {
  for (const writes of transactions) {
    const transaction = database.transaction([...new Set(writes.map(({ table }) => table))], 'readwrite', { durability: 'strict' });
    for (const { table, method, value } of writes) transaction.objectStore(table)[method](value);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

function rawDatabase(name) {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
}
