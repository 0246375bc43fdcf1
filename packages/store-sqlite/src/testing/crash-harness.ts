/**
 * The crash harness: child processes do random work on one file and die of a real SIGKILL in the middle of it, again and again; after
 * each death everything is checked. In the end every case is brought to its end.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Json } from '@tongban/model';
import { checkWork, RandomWork } from '@tongban/runtime/testing';
import { openSqlite } from '../store.ts';

const program = fileURLToPath(new URL('./work-until-killed.ts', import.meta.url));

/** How the harness is run. */
export interface HarnessOptions {
  /** A file that is not there yet. */
  readonly path: string;
  readonly deaths: number;
  readonly seed: number;
  /** A child dies before its n-th statement, n up to this. */
  readonly statements: number;
}

/** What the harness did. */
export interface HarnessReport {
  readonly deaths: number;
  readonly cases: number;
  readonly commits: number;
  readonly answers: number;
}

/** Runs the harness. Throws when an invariant is broken. */
export async function runCrashHarness({ path, deaths, seed, statements }: HarnessOptions): Promise<HarnessReport> {
  const answered = new Map<string, Json>();
  for (let death = 1; death <= deaths; death++) {
    // Spread over the statements, the same for the same seed.
    const statement = 1 + ((death * 7_919 + seed * 104_729) % statements);
    for (const [commandId, answer] of await workAndDie(path, seed * 100_000 + death, statement)) answered.set(commandId, answer);
    await checked(path, answered);
  }
  return { deaths, answers: answered.size, ...(await finished(path, answered)) };
}

// helpers

async function checked(path: string, answered: ReadonlyMap<string, Json>): Promise<{ readonly cases: number; readonly commits: number }> {
  const storage = await openSqlite({ path });
  try {
    return await checkWork(storage, answered);
  } finally {
    await storage.close();
  }
}

async function finished(path: string, answered: ReadonlyMap<string, Json>): Promise<{ readonly cases: number; readonly commits: number }> {
  const storage = await openSqlite({ path });
  const work = await RandomWork.on(storage, 1, () => {});
  await work.finish();
  await storage.close();
  return checked(path, answered);
}

// Gives what was answered before the death.
function workAndDie(path: string, seed: number, statement: number): Promise<ReadonlyMap<string, Json>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=@tongban/source', program, path, String(seed), String(statement)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The child with seed ${seed} ended by itself (${code}): ${errors}`));
      else resolve(answersIn(output));
    });
  });
}

// A line cut off by the kill was not read by anybody.
function answersIn(output: string): ReadonlyMap<string, Json> {
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  const answered = lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly commandId: string; readonly answer: Json });
  return new Map(answered.map(({ commandId, answer }) => [commandId, answer]));
}
