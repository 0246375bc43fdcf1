/** Which columns of its row an expression reads: the `name` of every `row.name` in its tree. */
import type { FeelExpression, FeelNode } from '@tongban/model';

/** The columns read, and whether the row is also read as a whole (`row`, `row["a"]`, `count(row)`). */
export interface RowReads {
  readonly columns: ReadonlySet<string>;
  readonly whole: boolean;
}

/** What `expression` reads of `row`. */
export function rowReads(expression: FeelExpression): RowReads {
  const columns = new Set<string>();
  let whole = false;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const entry of node) visit(entry);
      return;
    }
    const feel = node as FeelNode;
    if (feel.kind === 'path' && isRow(feel.of)) columns.add(feel.name);
    else if (isRow(feel)) whole = true;
    else for (const part of Object.values(feel)) visit(part);
  };
  if (expression.reads.includes('row')) visit(expression.tree);
  return { columns, whole };
}

function isRow(node: FeelNode): boolean {
  return node.kind === 'name' && node.name === 'row';
}
