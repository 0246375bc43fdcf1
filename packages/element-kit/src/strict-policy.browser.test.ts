import { expect, test } from 'vitest';
import { strictFrame, underStrictPolicy } from './testing/index.ts';

test('a strict policy blocks nothing of ours: no style element, no style attribute from text, no data: address', async () => {
  const page = new URL('./test-support/strict-page.ts', import.meta.url).href;
  expect(await underStrictPolicy(page)).toEqual({ blocked: [], accent: '#1f5fae' });
});

test('the same page would tell: a style element is blocked', async () => {
  const frame = strictFrame();
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const inner = frame.contentDocument!;
  const blocked = new Promise<string>((resolve) =>
    inner.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective)),
  );
  inner.body.append(Object.assign(inner.createElement('style'), { textContent: 'p { color: red }' }));
  expect(await blocked).toBe('style-src-elem');
  frame.remove();
});
