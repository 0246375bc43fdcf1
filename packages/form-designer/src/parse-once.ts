/** Parses an expression once for the same text and names: a form is compiled at every key, and hardly any of its expressions changed. */
import { parseFeel } from '@tongban/feel-parser';
import type { ParseFeel } from '@tongban/form';

/** Beyond this many texts it begins anew. */
const TEXTS = 5_000;

/** A parser that remembers. */
export function parseOnce(): ParseFeel {
  const known = new Map<string, ReturnType<ParseFeel>>();
  return (text, names) => {
    const near = namesIn(text, names);
    const asked = [text, ...near].join('\n');
    const before = known.get(asked);
    if (before !== undefined) return before;
    if (known.size >= TEXTS) known.clear();
    const answer = parseFeel(text, { names: near });
    known.set(asked, answer);
    return answer;
  };
}

/** Those of `names` that stand in `text`: no other one can change how it is read. A comment may part a name, and then all are asked. */
function namesIn(text: string, names: readonly string[]): readonly string[] {
  if (/\/[/*]/.test(text)) return names;
  const squeezed = text.replace(/\s+/g, '');
  return names.filter((name) => squeezed.includes(/\s/.test(name) ? name.replace(/\s+/g, '') : name));
}
