/**
 * How a running case goes over to another release of its measure (MG1–MG6): every element of the old flow is matched with one of the new by id, or as
 * the administrator says, and what the case stands on must be there and be the same kind of thing. Pure: nothing is changed here.
 */
import type { Finding, MigrationMove } from '@tongban/model';
import type { PreparedNode, PreparedRelease } from './prepared.ts';
import { finding } from './raise.ts';
import type { CaseState, CompletedActivity } from './state.ts';

/** What the command `migrate` carries, and what stands in the way. */
export interface MigrationPlan {
  /** New index of each old node, -1 for none. */
  readonly nodes: readonly number[];
  /** New index of each old flow, -1 for none. */
  readonly flows: readonly number[];
  /** Old indexes of what is armed or called otherwise in the new flow: events with another definition, other handlers, tasks that expire otherwise. */
  readonly changed: readonly number[];
  /** Elements that have another id there, of those on which the case stands. */
  readonly moves: readonly MigrationMove[];
  /** Not empty: the case cannot go over. */
  readonly problems: readonly Finding[];
}

/** Plans the migration of a case. `mapping`: new id by old id, where they differ. */
export function planMigration(
  from: PreparedRelease,
  to: PreparedRelease,
  state: CaseState,
  mapping: Readonly<Record<string, string>> = {},
): MigrationPlan {
  const target = (node: PreparedNode): PreparedNode | undefined => {
    if (Object.hasOwn(mapping, node.id)) return to.byId.get(mapping[node.id] as string);
    return to.byId.get(node.id) ?? (node === from.process ? to.process : undefined);
  };
  const nodes = from.nodes.map((node) => target(node)?.index ?? -1);
  const flows = from.flows.map((flow) => flowIndex(to, flow, nodes));
  const stands = standsOn(from, state);
  const problems = [
    ...unknownTargets(to, mapping),
    ...stands.flatMap((node) => problemOf(from, to, node, nodes)),
    ...state.tokens.flatMap(({ flow, node }) => (flow === undefined || flows[flow] !== -1 ? [] : [flowGone(from, flow, node)])),
  ];
  const moves = stands.flatMap((node) => {
    const there = to.nodes[nodes[node.index] as number];
    return there === undefined || there.id === node.id || node === from.process ? [] : [{ from: node.id, to: there.id }];
  });
  const changed = from.nodes.flatMap((node) => (isChanged(node, to.nodes[nodes[node.index] as number]) ? [node.index] : []));
  return { nodes, flows, changed, moves, problems };
}

// helpers

/** The elements a case stands on: those of its tokens, and what they are in; once each, in document order. */
function standsOn({ nodes }: PreparedRelease, state: CaseState): readonly PreparedNode[] {
  const { scopes = [], completed = [], compensations = [], resets = [] } = state;
  const todo = compensations.flatMap(({ levels }) => levels.flatMap((level) => level.todo));
  const undoable = withParts([...completed, ...todo, ...scopes.flatMap((scope) => scope.completed ?? [])]);
  const indexes = [state.process, ...[...state.tokens, ...scopes, ...undoable, ...resets].map(({ node }) => node)];
  return [...new Set(indexes)].sort((a, b) => a - b).map((index) => nodes[index] as PreparedNode);
}

function withParts(list: readonly CompletedActivity[]): readonly CompletedActivity[] {
  return list.flatMap((one) => [one, ...withParts(one.completed ?? [])]);
}

function problemOf(from: PreparedRelease, to: PreparedRelease, node: PreparedNode, nodes: readonly number[]): readonly Finding[] {
  const there = to.nodes[nodes[node.index] as number];
  const place = { elementId: node.id, elementName: node.name };
  const facts = { nodeId: node.id, nodeName: node.name };
  if (there === undefined) return [finding('RUNTIME_MIGRATION_NODE_GONE', place, facts)];
  const [before, after] = [kindOf(node), kindOf(there)];
  if (before !== after)
    return [finding('RUNTIME_MIGRATION_KIND', place, { ...facts, targetId: there.id, targetName: there.name, before, after })];
  const outer = from.nodes[node.spec.scope];
  if (outer !== undefined && (nodes[outer.index] as number) !== there.spec.scope)
    return [finding('RUNTIME_MIGRATION_SCOPE', place, { ...facts, targetId: there.id, targetName: there.name })];
  return [];
}

// What it is to a token that stands there: the kind of node, how it repeats, and what it waits for.
function kindOf({ spec, kind, loop, triggers }: PreparedNode): string {
  const waits = spec.kind === 'boundaryEvent' ? [] : triggers.map(({ event }) => event.kind);
  return [kind.kind, ...(loop === undefined ? [] : [loop.kind]), ...waits].join(' ');
}

function isChanged(node: PreparedNode, there: PreparedNode | undefined): boolean {
  if (there === undefined) return true;
  const said = ({ spec: { events, parallel, handler, task } }: PreparedNode): string =>
    JSON.stringify({ events, parallel, handler, limit: task?.expiry?.limit });
  return said(node) !== said(there);
}

// A flow of the same id into the same node, else the one flow from its source to its target.
function flowIndex(to: PreparedRelease, flow: PreparedRelease['flows'][number], nodes: readonly number[]): number {
  const target = nodes[flow.target] as number;
  const same = to.flows.find(({ id, target: into }) => id === flow.id && into === target);
  const alike = to.flows.filter(({ source, target: into }) => source === nodes[flow.source] && into === target);
  return same?.index ?? (alike.length === 1 ? (alike[0]?.index ?? -1) : -1);
}

function flowGone({ flows, nodes }: PreparedRelease, flow: number, node: number): Finding {
  const { id, name } = nodes[node] as PreparedNode;
  return finding(
    'RUNTIME_MIGRATION_FLOW_GONE',
    { elementId: id, elementName: name },
    { nodeId: id, nodeName: name, flowId: flows[flow]?.id ?? '' },
  );
}

function unknownTargets(to: PreparedRelease, mapping: Readonly<Record<string, string>>): readonly Finding[] {
  const unknown = Object.values(mapping).filter((id) => !to.byId.has(id));
  return unknown.map((id) => finding('RUNTIME_MIGRATION_TARGET_UNKNOWN', { elementId: id.slice(0, 200) }, { targetId: id.slice(0, 200) }));
}
