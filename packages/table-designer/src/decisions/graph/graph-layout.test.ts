import type { DecisionModel } from '@tongban/model';
import { expect, test } from 'vitest';
import { decision, model } from '../../test-support/decisions.ts';
import { decisionGraph, nodeAfterKey } from './graph-layout.ts';

const LIGHTS: DecisionModel = model({
  inputs: [
    { id: 'used', name: '已用' },
    { id: 'limit', name: '时限' },
  ],
  functions: [{ id: 'share', name: '占比', parameters: [{ name: 'a' }], requiresFunctions: [], body: decision('x', 'a').logic as never }],
  decisions: [
    decision('light', '剩余占比', { requires: ['rest', 'urn:list#DT-02'] }),
    decision('rest', '占比(已用)', { requiresInputs: ['used', 'limit'], requiresFunctions: ['share'] }),
  ],
  services: [{ id: 's', name: '亮灯服务', outputDecisions: ['light'], encapsulatedDecisions: [], inputDecisions: [], inputData: [] }],
  imports: [{ name: '清单', namespace: 'urn:list', model: model({ decisions: [{ ...decision('DT-02', '1'), name: '负面清单' }] }) }],
});

test('every line leads rightwards, and nothing lies on anything else', () => {
  const { nodes, edges, width, height } = decisionGraph(LIGHTS);
  const at = new Map(nodes.map((node) => [node.id, node]));
  expect(edges).toHaveLength(6);
  for (const { from, to } of edges) expect(at.get(from)?.x).toBeLessThan(at.get(to)?.x as number);
  const places = nodes.map(({ x, y }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(nodes.length);
  expect(nodes.every(({ x, y }) => x >= 0 && y >= 0 && x < width && y < height)).toBe(true);
  expect(edges.filter(({ calls }) => calls).map(({ from }) => from)).toEqual(['share']);
  expect(at.get('urn:list#DT-02')?.name).toBe('清单 · 负面清单');
});

test('arrows follow the lines', () => {
  const graph = decisionGraph(LIGHTS);
  const after = (from: string, ...keys: readonly string[]): string | undefined =>
    keys.reduce<string | undefined>((id, key) => (id === undefined ? undefined : nodeAfterKey(graph, id, key)?.id), from);
  expect(after('rest', 'ArrowRight')).toBe('light');
  expect(after('light', 'ArrowRight')).toBe('s');
  expect(after('light', 'ArrowLeft')).toBe('rest');
  expect(after('rest', 'ArrowLeft', 'ArrowDown', 'ArrowUp')).toBe(after('rest', 'ArrowLeft'));
  expect(after('s', 'ArrowRight')).toBeUndefined();
  expect(after('light', 'x')).toBeUndefined();
});

test('a circle, which is refused elsewhere, is drawn all the same', () => {
  const circle = model({ decisions: [decision('a', 'b', { requires: ['b'] }), decision('b', 'a', { requires: ['a'] })] });
  expect(decisionGraph(circle).nodes).toHaveLength(2);
});
