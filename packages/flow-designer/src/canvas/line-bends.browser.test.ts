import { readBpmn } from '@tongban/bpmn';
import { axeFindings } from '@tongban/element-kit/testing';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { blankFlow } from '../blank-flow.ts';
import type { FlowDesigner } from '../flow-designer.ts';
import { allWithin, namedShapes, nextChange, openDesigner, shape } from '../test-support/designer.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });
const LINE = 'Flow_2';

test('B on a line goes to its points; bends are added, moved, walked and removed by keyboard, and each says where it is', async () => {
  const designer = await openLine();
  const [from, to] = ends(designer);
  await userEvent.keyboard('b');
  expect(focusedName(designer)).toBe(`起点：横 ${from?.x}，纵 ${from?.y}`);
  expect(await axeFindings()).toEqual([]);
  await userEvent.keyboard('{Insert}');
  const middle = Math.round(((from?.x ?? 0) + (to?.x ?? 0)) / 2);
  expect(focusedName(designer)).toBe(`折点 1，共 1 个：横 ${middle}，纵 ${from?.y}`);
  await heard(designer, `已添加折点 1，共 1 个：横 ${middle}`);
  await userEvent.keyboard('{Insert}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await heard(designer, `折点 2，共 2 个：横`);
  await userEvent.keyboard('{Home}{ArrowRight}');
  expect(focusedName(designer)).toContain('折点 1，共 2 个');
  const told = nextChange(designer);
  await userEvent.keyboard('{Delete}');
  await heard(designer, '已删除折点，还有 1 个。');
  expect(focusedName(designer)).toContain('折点 1，共 1 个');
  expect(await bendsIn(await told)).toBe(1);
  await userEvent.keyboard('{Escape}');
  expect(focusedId(designer)).toBe(LINE);
  expect(allWithin(designer, '.tb-bend').length).toBe(0);
});

test('undo takes a bend back and the focus stays on a point; when the line goes, it stays on the canvas', async () => {
  const designer = await openLine();
  await userEvent.keyboard('b{Insert}{Insert}');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(focusedName(designer)).toContain('折点 1，共 1 个');
  await userEvent.keyboard('{Control>}y{/Control}');
  expect(allWithin(designer, '.tb-bend').length).toBe(4);
  await userEvent.keyboard('{End}{Delete}');
  await heard(designer, '线的两端跟着环节走。');
  await userEvent.keyboard('{Control>}zz{/Control}{Escape}');
  await userEvent.keyboard('{Delete}');
  expect(shape(designer, LINE)).toBeNull();
  await expect.poll(() => focusedId(designer)).not.toBeUndefined();
});

test('Tab leaves the points, and they go; read only, a line has none to offer', async () => {
  const designer = await openLine();
  await userEvent.keyboard('b');
  expect(allWithin(designer, '.tb-bend').length).toBe(2);
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => allWithin(designer, '.tb-bend').length).toBe(0);
  designer.readonly = true;
  await designer.updateComplete;
  shape(designer, LINE)?.focus();
  await userEvent.keyboard('b');
  expect(allWithin(designer, '.tb-bend').length).toBe(0);
});

async function openLine(): Promise<FlowDesigner> {
  const designer = await openDesigner(blank);
  await namedShapes(designer);
  await expect.poll(() => shape(designer, LINE)?.hasAttribute('tabindex')).toBe(true);
  shape(designer, LINE)?.focus();
  return designer;
}

function ends(designer: FlowDesigner): readonly { readonly x: number; readonly y: number }[] {
  const { editor } = designer as unknown as { readonly editor: import('../flow-editor.ts').FlowEditor };
  const points = editor.element(LINE)?.waypoints ?? [];
  return points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

function focusedId(designer: FlowDesigner): string | undefined {
  return designer.shadowRoot?.activeElement?.getAttribute('data-element-id') ?? undefined;
}

function focusedName(designer: FlowDesigner): string | null | undefined {
  return designer.shadowRoot?.activeElement?.getAttribute('aria-label');
}

async function heard(designer: FlowDesigner, words: string): Promise<void> {
  await expect
    .poll(() => allWithin(designer, '[aria-live]').map((place) => place.textContent))
    .toContainEqual(expect.stringContaining(words));
}

async function bendsIn(xml: string): Promise<number> {
  const { flow } = await readBpmn(xml);
  return (flow?.picture.edges.find(({ id }) => id === LINE)?.points.length ?? 0) - 2;
}
