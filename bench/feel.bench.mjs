/** One evaluation of `amount > 500000 and region = "A"`: our kept closure, feelin, and a JS closure as the limit. */
import { prepare } from '@tongban/feel';
import { parseFeel } from '@tongban/feel-parser';
import { evaluate } from 'feelin';
import { microsecondsEach } from './measure.mjs';

const EXPRESSION = 'amount > 500000 and region = "A"';
const context = { amount: 680000, region: 'A' };
const environment = { now: 1_795_395_600_000, offsetMinutes: 480 };

export const title = 'FEEL: one evaluation';
export const unit = 'µs';

export async function run() {
  const prepared = prepare(parseFeel(EXPRESSION).expression);
  const lookup = (name) => context[name];
  const byHand = ({ amount, region }) => amount > 500000 && region === 'A';
  if (!prepared.test(lookup, environment) || !evaluate(EXPRESSION, context).value) throw new Error('The expression should be true.');
  let held = 0;
  const results = await microsecondsEach({
    feelin: () => evaluate(EXPRESSION, context),
    tongban: () => {
      if (prepared.test(lookup, environment)) held += 1;
    },
    'by hand': () => {
      if (byHand(context)) held += 1;
    },
  });
  if (held === 0) throw new Error('The closure was never called.');
  return { results, limits: [{ text: 'µs for one evaluation', ratio: results.tongban, atMost: 1 }] };
}
