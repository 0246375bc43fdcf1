/** How many cases something was done to, and to how many it was not: said in one sentence, which counts nothing that there is none of. */
import type { operatorMessages } from './operator-messages.ts';

type Words = ReturnType<typeof operatorMessages.for>;

/** Whose due days another calendar moved. */
export function rescheduledWords(t: Words, { moved, refused }: Readonly<Record<'moved' | 'refused', readonly unknown[]>>): string {
  const counts = { moved: moved.length, refused: refused.length };
  if (counts.refused === 0) return counts.moved === 0 ? t('rescheduledNone') : t('rescheduledAll', { moved: counts.moved });
  return counts.moved === 0 ? t('rescheduledRest', { refused: counts.refused }) : t('rescheduled', counts);
}

/** Which cases could go over to another release. */
export function planWords(t: Words, movable: number, blocked: number): string {
  if (blocked === 0) return t('migrationPlanAll', { movable });
  return movable === 0 ? t('migrationPlanRest', { blocked }) : t('migrationPlan', { movable, blocked });
}

/** Which of them did. */
export function migratedWords(t: Words, { migrated, refused }: Readonly<Record<'migrated' | 'refused', readonly unknown[]>>): string {
  const counts = { count: migrated.length, refused: refused.length };
  if (counts.refused === 0) return t('migratedAll', { count: counts.count });
  return counts.count === 0 ? t('migratedRest', { refused: counts.refused }) : t('migrated', counts);
}
