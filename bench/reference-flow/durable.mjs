/** The reference flow on the engine with SQLite on disk, and the raw transactions that write the same rows. */
import { hash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createEngine } from '@tongban/runtime';
import { openSqlite } from '@tongban/store-sqlite';
import { formData } from './form-data.mjs';
import { release } from './release.mjs';

/** Commits per case: start, five user tasks, the service task. */
export const TRANSITIONS = 7;

const TENANT = 'jishishan';
const NOW = 1_795_395_600_000;
const actor = { id: 'u1', name: '李晓梅', department: 'window' };
const REVIEWS = ['land', 'planning', 'environment'];

/** Opens a new database in a folder of its own; `runCase(caseId)` runs one whole case on it. */
export async function openBench() {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
  const recorder = recordingDatabase(join(folder, 'bench.db'));
  const storage = await openSqlite({ database: recorder.database });
  const engine = createEngine({
    store: storage,
    clock: { now: () => NOW },
    newId: randomUUID,
    digest: { algorithm: 'sha256', hash: (text) => hash('sha256', text) },
  });
  await engine.deploy({ tenant: TENANT, release });
  const ready = await engine.release(TENANT, release.id);
  return {
    recorder,
    runCase: (caseId) => runReferenceCase(engine, ready, caseId),
    close: async () => {
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Runs one whole case on an engine. */
export async function runReferenceCase(engine, ready, caseId) {
  const facts = (commandId) => ({ tenant: TENANT, caseId, commandId: `${caseId}-${commandId}`, actorId: actor.id });
  const started = { kind: 'start', commandId: `${caseId}-start`, now: NOW, actor, caseId, tenant: TENANT, data: { application: formData } };
  expectDone(await engine.start({ ...facts('start'), ready, ordered: { command: started, answer: () => null } }));
  for (const nodeId of ['apply', ...REVIEWS, 'decide']) {
    const decide = ({ state }) => {
      const task = state.tokens.find(({ node }) => release.program.nodes[node].id === nodeId);
      const command = {
        kind: 'completeTask',
        commandId: `${caseId}-${nodeId}`,
        now: NOW,
        actor,
        taskId: task.id,
        variables: { [nodeId]: true },
      };
      return { command, acted: { task: task.id }, answer: () => null };
    };
    expectDone(await engine.execute({ ...facts(nodeId), decide }));
  }
  const decide = ({ state }) => ({
    command: { kind: 'finishJob', commandId: `${caseId}-job`, now: NOW, jobId: state.jobs[0].id, result: `A-${formData.projectCode}` },
    answer: () => null,
  });
  expectDone(await engine.execute({ ...facts('job'), decide }));
}

function expectDone(outcome) {
  if (outcome.kind !== 'done') throw new Error(`The command was not carried out: ${JSON.stringify(outcome)}`);
}

/** A database that remembers the writes of its transactions while it is asked to. */
function recordingDatabase(path) {
  const real = new DatabaseSync(path);
  let transactions;
  const prepare = (sql) => {
    const statement = real.prepare(sql);
    const run = (...values) => {
      if (sql.startsWith('BEGIN')) transactions?.push([]);
      else if (transactions !== undefined && sql !== 'COMMIT') transactions.at(-1).push({ sql, values });
      return statement.run(...values);
    };
    return { run, get: (...values) => statement.get(...values), all: (...values) => statement.all(...values) };
  };
  const database = { exec: (sql) => real.exec(sql), prepare, close: () => real.close() };
  const record = async (work) => {
    transactions = [];
    await work();
    const recorded = transactions.filter((writes) => writes.length > 0);
    transactions = undefined;
    return recorded;
  };
  return { database, record, real };
}

/** Writes the recorded rows again for another case, with nothing around the transactions. */
export function rawReplay(database, transactions, recordedCaseId) {
  const statements = new Map();
  const prepared = (sql) => {
    if (!statements.has(sql)) statements.set(sql, database.prepare(sql));
    return statements.get(sql);
  };
  return (caseId) => {
    // Rows of the journal have a number in the order of commits.
    const { last } = prepared('SELECT max(cursor) AS last FROM journal').get();
    const adapted = (value, at, numbered) => {
      if (typeof value === 'string') return value.replaceAll(recordedCaseId, caseId);
      return numbered && at === 0 ? value + last : value;
    };
    for (const writes of transactions) {
      prepared('BEGIN IMMEDIATE').run();
      for (const { sql, values } of writes) {
        const numbered = /^INSERT INTO (journal|personal_values) /.test(sql);
        prepared(sql).run(...values.map((value, at) => adapted(value, at, numbered)));
      }
      prepared('COMMIT').run();
    }
  };
}
