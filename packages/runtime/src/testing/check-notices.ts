/** Notices of random work: each that a case gave rise to is handed over, by one process once, to its deputies only while they stand in. */

import type { Notice } from '../engine/engine-options.ts';
import { taskNotice } from '../engine/task-notices.ts';
import { isOver } from '../store/query-semantics.ts';
import type { Storage } from '../store/store.ts';
import { check, checkEqual } from './check-equal.ts';
import type { Answered } from './random-office.ts';
import { RANDOM_TENANT } from './random-people.ts';
import type { ReplayedCase } from './replay.ts';

/** A notice as it was handed over, and when. */
interface ToldNotice {
  readonly notice: Notice;
  readonly at: number;
}

/** Keys of the notices that a case gave rise to. */
export function noticesOf({ steps }: ReplayedCase): ReadonlySet<string> {
  const found = steps.flatMap(({ ready, command, result }) =>
    result.effects.map((effect) => (effect.kind === 'notify' ? effect : taskNotice({ ready, result, ordered: command }, effect))),
  );
  return new Set(found.flatMap((notice) => (notice === undefined ? [] : [notice.key])));
}

/** Throws unless what was handed over are notices of the cases; with `all`, all of them. `expected` has their keys. */
export async function checkNotices(
  storage: Storage,
  answered: readonly Answered[],
  { expected, all }: { readonly expected: ReadonlySet<string>; readonly all: boolean },
): Promise<void> {
  const told = new Map<string, ToldNotice>();
  const times = new Set<string>();
  for (const { of, actorId, commandId: key, answer } of answered) {
    if (of !== 'notice') continue;
    const one = answer as unknown as ToldNotice;
    check(!times.has(`${actorId} ${key}`), `The process ${actorId} handed over the notice ${key} twice.`);
    times.add(`${actorId} ${key}`);
    const [base = ''] = key.split(' for ');
    check(expected.has(base), `The notice ${key} was handed over, and no case gave rise to it.`);
    // A second time, after a death, it is the same.
    const before = told.get(key);
    if (before !== undefined) checkEqual(one.notice, before.notice, `the notice ${key}`);
    told.set(key, one);
    if (one.notice.onBehalfOf !== undefined) await checkDeputyNotice(storage, one);
  }
  if (all) for (const key of expected) check(told.has(key), `The notice ${key} was never handed over.`);
}

// helpers

async function checkDeputyNotice({ deputies }: Storage, { notice, at }: ToldNotice): Promise<void> {
  const { key, to, onBehalfOf } = notice;
  const deputyship = await deputies.deputyship(RANDOM_TENANT, key.slice(key.indexOf(' for ') + 5));
  if (deputyship === undefined) throw new Error(`The notice ${key} went to a deputy who never was one.`);
  const { deputy, principal, startsAt, endsAt, scope } = deputyship;
  checkEqual([to.persons, onBehalfOf?.id], [[deputy.id], principal.id], `to whom the notice ${key} went`);
  check(startsAt <= at && !isOver({ endsAt }, at), `The notice ${key} went to a deputy before or after their time.`);
  check(scope.measures?.includes('small') !== false, `The notice ${key} went to a deputy for another measure.`);
}
