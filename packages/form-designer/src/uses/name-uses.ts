/** The places in an expression where a field, or a column of rows, is read by its key. */
import { childrenOf } from '@tongban/feel-parser';
import type { FeelIterator, FeelNode, FeelPlace } from '@tongban/model';

/** What is looked for. */
export interface UsedName {
  readonly key: string;
  /** For a column: the rows it belongs to. */
  readonly rowsKey?: string;
  /** Names that stand for one of those rows, e.g. `row`. */
  readonly roots: readonly string[];
  /** The key of the form, under which others (and it itself) read its values. */
  readonly holder: string;
  /** The expression stands in another form, where the key alone means nothing. */
  readonly foreign?: boolean;
  /** The value of the expression becomes the values of the form, so that the names of its entries are keys. */
  readonly fills?: boolean;
}

/** Where `tree`, the tree of `text`, reads what is looked for. */
export function nameUses(tree: FeelNode, text: string, used: UsedName): readonly FeelPlace[] {
  const places: FeelPlace[] = [];
  visit(tree, { used, text, places, bound: new Set(), rows: new Set(used.roots), filtered: false });
  return used.fills === true ? [...places, ...filledNames(tree, text, used)] : places;
}

function filledNames(tree: FeelNode, text: string, { key, rowsKey }: UsedName): readonly FeelPlace[] {
  const named = (node: FeelNode, name: string): readonly { readonly at: FeelPlace; readonly value: FeelNode }[] =>
    contextsIn(node).flatMap((context) =>
      context.entries.flatMap((entry, index) => {
        if (entry.name !== name) return [];
        const from = text.indexOf(name, context.entries[index - 1]?.value.at[1] ?? context.at[0]);
        return [{ at: [from, from + name.length] as const, value: entry.value }];
      }),
    );
  if (rowsKey === undefined) return named(tree, key).map(({ at }) => at);
  return named(tree, rowsKey).flatMap(({ value }) => named(value, key).map(({ at }) => at));
}

/** The contexts that a value may come to: through branches, lists and loops. */
function contextsIn(node: FeelNode): readonly Extract<FeelNode, { readonly kind: 'context' }>[] {
  switch (node.kind) {
    case 'context':
      return [node];
    case 'if':
      return [...contextsIn(node.yes), ...contextsIn(node.no)];
    case 'for':
      return contextsIn(node.body);
    case 'list':
      return childrenOf(node).flatMap(contextsIn);
    default:
      return [];
  }
}

interface Search {
  readonly used: UsedName;
  readonly text: string;
  readonly places: FeelPlace[];
  /** Names that the expression itself gives a meaning. */
  readonly bound: ReadonlySet<string>;
  /** Names that stand for one of the rows. */
  readonly rows: ReadonlySet<string>;
  /** Inside a filter of the rows, where a column is read by its key alone. */
  readonly filtered: boolean;
}

function visit(node: FeelNode, search: Search): void {
  const { used, bound, places } = search;
  switch (node.kind) {
    case 'name':
      if (node.name === used.key && !bound.has(node.name) && readsAlone(search)) places.push(node.at);
      return;
    case 'path':
      if (node.name === used.key && holdsIt(node.of, search)) places.push(lastName(node.at, node.of.at, search));
      visit(node.of, search);
      return;
    case 'filter': {
      visit(node.of, search);
      const ours = used.rowsKey !== undefined && isRows(node.of, search);
      visit(node.by, ours ? { ...search, filtered: true, rows: new Set([...search.rows, 'item']) } : binding(search, ['item']));
      return;
    }
    case 'for':
    case 'some':
    case 'every':
      visit(node.body, throughIterators(node.iterators, search));
      return;
    case 'context':
      node.entries.reduce((inner, { name, value }) => {
        visit(value, inner);
        return binding(inner, [name]);
      }, search);
      return;
    case 'function':
      visit(
        node.body,
        binding(
          search,
          node.parameters.map(({ name }) => name),
        ),
      );
      return;
    default:
      for (const part of childrenOf(node)) visit(part, search);
  }
}

function readsAlone({ used, filtered }: Search): boolean {
  return used.rowsKey === undefined ? used.foreign !== true : filtered;
}

/** Whether what stands before the point holds the value looked for. */
function holdsIt(of: FeelNode, search: Search): boolean {
  const { used, rows, bound } = search;
  if (used.rowsKey === undefined) return of.kind === 'name' && of.name === used.holder && !bound.has(of.name);
  return isRows(of, search) || (of.kind === 'name' && rows.has(of.name) && !bound.has(of.name));
}

function isRows(node: FeelNode, search: Search): boolean {
  const { used, bound } = search;
  if (node.kind === 'filter') return isRows(node.of, search);
  if (node.kind === 'path') return node.name === used.rowsKey && node.of.kind === 'name' && node.of.name === used.holder;
  return node.kind === 'name' && node.name === used.rowsKey && used.foreign !== true && !bound.has(node.name);
}

function throughIterators(iterators: readonly FeelIterator[], search: Search): Search {
  let inner = search;
  for (const { name, of, to } of iterators) {
    visit(of, inner);
    if (to) visit(to, inner);
    const { rows, bound } = inner;
    inner = isRows(of, inner)
      ? { ...search, rows: new Set([...rows, name]), bound: new Set([...bound].filter((one) => one !== name)) }
      : binding(inner, [name]);
  }
  return inner;
}

function binding(search: Search, names: readonly string[]): Search {
  return { ...search, bound: new Set([...search.bound, ...names]), rows: new Set([...search.rows].filter((one) => !names.includes(one))) };
}

/** The place of the name behind the last point of a path. */
function lastName(at: FeelPlace, before: FeelPlace, { text, used }: Search): FeelPlace {
  const from = text.indexOf(used.key, before[1]);
  return [from, Math.min(from + used.key.length, at[1])];
}
