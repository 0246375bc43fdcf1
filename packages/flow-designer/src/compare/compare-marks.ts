/** Differences on the drawing: what was added, changed or moved is outlined, what was removed stands as a ghost where it was. */
import type { PictureShape } from '@tongban/model';
import type { FlowChange } from '@tongban/overlay';
import type { GetService } from '../diagram/services.ts';

const SVG = 'http://www.w3.org/2000/svg';
const LAYER = 'tb-removed';

/** Marks `changes`; without any, all marks go. `before`: the shapes of the other version that leave a ghost. */
export function markChanges(get: GetService, changes: readonly FlowChange[], before: readonly PictureShape[], current?: string): void {
  markElements(
    get,
    changes.filter(({ kind }) => kind !== 'removed'),
    current,
  );
  const gone = new Set(changes.filter(({ kind }) => kind === 'removed').map(({ id }) => id));
  get('canvas')
    .getLayer(LAYER, 0)
    .replaceChildren(...before.filter(({ id }) => gone.has(id)).map(ghost));
}

/** Marks the elements themselves; those marked before lose their marks. */
export function markElements(get: GetService, changes: readonly FlowChange[], current: string | undefined): void {
  const canvas = get('canvas');
  const registry = get('elementRegistry');
  for (const element of registry.getAll())
    for (const mark of MARKS) if (canvas.hasMarker(element, mark)) canvas.removeMarker(element, mark);
  const drawn = (id: string): boolean => registry.get(id)?.parent !== undefined;
  for (const { id, kind } of changes) if (drawn(id)) canvas.addMarker(id, `tb-${kind}`);
  if (current !== undefined && drawn(current)) canvas.addMarker(current, CURRENT);
}

const CURRENT = 'tb-current';
const MARKS = ['tb-added', 'tb-removed', 'tb-changed', 'tb-moved', CURRENT];

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
