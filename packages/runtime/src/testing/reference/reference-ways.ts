/** Where flows lead, in the reference interpreter: what is behind a node, and how a node is reached from a scope around it. */
import type { Program, ProgramNode } from '@tongban/model';
import { linkedFrom } from './inclusive-rule.ts';
import type { Way } from './reference-case.ts';

/** The ways from a scope down to a node, through sub-processes and calls; no process twice on one. */
export function waysDown(program: Program, scope: number, target: number): readonly Way[] {
  const up = (node: number, processes: readonly number[]): readonly Way[] => {
    const holder = at(program, node).scope;
    if (holder === scope) return [[node]];
    if (holder < 0) return [];
    const isProcess = at(program, holder).kind === 'process';
    if (isProcess && processes.includes(holder)) return [];
    const around = isProcess ? callsOf(program, holder) : [holder];
    return around.flatMap((one) => up(one, isProcess ? [...processes, holder] : processes).map((way) => [...way, node]));
  };
  return up(target, []);
}

/** A node and all that lies behind it in its scope; ways that go back in a loop are not followed. */
export function behind(program: Program, from: number): ReadonlySet<number> {
  const found = new Set<number>();
  const walk = (node: number): void => {
    if (found.has(node)) return;
    found.add(node);
    for (const next of nextOf(program, node)) if (!goesBack(program, node, next)) walk(next);
  };
  walk(from);
  return found;
}

/** Whether a way leads from a node to a flow, without coming through `around`. */
export function leadsTo(program: Program, from: number, flow: number, around: number): boolean {
  const seen = new Set<number>([around]);
  const walk = (node: number): boolean => {
    if (seen.has(node)) return false;
    seen.add(node);
    return at(program, node).outgoing.includes(flow) || nextOf(program, node).some(walk);
  };
  return walk(from);
}

// helpers

// From a node that can be come to, one goes back to those through which every way to it leads.
function goesBack(program: Program, from: number, to: number): boolean {
  const { scope } = at(program, from);
  const nodes = at(program, scope).inner ?? [];
  const led = new Set(nodes.flatMap((node) => nextOf(program, node)));
  const isComeTo = (around: readonly number[]): boolean => {
    const seen = new Set<number>(around);
    const walk = (node: number): boolean => {
      if (seen.has(node)) return false;
      seen.add(node);
      return node === from || nextOf(program, node).some(walk);
    };
    return nodes.filter((node) => !led.has(node)).some(walk);
  };
  return isComeTo([]) && !isComeTo([to]);
}

function nextOf(program: Program, node: number): readonly number[] {
  const { outgoing, boundary = [] } = at(program, node);
  const link = linkedFrom(program, node);
  const targets = outgoing.map((flow) => program.flows[flow]?.target as number);
  return [...targets, ...boundary, ...(link === undefined ? [] : [link])];
}

function callsOf(program: Program, process: number): readonly number[] {
  return program.nodes.flatMap(({ called }, index) => (called === process ? [index] : []));
}

function at(program: Program, index: number): ProgramNode {
  return program.nodes[index] as ProgramNode;
}
