/**
 * The crash harness: child processes do random work on one file and die of a real SIGKILL in the middle of it, again and again: by their own
 * hand before a statement, or from outside at any moment, in the middle of a write or an fsync, too. After each death everything is checked.
 * In the end every case is brought to its end.
 */
import { spawn } from 'node:child_process';
import { type Answered, type CheckedWork, checkWork, RandomWork } from '@tongban/runtime/testing';
import { openSqlite } from '../store.ts';
import { bundleProgram } from './bundled-program.ts';

const PROGRAM = new URL('./work-until-killed.ts', import.meta.url);

/** How the harness is run. */
export interface HarnessOptions {
  /** A file that is not there yet; the program of the children is put beside it. */
  readonly path: string;
  readonly deaths: number;
  readonly seed: number;
  /** A child dies before its n-th statement, n up to this. */
  readonly statements: number;
  /** Every second child is killed from outside instead, up to so many milliseconds after its first answer; default: none is. */
  readonly outsideMs?: number;
}

/** What the harness did. */
export interface HarnessReport {
  readonly deaths: number;
  readonly cases: number;
  readonly commits: number;
  readonly answers: number;
  /** How often children died before a statement of a kind (its first words), or from outside. */
  readonly places: Readonly<Record<string, number>>;
}

/** Runs the harness. Throws when an invariant is broken. */
export async function runCrashHarness({ path, deaths, seed, statements, outsideMs }: HarnessOptions): Promise<HarnessReport> {
  const answered: Answered[] = [];
  const places: Record<string, number> = {};
  const program = `${path}.program.mjs`;
  await bundleProgram(PROGRAM, program);
  for (let death = 1; death <= deaths; death++) {
    // Spread, the same for the same seed.
    const spread = death * 7_919 + seed * 104_729;
    const outside = outsideMs !== undefined && death % 2 === 0;
    const how = outside ? { afterMs: spread % outsideMs } : { statement: 1 + (spread % statements) };
    const died = await workAndDie([program, path, String(seed * 100_000 + death)], how);
    answered.push(...died.answered);
    places[died.place] = (places[died.place] ?? 0) + 1;
    await checked(path, answered);
  }
  return { deaths, answers: answered.length, places, ...(await finished(path, answered)) };
}

// helpers

async function checked(path: string, answered: readonly Answered[], isFinished = false): Promise<CheckedWork> {
  const storage = await openSqlite({ path });
  try {
    return await checkWork(storage, answered, isFinished);
  } finally {
    await storage.close();
  }
}

async function finished(path: string, answered: readonly Answered[]): Promise<CheckedWork> {
  const storage = await openSqlite({ path });
  const last: Answered[] = [];
  const work = await RandomWork.on(storage, 1, (one) => void last.push(one));
  await work.finish();
  await storage.close();
  return checked(path, [...answered, ...last], true);
}

type Death = { readonly statement: number } | { readonly afterMs: number };

interface Died {
  readonly place: string;
  readonly answered: readonly Answered[];
}

function workAndDie(program: readonly string[], how: Death): Promise<Died> {
  const statement = 'statement' in how ? how.statement : 0;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...program, String(statement)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      // The clock runs from the first answer on, so that every kill hits work.
      if (output === '' && 'afterMs' in how) setTimeout(() => child.kill('SIGKILL'), how.afterMs);
      output += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The child ${program.join(' ')} ended by itself (${code}): ${errors}`));
      else resolve(diedWith(output));
    });
  });
}

// A line cut off by the kill was not read by anybody. The last one may say before which statement the child died.
function diedWith(output: string): Died {
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  const said = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Answered | { readonly before: string });
  const last = said.at(-1);
  const place = last !== undefined && 'before' in last ? last.before : 'from outside';
  return { place, answered: said.filter((one) => 'of' in one) };
}
