/** Diagram interchange → {@link FlowPicture}: the first diagram of the file, moved so that it starts near the origin. */
import type { FlowPicture, PictureEdge, PictureShape, Point } from '@tongban/model';
import { elementOf, elementsOf, flagOf, kindOf, type ModdleElement, textOf } from './moddle-element.ts';
import { present } from './present.ts';
import type { Reading } from './reading.ts';

/** Room around the drawing, px. */
export const PICTURE_MARGIN = 20;

/** The picture, or undefined when the file draws nothing. */
export function readPicture(definitions: ModdleElement, reading: Reading): FlowPicture | undefined {
  const plane = elementsOf(definitions, 'diagrams')
    .map((diagram) => elementOf(diagram, 'plane'))
    .find((candidate) => elementsOf(candidate, 'planeElement').length > 0);
  const drawn = elementsOf(plane, 'planeElement').filter((di) => elementOf(di, 'bpmnElement') !== undefined);
  const shapes = drawn.filter((di) => kindOf(di) === 'bPMNShape').flatMap((di) => readShape(di, reading));
  const edges = drawn.filter((di) => kindOf(di) === 'bPMNEdge').flatMap((di) => readEdge(di, reading));
  if (shapes.length === 0) return undefined;
  const ordered = [...shapes].sort((one, other) => one.order - other.order).map(({ shape }) => shape);
  return moveToOrigin(ordered, edges);
}

type Bounds = NonNullable<PictureShape['label']>;

function readShape(di: ModdleElement, reading: Reading): readonly { readonly order: number; readonly shape: PictureShape }[] {
  const element = elementOf(di, 'bpmnElement');
  const bounds = readBounds(elementOf(di, 'bounds'));
  if (element === undefined || bounds === undefined) return [];
  const kind = shapeKind(element);
  const shape = present<PictureShape>({
    id: reading.idOf(element, kind),
    kind,
    name: nameOf(element),
    ...bounds,
    event: eventMark(element),
    repeat: repeatMark(element),
    label: readBounds(elementOf(elementOf(di, 'label'), 'bounds')),
  });
  return [{ order: orderOf(element, kind), shape }];
}

function shapeKind(element: ModdleElement): string {
  const kind = kindOf(element);
  return kind === 'participant' ? 'pool' : kind;
}

function nameOf(element: ModdleElement): string | undefined {
  return textOf(element, 'name') ?? textOf(element, 'text');
}

/** Pools first, then lanes from outside in, then everything else with containers before their content. */
function orderOf(element: ModdleElement, kind: string): number {
  if (kind === 'pool') return 0;
  return (kind === 'lane' ? 1 : 1000) + depthOf(element);
}

function depthOf(element: ModdleElement): number {
  let depth = 0;
  for (let at = element.$parent; at !== undefined; at = at.$parent) depth++;
  return depth;
}

function eventMark(element: ModdleElement): string | undefined {
  const kinds = [...elementsOf(element, 'eventDefinitions'), ...elementsOf(element, 'eventDefinitionRef')].map((definition) =>
    kindOf(definition).replace(/EventDefinition$/, ''),
  );
  if (kinds.length > 1) return flagOf(element, 'parallelMultiple') === true ? 'parallelMultiple' : 'multiple';
  return kinds[0];
}

function repeatMark(element: ModdleElement): PictureShape['repeat'] {
  const loop = elementOf(element, 'loopCharacteristics');
  if (loop === undefined) return undefined;
  if (kindOf(loop) === 'standardLoopCharacteristics') return 'loop';
  return flagOf(loop, 'isSequential') === true ? 'sequential' : 'parallel';
}

function readEdge(di: ModdleElement, reading: Reading): readonly PictureEdge[] {
  const element = elementOf(di, 'bpmnElement');
  const points = elementsOf(di, 'waypoint').flatMap(readPoint);
  if (element === undefined || points.length < 2) return [];
  const end = (property: string): string | undefined => {
    const at = elementOf(element, property) ?? elementsOf(element, property)[0];
    return at === undefined ? undefined : reading.idOf(at, kindOf(at));
  };
  const [source, target] = [end('sourceRef'), end('targetRef')];
  return [
    present<PictureEdge>({
      id: textOf(element, 'id') ?? textOf(di, 'id') ?? `${source ?? ''}-${target ?? ''}`,
      name: nameOf(element),
      source,
      target,
      points,
      label: readBounds(elementOf(elementOf(di, 'label'), 'bounds')),
    }),
  ];
}

function readPoint(element: ModdleElement): readonly Point[] {
  const [x, y] = [numberOf(element, 'x'), numberOf(element, 'y')];
  return x === undefined || y === undefined ? [] : [{ x, y }];
}

function readBounds(element: ModdleElement | undefined): Bounds | undefined {
  if (element === undefined) return undefined;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((property) => numberOf(element, property));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return { x, y, width, height };
}

/** A coordinate that can be drawn; files of other tools hold NaN and the like. */
function numberOf(element: ModdleElement, property: string): number | undefined {
  const value = element[property];
  return typeof value === 'number' && Math.abs(value) <= 1_000_000 ? value : undefined;
}

function moveToOrigin(shapes: readonly PictureShape[], edges: readonly PictureEdge[]): FlowPicture {
  const boxes = [...shapes, ...[...shapes, ...edges].flatMap(({ label }) => label ?? [])];
  const points = [
    ...boxes.flatMap(({ x, y, width, height }): readonly Point[] => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...edges.flatMap((edge) => edge.points),
  ];
  const least = (pick: (point: Point) => number): number => points.reduce((low, point) => Math.min(low, pick(point)), Infinity);
  const most = (pick: (point: Point) => number): number => points.reduce((high, point) => Math.max(high, pick(point)), -Infinity);
  const [dx, dy] = [PICTURE_MARGIN - least(({ x }) => x), PICTURE_MARGIN - least(({ y }) => y)];
  const move = <T extends Point>(at: T): T => ({ ...at, x: round(at.x + dx), y: round(at.y + dy) });
  const moveLabel = (label: Bounds | undefined): { readonly label?: Bounds } => (label === undefined ? {} : { label: move(label) });
  return {
    width: round(most(({ x }) => x) + dx + PICTURE_MARGIN),
    height: round(most(({ y }) => y) + dy + PICTURE_MARGIN),
    shapes: shapes.map((shape) => ({ ...move(shape), ...moveLabel(shape.label) })),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map(move), ...moveLabel(edge.label) })),
  };
}

/** Hundredths of a pixel, so that moving leaves no tails of binary fractions. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
