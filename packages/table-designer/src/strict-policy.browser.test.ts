import { expect, test } from 'vitest';

const POLICY = "default-src 'self'; img-src 'self' blob:";

test('a strict policy blocks nothing of it: headings, cells and what is typed into them', async () => {
  const frame = document.createElement('iframe');
  frame.title = '严格策略';
  const page = new URL('./test-support/strict-page.ts', import.meta.url).href;
  frame.srcdoc = `<!doctype html><html lang="zh-CN"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><body><script type="module" src="${page}"></script>`;
  const answer = new Promise<MessageEvent>((resolve) =>
    addEventListener('message', (event) => event.source === frame.contentWindow && resolve(event)),
  );
  document.body.append(frame);
  const { data } = await answer;
  expect(data).toEqual({ blocked: [], columns: 5, editing: true });
  frame.remove();
});
