/** What a jump (跳转) can choose from: the places where the case waits, and the steps it can go to. */
import type { NamedId } from '@tongban/model';
import { elementOf } from '../core/element-of.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { elementName } from './words.ts';

/** Places by the ids of their tokens, targets by the ids of their nodes. */
export function jumpChoices(live: LiveCase): { readonly places: readonly NamedId[]; readonly targets: readonly NamedId[] } {
  const { state, ready } = live;
  const holders = new Set(state.scopes?.map(({ owner }) => owner));
  const places = state.tokens
    .filter(({ id, asked }) => !holders.has(id) && asked === undefined)
    .map(({ id, node, scope }) => {
      const element = scope === 0 ? undefined : elementOf(ready.prepared, state, scope);
      const about = element === undefined ? undefined : elementName(ready, element);
      const name = ready.prepared.nodes[node]?.name ?? String(node);
      return { id: String(id), name: about === undefined ? name : `${name}（${about}）` };
    });
  const targets = ready.prepared.nodes.filter(
    ({ spec }) => TARGETS.has(spec.kind) && spec.name !== undefined && spec.triggeredByEvent !== true,
  );
  return { places, targets: targets.map(({ id, name }) => ({ id, name })) };
}

const TARGETS: ReadonlySet<string> = new Set([
  'userTask',
  'serviceTask',
  'receiveTask',
  'intermediateCatchEvent',
  'subProcess',
  'callActivity',
  'endEvent',
]);
