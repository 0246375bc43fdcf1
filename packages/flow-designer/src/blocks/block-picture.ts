/** A small sketch of a block, from the grid its nodes stand on. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { BlockNode, FlowBlock } from './block.ts';

const COLUMN = 34;
const ROW = 26;
const MARGIN = 16;

export function blockPicture(block: FlowBlock, label: string): TemplateResult {
  const columns = Math.max(...block.nodes.map(({ at }) => at[0])) + 1;
  const rows = Math.max(...block.nodes.map(({ at }) => at[1])) + 1;
  const width = MARGIN * 2 + (columns + 1) * COLUMN;
  const height = MARGIN * 2 + (rows - 1) * ROW;
  const places = new Map(block.nodes.map((node) => [node.id, placeOf(node)]));
  const out = { x: width - 6, y: MARGIN };
  const lines = block.lines.map(({ from, to }) => {
    const a = from === 'in' ? { x: 6, y: MARGIN } : places.get(from);
    const b = to === 'out' ? out : places.get(to);
    return a === undefined || b === undefined ? undefined : lineBetween(a, b);
  });
  return html`<svg class="block-picture" role="img" aria-label=${label} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${lines} ${block.nodes.map((node) => mark(node, places.get(node.id) as Place))}
  </svg>`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function placeOf({ at: [column, row], attachedTo }: BlockNode): Place {
  const beside = attachedTo === undefined ? 0 : 1;
  return { x: MARGIN + COLUMN / 2 + column * COLUMN + beside * 8, y: MARGIN + row * ROW + beside * 8 };
}

// back to the left goes around below
function lineBetween(a: Place, b: Place): SVGTemplateResult {
  const turn = b.x >= a.x ? `L${b.x} ${a.y}` : `L${a.x} ${Math.max(a.y, b.y) + 13} L${b.x} ${Math.max(a.y, b.y) + 13}`;
  return svg`<path class="way" d="M${a.x} ${a.y} ${turn} L${b.x} ${b.y}" />`;
}

function mark({ kind }: BlockNode, { x, y }: Place): SVGTemplateResult {
  if (kind.endsWith('Gateway')) return svg`<path class="shape" d="M${x - 7} ${y} L${x} ${y - 7} L${x + 7} ${y} L${x} ${y + 7} Z" />`;
  if (/Event$|End$|Catch$|Boundary$/.test(kind)) return svg`<circle class="shape" cx=${x} cy=${y} r="5" />`;
  return svg`<rect class="shape" x=${x - 11} y=${y - 8} width="22" height="16" rx="3" />`;
}
