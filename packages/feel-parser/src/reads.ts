/** Which names a tree reads from its context. */
import { FEEL_FUNCTION_NAMES, type FeelIterator, type FeelNode } from '@tongban/model';
import { childrenOf } from './children-of.ts';

const BUILT_INS: ReadonlySet<string> = new Set(FEEL_FUNCTION_NAMES);

/**
 * The names that `tree` reads, in order of first use: free names, except built-in functions that are called and not declared.
 * A name inside a filter may be an entry of the filtered element; when names were declared, it counts only if it is one of them.
 */
export function readsOf(tree: FeelNode, declared: readonly string[] = []): readonly string[] {
  const reads = new Set<string>();
  const known = new Set(declared);
  collect(tree, { bound: new Set(['?']), isFiltered: false, known, reads });
  return [...reads];
}

interface Search {
  readonly bound: ReadonlySet<string>;
  readonly isFiltered: boolean;
  readonly known: ReadonlySet<string>;
  readonly reads: Set<string>;
}

function collect(node: FeelNode, search: Search): void {
  switch (node.kind) {
    case 'name':
      if (!search.bound.has(node.name) && !mayBeEntry(node.name, search)) search.reads.add(node.name);
      break;
    case 'filter':
      collect(node.of, search);
      collect(node.by, { ...binding(search, ['item']), isFiltered: true });
      break;
    case 'for':
      collect(node.body, binding(throughIterators(node.iterators, search), ['partial']));
      break;
    case 'some':
    case 'every':
      collect(node.body, throughIterators(node.iterators, search));
      break;
    case 'context':
      collectEntries(node.entries, search);
      break;
    case 'function':
      collect(
        node.body,
        binding(
          search,
          node.parameters.map(({ name }) => name),
        ),
      );
      break;
    case 'call':
      for (const part of isBuiltIn(node.callee, search) ? node.args : childrenOf(node)) collect(part, search);
      break;
    default:
      for (const part of childrenOf(node)) collect(part, search);
  }
}

function mayBeEntry(name: string, { isFiltered, known }: Search): boolean {
  return isFiltered && known.size > 0 && !known.has(name);
}

function isBuiltIn(callee: FeelNode, { bound, known }: Search): boolean {
  return callee.kind === 'name' && BUILT_INS.has(callee.name) && !known.has(callee.name) && !bound.has(callee.name);
}

function binding(search: Search, names: readonly string[]): Search {
  return { ...search, bound: new Set([...search.bound, ...names]) };
}

/** Each iterator may read the names of those before it. */
function throughIterators(iterators: readonly FeelIterator[], search: Search): Search {
  let inner = search;
  for (const { name, of, to } of iterators) {
    collect(of, inner);
    if (to) collect(to, inner);
    inner = binding(inner, [name]);
  }
  return inner;
}

/** Each entry may read those before it, and a function itself. */
function collectEntries(entries: readonly { readonly name: string; readonly value: FeelNode }[], search: Search): void {
  let inner = search;
  for (const { name, value } of entries) {
    const after = binding(inner, [name]);
    collect(value, value.kind === 'function' ? after : inner);
    inner = after;
  }
}
