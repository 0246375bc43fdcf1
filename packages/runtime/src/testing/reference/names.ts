/** The names that random flows read. */

/** The variables that conditions read. */
export const NAMES = ['p', 'q', 'r'] as const;

/** What `voice`, the choice in votes, can be. */
export const VOICES = ['yes', 'no', 'abstain', 'veto'] as const;
