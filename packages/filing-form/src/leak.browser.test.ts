import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import './define.ts';
import { form } from './test-support/forms.ts';

test('shown and taken away fifteen times, nothing of a form stays in memory', async () => {
  const seen: WeakRef<Element>[] = [];
  for (let times = 0; times < 15; times++) seen.push(new WeakRef(await showOnce()));
  const session = cdp() as unknown as { send(method: string): Promise<unknown> };
  const alive = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return seen.filter((reference) => reference.deref() !== undefined).length;
  };
  // the last few may still be held by what the browser has under way
  await expect.poll(alive, { interval: 300 }).toBeLessThan(5);
});

async function showOnce(): Promise<Element> {
  const element = document.createElement('tb-form');
  element.form = form('promise');
  document.body.append(element);
  // not `expect.poll`: the runner remembers what it polled
  while (element.shadowRoot?.querySelector('input') == null) await new Promise((resolve) => setTimeout(resolve, 20));
  element.remove();
  return element;
}
