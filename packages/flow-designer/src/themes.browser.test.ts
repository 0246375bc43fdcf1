/** Every surface in every theme: what axe measures of contrast, names and roles holds in all of them, and the mark of bpmn.io is seen. */
import type { Theme } from '@tongban/element-kit';
import { axeFindings, settled } from '@tongban/element-kit/testing';
import type { Problem } from '@tongban/model';
import { beforeEach, expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import { blankFlow } from './blank-flow.ts';
import type { FlowDesigner } from './flow-designer.ts';
import { allWithin, openDesigner, shape, within } from './test-support/designer.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });
const faulty = blank.replace('</bpmn:process>', '<bpmn:task id="Task_1" /></bpmn:process>');

for (const theme of ['blue', 'red', 'dark', 'contrast'] satisfies Theme[]) {
  test(`canvas, list, properties, check, comparison and gallery are readable in ${theme}`, async () => {
    const designer = await openDesigner(faulty);
    designer.theme = theme;
    designer.base = { xml: blank.replace('受理', '收件'), title: '1.0' };
    designer.problems = [problem('error'), problem('warning')];
    await expect.poll(() => designer.shadowRoot?.querySelector('.import-report')).not.toBeNull();
    await designer.select('Task_1');
    await read(designer, ':host', '.panel-head');
    expect(contrastOfMark(designer)).toBeGreaterThan(4.5);
    allWithin(designer, '.views .button')[1]?.click();
    await read(designer, '.steps', '.step');
    within(designer, '[data-action="problems"]').click();
    await read(designer, '.side', 'tb-problem-list');
    within(designer, '[data-action="compare"]').click();
    await read(designer, '.work', '[data-change]');
    within(designer, '[data-action="blocks"]').click();
    await read(designer, 'tb-dialog', '.block-card');
  });
}

test('the drawing is as dark on light, or light on dark, as text is', async () => {
  const designer = await openDesigner(blank);
  for (const theme of ['blue', 'red', 'dark', 'contrast'] satisfies Theme[]) {
    designer.theme = theme;
    await settled();
    const outline = shape(designer, 'Task_1')?.querySelector('.djs-visual > rect');
    const { stroke, fill } = getComputedStyle(outline as Element);
    expect(contrast(stroke, fill)).toBeGreaterThan(7);
  }
});

// what the last press changed, once its contents are there
async function read(designer: FlowDesigner, surface: string, contents: string): Promise<void> {
  await expect.poll(() => allWithin(designer, contents).length).toBeGreaterThan(0);
  await settled();
  expect(await axeFindings(surface === ':host' ? designer : within(designer, surface))).toEqual([]);
}

function problem(severity: Problem['severity']): Problem {
  const sentences = { 'zh-CN': '没有人能办理。', en: 'Nobody can do it.' };
  return { code: 'X', severity, place: { elementId: 'Task_1', property: 'performer' }, details: {}, sentences };
}

function contrastOfMark(designer: FlowDesigner): number {
  const mark = within(designer, '.bjs-powered-by');
  return contrast(getComputedStyle(mark).color, getComputedStyle(within(designer, '.canvas-part')).backgroundColor);
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
