/** The names that a flow gives to its expressions: the variables its steps set. */
import type { Flow, FlowNode } from '@tongban/model';

/** Every variable that some step of `flow` sets, each once. */
export function flowNames(flow: Flow): readonly string[] {
  return [...new Set(flow.processes.flatMap(({ nodes }) => nodes).flatMap(namesOf))];
}

function namesOf({ extension, script, inner }: FlowNode): readonly string[] {
  const { outcomes, each, vote, assigns = [], handler, rule } = extension;
  const own = [outcomes?.result, each?.element, each?.results, vote?.result, handler?.result, rule?.result, script?.result];
  return [
    ...own.filter((name) => name !== undefined && name !== ''),
    ...assigns.map(({ variable }) => variable),
    ...(inner?.nodes ?? []).flatMap(namesOf),
  ].filter((name): name is string => name !== undefined);
}
