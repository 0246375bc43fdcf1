/** A page under a strict policy: opens the real flow, works in it, and tells its parent what the policy blocked. */
import '../define.ts';
import { realContext, realFlow } from './measure.ts';

// the test runner leads `import()` through itself; it is not in this frame
Object.assign(globalThis, { __vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() } });

const blocked: string[] = [];
document.addEventListener('securitypolicyviolation', (event) =>
  blocked.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
);

const designer = document.createElement('tb-flow-designer');
designer.context = realContext;
designer.xml = realFlow;
document.body.append(designer);
await designer.select('Task_review');
designer.shadowRoot?.querySelector<HTMLElement>('[data-kind="userTask"]')?.click();
await designer.select('Sub_conversion');
await document.fonts.ready;

setTimeout(() => {
  const font = [...document.fonts].find((one) => one.family === 'bpmn')?.status;
  parent.postMessage({ blocked, font, shapes: (designer.shadowRoot?.querySelectorAll('.djs-shape').length ?? 0) > 20 }, '*');
}, 1000);
