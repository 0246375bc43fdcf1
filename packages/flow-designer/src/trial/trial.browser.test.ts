import { axeFindings, settled } from '@tongban/element-kit/testing';
import { loadMeasure } from '@tongban/measures';
import { createSimulator } from '@tongban/verify';
import { beforeEach, expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import type { FlowDesigner } from '../flow-designer.ts';
import { allWithin, openDesigner, shape, until, within } from '../test-support/designer.ts';

const files = import.meta.glob('../../../measures/mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });
const MONDAY = Date.UTC(2026, 10, 23, 1);

beforeEach(() => browser.viewport(1440, 900));

test('clicks the real measure through: tokens on the drawing, lights, the time line; ending it takes the marks away', async () => {
  const designer = await openTrial();
  await settled();
  expect(await axeFindings()).toEqual([]);
  within(designer, '[data-action="start-trial"]').click();
  await until(() => task(designer, 'Task_file') !== null);
  expect(allWithin(designer, '.tb-token').length).toBe(1);
  await press(designer, 'Task_file', '办结');
  await until(() => task(designer, 'Task_accept') !== null);
  expect(within(designer, '.trial').textContent).toContain('工作日');
  expect(shape(designer, 'Task_file')?.classList.contains('tb-done')).toBe(true);
  await press(designer, 'Task_accept', '受理');
  await until(() => allWithin(designer, '.tb-token').length === 2);
  expect(allWithin(designer, '.time-line li').map((one) => one.textContent)).toEqual(
    expect.arrayContaining([expect.stringContaining('受理并一次性告知：办完')]),
  );
  expect(await axeFindings()).toEqual([]);
  within(designer, '[data-action="try"]').click();
  await until(() => designer.shadowRoot?.querySelector('.trial') == null);
  expect(allWithin(designer, '.tb-token, .tb-done')).toEqual([]);
}, 60_000);

test('a flow with an error is not tried, and says why', async () => {
  const designer = await openDesigner();
  designer.trial = async () => createSimulator().open({ 'measure.json': '{}' }, MONDAY);
  await designer.updateComplete;
  within(designer, '[data-action="try"]').click();
  await until(() => designer.shadowRoot?.querySelector('.trial tb-problem-list') != null);
});

async function openTrial(): Promise<FlowDesigner> {
  const sources = await loadMeasure(async (path) => files[`../../../measures/mock-approval/${path}`] ?? '');
  const designer = await openDesigner();
  designer.trial = (xml) => createSimulator().open({ ...sources, 'flow.bpmn': xml }, MONDAY);
  await designer.updateComplete;
  within(designer, '[data-action="try"]').click();
  await until(() => designer.shadowRoot?.querySelector('[data-action="start-trial"]') != null);
  return designer;
}

function task(designer: FlowDesigner, id: string): HTMLElement | null | undefined {
  return designer.shadowRoot?.querySelector<HTMLElement>(`[data-trial-task="${id}"]`);
}

async function press(designer: FlowDesigner, id: string, label: string): Promise<void> {
  const buttons = [...(task(designer, id)?.querySelectorAll<HTMLElement>('.button') ?? [])];
  buttons.find((one) => one.textContent?.includes(label))?.click();
  await settled();
}
