/** Finds everything in a program that cannot be run: nothing is deployed that would do nothing. */
import type { Limit, Problem, Program, ProgramNode } from '@tongban/model';
import type { DecisionMaker } from './decision-maker.ts';
import type { CannotRun } from './node-kind.ts';
import { nodeKinds } from './nodes/index.ts';
import { raise } from './step-errors.ts';
import { cannotWaitForAll } from './waits-for.ts';

/** What a program may refer to. */
export interface ProgramSurroundings {
  readonly limits: Readonly<Record<string, Limit>>;
  readonly decisions: Pick<DecisionMaker, 'has'>;
}

/** Every element that cannot be run as it is, with the reason; none when all can. */
export function checkProgram(program: Program, surroundings: ProgramSurroundings): readonly Problem[] {
  return program.nodes.flatMap((node) => {
    const reason = cannotRun(node, program);
    return [
      ...(reason === undefined ? [] : [unsupported(node, reason)]),
      ...missing(node, surroundings),
      ...missingLink(node, program),
      ...missingCalled(node, program),
    ];
  });
}

function cannotRun(node: ProgramNode, program: Program): CannotRun | undefined {
  const kind = nodeKinds.get(node.kind);
  if (kind === undefined)
    return { what: `elements of the kind "${node.kind}" are not supported`, whatZh: `尚不支持“${node.kind}”类型的元素` };
  if (node.loop?.kind === 'multiInstance' && node.loop.collection === undefined && node.loop.cardinality === undefined) {
    return { what: 'a multi-instance activity without a list or a number', whatZh: '没有指定列表或次数的多实例活动' };
  }
  return kind.cannotRun?.(node, program) ?? cannotWaitForAll(node);
}

function missing(node: ProgramNode, { limits, decisions }: ProgramSurroundings): readonly Problem[] {
  const timer = node.events?.find((event) => event.kind === 'timer' && event.timer === 'limit');
  const wanted = [...(node.clocks ?? []), ...(timer?.kind === 'timer' && timer.timer === 'limit' ? [timer.limit] : [])];
  const problems = wanted.filter((limit) => !Object.hasOwn(limits, limit)).map((limit) => unknown(node, limit, 'limit', '时限'));
  const decision = node.rule?.decision;
  return decision === undefined || decisions.has(decision) ? problems : [...problems, unknown(node, decision, 'decision', '决策')];
}

function missingLink(node: ProgramNode, { nodes }: Program): readonly Problem[] {
  const link = node.events?.[0];
  if (node.kind !== 'intermediateThrowEvent' || link?.kind !== 'link') return [];
  const isTarget = ({ kind, scope, events }: ProgramNode): boolean =>
    kind === 'intermediateCatchEvent' && scope === node.scope && events?.[0]?.kind === 'link' && events[0].name === link.name;
  return nodes.some(isTarget) ? [] : [unknown(node, link.name, 'catching link', '链接捕获事件')];
}

function missingCalled(node: ProgramNode, { nodes }: Program): readonly Problem[] {
  const { called } = node;
  return called === undefined || nodes[called]?.kind === 'process' ? [] : [unknown(node, String(called), 'process', '流程')];
}

function unsupported(node: ProgramNode, { what, whatZh }: CannotRun): Problem {
  return raise.problem('RUNTIME_NODE_UNSUPPORTED', placeOf(node), { nodeId: node.id, nodeName: node.name ?? node.id, what, whatZh });
}

function unknown(node: ProgramNode, reference: string, what: string, whatZh: string): Problem {
  const details = { nodeId: node.id, nodeName: node.name ?? node.id, reference, what, whatZh };
  return raise.problem('RUNTIME_REFERENCE_UNKNOWN', placeOf(node), details);
}

function placeOf(node: ProgramNode): Problem['place'] {
  return { elementId: node.id, elementName: node.name ?? node.id };
}
