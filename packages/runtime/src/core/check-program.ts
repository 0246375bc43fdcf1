/** Finds everything in a program that cannot be run: nothing is deployed that would do nothing. */
import type { DecisionModel, Finding, Limit, Program, ProgramNode } from '@tongban/model';
import type { CannotRun, NodeKind } from './node-kind.ts';
import { finding } from './raise.ts';
import type { StepErrors } from './step-errors.ts';
import { cannotWaitForAll } from './waits-for.ts';

/** What a program may refer to. */
export interface ProgramSurroundings {
  readonly kinds: ReadonlyMap<string, NodeKind>;
  readonly limits: Readonly<Record<string, Limit>>;
  readonly decisions: Readonly<Record<string, DecisionModel>>;
}

/** Every element that cannot be run as it is, with the reason; none when all can. */
export function checkProgram(program: Program, surroundings: ProgramSurroundings): readonly Finding[] {
  return program.nodes.flatMap((node) => {
    const reason = cannotRun(node, program, surroundings);
    return [
      ...(reason === undefined ? [] : [unsupported(node, reason)]),
      ...missing(node, surroundings),
      ...missingLink(node, program),
      ...missingCalled(node, program),
    ];
  });
}

function cannotRun(node: ProgramNode, program: Program, { kinds }: ProgramSurroundings): CannotRun | undefined {
  const kind = kinds.get(node.kind);
  if (kind === undefined) return { what: 'kind', by: node.kind };
  if (node.loop?.kind === 'multiInstance' && node.loop.collection === undefined && node.loop.cardinality === undefined)
    return { what: 'noCollection' };
  return kind.cannotRun?.(node, program) ?? cannotWaitForAll(node);
}

function missing(node: ProgramNode, { limits, decisions }: ProgramSurroundings): readonly Finding[] {
  const timer = node.events?.find((event) => event.kind === 'timer' && event.timer === 'limit');
  const wanted = [...(node.clocks ?? []), ...(timer?.kind === 'timer' && timer.timer === 'limit' ? [timer.limit] : [])];
  const problems = wanted.filter((limit) => !Object.hasOwn(limits, limit)).map((limit) => unknown(node, limit, 'limit'));
  const decision = node.rule?.decision;
  return decision === undefined || Object.hasOwn(decisions, decision) ? problems : [...problems, unknown(node, decision, 'decision')];
}

function missingLink(node: ProgramNode, { nodes }: Program): readonly Finding[] {
  const link = node.events?.[0];
  if (node.kind !== 'intermediateThrowEvent' || link?.kind !== 'link') return [];
  const isTarget = ({ kind, scope, events }: ProgramNode): boolean =>
    kind === 'intermediateCatchEvent' && scope === node.scope && events?.[0]?.kind === 'link' && events[0].name === link.name;
  return nodes.some(isTarget) ? [] : [unknown(node, link.name, 'link')];
}

function missingCalled(node: ProgramNode, { nodes }: Program): readonly Finding[] {
  const { called } = node;
  return called === undefined || nodes[called]?.kind === 'process' ? [] : [unknown(node, String(called), 'process')];
}

function unsupported(node: ProgramNode, why: CannotRun): Finding {
  return finding('RUNTIME_NODE_UNSUPPORTED', placeOf(node), { nodeId: node.id, nodeName: node.name ?? node.id, ...why });
}

function unknown(node: ProgramNode, reference: string, what: keyof StepErrors['RUNTIME_REFERENCE_UNKNOWN']['terms']['what']): Finding {
  return finding('RUNTIME_REFERENCE_UNKNOWN', placeOf(node), { nodeId: node.id, nodeName: node.name ?? node.id, reference, what });
}

function placeOf(node: ProgramNode): Finding['place'] {
  return { elementId: node.id, elementName: node.name ?? node.id };
}
