/** The direct parts of a node, in the order of the text. */
import type { FeelIterator, FeelNode } from '@tongban/model';

/** The nodes right below `node`. */
export function childrenOf(node: FeelNode): readonly FeelNode[] {
  switch (node.kind) {
    case 'path':
    case 'negate':
      return [node.of];
    case 'filter':
      return [node.of, node.by];
    case 'binary':
      return [node.left, node.right];
    case 'between':
      return [node.value, node.low, node.high];
    case 'in':
      return [node.value, ...node.tests];
    case 'if':
      return [node.condition, node.yes, node.no];
    case 'for':
    case 'some':
    case 'every':
      return [...node.iterators.flatMap(sourcesOf), node.body];
    case 'list':
      return node.items;
    case 'context':
      return node.entries.map(({ value }) => value);
    case 'range':
      return [node.low, node.high];
    case 'function':
      return [node.body];
    case 'call':
      return [node.callee, ...node.args];
    case 'instanceOf':
      return [node.value];
    case 'compare':
      return [node.end];
    case 'tests':
      return node.tests;
    default:
      return [];
  }
}

function sourcesOf({ of, to }: FeelIterator): readonly FeelNode[] {
  return to ? [of, to] : [of];
}
