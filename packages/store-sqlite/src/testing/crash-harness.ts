/**
 * The crash harness: child processes do random work on one file and die of a real SIGKILL in the middle of it, again and again: by their own
 * hand before a statement, or from outside at any moment, in the middle of a write or an fsync, too. After each death everything is checked.
 * In the end every case is brought to its end.
 */
import { type Answered, type CheckedWork, checkWork, RandomWork } from '@tongban/runtime/testing';
import { openSqlite } from '../store.ts';
import { bundleProgram } from './bundled-program.ts';
import { type KilledAfter, runUntilKilled } from './killed-program.ts';

const PROGRAM = new URL('./work-until-killed.ts', import.meta.url);

/** How the harness is run. */
export interface HarnessOptions {
  /** A file that is not there yet; the program of the children is put beside it. */
  readonly path: string;
  readonly deaths: number;
  readonly seed: number;
  /** A child dies before its n-th statement, n up to this. */
  readonly statements: number;
  /** Every second child is killed from outside instead, after so many answers at most and up to 20 ms; default: none is. */
  readonly outside?: number;
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
export async function runCrashHarness({ path, deaths, seed, statements, outside }: HarnessOptions): Promise<HarnessReport> {
  const answered: Answered[] = [];
  const places: Record<string, number> = {};
  const program = `${path}.program.mjs`;
  await bundleProgram(PROGRAM, program);
  for (let death = 1; death <= deaths; death++) {
    // Spread, the same for the same seed.
    const spread = death * 7_919 + seed * 104_729;
    const isOutside = outside !== undefined && death % 2 === 0;
    const how = isOutside ? { lines: 1 + (spread % outside), ms: spread % 20 } : { statement: 1 + (spread % statements) };
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

interface Died {
  readonly place: string;
  readonly answered: readonly Answered[];
}

// The last line may say before which statement the child died.
async function workAndDie(program: readonly string[], how: { readonly statement: number } | KilledAfter): Promise<Died> {
  const own = 'statement' in how;
  const lines = await runUntilKilled([...program, String(own ? how.statement : 0)], own ? undefined : how);
  const said = lines.map((line) => JSON.parse(line) as Answered | { readonly before: string });
  const last = said.at(-1);
  const place = last !== undefined && 'before' in last ? last.before : 'from outside';
  return { place, answered: said.filter((one) => 'of' in one) };
}
