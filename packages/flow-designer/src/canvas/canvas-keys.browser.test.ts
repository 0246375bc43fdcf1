import { readBpmn } from '@tongban/bpmn';
import { axeFindings, settled } from '@tongban/element-kit/testing';
import type { Flow } from '@tongban/model';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { blankFlow } from '../blank-flow.ts';
import type { FlowDesigner } from '../flow-designer.ts';
import { allWithin, namedShapes, nextChange, openDesigner, shape, until, within } from '../test-support/designer.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });

test('Tab reaches the flow, arrows walk its steps and lines, and every stop has a name', async () => {
  const designer = await openCanvas(blank);
  within(designer, '.canvas svg').focus();
  await userEvent.keyboard('{Tab}');
  expect(focusedId(designer)).toBe('Start');
  await userEvent.keyboard('{ArrowRight}');
  expect(focusedName(designer)).toBe('办理环节 受理');
  await userEvent.keyboard('{ArrowDown}');
  expect(focusedName(designer)).toBe('连线 从“受理”到“办结”');
  await userEvent.keyboard('{ArrowDown}');
  expect(focusedName(designer)).toBe('连线 从“开始”到“受理”');
  await userEvent.keyboard('{ArrowRight}{End}');
  expect(focusedId(designer)).toBe('End');
  await userEvent.keyboard('{Home}');
  expect(focusedId(designer)).toBe('Start');
  expect(await axeFindings()).toEqual([]);
});

test('Tab reaches the flow of another file that is opened', async () => {
  const designer = await openDesigner();
  await namedShapes(designer);
  designer.xml = blank;
  await designer.select('');
  await namedShapes(designer);
  expect(allWithin(designer, '.djs-shape[tabindex="0"]')).toHaveLength(1);
});

test('adds, renames, connects, moves and deletes by keyboard alone; each is one step of undo', async () => {
  const designer = await openCanvas(blank);
  await focusOn(designer, 'Task_1');
  const told = nextChange(designer);
  await userEvent.keyboard('{Insert}');
  const added = await nodeCalled(await told, '新环节');
  await until(() => focusedId(designer) === added);
  await userEvent.keyboard('{F2}');
  await until(() => designer.shadowRoot?.querySelector('.djs-direct-editing-content') != null);
  await userEvent.keyboard('{Control>}a{/Control}审核{Enter}');
  await until(() => focusedName(designer) === '办理环节 审核');
  const x = shapeX(designer, added);
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(shapeX(designer, added)).toBe(x + 10);
  await heard(designer, '办理环节 审核：右移');
  await userEvent.keyboard('c');
  await heard(designer, '从“办理环节 审核”连线');
  await userEvent.keyboard('{ArrowLeft}');
  expect(focusedId(designer)).toBe('Task_1');
  const connected = nextChange(designer);
  await userEvent.keyboard('{Enter}');
  const lines = (await flowOf(await connected)).processes[0]?.flows ?? [];
  expect(lines.filter(({ source, target }) => source === added && target === 'Task_1').length).toBe(1);
  designer.undo();
  await focusOn(designer, added);
  const deleted = nextChange(designer);
  await userEvent.keyboard('{Delete}');
  expect((await flowOf(await deleted)).processes[0]?.nodes.map(({ id }) => id).sort()).toEqual(['End', 'Start', 'Task_1']);
  await until(() => focusedId(designer) === 'Task_1');
  designer.undo();
  expect(shape(designer, added)).not.toBeNull();
});

test('a line is led elsewhere; what may not be connected is said and nothing changes', async () => {
  const designer = await openCanvas(blank);
  await focusOn(designer, 'End');
  await userEvent.keyboard('c{ArrowLeft}{Enter}');
  await heard(designer, '不能从“结束 办结”连到“办理环节 受理”');
  await userEvent.keyboard('{Escape}');
  await heard(designer, '已取消连线。');
  await userEvent.keyboard('{Home}{ArrowDown}');
  expect(focusedName(designer)).toBe('连线 从“开始”到“受理”');
  const told = nextChange(designer);
  await userEvent.keyboard('c{ArrowRight}{ArrowRight}{Enter}');
  const lines = (await flowOf(await told)).processes[0]?.flows ?? [];
  expect(lines.map(({ source, target }) => `${source} ${target}`).sort()).toEqual(['Start End', 'Task_1 End']);
});

test('a sub-process is resized, and never becomes smaller than what it holds', async () => {
  const designer = await openDesigner();
  await namedShapes(designer);
  await focusOn(designer, 'Sub_conversion');
  const width = sizeOf(designer, 'Sub_conversion');
  await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}');
  expect(sizeOf(designer, 'Sub_conversion')).toBe(width + 10);
  await heard(designer, `宽 ${width + 10}`);
  await userEvent.keyboard('{Control>}{Shift>}{ArrowLeft>80/}{/Shift}{/Control}');
  expect(sizeOf(designer, 'Sub_conversion')).toBeGreaterThan(100);
  await focusOn(designer, 'Task_accept');
  await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}');
  await heard(designer, '大小不能改变');
});

test('Enter opens the properties, M the buttons beside the step, Escape comes back; what they add has the focus', async () => {
  const designer = await openCanvas(blank);
  await focusOn(designer, 'Task_1');
  await userEvent.keyboard('{Enter}');
  await until(() => designer.shadowRoot?.activeElement?.id === 'name');
  await userEvent.keyboard('{Escape}');
  expect(focusedId(designer)).toBe('Task_1');
  await userEvent.keyboard('m{ArrowDown}{Escape}');
  expect(focusedId(designer)).toBe('Task_1');
  await userEvent.keyboard('m');
  expect(designer.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('在其后添加：办理环节');
  const told = nextChange(designer);
  await userEvent.keyboard('{Enter}');
  const added = await nodeCalled(await told, '新环节');
  await until(() => focusedId(designer) === added);
});

test('undo that takes the focused step away leaves the focus on the canvas; read only, nothing is changed', async () => {
  const designer = await openCanvas(blank);
  await focusOn(designer, 'Task_1');
  const told = nextChange(designer);
  await userEvent.keyboard('{Insert}');
  const added = await nodeCalled(await told, '新环节');
  await until(() => focusedId(designer) === added);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(shape(designer, added)).toBeNull();
  await until(() => focusedId(designer) === 'Task_1');
  designer.readonly = true;
  await designer.updateComplete;
  await focusOn(designer, 'Task_1');
  await userEvent.keyboard('{Delete}{Insert}{Shift>}{ArrowRight}{/Shift}');
  await settled();
  expect(shape(designer, 'Task_1')).not.toBeNull();
  expect(designer.shadowRoot?.querySelectorAll('.djs-shape[data-element-id^="Activity"]').length).toBe(0);
});

async function openCanvas(xml: string): Promise<FlowDesigner> {
  const designer = await openDesigner(xml);
  await namedShapes(designer);
  return designer;
}

async function focusOn(designer: FlowDesigner, id: string): Promise<void> {
  await until(() => shape(designer, id)?.hasAttribute('tabindex') === true);
  shape(designer, id)?.focus();
}

function focusedId(designer: FlowDesigner): string | undefined {
  return designer.shadowRoot?.activeElement?.getAttribute('data-element-id') ?? undefined;
}

function focusedName(designer: FlowDesigner): string | null | undefined {
  return designer.shadowRoot?.activeElement?.getAttribute('aria-label');
}

// a live region speaks a moment later
function heard(designer: FlowDesigner, words: string): Promise<void> {
  return until(() => allWithin(designer, '[aria-live]').some((place) => place.textContent?.includes(words)));
}

async function flowOf(xml: string): Promise<Flow> {
  const { flow } = await readBpmn(xml);
  if (flow === undefined) throw new Error('not readable');
  return flow;
}

async function nodeCalled(xml: string, name: string): Promise<string> {
  const found = (await flowOf(xml)).processes[0]?.nodes.find((node) => node.name === name);
  if (found === undefined) throw new Error(`No ${name}`);
  return found.id;
}

function shapeX(designer: FlowDesigner, id: string): number {
  return Number(/matrix\(1,? ?0,? ?0,? ?1,? ?(-?[\d.]+)/.exec(shape(designer, id)?.getAttribute('transform') ?? '')?.[1]);
}

function sizeOf(designer: FlowDesigner, id: string): number {
  return Number(within(designer, `[data-element-id="${id}"] .djs-visual > rect`).getAttribute('width'));
}
