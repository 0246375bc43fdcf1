/** Drawing with a mouse: what is pressed or dropped lands where an official expects it, and whole. */
import { readBpmn } from '@tongban/bpmn';
import { onPage, settled } from '@tongban/element-kit/testing';
import type { Flow } from '@tongban/model';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { blankFlow } from './blank-flow.ts';
import type { FlowDesigner } from './flow-designer.ts';
import { designerTemplate, namedShapes, openDesigner, shape, within } from './test-support/designer.ts';
import { overlapsIn } from './test-support/overlaps.ts';
import { click, drag, middleOf } from './test-support/pointer.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });

test('并联 comes with two steps and the place where they meet; what is added behind the split goes beside them', async () => {
  const designer = await openCanvas('Task_1');
  within(designer, '.palette [data-kind="parallelGateway"]').click();
  await expect.poll(() => linesOf(designer)).toHaveLength(7);
  const split = (await flowOf(designer)).processes[0]?.flows.find(({ source }) => source === 'Task_1')?.target ?? '';
  await designer.select(split);
  within(designer, '[data-preset="approve"]').click();
  await expect.poll(() => designer.xml).toContain('name="审批"');
  const flow = await flowOf(designer);
  const { nodes = [], flows = [] } = flow.processes[0] ?? {};
  const ways = flows.filter(({ source }) => source === split).map(({ target }) => target);
  const ends = flows.filter(({ source }) => ways.includes(source)).map(({ target }) => target);
  expect(ways.map((id) => nodes.find((node) => node.id === id)?.name).sort()).toEqual(['审批', '新环节', '新环节']);
  expect(new Set(ends).size).toBe(1);
  expect(overlapsIn(flow.picture)).toEqual([]);
});

test('条件 comes with a way past it; with all of BPMN, or behind an open gateway, it is the gateway alone', async () => {
  const designer = await openCanvas('Task_1');
  within(designer, '.palette [data-kind="exclusiveGateway"]').click();
  await expect.poll(() => kindsOf(designer)).toEqual(expect.arrayContaining(['exclusiveGateway', 'exclusiveGateway']));
  expect(within(designer, '.panel-head h2').textContent).toBe('连线');
  designer.undo();
  await expect.poll(() => kindsOf(designer)).toEqual(['endEvent', 'startEvent', 'userTask']);
  within(designer, '[data-action="all-of-bpmn"]').click();
  await designer.select('Task_1');
  within(designer, '.palette [data-kind="exclusiveGateway"]').click();
  await expect.poll(() => kindsOf(designer)).toEqual(['endEvent', 'exclusiveGateway', 'startEvent', 'userTask']);
});

test('an event that needs a step is put on the selected one, below which its own way begins; without one it is said', async () => {
  const designer = await openCanvas('Task_1');
  within(designer, '[data-action="all-of-bpmn"]').click();
  await designer.updateComplete;
  within(designer, '[data-kind="timerBoundary"]').click();
  await expect.poll(() => designer.xml).toContain('attachedToRef="Task_1"');
  within(designer, '.palette [data-kind="userTask"]').click();
  await expect.poll(() => designer.xml).toContain('name="新环节"');
  expect(overlapsIn((await flowOf(designer)).picture)).toEqual([]);
  const before = designer.xml;
  await designer.select('End');
  within(designer, '[data-kind="errorBoundary"]').click();
  await expect.poll(() => within(designer, '.said').textContent).toContain('“办理出错”要放在一个环节上');
  expect(await designer.saveXml()).toBe(before);
});

test('a sub-process that is added begins, has a step, and ends', async () => {
  const designer = await openCanvas('Task_1');
  within(designer, '.palette [data-kind="subProcess"]').click();
  await expect.poll(() => designer.xml).toContain('subProcess');
  const sub = (await flowOf(designer)).processes[0]?.nodes.find(({ kind }) => kind === 'subProcess');
  expect(sub?.inner?.nodes.map(({ kind }) => kind).sort()).toEqual(['endEvent', 'startEvent', 'userTask']);
  designer.undo();
  await expect.poll(() => kindsOf(designer)).toEqual(['endEvent', 'startEvent', 'userTask']);
});

test('what is dropped on a line gets room there, also while a name is being typed; on a step it is refused and said', async () => {
  const designer = await openCanvas('Task_1');
  const line = middleOf(drawn(designer, 'Flow_2'));
  await drag(middleOf(within(designer, '[data-preset="approve"]')), line);
  await expect.poll(() => within(designer, '.djs-direct-editing-content').textContent).toBe('审批');
  await userEvent.keyboard('复核');
  await drag(middleOf(within(designer, '[data-preset="inform"]')), { x: line.x, y: line.y + 250 });
  await expect.poll(() => designer.xml).toContain('name="抄送阅知"');
  const flow = await flowOf(designer);
  const added = flow.processes[0]?.nodes.find(({ name }) => name === '复核')?.id;
  expect(linesOf(designer, flow).filter((line) => line.includes(`${added}`))).toEqual(
    expect.arrayContaining([`Task_1 ${added}`, `${added} End`]),
  );
  expect(overlapsIn(flow.picture)).toEqual([]);
  await userEvent.keyboard('{Escape}');
  const before = await designer.saveXml();
  await drag(middleOf(within(designer, '.palette [data-kind="userTask"]')), middleOf(drawn(designer, 'Task_1')));
  await expect.poll(() => within(designer, '.said').textContent).toContain('不能放在“办理环节 受理”上');
  expect(await designer.saveXml()).toBe(before);
});

test('a line back leads around what stands between', async () => {
  const designer = await openCanvas('Task_1');
  for (const name of ['审批', '会签'] as const) {
    within(designer, name === '审批' ? '[data-preset="approve"]' : '[data-preset="countersign"]').click();
    await expect.poll(() => designer.xml).toContain(`name="${name}"`);
  }
  const last = (await flowOf(designer)).processes[0]?.nodes.find(({ name }) => name === '会签')?.id ?? '';
  await namedShapes(designer);
  shape(designer, last)?.focus();
  await userEvent.keyboard('c{ArrowLeft}{ArrowLeft}{Enter}');
  await expect.poll(() => linesOf(designer)).toContain(`${last} Task_1`);
  const { picture, processes } = await flowOf(designer);
  const id = processes[0]?.flows.find(({ source, target }) => source === last && target === 'Task_1')?.id;
  const points = picture.edges.find((edge) => edge.id === id)?.points ?? [];
  const between = picture.shapes.find((one) => one.id === processes[0]?.nodes.find(({ name }) => name === '审批')?.id);
  const level = points[1]?.y ?? 0;
  expect(points).toHaveLength(4);
  expect(between !== undefined && (level < between.y || level > between.y + between.height)).toBe(true);
});

test('the pad puts a step beside one; a second press keeps what is selected', async () => {
  const designer = await openCanvas('Task_1');
  await click(middleOf(drawn(designer, 'Task_1')));
  await settled();
  expect(shape(designer, '.selected[data-element-id="Task_1"]')).not.toBeNull();
  await click(middleOf(within(designer, '.djs-context-pad .entry[title^="与它同时办理"]')));
  await expect.poll(() => kindsOf(designer).filter((kind) => kind === 'parallelGateway')).toHaveLength(2);
});

test('what was selected in the list is in view in the drawing, with its buttons beside it', async () => {
  const designer = await openCanvas('Start');
  const [canvas, list] = designer.shadowRoot?.querySelectorAll<HTMLElement>('.views button') ?? [];
  list?.click();
  await expect.poll(() => designer.shadowRoot?.querySelector('[data-step="End"] .step-name')).not.toBeNull();
  within(designer, '[data-step="End"] .step-name').click();
  canvas?.click();
  await expect.poll(() => padBeside(designer, 'End')).toBe(true);
});

test('a flow that is opened behind the list of a phone is selected there, and seen when the drawing is shown', async () => {
  await browser.viewport(390, 844);
  const page = await onPage(designerTemplate(blank));
  const designer = page.querySelector<FlowDesigner>('tb-flow-designer') as FlowDesigner;
  designer.style.height = '800px';
  await expect.poll(() => designer.shadowRoot?.querySelector('[data-step="Task_1"]')).not.toBeNull();
  await designer.select('Task_1');
  within(designer, '.views button').click();
  await designer.updateComplete;
  const around = within(designer, '.canvas').getBoundingClientRect();
  await expect.poll(() => middleOf(drawn(designer, 'Task_1')).y).toBeGreaterThan(around.y);
  const { x, y } = middleOf(drawn(designer, 'Task_1'));
  expect([x > around.x, x < around.right, y < around.bottom]).toEqual([true, true, true]);
});

async function openCanvas(selected: string): Promise<FlowDesigner> {
  const designer = await openDesigner(blank);
  await namedShapes(designer);
  await designer.select(selected);
  await settled();
  return designer;
}

async function flowOf(designer: FlowDesigner): Promise<Flow> {
  const { flow } = await readBpmn(await designer.saveXml());
  if (flow === undefined) throw new Error('The flow cannot be read');
  return flow;
}

function linesOf(designer: FlowDesigner, flow?: Flow): readonly string[] {
  if (flow !== undefined) return (flow.processes[0]?.flows ?? []).map(({ source, target }) => `${source} ${target}`);
  return [...designer.xml.matchAll(/<bpmn:sequenceFlow [^>]*sourceRef="([^"]+)" targetRef="([^"]+)"/g)].map(
    ([, source, target]) => `${source} ${target}`,
  );
}

function kindsOf(designer: FlowDesigner): readonly string[] {
  return [...designer.xml.matchAll(/<bpmn:(\w+(?:Event|Task|Gateway|SubProcess))\b/g)].map(([, kind]) => kind as string).sort();
}

function padBeside(designer: FlowDesigner, id: string): boolean {
  const pad = designer.shadowRoot?.querySelector('.djs-context-pad.open')?.getBoundingClientRect();
  const step = drawn(designer, id).getBoundingClientRect();
  return pad !== undefined && pad.x >= step.right && pad.x < step.right + 40 && Math.abs(pad.y - step.y) < 60;
}

function drawn(designer: FlowDesigner, id: string): Element {
  return within<SVGGElement>(designer, `[data-element-id="${id}"] .djs-visual`);
}
