/** Files of many tools are opened, drawn, edited in one place and saved: all the rest comes back, the drawing included. */
import { readBpmn } from '@tongban/bpmn';
import type { Flow } from '@tongban/model';
import { expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import { enter, nextChange, openDesigner, within } from './test-support/designer.ts';

const files = {
  ...import.meta.glob('../../bpmn/test/fixtures/**/*.bpmn', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob('../../measures/*/flow.bpmn', { query: '?raw', import: 'default', eager: true }),
};
// elements without an id get one, so these cannot come back the same; and pools without a drawing are not drawn by us
const OTHERWISE = /without-ids|activiti-designer|by-program|camunda-8|signavio/;
const all = Object.entries(files).filter(([path]) => !OTHERWISE.test(path));

test.each(all.map(([path, xml]) => [path.split('/').slice(-2).join('/'), xml]))('%s comes back as it was', async (_path, xml) => {
  await browser.viewport(1440, 900);
  const designer = await openDesigner(xml);
  const before = await flowOf(xml);
  const [node] = before.processes.flatMap(({ nodes }) => nodes).filter(({ kind }) => kind.endsWith('Task') || kind === 'task');
  if (node === undefined) throw new Error('The file has no task.');
  await designer.select(node.id);
  const told = nextChange(designer);
  enter(within(designer, '#name'), '改过的名称');
  const saved = await told;
  expect(meaning(await flowOf(saved), node.id, /BPMNShape/.test(xml))).toEqual(meaning(before, node.id, /BPMNShape/.test(xml)));
  expect(foreignNames(saved)).toEqual(foreignNames(xml));
});

async function flowOf(xml: string): Promise<Flow> {
  const { flow, problems } = await readBpmn(xml);
  if (flow === undefined) throw new Error(problems.map(({ code }) => code).join());
  return flow;
}

// all but the name that was edited, and where its words stand; a file without a drawing has been given one
function meaning(flow: Flow, edited: string, drawn: boolean): unknown {
  const byId = <Part extends { readonly id: string }>(parts: readonly Part[]): readonly Part[] =>
    [...parts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const picture = { ...flow.picture, shapes: byId(flow.picture.shapes), edges: byId(flow.picture.edges) };
  return JSON.parse(JSON.stringify({ ...flow, picture: drawn ? picture : 0 }), (key, value: unknown) => {
    if (key === 'label') return undefined;
    const isEdited = typeof value === 'object' && value !== null && 'id' in value && value.id === edited;
    return isEdited ? { ...value, name: '' } : value;
  });
}

// the elements and attributes of other tools, by name and how often
function foreignNames(xml: string): readonly string[] {
  return [...xml.matchAll(/[<\s]((?:camunda|flowable|activiti|zeebe|modeler|bioc|color):[\w.-]+)/g)].map(([, name]) => name ?? '').sort();
}
