/** Texts as JSON. Those that come again and again, such as ids of nodes and kinds of events, are written once and remembered. */

/** `text` as JSON. */
export function quoted(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const made = JSON.stringify(text);
  if (text.length > LONGEST) return made;
  if (remembered.size >= MOST) remembered.clear();
  remembered.set(text, made);
  return made;
}

// helpers

const remembered = new Map<string, string>();
const MOST = 1000;
const LONGEST = 64;
