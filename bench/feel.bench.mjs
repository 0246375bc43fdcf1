/** One evaluation of `amount > 500000 and region = "A"`: kept closures of ours, feelin, and a JS closure as the limit. */
import { evaluate } from 'feelin';
import { microsecondsEach } from './measure.mjs';

const EXPRESSION = 'amount > 500000 and region = "A"';
const context = { amount: 680000, region: 'A' };

export const title = 'FEEL: one evaluation';
export const unit = 'µs';

export async function run() {
  const byHand = ({ amount, region }) => amount > 500000 && region === 'A';
  let seen = 0;
  const results = await microsecondsEach({
    feelin: () => evaluate(EXPRESSION, context),
    'by hand': () => {
      if (byHand(context)) seen += 1;
    },
  });
  if (seen === 0) throw new Error('The expression was never true.');
  return { results, limits: [] };
}
