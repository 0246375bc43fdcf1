/**
 * A vote as people would count it: what is decided is found by trying all that those not heard yet could still choose. Only for few voters.
 */
import type { Json, JsonObject, ProgramVote, VotePart } from '@tongban/model';

/** The votes and choices of all signers; undefined for one who was not heard. */
export type Ballot = readonly { readonly votes: number; readonly choice: Json | undefined }[];

/** The choice of a signer who was taken away: abstains. */
export const GONE = '(gone)';

/** What is decided, whatever may still come; undefined while that is open. */
export function decided(vote: ProgramVote, ballot: Ballot): 'approved' | 'rejected' | undefined {
  const silent = ballot.findIndex(({ choice }) => choice === undefined);
  if (silent < 0) return outcome(vote, ballot);
  if (vote.until === 'everyone') return undefined;
  const heard = ballot.filter(({ choice }) => choice !== undefined);
  if (heard.some(({ choice }) => isOne(vote.veto, choice))) return 'rejected';
  if (vote.quorum !== undefined && !isReached(vote.quorum, votesOf(heard), votesOf(ballot))) return undefined;
  const endings = new Set(everyEnding(vote, ballot).map((ended) => outcome(vote, ended)));
  return endings.size === 1 ? [...endings][0] : undefined;
}

/** The result as the flow reads it. */
export function resultOf(vote: ProgramVote, ballot: Ballot): JsonObject {
  const heard = ballot.filter(({ choice }) => choice !== undefined);
  const decision = decided(vote, ballot) ?? 'rejected';
  return { decision, total: votesOf(ballot), ...sums(vote, ballot), vetoed: heard.some(({ choice }) => isOne(vote.veto, choice)) };
}

// helpers

function outcome(vote: ProgramVote, ballot: Ballot): 'approved' | 'rejected' {
  const { rule, needed, more, of } = vote;
  const { agreed, abstained } = sums(vote, ballot);
  const cast = votesOf(ballot) - abstained;
  if (agreed === 0 || ballot.some(({ choice }) => isOne(vote.veto, choice))) return 'rejected';
  if (rule === 'any') return 'approved';
  const enough = rule === 'all' ? agreed === cast : isReached(needed as VotePart, agreed, of === 'cast' ? cast : votesOf(ballot), more);
  return enough ? 'approved' : 'rejected';
}

function everyEnding(vote: ProgramVote, ballot: Ballot): readonly Ballot[] {
  const silent = ballot.findIndex(({ choice }) => choice === undefined);
  if (silent < 0) return [ballot];
  const choices = [...vote.agree, ...(vote.abstain ?? []), ...(vote.veto ?? []), 'something else'];
  return choices.flatMap((choice) =>
    everyEnding(
      vote,
      ballot.map((one, at) => (at === silent ? { ...one, choice } : one)),
    ),
  );
}

function sums(vote: ProgramVote, ballot: Ballot): { readonly agreed: number; readonly refused: number; readonly abstained: number } {
  const heard = ballot.filter(({ choice }) => choice !== undefined);
  const agreed = votesOf(heard.filter(({ choice }) => isOne(vote.agree, choice)));
  const abstained = votesOf(heard.filter(({ choice }) => choice === GONE || isOne(vote.abstain, choice)));
  return { agreed, refused: votesOf(heard) - agreed - abstained, abstained };
}

function votesOf(ballot: Ballot): number {
  return ballot.reduce((sum, { votes }) => sum + votes, 0);
}

function isOne(choices: readonly string[] | undefined, choice: Json | undefined): boolean {
  return choices?.includes(choice as string) === true;
}

// `[2, 3]`: two thirds; `[5, 0]`: five votes.
function isReached([amount, of]: VotePart, votes: number, total: number, more = false): boolean {
  const [have, need] = of === 0 ? [votes, amount] : [votes * of, amount * total];
  return more ? have > need : have >= need;
}
