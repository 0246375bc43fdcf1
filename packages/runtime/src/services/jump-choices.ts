/** What a jump (跳转) can choose from: the places where the case waits, and the steps it can go to; one that would be at several places, by each of them. */
import type { NamedId } from '@tongban/model';
import type { JumpTarget } from '../core/command.ts';
import { draftOf } from '../core/draft.ts';
import { elementOf } from '../core/element-of.ts';
import type { PreparedNode } from '../core/prepared.ts';
import { Run } from '../core/run.ts';
import { type TargetScope, targetScopes } from '../core/target-scope.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { elementName, nodeName } from './words.ts';

/** Nobody chooses among more; the target alone is offered then. */
const MOST_PLACES = 50;

/** Places by the ids of their tokens, targets by ids that {@link jumpTargetOf} reads. */
export function jumpChoices(live: LiveCase): { readonly places: readonly NamedId[]; readonly targets: readonly NamedId[] } {
  const { state, ready } = live;
  const holders = new Set(state.scopes?.map(({ owner }) => owner));
  const places = state.tokens
    .filter(({ id, asked }) => !holders.has(id) && asked === undefined)
    .map(({ id, node, scope }) => {
      const name = nodeName(ready, ready.prepared.nodes[node]?.id ?? String(node));
      return { id: String(id), name: withWords(name, elementWords(live, scope)) };
    });
  const run = new Run(ready.prepared, draftOf(state), { kind: 'jump', commandId: '', now: state.startedAt, from: [], to: [] });
  const targets = ready.prepared.nodes.filter(
    ({ spec }) => TARGETS.has(spec.kind) && spec.name !== undefined && spec.triggeredByEvent !== true,
  );
  return { places, targets: targets.flatMap((node) => choicesFor(live, run, node)) };
}

/** What an id of a target means: the node, a scope instance around it, calls on the way. */
export function jumpTargetOf(id: string): JumpTarget {
  const [, nodeId = id, scope, calls] = /^([^#]+)#(\d{1,15})(?:@(.+))?$/.exec(id) ?? [];
  if (scope === undefined) return { nodeId };
  return { nodeId, scope: Number(scope), ...(calls === undefined ? {} : { calls: calls.split(',') }) };
}

// helpers

const TARGETS: ReadonlySet<string> = new Set([
  'userTask',
  'serviceTask',
  'receiveTask',
  'intermediateCatchEvent',
  'subProcess',
  'callActivity',
  'endEvent',
]);

function choicesFor(live: LiveCase, run: Run, node: PreparedNode): readonly NamedId[] {
  const { id, name } = node;
  const found = targetScopes(run, node, { many: true });
  if (found.length < 2 || found.length > MOST_PLACES) return [{ id, name }];
  return found.map((place) => {
    const calls = place.path.filter(({ spec }) => spec.called !== undefined);
    const words = [elementWords(live, place.scope), ...calls.map((call) => call.name)].filter((word) => word !== undefined);
    return { id: idOf(id, place, calls), name: withWords(name, words.length === 0 ? undefined : words.join('，')) };
  });
}

function idOf(nodeId: string, { scope }: TargetScope, calls: readonly PreparedNode[]): string {
  const through = calls.length === 0 ? '' : `@${calls.map(({ id }) => id).join(',')}`;
  return `${nodeId}#${scope}${through}`;
}

function elementWords({ state, ready }: LiveCase, scope: number): string | undefined {
  const element = scope === 0 ? undefined : elementOf(ready.prepared, state, scope);
  return element === undefined ? undefined : elementName(ready, element);
}

function withWords(name: string, words: string | undefined): string {
  return words === undefined ? name : `${name}（${words}）`;
}
