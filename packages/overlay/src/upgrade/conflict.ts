/** What both sides changed in different ways, for somebody to choose. */
import type { Json } from '@tongban/model';

/** `theirs`: as the new base has it; `ours`: as the copy has it; `both`: what each side added, where that makes sense. */
export type UpgradeChoice = 'theirs' | 'ours' | 'both';

/** The choices made, by the id of the conflict. */
export type UpgradeChoices = Readonly<Record<string, UpgradeChoice>>;

/** One thing that both sides changed. */
export interface UpgradeConflict {
  /** The same whenever the same versions are merged. */
  readonly id: string;
  readonly file: string;
  /** The part; empty for the file itself. */
  readonly partId: string;
  /** Kind of element or field, or the list it stands in; `file` for a whole file. */
  readonly kind: string;
  readonly name: string;
  /** `removedThere`: the base took out what the copy changed or uses; `removedHere`: the other way round. */
  readonly what: 'changed' | 'removedThere' | 'removedHere';
  /** Of `changed`: which property; absent where a whole file is chosen. */
  readonly property?: string;
  readonly before?: Json;
  readonly theirs?: Json;
  readonly ours?: Json;
  readonly choices: readonly UpgradeChoice[];
  /** What was chosen; until then the result has what the copy has. */
  readonly chosen?: UpgradeChoice;
}

/** What was chosen of the conflict `id`, when it may be. */
export function chosenIn(choices: UpgradeChoices, id: string, allowed: readonly UpgradeChoice[]): Pick<UpgradeConflict, 'chosen'> {
  const chosen = Object.hasOwn(choices, id) ? choices[id] : undefined;
  return chosen === undefined || !allowed.includes(chosen) ? {} : { chosen };
}
