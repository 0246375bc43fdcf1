/** Which names a tree reads from its context. */
import { FEEL_FUNCTION_NAMES, type FeelIterator, type FeelNode } from '@tongban/model';

const BUILT_INS: ReadonlySet<string> = new Set(FEEL_FUNCTION_NAMES);

/**
 * The names that `tree` reads, in order of first use: free names, except built-in functions that are called and not declared.
 * A name inside a filter may be an entry of the filtered element; when names were declared, it counts only if it is one of them.
 */
export function readsOf(tree: FeelNode, declared: readonly string[] = []): readonly string[] {
  const known = new Set(declared);
  const reads = new Set<string>();
  visit(tree, new Set(), false);
  return [...reads];

  function read(name: string, bound: ReadonlySet<string>, filtered: boolean): void {
    if (name === '?' || bound.has(name)) return;
    if (filtered && known.size > 0 && !known.has(name)) return;
    reads.add(name);
  }

  function visitAll(nodes: readonly FeelNode[], bound: ReadonlySet<string>, filtered: boolean): void {
    for (const node of nodes) visit(node, bound, filtered);
  }

  function visitIterators(iterators: readonly FeelIterator[], bound: ReadonlySet<string>, filtered: boolean): Set<string> {
    const inner = new Set(bound);
    for (const { name, of, to } of iterators) {
      visitAll(to ? [of, to] : [of], inner, filtered);
      inner.add(name);
    }
    return inner;
  }

  function visit(node: FeelNode, bound: ReadonlySet<string>, filtered: boolean): void {
    switch (node.kind) {
      case 'name':
        return read(node.name, bound, filtered);
      case 'path':
      case 'negate':
        return visit(node.of, bound, filtered);
      case 'filter':
        visit(node.of, bound, filtered);
        return visit(node.by, new Set([...bound, 'item']), true);
      case 'binary':
        return visitAll([node.left, node.right], bound, filtered);
      case 'between':
        return visitAll([node.value, node.low, node.high], bound, filtered);
      case 'in':
        return visitAll([node.value, ...node.tests], bound, filtered);
      case 'if':
        return visitAll([node.condition, node.yes, node.no], bound, filtered);
      case 'for':
        return visit(node.body, visitIterators(node.iterators, bound, filtered).add('partial'), filtered);
      case 'some':
      case 'every':
        return visit(node.body, visitIterators(node.iterators, bound, filtered), filtered);
      case 'list':
        return visitAll(node.items, bound, filtered);
      case 'context': {
        const inner = new Set(bound);
        for (const { name, value } of node.entries) {
          visit(value, inner, filtered);
          inner.add(name);
        }
        return;
      }
      case 'range':
        return visitAll([node.low, node.high], bound, filtered);
      case 'function':
        return visit(node.body, new Set([...bound, ...node.parameters.map(({ name }) => name)]), filtered);
      case 'call':
        if (node.callee.kind !== 'name' || !BUILT_INS.has(node.callee.name) || known.has(node.callee.name))
          visit(node.callee, bound, filtered);
        return visitAll(node.args, bound, filtered);
      case 'instanceOf':
        return visit(node.value, bound, filtered);
      case 'compare':
        return visit(node.end, bound, filtered);
      case 'tests':
        return visitAll(node.tests, bound, filtered);
      default:
        return;
    }
  }
}
