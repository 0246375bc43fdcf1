/**
 * The rule of gateways that join by looking at their whole scope, word for word from BPMN 2.0.2 (13.4.3), over paths that are walked anew each time.
 * The complex gateway waits by the same rule before it begins anew (13.4.5).
 */
import type { Program, ProgramNode } from '@tongban/model';

/** Where a token is: at a node, or, waiting at a join, on the flow it came by. */
export interface TokenPlace {
  readonly node: number;
  readonly flow: number | undefined;
}

/** Whether the gateway is enabled, with these tokens in its scope. */
export function isEnabled(program: Program, gateway: number, tokens: readonly TokenPlace[]): boolean {
  const full = tokens.flatMap(({ node, flow }) => (node === gateway && flow !== undefined ? [flow] : []));
  return full.length > 0 && !isAwaited(program, gateway, full, tokens);
}

/** Whether a token can still come by a flow that is not among `full`, and not as well by one of these. */
export function isAwaited(program: Program, gateway: number, full: readonly number[], tokens: readonly TokenPlace[]): boolean {
  const { incoming } = program.nodes[gateway] as ProgramNode;
  const empty = incoming.filter((flow) => !full.includes(flow));
  return tokens
    .filter((token) => token.node !== gateway)
    .some(({ node }) => leads(program, node, empty, gateway) && !leads(program, node, full, gateway));
}

/** Whether a path of sequence flows goes from a node to one of `goals` without visiting the gateway. */
function leads(program: Program, from: number, goals: readonly number[], gateway: number): boolean {
  const seen = new Set<number>();
  const walk = (node: number): boolean => {
    if (node === gateway || seen.has(node)) return false;
    seen.add(node);
    const { outgoing, boundary = [] } = program.nodes[node] as ProgramNode;
    const link = linkedFrom(program, node);
    const besides = link === undefined ? boundary : [...boundary, link];
    return outgoing.some((flow) => goals.includes(flow) || walk(program.flows[flow]?.target as number)) || besides.some(walk);
  };
  return walk(from);
}

/** The catching link of a throwing one. */
export function linkedFrom(program: Program, throwing: number): number | undefined {
  const linkOf = ({ kind, events }: ProgramNode, wanted: string): string | undefined =>
    kind === wanted && events?.[0]?.kind === 'link' ? events[0].name : undefined;
  const from = program.nodes[throwing] as ProgramNode;
  const name = linkOf(from, 'intermediateThrowEvent');
  if (name === undefined) return undefined;
  return program.nodes.findIndex((node) => node.scope === from.scope && linkOf(node, 'intermediateCatchEvent') === name);
}
