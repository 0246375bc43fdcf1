/** Differences on the drawing: what was added, changed or moved is outlined, what was removed stands as a ghost where it was. */
import type { PictureShape } from '@tongban/model';
import type { FlowChange } from '@tongban/overlay';
import type { GetService } from '../diagram/services.ts';

const SVG = 'http://www.w3.org/2000/svg';
const LAYER = 'tb-removed';

/** Marks `changes`; without any, all marks go. `before`: the shapes of the other version. */
export function markChanges(get: GetService, changes: readonly FlowChange[], before: readonly PictureShape[]): void {
  const canvas = get('canvas');
  const registry = get('elementRegistry');
  for (const element of registry.getAll())
    for (const kind of ['added', 'changed', 'moved'])
      if (canvas.hasMarker(element, `tb-${kind}`)) canvas.removeMarker(element, `tb-${kind}`);
  for (const { id, kind } of changes) if (kind !== 'removed' && registry.get(id)?.parent !== undefined) canvas.addMarker(id, `tb-${kind}`);
  const gone = new Set(changes.filter(({ kind }) => kind === 'removed').map(({ id }) => id));
  canvas.getLayer(LAYER, 0).replaceChildren(...before.filter(({ id }) => gone.has(id)).map(ghost));
}

function ghost({ x, y, width, height, name = '' }: PictureShape): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', 'tb-ghost');
  const frame = document.createElementNS(SVG, 'rect');
  for (const [attribute, value] of Object.entries({ x, y, width, height, rx: 10 })) frame.setAttribute(attribute, String(value));
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('x', String(x + width / 2));
  text.setAttribute('y', String(y + height / 2));
  text.textContent = name.length > 8 ? `${name.slice(0, 7)}…` : name;
  group.append(frame, text);
  return group;
}
