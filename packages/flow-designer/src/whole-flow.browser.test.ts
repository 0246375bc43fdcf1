/** The shows-as-done of the designer: somebody draws a flow by keyboard alone, and by fingers alone, and the runtime runs it. */
import { deployBpmn } from '@tongban/compile';
import { inside, onPage, settled } from '@tongban/element-kit/testing';
import { type BpmnProcess, createProcess } from '@tongban/runtime';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { FlowDesigner } from './flow-designer.ts';
import { allWithin, designerTemplate, until, within } from './test-support/designer.ts';
import { inPage, middleOf, type Place, send } from './test-support/pointer.ts';

beforeEach(() => browser.viewport(1280, 800));

test('the keyboard alone draws a five-step flow with a parallel review and a condition; it runs', async () => {
  const designer = await emptyDesigner();
  await tabTo(designer, '.start-points button');
  await userEvent.keyboard('{Enter}');
  await until(() => designer.xml !== '' && designer.shadowRoot?.querySelector('.bar') != null);
  await tabTo(designer, '.views button:last-child');
  await userEvent.keyboard('{Enter}');
  await until(() => lines(designer).length === 3);
  await tabTo(designer, '.step-list .step-name');
  await userEvent.keyboard('{ArrowDown}');
  await rename(designer, '受理');
  await userEvent.keyboard('{Insert}');
  await until(() => lines(designer).length === 4);
  await rename(designer, '自然资源审查');
  await press(designer, 'parallel');
  await until(() => lines(designer).length === 7);
  await rename(designer, '市场监管审查');
  await userEvent.keyboard('{ArrowDown}');
  expect(focused(designer)).toContain('以上各路汇合');
  await press(designer, 'addCondition');
  await until(() => designer.shadowRoot?.activeElement?.id === 'condition');
  await userEvent.keyboard('amount > 100{Tab}');
  await until(() => designer.xml.includes('amount &gt; 100'));
  await tabTo(designer, '.step-list .step-name[tabindex="0"]', true);
  await userEvent.keyboard('{ArrowDown}');
  await rename(designer, '局长签批');
  await userEvent.keyboard('{ArrowDown}');
  expect(focused(designer)).toContain('其余情况');
  await userEvent.keyboard('{ArrowDown}');
  expect(focused(designer)).toContain('以上各路汇合');
  await userEvent.keyboard('{Insert}');
  await until(() => focused(designer).includes('新环节'));
  await rename(designer, '办结归档');
  expect(tasks(designer)).toEqual(['受理', '自然资源审查', '市场监管审查', '局长签批', '办结归档']);
  await until(() => designer.xml.includes('办结归档'));
  expect(await run(designer.xml, 200)).toEqual([['受理'], ['自然资源审查', '市场监管审查'], ['局长签批'], ['办结归档']]);
  expect(await run(designer.xml, 5)).toEqual([['受理'], ['自然资源审查', '市场监管审查'], ['办结归档']]);
});

test('fingers alone draw it too: taps in the list, a drag on the canvas, two fingers to zoom', async () => {
  const designer = await emptyDesigner();
  await tap(within(designer, '.start-points button'));
  await until(() => designer.shadowRoot?.querySelector('[data-element-id="Task_1"]') != null);
  await settled();
  const task = (): Element => within<SVGGElement>(designer, '[data-element-id="Task_1"] .djs-hit');
  await tap(task());
  await until(() => designer.shadowRoot?.querySelector('[data-element-id="Task_1"].selected') != null);
  const before = task().getBoundingClientRect();
  await swipe([middleOf(task())], [{ x: middleOf(task()).x, y: middleOf(task()).y + 60 }]);
  await until(() => Math.abs(task().getBoundingClientRect().y - before.y) > 20);
  await tap(within(designer, '[data-preset="approve"]'));
  await until(() => designer.xml.includes('name="审批"'));
  const { width } = task().getBoundingClientRect();
  const { x, y } = middleOf(within(designer, '.canvas'));
  await swipe(
    [
      { x: x - 20, y },
      { x: x + 20, y },
    ],
    [
      { x: x - 60, y },
      { x: x + 60, y },
    ],
  );
  await until(() => task().getBoundingClientRect().width > width * 1.5);
  await tap(within(designer, '.views button:last-child'));
  await until(() => lines(designer).length === 4);
  await tap(within(designer, '[data-step="Task_1"] .step-name'));
  await until(() => designer.shadowRoot?.querySelector('[data-action="parallel"]') != null);
  await tap(within(designer, '[data-action="parallel"]'));
  await until(() => lines(designer).length === 7);
  await tap(lineCalled(designer, '以上各路汇合'));
  await until(() => designer.shadowRoot?.querySelector('.selected [data-action="addCondition"]') != null);
  await tap(within(designer, '.selected [data-action="addCondition"]'));
  await until(() => designer.shadowRoot?.activeElement?.id === 'condition');
  const condition = inside(within(designer, '#condition'), 'textarea');
  await browser.elementLocator(condition).fill('amount > 100');
  await tap(within(designer, '.panel-head h2'));
  condition.blur();
  await until(() => designer.xml.includes('amount &gt; 100'));
  const rounds = await run(designer.xml, 200);
  expect(rounds.map((round) => round.length)).toEqual([2, 1, 1]);
  expect((await run(designer.xml, 5)).length).toBe(2);
});

async function emptyDesigner(): Promise<FlowDesigner> {
  const page = await onPage(designerTemplate(''));
  const designer = page.querySelector<FlowDesigner>('tb-flow-designer') as FlowDesigner;
  designer.style.height = '760px';
  await designer.updateComplete;
  (document.activeElement as HTMLElement | null)?.blur();
  return designer;
}

/** The names of the tasks that are open together, until the end. */
async function run(xml: string, amount: number): Promise<readonly (readonly string[])[]> {
  const { program, problems } = await deployBpmn(xml);
  if (program === undefined) throw new Error(problems.map(({ sentences }) => sentences.en).join('\n'));
  const process: BpmnProcess = createProcess(program, { now: () => 0 });
  await process.start({ amount });
  const rounds: string[][] = [];
  while (process.tasks.length > 0) {
    const open = [...process.tasks];
    rounds.push(open.map(({ name }) => name));
    for (const task of open) await process.complete(task.taskId);
  }
  expect(process.status).toBe('completed');
  return rounds;
}

function lines(designer: FlowDesigner): readonly HTMLElement[] {
  return allWithin(designer, '.step .step-row .step-name');
}

function lineCalled(designer: FlowDesigner, name: string): HTMLElement {
  const found = lines(designer).find((line) => line.textContent?.includes(name));
  if (found === undefined) throw new Error(`No line ${name}`);
  return found;
}

function tasks(designer: FlowDesigner): readonly (string | null | undefined)[] {
  return lines(designer)
    .filter((line) => line.querySelector('.bpmn-icon-user-task') !== null)
    .map((line) => line.querySelector('.words > span')?.textContent);
}

function focused(designer: FlowDesigner): string {
  return designer.shadowRoot?.activeElement?.textContent ?? '';
}

async function tabTo(designer: FlowDesigner, selector: string, back = false): Promise<void> {
  for (let times = 0; times < 80; times++) {
    if (designer.shadowRoot?.activeElement?.matches(selector) === true) return;
    await userEvent.keyboard(back ? '{Shift>}{Tab}{/Shift}' : '{Tab}');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

async function press(designer: FlowDesigner, action: string): Promise<void> {
  await tabTo(designer, `.selected > .step-actions [data-action="${action}"]`);
  await userEvent.keyboard('{Enter}');
}

async function rename(designer: FlowDesigner, name: string): Promise<void> {
  await until(() => designer.shadowRoot?.activeElement?.matches('.selected > .step-row > .step-name') === true);
  await userEvent.keyboard('{F2}');
  await until(() => designer.shadowRoot?.activeElement?.classList.contains('rename') === true);
  await userEvent.keyboard(`{Control>}a{/Control}${name}{Enter}`);
  await until(() => focused(designer).includes(name));
}

async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly Place[]): Promise<void> {
  await send('Input.dispatchTouchEvent', { type, touchPoints: places.map((place, id) => ({ ...inPage(place), id })) });
}

async function tap(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'nearest' });
  await settled();
  await touch('touchStart', [middleOf(element)]);
  await touch('touchEnd', []);
  await settled();
}

async function swipe(from: readonly Place[], to: readonly Place[]): Promise<void> {
  await touch('touchStart', from);
  for (let step = 1; step <= 5; step++) {
    const at = from.map((place, finger) => ({
      x: place.x + (((to[finger]?.x ?? 0) - place.x) * step) / 5,
      y: place.y + (((to[finger]?.y ?? 0) - place.y) * step) / 5,
    }));
    await touch('touchMove', at);
    await settled();
  }
  await touch('touchEnd', []);
  // a tap while the page may still glide only stops it
  await new Promise((resolve) => setTimeout(resolve, 400));
}
