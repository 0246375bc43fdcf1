import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import './define.ts';
import { loadMeasure } from '@tongban/measures';
import type { TrialOpening } from '@tongban/model';
import { createSimulator } from '@tongban/verify';
import { blankFlow } from './blank-flow.ts';
import { shape, within } from './test-support/designer.ts';
import { realContext, realFlow } from './test-support/measure.ts';

const files = import.meta.glob('../../measures/mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });

test('shown and taken away again and again, nothing of it stays in memory', () => expectGone(16, showOnce));

test('nor after a comparison, with a trial and its forms open', async () => {
  const opening = await realTrial();
  await expectGone(6, async () => {
    const designer = document.createElement('tb-flow-designer');
    designer.style.height = '400px';
    Object.assign(designer, { context: realContext, xml: realFlow, base: { xml: blank, title: '1.0' }, trial: async () => opening });
    document.body.append(designer);
    await come(() => shape(designer, 'Task_file') !== null);
    within(designer, '[data-action="compare"]').click();
    await come(() => designer.shadowRoot?.querySelector('[data-change]') != null);
    within(designer, '[data-action="try"]').click();
    await come(() => designer.shadowRoot?.querySelector('[data-action="open-forms"]') != null);
    within(designer, '[data-action="open-forms"]').click();
    await come(() => designer.shadowRoot?.querySelector('.trial-forms tb-form') != null);
    designer.remove();
    return designer;
  });
});

// a case that has begun; it outlives the designers
async function realTrial(): Promise<TrialOpening> {
  const sources = await loadMeasure(async (path) => files[`../../measures/mock-approval/${path}`] ?? '');
  const opening = await createSimulator().open(sources, Date.UTC(2026, 10, 23, 1));
  await opening.trial?.start({});
  return opening;
}

async function expectGone(times: number, show: () => Promise<Element>): Promise<void> {
  const seen: WeakRef<Element>[] = [];
  for (let time = 0; time < times; time++) seen.push(new WeakRef(await show()));
  const session = cdp() as unknown as { send(method: string): Promise<unknown> };
  const alive = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return seen.filter((reference) => reference.deref() !== undefined).length;
  };
  // the last few may still be held by what the browser has under way; what leaks holds every one
  await expect.poll(alive, { interval: 300 }).toBeLessThan(4);
}

// `expect.poll` would hold what it looks at until the test ends
async function come(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function showOnce(): Promise<Element> {
  const designer = document.createElement('tb-flow-designer');
  designer.style.height = '400px';
  designer.xml = blank;
  document.body.append(designer);
  await come(() => designer.shadowRoot?.querySelector('[data-element-id="Task_1"]') != null);
  designer.remove();
  return designer;
}
