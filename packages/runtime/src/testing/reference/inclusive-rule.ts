/** The rule of joining inclusive gateways, word for word from BPMN 2.0.2 (13.4.3), over paths that are walked anew each time. */
import type { Program, ProgramNode } from '@tongban/model';

/** Where a token is: at a node, or, waiting at a join, on the flow it came by. */
export interface TokenPlace {
  readonly node: number;
  readonly flow: number | undefined;
}

/** Whether the gateway is enabled, with these tokens in its scope. */
export function isEnabled(program: Program, gateway: number, tokens: readonly TokenPlace[]): boolean {
  const { incoming } = program.nodes[gateway] as ProgramNode;
  const hasToken = (flow: number): boolean => tokens.some((token) => token.node === gateway && token.flow === flow);
  const full = incoming.filter(hasToken);
  const empty = incoming.filter((flow) => !hasToken(flow));
  if (full.length === 0) return false;
  return tokens
    .filter((token) => token.node !== gateway)
    .every(({ node }) => !leads(program, node, empty, gateway) || leads(program, node, full, gateway));
}

/** Whether a path of sequence flows goes from a node to one of `goals` without visiting the gateway. */
function leads(program: Program, from: number, goals: readonly number[], gateway: number): boolean {
  const seen = new Set<number>();
  const walk = (node: number): boolean => {
    if (node === gateway || seen.has(node)) return false;
    seen.add(node);
    const { outgoing, boundary = [] } = program.nodes[node] as ProgramNode;
    return outgoing.some((flow) => goals.includes(flow) || walk(program.flows[flow]?.target as number)) || boundary.some(walk);
  };
  return walk(from);
}
