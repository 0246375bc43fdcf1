import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { KilledBrowser } from './testing/killed-browser.ts';
import { type ServedPage, servePage } from './testing/served-page.ts';

/** How often it is killed; set `TONGBAN_KILLS` for a long run. */
const KILLS = Number(process.env['TONGBAN_KILLS'] ?? 5);
/** Longest work after the first answer. */
const LONGEST_MS = 400;

let served: ServedPage;
let browser: KilledBrowser | undefined;
/** Each try has a profile of its own. */
let profile = 0;

beforeAll(async () => {
  served = await servePage();
});

// A browser that is left over would take in the pages of the next try.
afterEach(() => browser?.kill());

afterAll(() => served.close());

describe('a browser that is killed in the middle of random work', () => {
  test('loses nothing, does nothing twice, and every case can still be brought to its end', async () => {
    const answered: unknown[] = [];
    profile += 1;
    for (let kill = 1; kill <= KILLS; kill++) {
      const found = await workAndDie(kill, answered);
      expect(found.commits, `commits before kill ${kill}`).toBeGreaterThanOrEqual(kill - 1);
    }
    const { checked, finished } = await finish(answered);
    expect(answered.length).toBeGreaterThan(KILLS * 3);
    expect(checked.commits).toBeGreaterThan(KILLS * 3);
    expect(finished.commits).toBeGreaterThan(checked.commits);
  });
});

// helpers

interface Checked {
  readonly cases: number;
  readonly commits: number;
}

// The clock runs from the first answer on, so that every kill hits work.
async function workAndDie(seed: number, answered: unknown[]): Promise<Checked> {
  const { reports, open } = watch(answered);
  open(String(seed));
  const found = await reports.checked;
  await reports.answer;
  await pause((seed * 7919) % LONGEST_MS);
  if (seed % 3 === 0 && process.platform === 'linux') browser?.killPage();
  else await browser?.kill();
  // Reports that are under way.
  await pause(100);
  await browser?.kill();
  return found;
}

async function finish(answered: unknown[]): Promise<{ readonly checked: Checked; readonly finished: Checked }> {
  const { reports, open } = watch(answered);
  open('finish');
  const found = { checked: await reports.checked, finished: await reports.finished };
  await browser?.kill();
  return found;
}

// What the next page reports: what it found, that it answered, what stood at its end.
function watch(answered: unknown[]) {
  const awaited = { checked: later<Checked>(), answered: later<unknown>(), finished: later<Checked>() };
  served.answered = [...answered];
  served.onReport = (what, body) => {
    if (what === 'answered') answered.push(body);
    if (what in awaited) awaited[what as keyof typeof awaited].resolve(body as Checked);
    else for (const each of Object.values(awaited)) each.reject(new Error(`${what}: ${String(body)}`));
  };
  return {
    reports: { checked: awaited.checked.promise, answer: awaited.answered.promise, finished: awaited.finished.promise },
    open: (task: string) => {
      browser = new KilledBrowser(join(served.folder, `profile-${profile}`), `${served.address}#${task}`);
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
