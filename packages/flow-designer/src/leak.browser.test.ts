import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import './define.ts';
import { blankFlow } from './blank-flow.ts';
import { until } from './test-support/designer.ts';

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });

test('shown and taken away a hundred times, nothing of it stays in memory', async () => {
  const seen: WeakRef<Element>[] = [];
  for (let times = 0; times < 100; times++) seen.push(new WeakRef(await showOnce()));
  const session = cdp() as unknown as { send(method: string): Promise<unknown> };
  const alive = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return seen.filter((reference) => reference.deref() !== undefined).length;
  };
  await expect.poll(alive, { interval: 300 }).toBeLessThan(10);
});

async function showOnce(): Promise<Element> {
  const designer = document.createElement('tb-flow-designer');
  designer.style.height = '400px';
  designer.xml = blank;
  document.body.append(designer);
  await until(() => designer.shadowRoot?.querySelector('[data-element-id="Task_1"]') != null);
  designer.remove();
  return designer;
}
