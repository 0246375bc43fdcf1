/** The word and colour for how a case ended. */
import type { EndingKind } from '@tongban/model';

/** Message keys by ending. */
export const ENDING_WORDS = {
  completed: 'endedCompleted',
  rejected: 'endedRejected',
  expired: 'endedExpired',
  reapply: 'endedReapply',
  withdrawn: 'endedWithdrawn',
  terminated: 'endedTerminated',
} as const satisfies Record<EndingKind, string>;

/** Badge class by ending. */
export const ENDING_BADGE: Readonly<Record<EndingKind, string>> = {
  completed: 'green',
  rejected: 'red',
  expired: 'red',
  reapply: 'yellow',
  withdrawn: '',
  terminated: 'red',
};
