/** Tokens on the drawing: how many stand at each element, and what was done already. */
import type { TrialState } from '@tongban/model';
import type { GetService } from '../diagram/services.ts';

const TYPE = 'tb-token';
const DONE = 'tb-done';

/** Shows the tokens of `state`; without it, those shown go. */
export function markTokens(get: GetService, state: TrialState | undefined): void {
  const overlays = get('overlays');
  const canvas = get('canvas');
  const registry = get('elementRegistry');
  overlays.remove({ type: TYPE });
  for (const element of registry.getAll()) canvas.removeMarker(element, DONE);
  if (state === undefined) return;
  for (const id of new Set(state.done)) if (registry.get(id)?.parent !== undefined) canvas.addMarker(id, DONE);
  const counts = new Map<string, number>();
  for (const id of state.at) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) {
    if (registry.get(id)?.parent === undefined) continue;
    const token = document.createElement('div');
    token.className = TYPE;
    token.textContent = count === 1 ? '' : String(count);
    overlays.add(id, TYPE, { position: { bottom: 12, left: -8 }, html: token });
  }
}
