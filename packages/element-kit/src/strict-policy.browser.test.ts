import { expect, test } from 'vitest';

const POLICY = "default-src 'self'; img-src 'self' blob:";

test('a strict policy blocks nothing of ours: no style element, no style attribute from text, no data: address', async () => {
  const frame = document.createElement('iframe');
  frame.title = '严格策略';
  const page = new URL('./test-support/strict-page.ts', import.meta.url).href;
  frame.srcdoc = `<!doctype html><html lang="zh-CN"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><body><script type="module" src="${page}"></script>`;
  const answer = new Promise<MessageEvent>((resolve) =>
    addEventListener('message', (event) => event.source === frame.contentWindow && resolve(event)),
  );
  document.body.append(frame);
  const { data } = await answer;
  expect(data).toEqual({ blocked: [], accent: '#1f5fae' });
  frame.remove();
});

test('the same page would tell: a style element is blocked', async () => {
  const frame = document.createElement('iframe');
  frame.title = '对照';
  frame.srcdoc = `<!doctype html><html lang="zh-CN"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><body>`;
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
