/** The picture of the decisions: boxes that can be walked by arrows and opened, and the lines between them. */
import { html, svg, type TemplateResult } from 'lit';
import type { DecisionWords } from '../decision-messages.ts';
import { type DecisionGraph, GRAPH_MEASURES, type GraphNode, nodeAfterKey } from './graph-layout.ts';

/** What the picture needs. */
export interface GraphDesk {
  readonly t: DecisionWords;
  readonly graph: DecisionGraph;
  readonly selected: string;
  select(id: string): void;
}

/** See the module comment. */
export function graphView(desk: GraphDesk): TemplateResult {
  const { t, graph } = desk;
  return html`<div class="graph" part="graph">
    <p class="visually-hidden" id="graph-hint">${t('graphHint')}</p>
    <div class="plane" data-width=${graph.width} data-height=${graph.height}>
      <svg class="edges" aria-hidden="true" width=${graph.width} height=${graph.height}>
        ${graph.edges.map(({ path, calls, from, to }) => svg`<path class="edge ${calls ? 'calls' : ''} ${from === desk.selected || to === desk.selected ? 'near' : ''}" d=${path} />`)}
      </svg>
      <ul class="nodes" role="list" aria-label=${t('graph')} aria-describedby="graph-hint">${graph.nodes.map((node) => nodeView(desk, node))}</ul>
    </div>
  </div>`;
}

function nodeView(desk: GraphDesk, node: GraphNode): TemplateResult {
  const { t, graph, selected } = desk;
  const kind = t(`kind_${node.kind}`);
  const needs = node.needs.flatMap((id) => graph.nodes.find((each) => each.id === id)?.name ?? []);
  const current = node.id === selected;
  const reachable = current || (node === graph.nodes[0] && graph.nodes.every(({ id }) => id !== selected));
  return html`<li class="place" data-x=${node.x} data-y=${node.y}>
    <button type="button" class="node of-${node.kind} ${current ? 'selected' : ''}" data-node=${node.id} tabindex=${reachable ? 0 : -1} aria-current=${current ? 'true' : 'false'} title=${node.name}
      aria-label=${needs.length === 0 ? t('node', { kind, name: node.name }) : t('nodeNeeds', { kind, name: node.name, needs: needs.join('、') })}
      @click=${() => desk.select(node.id)} @keydown=${(event: KeyboardEvent) => walk(desk, node, event)}>
      <span class="node-kind">${kind}</span><span class="node-name">${node.name}</span>
    </button>
  </li>`;
}

function walk({ graph }: GraphDesk, node: GraphNode, event: KeyboardEvent): void {
  const next = nodeAfterKey(graph, node.id, event.key);
  if (next === undefined) return;
  event.preventDefault();
  const list = (event.currentTarget as HTMLElement).closest('.nodes');
  list?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next.id)}"]`)?.focus();
}

/** Puts the boxes in their places, and the selected one in sight. Through the CSSOM: a style attribute from text would be against a strict policy. */
export function placeGraph(root: ParentNode): void {
  const plane = root.querySelector<HTMLElement>('.plane');
  if (plane === null) return;
  plane.style.width = `${plane.dataset['width']}px`;
  plane.style.height = `${plane.dataset['height']}px`;
  for (const place of plane.querySelectorAll<HTMLElement>('.place')) {
    place.style.transform = `translate(${place.dataset['x']}px, ${place.dataset['y']}px)`;
    place.style.width = `${GRAPH_MEASURES.width}px`;
    place.style.height = `${GRAPH_MEASURES.height}px`;
  }
  const place = plane.querySelector<HTMLElement>('.node.selected')?.closest<HTMLElement>('.place');
  const frame = plane.parentElement;
  if (place === null || place === undefined || frame === null) return;
  const [x, y] = [Number(place.dataset['x']), Number(place.dataset['y'])];
  frame.scrollTop = Math.min(Math.max(frame.scrollTop, y + GRAPH_MEASURES.height + GRAPH_MEASURES.down - frame.clientHeight), y);
  frame.scrollLeft = Math.min(Math.max(frame.scrollLeft, x + GRAPH_MEASURES.width + GRAPH_MEASURES.down - frame.clientWidth), x);
}
