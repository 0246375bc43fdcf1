import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answered, CheckedWork } from '@tongban/runtime/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { KilledBrowser } from './testing/killed-browser.ts';
import { type ServedPage, servePage } from './testing/served-page.ts';
import { tearLog } from './testing/torn-log.ts';

/** How often it is killed; set `TONGBAN_KILLS` for a long run, and `TONGBAN_SEED` for another one. */
const KILLS = Number(process.env['TONGBAN_KILLS'] ?? 5);
const SEED = Number(process.env['TONGBAN_SEED'] ?? 1);
/** Then the next office begins, with a profile of its own: what is new is in other danger than what is old. */
const KILLS_OF_OFFICE = 5;

let served: ServedPage;
let browser: KilledBrowser | undefined;
/** Each office of each try has a profile of its own. */
let profile = 0;

beforeAll(async () => {
  served = await servePage();
});

// A browser that is left over would take in the pages of the next try.
afterEach(() => browser?.kill());

afterAll(() => served.close());

describe('a browser that is killed in the middle of random work', () => {
  test('loses nothing, does nothing twice, and every case can still be brought to its end', { timeout: KILLS * 120_000 }, async () => {
    for (let done = 0; done < KILLS; done += KILLS_OF_OFFICE) await liveAndDie(SEED + done, Math.min(KILLS_OF_OFFICE, KILLS - done));
  });
});

// helpers

async function liveAndDie(seed: number, kills: number): Promise<void> {
  const answered: Answered[] = [];
  profile += 1;
  for (let kill = 0; kill < kills; kill++) {
    const before = casesCommands(answered);
    const { commits } = await workAndDie(seed + kill, answered);
    expect(commits, `commits before the kill of seed ${seed + kill}`).toBeGreaterThanOrEqual(before);
    // Seldom does a kill do it by itself, and only the second start after it would lose everything.
    if (kill % 2 === 0) expect(tearLog(profileFolder())).toBeGreaterThan(0);
  }
  const before = casesCommands(answered);
  const { checked, finished } = await finish(answered);
  expect(checked.commits, `commits of the office of seed ${seed}`).toBeGreaterThanOrEqual(before);
  expect(finished.commits).toBeGreaterThan(checked.commits);
}

// Each is a commit of its own; what is done twice is answered twice.
function casesCommands(answered: readonly Answered[]): number {
  return new Set(answered.flatMap(({ of, actorId, commandId }) => (of === 'case' ? [`${actorId} ${commandId}`] : []))).size;
}

// Killed after so many answers, on a slow machine as on a quick one, and a moment: so it is in the middle of something.
async function workAndDie(seed: number, answered: Answered[]): Promise<CheckedWork> {
  const { reports, open } = watch(answered, 1 + ((seed * 7919) % 16));
  open(String(seed));
  const found = await reports.checked;
  await reports.answered;
  await pause((seed * 104_729) % 25);
  if (seed % 3 === 0 && process.platform === 'linux') browser?.killPage();
  else await browser?.kill();
  // Reports that are under way.
  await pause(100);
  await browser?.kill();
  return found;
}

async function finish(answered: Answered[]): Promise<{ readonly checked: CheckedWork; readonly finished: CheckedWork }> {
  const { reports, open } = watch(answered);
  open('finish');
  const found = { checked: await reports.checked, finished: await reports.finished };
  await browser?.kill();
  return found;
}

function profileFolder(): string {
  return join(served.folder, `profile-${profile}`);
}

// What the next page reports: what it found, that it answered so often, what stood at its end.
function watch(answered: Answered[], answers = 1) {
  const awaited = { checked: later<CheckedWork>(), answered: later<void>(), finished: later<CheckedWork>() };
  const enough = answered.length + answers;
  served.answered = [...answered];
  served.onReport = (what, body) => {
    if (what === 'answered') {
      answered.push(body as Answered);
      if (answered.length >= enough) awaited.answered.resolve();
    } else if (what === 'checked' || what === 'finished') awaited[what].resolve(body as CheckedWork);
    else for (const each of Object.values(awaited)) each.reject(new Error(`${what}: ${String(body)}`));
  };
  const { checked, answered: enoughAnswered, finished } = awaited;
  return {
    reports: { checked: checked.promise, answered: enoughAnswered.promise, finished: finished.promise },
    open: (task: string) => {
      browser = new KilledBrowser(profileFolder(), `${served.address}#${task}`);
    },
  };
}

function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void; readonly reject: (fault: Error) => void } {
  let [resolve, reject]: [(value: T) => void, (fault: Error) => void] = [() => {}, () => {}];
  const promise = new Promise<T>((...given) => {
    [resolve, reject] = given;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
