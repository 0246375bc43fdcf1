/** Lines of a drawing that no longer touch what they connect, because one side moved one end and the other side the other, are drawn anew. */
import type { Json } from '@tongban/model';
import type { Part, Parts } from './part.ts';
import { attribute, elementsIn, nameIn, type XmlValue } from './xml-value.ts';

/** The property that says where an element is drawn: pairs of the plane and what is drawn on it. */
export const PLACED = 'place';

/** The parts with every line ending at its ends. */
export function mendLines(parts: Parts): Parts {
  const mended = [...parts].map(([key, part]): readonly [string, Part] => {
    const { sourceRef, targetRef, [PLACED]: placed } = part.properties;
    if (typeof sourceRef !== 'string' || typeof targetRef !== 'string' || !Array.isArray(placed)) return [key, part];
    const [from, to] = [sourceRef, targetRef].map((end) => boundsOf(parts.get(end)));
    if (from === undefined || to === undefined) return [key, part];
    const drawn = (placed as unknown as readonly (readonly [string, XmlValue])[]).map(([plane, line]) => [plane, redrawn(line, from, to)]);
    return [key, { ...part, properties: { ...part.properties, [PLACED]: drawn as unknown as Json } }];
  });
  return new Map(mended);
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Spot = readonly [x: number, y: number];

function boundsOf(part: Part | undefined): Bounds | undefined {
  const placed = part?.properties[PLACED] as unknown as readonly (readonly [string, XmlValue])[] | undefined;
  const bounds = placed?.[0] === undefined ? undefined : elementsIn(placed[0][1]).find((child) => nameIn(child) === 'Bounds');
  if (bounds === undefined) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) => Number(attribute(bounds, name)));
  return { x, y, width, height };
}

function redrawn(line: XmlValue, from: Bounds, to: Bounds): XmlValue {
  const points = elementsIn(line).filter((child) => nameIn(child) === 'waypoint');
  const [first, last] = [points[0], points.at(-1)].map((point) => point && spotOf(point));
  if (first === undefined || last === undefined || (touches(first, from) && touches(last, to))) return line;
  const [name, attributes, ...rest] = line;
  const others = rest.filter((child) => typeof child === 'string' || !['waypoint', 'BPMNLabel'].includes(nameIn(child)));
  const way = wayBetween(from, to).map(([x, y]): XmlValue => ['di:waypoint', { x: String(x), y: String(y) }]);
  return [name, attributes, ...others, ...way];
}

function spotOf(point: XmlValue): Spot {
  return [Number(attribute(point, 'x')), Number(attribute(point, 'y'))];
}

const NEAR = 3;

function touches([x, y]: Spot, bounds: Bounds): boolean {
  return x >= bounds.x - NEAR && x <= bounds.x + bounds.width + NEAR && y >= bounds.y - NEAR && y <= bounds.y + bounds.height + NEAR;
}

// from the side that looks to the other end, with one step in the middle when they are not level
function wayBetween(from: Bounds, to: Bounds): readonly Spot[] {
  const [a, b] = [middleOf(from), middleOf(to)];
  const rightwards = to.x >= from.x + from.width;
  const leftwards = to.x + to.width <= from.x;
  if (rightwards || leftwards) {
    const [start, end] = rightwards ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
    if (a[1] === b[1])
      return [
        [start, a[1]],
        [end, b[1]],
      ];
    const turn = Math.round((start + end) / 2);
    return [
      [start, a[1]],
      [turn, a[1]],
      [turn, b[1]],
      [end, b[1]],
    ];
  }
  const [start, end] = to.y >= from.y ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
  if (a[0] === b[0])
    return [
      [a[0], start],
      [b[0], end],
    ];
  const turn = Math.round((start + end) / 2);
  return [
    [a[0], start],
    [a[0], turn],
    [b[0], turn],
    [b[0], end],
  ];
}

function middleOf({ x, y, width, height }: Bounds): Spot {
  return [x + width / 2, y + height / 2];
}
