/** How an expression of another engine would be written in FEEL: offered in a sentence, never taken over by itself. */
import { parseFeel } from '@tongban/feel-parser';

/** The FEEL for `${…}` or `#{…}`; an example when it is too far from FEEL to say. */
export function feelHint(text: string): string {
  const inside = text.replace(/^[$#]\{/, '').replace(/\}$/, '');
  const feel = inside
    .replace(/'([^'"]*)'/g, '"$1"')
    .replace(/==/g, '=')
    .replace(/&&/g, ' and ')
    .replace(/\|\|/g, ' or ')
    .replace(/!(?!=)\s*([\w.]+|\([^()]*\))/g, 'not($1)')
    .replace(/\s+/g, ' ')
    .trim();
  const { expression, problems } = parseFeel(feel, { names: [] });
  return expression === undefined || problems.some(({ severity }) => severity === 'error') ? EXAMPLE : feel;
}

const EXAMPLE = 'amount > 1000 and kind = "travel"';
