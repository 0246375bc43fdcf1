import { expect, test } from 'vitest';
import type { FlowBlock } from './block.ts';
import { checkBlock } from './check-block.ts';
import { BLOCKS } from './library.ts';

const good: FlowBlock = {
  formatVersion: 1,
  id: 'second-look',
  title: { 'zh-CN': '二次复核' },
  summary: { 'zh-CN': '办完后由另一人复核。' },
  parameters: [{ id: 'role', kind: 'role', label: { 'zh-CN': '复核人' }, value: '' }],
  limits: [{ id: 'second-look{n}', name: { 'zh-CN': '复核时限' }, amount: 2, unit: 'workingDay' }],
  nodes: [{ id: 'look', kind: 'userTask', name: '复核', at: [0, 0], extension: { performer: { role: '{role}' } } }],
  lines: [
    { from: 'in', to: 'look' },
    { from: 'look', to: 'out' },
  ],
};

const faultsOf = (value: unknown): readonly string[] =>
  checkBlock(value).problems.map(({ details }) => `${details['where']} ${details['reason']}`);

test('what comes with the designer, and a good block of a county, is taken', () => {
  for (const block of [...BLOCKS, good]) expect(checkBlock(block)).toEqual({ block, problems: [] });
});

test.each([
  [undefined, 'block object'],
  ['text', 'block object'],
  [{ ...good, formatVersion: 2 }, 'formatVersion version'],
  [{ ...good, title: '二次复核' }, 'title text'],
  [{ ...good, nodes: 'look' }, 'nodes list'],
  [{ ...good, lines: [null] }, 'lines list'],
  [{ ...good, nodes: [{ ...good.nodes[0], kind: 'coffee' }] }, 'nodes[0].kind kind'],
  [{ ...good, nodes: [{ ...good.nodes[0], kind: '__proto__' }] }, 'nodes[0].kind kind'],
  [{ ...good, nodes: [{ ...good.nodes[0], at: [-1, 0] }] }, 'nodes[0].at place'],
  [{ ...good, nodes: [{ ...good.nodes[0], name: 5 }] }, 'nodes[0].name text'],
  [{ ...good, nodes: [{ ...good.nodes[0], extension: 'performer' }] }, 'nodes[0].extension object'],
  [{ ...good, parameters: [{ ...good.parameters[0], value: undefined }] }, 'parameters[0].value text'],
  [{ ...good, parameters: [{ ...good.parameters[0], differs: 'nobody' }] }, 'parameters[0].differs unknown'],
  [{ ...good, nodes: [...good.nodes, ...good.nodes] }, 'nodes[1].id twice'],
  [
    { ...good, nodes: [...good.nodes, { id: 'late', kind: 'timerBoundary', at: [0, 0], attachedTo: 'nobody' }] },
    'nodes[1].attachedTo unknown',
  ],
  [{ ...good, lines: [...good.lines, { from: 'look', to: 'nowhere' }] }, 'lines[2].to unknown'],
  [{ ...good, lines: good.lines.slice(1) }, 'lines entry'],
  [{ ...good, limits: [{ ...good.limits[0], unit: 'fortnight' }] }, 'limits[0].unit unit'],
  [{ ...good, limits: [{ ...good.limits[0], amount: -2 }] }, 'limits[0].amount number'],
  [{ ...good, nodes: [{ ...good.nodes[0], name: '由{who}复核' }] }, 'nodes[0].name unknown'],
  [{ ...good, nodes: Array.from({ length: 101 }, (_, at) => ({ id: `n${at}`, kind: 'userTask', at: [0, 0] })) }, 'nodes tooMany'],
])('%#: a block that is wrong is refused, and the place is named', (block, fault) => {
  expect(checkBlock(block).block).toBeUndefined();
  expect(faultsOf(block)).toContain(fault);
});
