/**
 * Sequence flows drawn as bpmn-js draws them, with arrow heads that all lines of one colour share. bpmn-js makes three more parts of
 * the picture for every line, which is a tenth of the time in which a large flow opens.
 */
import { getFillColor, getStrokeColor } from 'bpmn-js/lib/draw/BpmnRenderUtil';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { createLine } from 'diagram-js/lib/util/RenderUtil.js';
import type { DiagramElement, DiagramEvent, GetService } from './services.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** The ends of a sequence flow (BPMN 2.0.2, table 7.2): its arrow, the diamond of a condition, the slash of a default. */
const ENDS = {
  arrow: { d: 'M 1 5 L 11 10 L 1 15 Z', refX: 11, strokeWidth: 1 },
  condition: { d: 'M 0 10 L 8 6 L 16 10 L 8 14 Z', refX: -1, strokeWidth: 2 },
  default: { d: 'M 6 4 L 10 16', refX: 0, strokeWidth: 2 },
} as const;
const ROUND = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
const CORNER = 5;
const BEFORE_BPMN_JS = 1500;

let diagrams = 0;

/** Draws the sequence flows of a diagram, in `colours` where they have none of their own. */
export function drawFlowLines(get: GetService, colours: { readonly fill: string; readonly stroke: string }): void {
  const endOf = sharedEnds(get);
  get('eventBus').on('render.connection', BEFORE_BPMN_JS, ({ element, gfx, attrs }: DiagramEvent) => {
    if (element.type !== 'bpmn:SequenceFlow') return undefined;
    const fill = getFillColor(element as never, colours.fill, attrs?.fill);
    const stroke = getStrokeColor(element as never, colours.stroke, attrs?.stroke);
    const start = startOf(element);
    const line = createLine(
      element.waypoints as never,
      {
        ...ROUND,
        fill: 'none',
        stroke,
        'stroke-width': 2,
        'marker-end': endOf('arrow', stroke, stroke),
        ...(start === undefined ? {} : { 'marker-start': endOf(start, start === 'default' ? 'none' : fill, stroke) }),
      },
      CORNER,
    );
    gfx.append(line);
    return line;
  });
}

function startOf({ source, businessObject }: DiagramElement): keyof typeof ENDS | undefined {
  const from = source?.businessObject;
  if (from === undefined) return undefined;
  const isActivity = is(from as never, 'bpmn:Activity');
  if (from['default'] === businessObject && (isActivity || is(from as never, 'bpmn:Gateway'))) return 'default';
  return isActivity && businessObject['conditionExpression'] !== undefined ? 'condition' : undefined;
}

/** Gives the reference to an end, which is made when it is first asked for. */
function sharedEnds(get: GetService): (end: keyof typeof ENDS, fill: string, stroke: string) => string {
  diagrams += 1;
  const prefix = `flow-end-${diagrams}`;
  const known = new Map<string, string>();
  return (end, fill, stroke) => {
    const look = `${end} ${fill} ${stroke}`;
    let id = known.get(look);
    if (id === undefined) {
      id = `${prefix}-${known.size}`;
      known.set(look, id);
      const { d, refX, strokeWidth } = ENDS[end];
      const marker = part('marker', { id, viewBox: '0 0 20 20', refX, refY: 10, markerWidth: 10, markerHeight: 10, orient: 'auto' });
      marker.append(part('path', { ...ROUND, d, fill, stroke, 'stroke-width': strokeWidth }));
      defsOf(get).append(marker);
    }
    return `url(#${id})`;
  };
}

function defsOf(get: GetService): SVGElement {
  const svg = get('canvas').getContainer().querySelector('svg') as SVGSVGElement;
  const defs = svg.querySelector<SVGElement>(':scope > defs') ?? part('defs', {});
  svg.append(defs);
  return defs;
}

function part(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
