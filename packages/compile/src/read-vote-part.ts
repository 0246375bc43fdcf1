/** A part of votes as people write it: `2/3`, `60%`, `66.7%`, `0.5`, or a number of votes such as `5`. */
import type { VotePart } from '@tongban/model';

/** Larger numbers than these would no longer be reckoned exactly. */
const MOST = 1_000_000;

/** The part, or undefined when the text is none. */
export function readVotePart(text: string): VotePart | undefined {
  const fraction = /^\s*(\d{1,7})\s*\/\s*(\d{1,7})\s*$/.exec(text);
  if (fraction !== null) return part(Number(fraction[1]), Number(fraction[2]));
  const decimal = /^\s*(\d{1,7})(?:\.(\d{1,4}))?\s*(%?)\s*$/.exec(text);
  if (decimal === null) return undefined;
  const [, whole = '', digits = '', percent] = decimal;
  const scale = 10 ** digits.length;
  const amount = Number(whole) * scale + Number(digits || 0);
  if (percent === '%') return part(amount, 100 * scale);
  if (digits === '') return amount >= 1 && amount <= MOST ? [amount, 0] : undefined;
  return part(amount, scale);
}

function part(amount: number, of: number): VotePart | undefined {
  return amount > 0 && amount <= of && of <= MOST ? [amount, of] : undefined;
}
