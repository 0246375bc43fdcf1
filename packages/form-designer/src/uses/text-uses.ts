/** The places in a text of FEEL where a field is read, and the text with another key there. */
import { parseFeel } from '@tongban/feel-parser';
import type { FeelNode, FeelPlace } from '@tongban/model';
import { nameUses, type UsedName } from './name-uses.ts';

/** How often the field is read, and the text with the key. */
export interface Renamed {
  readonly count: number;
  readonly text: string;
}

/** Where `text` reads what is looked for. A text that is no FEEL reads nothing. */
export function placesIn(text: string, used: UsedName, dialect: 'expression' | 'unaryTests' = 'expression'): readonly FeelPlace[] {
  if (!text.includes(used.key)) return [];
  const tree = treeOf(text, dialect);
  return tree === undefined ? [] : nameUses(tree, text, used);
}

/** In an expression; a leading `=` says that it is one. */
export function inText(text: string, used: UsedName, key: string, dialect: 'expression' | 'unaryTests' = 'expression'): Renamed {
  if (text.startsWith('=')) {
    const inner = inText(text.slice(1), used, key, dialect);
    return { count: inner.count, text: `=${inner.text}` };
  }
  const places = placesIn(text, used, dialect);
  const becomes = [...places]
    .sort(([one], [other]) => other - one)
    .reduce((now, [from, to]) => `${now.slice(0, from)}${key}${now.slice(to)}`, text);
  return { count: places.length, text: becomes };
}

/** In a text that holds expressions between `{{` and `}}`. */
export function inTemplate(text: string, used: UsedName, key: string): Renamed {
  let count = 0;
  const becomes = text.replace(/\{\{([\s\S]*?)\}\}/g, (_, inner: string) => {
    const renamed = inText(inner, used, key);
    count += renamed.count;
    return `{{${renamed.text}}}`;
  });
  return { count, text: becomes };
}

/** Trees of the texts asked last: each is asked once for every field. */
const trees = new Map<string, FeelNode | undefined>();
const KEPT_TREES = 2_000;

function treeOf(text: string, dialect: 'expression' | 'unaryTests'): FeelNode | undefined {
  const name = `${dialect} ${text}`;
  if (trees.has(name)) return trees.get(name);
  if (trees.size >= KEPT_TREES) trees.clear();
  const tree = parseFeel(text, { dialect }).expression?.tree;
  trees.set(name, tree);
  return tree;
}
