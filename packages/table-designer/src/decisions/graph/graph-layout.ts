/**
 * Where the elements of a decision model stand in its picture: what is given on the left, what follows from it to the right of it, so that
 * every line leads rightwards. Pixels, origin top left, y down.
 */
import type { DecisionModel, Locale } from '@tongban/model';

/** What an element is. */
export type GraphKind = 'input' | 'function' | 'decision' | 'service' | 'import';

/** An element at its place. */
export interface GraphNode {
  readonly id: string;
  readonly kind: GraphKind;
  readonly name: string;
  /** Ids of the elements it needs. */
  readonly needs: readonly string[];
  readonly layer: number;
  /** Its place in the layer, from above. */
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

/** A line from what is needed to what needs it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** As an SVG path. */
  readonly path: string;
  /** To a function that is called, drawn dashed. */
  readonly calls: boolean;
}

/** A picture. */
export interface DecisionGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly width: number;
  readonly height: number;
}

/** The size of an element and the space around it. */
export const GRAPH_MEASURES: { readonly width: number; readonly height: number; readonly across: number; readonly down: number } = {
  width: 184,
  height: 48,
  across: 56,
  down: 16,
};

type Bare = Pick<GraphNode, 'id' | 'kind' | 'name' | 'needs'>;

/** The picture of `model`, its decisions called as in `locale`. */
export function decisionGraph(model: DecisionModel, locale: Locale = 'zh-CN'): DecisionGraph {
  const bare = elementsOf(model, locale);
  const known = new Map(bare.map((node) => [node.id, node]));
  const layers = layersOf(bare, known);
  const nodes = placed(bare, layers);
  const at = new Map(nodes.map((node) => [node.id, node]));
  const edges = nodes.flatMap((to) => to.needs.flatMap((id) => edgeBetween(at.get(id), to)));
  const { width, height, across, down } = GRAPH_MEASURES;
  return {
    nodes,
    edges,
    width: Math.max(0, ...nodes.map(({ x }) => x + width)) + across / 2,
    height: Math.max(0, ...nodes.map(({ y }) => y + height)) + down,
  };
}

function elementsOf({ inputs, functions, decisions, services = [], imports = [] }: DecisionModel, locale: Locale): readonly Bare[] {
  const own: readonly Bare[] = [
    ...inputs.map(({ id, name }): Bare => ({ id, kind: 'input', name, needs: [] })),
    ...functions.map(({ id, name, requiresFunctions }): Bare => ({ id, kind: 'function', name, needs: requiresFunctions })),
    ...decisions.map(
      ({ id, name, labels, requires, requiresInputs, requiresFunctions }): Bare => ({
        id,
        kind: 'decision',
        name: labels?.[locale] ?? name,
        needs: [...requires, ...requiresInputs, ...requiresFunctions],
      }),
    ),
    ...services.map(({ id, name, outputDecisions }): Bare => ({ id, kind: 'service', name, needs: outputDecisions })),
  ];
  const outside = new Set(own.flatMap(({ needs }) => needs.filter((id) => id.includes('#'))));
  return [...[...outside].map((id): Bare => ({ id, kind: 'import', name: importedName(id, imports), needs: [] })), ...own];
}

/** `namespace#id` as people read it: the name of the import, then that of its element. */
function importedName(reference: string, imports: NonNullable<DecisionModel['imports']>): string {
  const [namespace = '', id = ''] = reference.split('#');
  const found = imports.find((each) => each.namespace === namespace);
  const elements = [...(found?.model?.decisions ?? []), ...(found?.model?.functions ?? []), ...(found?.model?.inputs ?? [])];
  return [found?.name ?? '', elements.find((each) => each.id === id)?.name ?? id].filter((part) => part !== '').join(' · ');
}

/** One more than the farthest of what it needs; a circle, which is an error elsewhere, ends where it closes. */
function layersOf(nodes: readonly Bare[], known: ReadonlyMap<string, Bare>): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  const open = new Set<string>();
  const layerOf = (node: Bare): number => {
    const before = layers.get(node.id);
    if (before !== undefined || open.has(node.id)) return before ?? 0;
    open.add(node.id);
    const below = node.needs.flatMap((id) => known.get(id) ?? []).map(layerOf);
    open.delete(node.id);
    const layer = below.length === 0 ? 0 : Math.max(...below) + 1;
    layers.set(node.id, layer);
    return layer;
  };
  for (const node of nodes) layerOf(node);
  return layers;
}

/** Each element stands as near as it can to the height of what it needs. */
function placed(nodes: readonly Bare[], layers: ReadonlyMap<string, number>): readonly GraphNode[] {
  const { width, height, across, down } = GRAPH_MEASURES;
  const done = new Map<string, GraphNode>();
  const last = Math.max(0, ...layers.values());
  for (let layer = 0; layer <= last; layer += 1) {
    const inside = nodes.filter(({ id }) => layers.get(id) === layer);
    const wished = new Map(inside.map((node, at) => [node.id, heightOf(node, done) ?? at * (height + down)]));
    const ordered = [...inside].sort((a, b) => (wished.get(a.id) ?? 0) - (wished.get(b.id) ?? 0));
    let free = down / 2;
    ordered.forEach((node, place) => {
      const y = Math.max(free, wished.get(node.id) ?? 0);
      free = y + height + down;
      done.set(node.id, { ...node, layer, place, x: down / 2 + layer * (width + across), y });
    });
  }
  return nodes.map(({ id }) => done.get(id) as GraphNode);
}

function heightOf({ needs }: Bare, done: ReadonlyMap<string, GraphNode>): number | undefined {
  const heights = needs.flatMap((id) => done.get(id)?.y ?? []);
  return heights.length === 0 ? undefined : heights.reduce((sum, y) => sum + y, 0) / heights.length;
}

function edgeBetween(from: GraphNode | undefined, to: GraphNode): readonly GraphEdge[] {
  if (from === undefined) return [];
  const { width, height, across } = GRAPH_MEASURES;
  const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2];
  const bend = across / 2;
  const path = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  return [{ from: from.id, to: to.id, path, calls: from.kind === 'function' }];
}

/** The element that an arrow key leads to: along the lines to the left and right, within the layer up and down. */
export function nodeAfterKey({ nodes }: DecisionGraph, from: string, key: string): GraphNode | undefined {
  const node = nodes.find(({ id }) => id === from);
  if (node === undefined) return undefined;
  const inLayer = (layer: number): readonly GraphNode[] => nodes.filter((each) => each.layer === layer);
  const distance = (each: GraphNode): number => Math.abs(each.layer - node.layer) * 100_000 + Math.abs(each.y - node.y);
  const nearest = (among: readonly GraphNode[]): GraphNode | undefined =>
    among.reduce<GraphNode | undefined>((best, each) => (best === undefined || distance(each) < distance(best) ? each : best), undefined);
  switch (key) {
    case 'ArrowUp':
      return inLayer(node.layer).find(({ place }) => place === node.place - 1);
    case 'ArrowDown':
      return inLayer(node.layer).find(({ place }) => place === node.place + 1);
    case 'ArrowLeft':
      return nearest(nodes.filter(({ id }) => node.needs.includes(id))) ?? nearest(inLayer(node.layer - 1));
    case 'ArrowRight':
      return nearest(nodes.filter(({ needs }) => needs.includes(node.id))) ?? nearest(inLayer(node.layer + 1));
    case 'Home':
      return nodes[0];
    case 'End':
      return nodes.at(-1);
    default:
      return undefined;
  }
}
