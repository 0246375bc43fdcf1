/** A page inside the page, under the policy that every surface of ours keeps, and what the policy blocked there. */

const POLICY = "default-src 'self'; img-src 'self' blob:";

/** An empty frame under the policy; `script` is the address of the module that it runs. */
export function strictFrame(script?: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  Object.assign(frame, { title: '严格策略', width: '1200', height: '800' });
  const module = script === undefined ? '' : `<script type="module" src="${script}"></script>`;
  frame.srcdoc = `<!doctype html><html lang="zh-CN"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><body>${module}`;
  return frame;
}

/** Runs the module at `script` under the policy and gives what it reports. */
export async function underStrictPolicy(script: string): Promise<unknown> {
  const frame = strictFrame(script);
  const answer = new Promise<MessageEvent>((resolve) =>
    addEventListener('message', (event) => event.source === frame.contentWindow && resolve(event)),
  );
  document.body.append(frame);
  const { data } = await answer;
  frame.remove();
  return data;
}

/** For that module: keeps what is blocked from now on; the function given back reports it, with `facts` beside it, after `wait` ms. */
export function reportBlocked(): (facts: () => object, wait?: number) => void {
  const blocked: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    blocked.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  return (facts, wait = 200) => setTimeout(() => parent.postMessage({ blocked, ...facts() }, '*'), wait);
}
