/** Checks that what splits comes together again: no join that waits for ever, no step done twice because ways meet without waiting. */
import type { Problem, Severity } from '@tongban/model';
import { type CompileCode, raise } from './errors.ts';
import type { FlowIndex, IndexedNode } from './flow-index.ts';
import { called, flowPlace } from './flow-place.ts';
import { playTokens } from './token-game.ts';

/** The problems of the joins of `flow`, scope by scope. `severity` is that of a join that never lets a case through. */
export function checkJoins(flow: FlowIndex, file: string | undefined, severity: Severity): readonly Problem[] {
  return flow.nodes.filter(({ content }) => content !== undefined).flatMap((scope) => checkScope(scope, flow, file, severity));
}

function checkScope(scope: IndexedNode, flow: FlowIndex, file: string | undefined, never: Severity): readonly Problem[] {
  const inside = flow.inside(scope.index).filter(({ node }) => node?.triggeredByEvent !== true && node?.forCompensation !== true);
  if (scope.node?.kind === 'adHocSubProcess' || inside.some(isBeyondTheGame) || !inside.some((node) => node.incoming.length > 1)) return [];
  const starts = inside.filter((node) => node.incoming.length === 0 && node.node?.attachedTo === undefined);
  const game = playTokens(flow, inside, starts);
  if (game === undefined) return [];
  const problem = (code: CompileCode, node: IndexedNode, severity: Severity): Problem =>
    raise.problem(code, flowPlace(file, node), { element: called(node) }, severity);
  return [
    ...[...game.stuck].map(([node, how]) =>
      how === 'always' ? problem('COMPILE_JOIN_NEVER', node, never) : problem('COMPILE_JOIN_NOT_ALWAYS', node, 'warning'),
    ),
    ...[...game.twice].map((node) => problem('COMPILE_DONE_TWICE', node, 'warning')),
  ];
}

/** Links, complex gateways and token quantities: the game does not know them, so nothing is said of their scope. */
function isBeyondTheGame({ node }: IndexedNode): boolean {
  const linked = node?.events?.some((event) => event.kind === 'link') === true;
  return linked || node?.kind === 'complexGateway' || node?.startQuantity !== undefined || node?.completionQuantity !== undefined;
}
