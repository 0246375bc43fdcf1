/** The reasons for which clocks may stand still: what the measure says of each, and the limits that list it. Edits keep all that they do not mean. */
import type { Limit, MeasureManifest, PauseReason } from '@tongban/model';

/** The part of a measure that says when clocks stand still. */
export type Pauses = Pick<MeasureManifest, 'limits' | 'pauses'>;

/** Reasons that most measures know; they have names in every language. */
export const USUAL_REASONS = ['publicity', 'expertReview', 'consultation', 'onePlusX'] as const;

/** Reasons that begin and end with what happens to the case: they have no term of their own. */
export const AUTOMATIC_REASONS = ['correction', 'suspended'] as const;

/** All reasons of a measure: those it describes, then those that only its limits list. */
export function reasonsOf({ limits, pauses = [] }: Pauses): readonly PauseReason[] {
  const described = new Set(pauses.map(({ id }) => id));
  const listed = new Set(limits.flatMap((limit) => limit.pauses ?? []));
  return [...pauses, ...[...listed].filter((id) => !described.has(id)).map((id) => ({ id }))];
}

/** The same with `reason` as it is now; one that says nothing beside its id, and is listed by a limit, needs no entry. */
export function withReason({ limits, pauses = [] }: Pauses, reason: PauseReason): Pauses {
  const known = pauses.some(({ id }) => id === reason.id);
  const next = known ? pauses.map((one) => (one.id === reason.id ? reason : one)) : [...pauses, reason];
  return { limits, pauses: next };
}

/** The same with a part of a reason changed; what is undefined goes. */
export function withPart(pauses: Pauses, id: string, part: { readonly [Key in keyof PauseReason]?: PauseReason[Key] | undefined }): Pauses {
  const reason = { ...(pauses.pauses?.find((one) => one.id === id) ?? { id }), ...part };
  return withReason(
    pauses,
    Object.fromEntries(Object.entries(reason).filter(([, value]) => value !== undefined)) as unknown as PauseReason,
  );
}

/** The same where a limit lists a reason, or does not. */
export function withLimit(pauses: Pauses, id: string, limitId: string, listed: boolean): Pauses {
  return { ...pauses, limits: pauses.limits.map((limit) => (limit.id === limitId ? listing(limit, id, listed) : limit)) };
}

/** The same without a reason: limits do not list it any more. */
export function withoutReason({ limits, pauses = [] }: Pauses, id: string): Pauses {
  return { limits: limits.map((limit) => listing(limit, id, false)), pauses: pauses.filter((one) => one.id !== id) };
}

/** An id that no reason has. */
export function freeReason(pauses: Pauses): string {
  const taken = new Set(reasonsOf(pauses).map(({ id }) => id));
  for (let number = 1; ; number++) if (!taken.has(`pause-${number}`)) return `pause-${number}`;
}

function listing(limit: Limit, id: string, listed: boolean): Limit {
  const { pauses = [], ...rest } = limit;
  if (pauses.includes(id) === listed) return limit;
  const next = listed ? [...pauses, id] : pauses.filter((one) => one !== id);
  return next.length === 0 ? rest : { ...limit, pauses: next };
}
