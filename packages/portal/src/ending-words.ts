/** The word and colour for how a case ended. */
import type { EndingKind } from '@tongban/model';

type EndingWord =
  | 'endedCompleted'
  | 'endedRejected'
  | 'endedExpired'
  | 'endedReapply'
  | 'endedWithdrawn'
  | 'endedTerminated'
  | 'endedVoided';

/** Message keys by ending. */
export const ENDING_WORDS: Readonly<Record<EndingKind, EndingWord>> = {
  completed: 'endedCompleted',
  rejected: 'endedRejected',
  expired: 'endedExpired',
  reapply: 'endedReapply',
  withdrawn: 'endedWithdrawn',
  terminated: 'endedTerminated',
  voided: 'endedVoided',
};

/** Badge class by ending. */
export const ENDING_BADGE: Readonly<Record<EndingKind, string>> = {
  completed: 'green',
  rejected: 'red',
  expired: 'red',
  reapply: 'yellow',
  withdrawn: '',
  terminated: 'red',
  voided: 'red',
};
