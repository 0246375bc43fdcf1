import { readBpmn } from '@tongban/bpmn';
import { axeFindings, settled } from '@tongban/element-kit/testing';
import type { Flow } from '@tongban/model';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { blankFlow } from '../blank-flow.ts';
import type { FlowDesigner } from '../flow-designer.ts';
import { allWithin, chooseIn, nextChange, openDesigner, until, within } from '../test-support/designer.ts';
import { overlapsIn } from '../test-support/overlaps.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });

test('shows what runs beside and instead of each other indented, and jumps as links', async () => {
  const designer = await openList();
  const names = allWithin(designer, '.step-list:not(.inner) > .step > .step-row .words > span:first-child').map((one) => one.textContent);
  expect(names.slice(0, 4)).toEqual(['提出模拟审批申请', '填写申请并作出承诺', '核验项目代码', '受理并一次性告知']);
  expect(names).not.toContain('自然资源部门意见');
  expect(within(designer, '[data-step="Task_natural_resources"]').closest('.branch')?.textContent).toContain('同时办理 1');
  expect(within(designer, '[data-step="Task_accept"] .muted').textContent).toBe('办理环节 · 综合窗口 · 1 工作日');
});

test('the keyboard alone walks, adds, names, moves and deletes; undo takes each back in one step', async () => {
  const designer = await openList(blank);
  focusLine(designer, 'Start');
  await userEvent.keyboard('{ArrowDown}');
  expect(line(designer)).toBe('Task_1');
  await userEvent.keyboard('{Insert}');
  await until(() => words(designer).includes('新环节'));
  await userEvent.keyboard('{F2}');
  await until(() => designer.shadowRoot?.activeElement?.classList.contains('rename') === true);
  await userEvent.keyboard('审批{Enter}');
  await until(() => words(designer).join() === '开始,受理,审批,办结');
  await until(() => line(designer) !== '');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await until(() => words(designer).join() === '开始,审批,受理,办结');
  expect(await order(designer)).toBe('开始 审批 受理 办结');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await until(() => words(designer).join() === '开始,受理,审批,办结');
  await userEvent.keyboard('{Delete}');
  await until(() => words(designer).join() === '开始,受理,办结');
  expect(line(designer)).not.toBe('');
  for (let times = 0; times < 5; times++) designer.undo();
  await until(() => words(designer).join() === '开始,受理,办结');
});

test('makes a step parallel, adds a way, and moves a step across the whole split', async () => {
  const designer = await openList(blank);
  await choose(designer, 'Task_1');
  const told = nextChange(designer);
  act(designer, 'Task_1', 'parallel');
  const flow = await read(await told);
  expect(kinds(flow)).toEqual(['startEvent', 'userTask', 'endEvent', 'parallelGateway', 'parallelGateway', 'userTask']);
  expect(overlapsIn(flow.picture)).toEqual([]);
  await until(() => words(designer).join() === '开始,分成 2 路，同时办理,受理,新环节,以上各路汇合,办结');
  const split = flow.processes[0]?.nodes[3]?.id ?? '';
  await choose(designer, split);
  act(designer, split, 'addWay');
  await until(() => words(designer).includes('分成 3 路，同时办理'));
  await choose(designer, 'Start');
  await userEvent.keyboard('{Insert}');
  await until(() => words(designer)[1] === '新环节');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await until(() => words(designer).at(-2) === '新环节');
  designer.undo();
  await until(() => words(designer)[1] === '新环节');
  await choose(designer, split);
  await userEvent.keyboard('{Delete}');
  await until(() => words(designer).join() === '开始,新环节,办结');
});

test('adds a step on a condition and goes to the condition; deleting its way leaves a straight flow', async () => {
  const designer = await openList(blank);
  await choose(designer, 'Task_1');
  const told = nextChange(designer);
  act(designer, 'Task_1', 'addCondition');
  const flow = await read(await told);
  const lines = flow.processes[0]?.flows ?? [];
  const choice = flow.processes[0]?.nodes.find((node) => node.default !== undefined);
  expect(lines.filter((one) => one.source === choice?.id)).toHaveLength(2);
  expect(overlapsIn(flow.picture)).toEqual([]);
  await until(() => designer.shadowRoot?.activeElement?.closest('[data-property~="condition"]') !== null);
  const way = allWithin(designer, '.branch.selected')[0]?.dataset['step'] ?? '';
  await choose(designer, way);
  within(designer, '.branch.selected .danger').click();
  await until(() => words(designer).join() === '开始,受理,办结');
  designer.undo();
  await until(() => words(designer).includes('新环节'));
});

test('moves a step into a way by the menu', async () => {
  const designer = await openList(blank);
  await choose(designer, 'Task_1');
  act(designer, 'Task_1', 'parallel');
  await until(() => words(designer).length === 6);
  const other = allWithin(designer, '.step.selected')[0]?.dataset['step'] ?? '';
  await choose(designer, 'Start');
  await userEvent.keyboard('{Insert}');
  await until(() => words(designer).length === 7);
  const told = nextChange(designer);
  await chooseIn(within(designer, '.step.selected > .step-actions tb-menu-button[icon-only]'), '移到“受理”之后');
  const flow = await read(await told);
  const [, target] = flow.processes[0]?.flows.filter((one) => one.source === 'Task_1').map((one) => one.target) ?? [];
  expect(target).toBeUndefined();
  expect(words(designer).join()).toBe('开始,分成 2 路，同时办理,受理,新环节,新环节,以上各路汇合,办结');
  expect(other).not.toBe('');
  expect(overlapsIn(flow.picture)).toEqual([]);
});

test('a narrow page shows the list; a wide one goes back to what was chosen there', async () => {
  const designer = await openDesigner();
  await browser.viewport(390, 844);
  await until(() => designer.hasAttribute('narrow') && within(designer, '.steps').querySelector('.step') !== null);
  await settled();
  expect(await axeFindings()).toEqual([]);
  await browser.viewport(1440, 900);
  await until(() => !designer.hasAttribute('narrow'));
  await until(() => designer.shadowRoot?.querySelector('.steps') === null);
  expect(within(designer, '.canvas-part').hidden).toBe(false);
});

async function openList(xml?: string): Promise<FlowDesigner> {
  const designer = await openDesigner(xml);
  (allWithin(designer, '.views button')[1] as HTMLElement).click();
  await until(() => designer.shadowRoot?.querySelector('.step') !== null);
  return designer;
}

function words(designer: FlowDesigner): readonly (string | null)[] {
  return allWithin(designer, '.step-row .words > span:first-child').map((one) => one.textContent);
}

function line(designer: FlowDesigner): string {
  return designer.shadowRoot?.activeElement?.closest<HTMLElement>('[data-step]')?.dataset['step'] ?? '';
}

function focusLine(designer: FlowDesigner, id: string): void {
  within(designer, `[data-step="${id}"] .step-name`).focus();
}

async function choose(designer: FlowDesigner, id: string): Promise<void> {
  within(designer, `[data-step="${id}"] .step-name`).click();
  focusLine(designer, id);
  await designer.updateComplete;
}

function act(designer: FlowDesigner, id: string, action: string): void {
  within(designer, `[data-step="${id}"] > .step-actions [data-action="${action}"]`).click();
}

async function read(xml: string): Promise<Flow> {
  const { flow } = await readBpmn(xml);
  if (flow === undefined) throw new Error('not readable');
  return flow;
}

async function order(designer: FlowDesigner): Promise<string> {
  const { processes } = await read(await designer.saveXml());
  const { nodes = [], flows = [] } = processes[0] ?? {};
  const names: string[] = [];
  for (let at = nodes.find((node) => node.kind === 'startEvent'); at !== undefined; ) {
    names.push(at.name ?? '');
    const to = flows.find((one) => one.source === at?.id)?.target;
    at = nodes.find((node) => node.id === to);
  }
  return names.join(' ');
}

function kinds(flow: Flow): readonly string[] {
  return flow.processes[0]?.nodes.map((node) => node.kind) ?? [];
}
