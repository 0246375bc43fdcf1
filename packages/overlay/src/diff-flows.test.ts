import type { Flow, FlowNode } from '@tongban/model';
import { expect, test } from 'vitest';
import { diffFlows } from './diff-flows.ts';

const task = (id: string, rest: Partial<FlowNode> = {}): FlowNode => ({ id, kind: 'userTask', name: id, extension: {}, ...rest });

function flow(
  nodes: readonly FlowNode[],
  rest: { readonly lane?: readonly string[]; readonly x?: number; readonly condition?: string } = {},
): Flow {
  const { lane = [], x = 0, condition } = rest;
  return {
    processes: [
      {
        id: 'p',
        executable: true,
        lanes: [{ id: 'l', name: '窗口', nodes: lane }],
        nodes,
        flows: [{ id: 'f', source: 'a', target: 'b', ...(condition === undefined ? {} : { condition }) }],
      },
    ],
    messages: [],
    signals: [],
    errors: [],
    escalations: [],
    picture: {
      width: 1,
      height: 1,
      shapes: nodes.map(({ id, kind }, at) => ({ id, kind, x: x + at * 100, y: 0, width: 100, height: 80 })),
      edges: [],
    },
  };
}

const shown = (before: Flow, after: Flow): readonly string[] =>
  diffFlows(before, after).map(({ kind, id, properties }) => [kind, id, ...properties.map(({ property }) => property)].join(' '));

test('OV1 an element with the same id is the same, also when renamed and moved', () => {
  expect(shown(flow([task('a')]), flow([task('a', { name: '受理' })], { x: 50 }))).toEqual(['changed a name']);
});

test('OV2 what is only drawn elsewhere is moved', () => {
  expect(shown(flow([task('a')]), flow([task('a')], { x: 50 }))).toEqual(['moved a']);
  expect(shown(flow([task('a')]), flow([task('a'), task('b')]))).toEqual(['added b']);
});

test('OV3 names what differs, also what the picture does not show', () => {
  const before = flow([task('a', { extension: { performer: { role: 'window' }, clocks: ['x'] } })]);
  const after = flow([task('a', { extension: { clocks: ['x'], performer: { role: 'handler' } } })], { condition: 'amount > 5' });
  expect(shown(before, after)).toEqual(['changed a extension.performer', 'changed f condition']);
  expect(diffFlows(before, after)[0]?.properties[0]).toEqual({
    property: 'extension.performer',
    before: { role: 'window' },
    after: { role: 'handler' },
  });
});

test('OV4 equal flows have no changes; turned round, added is removed', () => {
  const before = flow([task('a')]);
  const after = flow([task('a'), task('b'), task('c', { kind: 'subProcess', inner: { nodes: [task('d')], flows: [] } })]);
  expect(diffFlows(after, JSON.parse(JSON.stringify(after)))).toEqual([]);
  expect(shown(before, after)).toEqual(['added b', 'added c', 'added d']);
  expect(shown(after, before)).toEqual(['removed b', 'removed c', 'removed d']);
});

test('OV5 another lane is a change', () => {
  expect(shown(flow([task('a')]), flow([task('a')], { lane: ['a'] }))).toEqual(['changed a lane']);
});
