/** Where a token is put that is to stand on a node: the scope instance that holds the node, or the sub-processes to open on the way to it. */
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';

/** A place for a token. */
export interface TargetScope {
  /** The innermost open scope instance around it. */
  readonly scope: number;
  /** Sub-processes to open from there, outermost first. */
  readonly path: readonly PreparedNode[];
}

/** The place for a token on `node`; undefined when more than one would do, or none can be opened alone. `stays`: which instances count. */
export function targetScope(
  run: Run,
  node: PreparedNode,
  stays: (scope: number) => boolean = () => true,
  named?: number,
): TargetScope | undefined {
  const path: PreparedNode[] = [];
  for (let holder = run.node(node.spec.scope); ; holder = run.node(holder.spec.scope)) {
    const open = instancesOf(run, holder).filter(stays);
    const wanted = named === undefined || path.length > 0 ? open : open.filter((id) => id === named);
    if (wanted.length === 1) return { scope: wanted[0] as number, path };
    const alone = holder.loop === undefined && holder.spec.triggeredByEvent !== true && holder.spec.scope >= 0;
    if (wanted.length > 1 || named !== undefined || !alone) return undefined;
    path.unshift(holder);
  }
}

function instancesOf(run: Run, holder: PreparedNode): readonly number[] {
  if (holder.index === run.draft.process) return [0];
  return (run.draft.scopes ?? []).filter(({ node, index }) => node === holder.index && index === undefined).map(({ id }) => id);
}
