/** A page under a strict policy: opens the real flow, works in it, and tells its parent what the policy blocked. */
import { reportBlocked } from '@tongban/element-kit/testing';
import '../define.ts';
import { realContext, realFlow } from './measure.ts';

// the test runner leads `import()` through itself; it is not in this frame
Object.assign(globalThis, { __vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() } });

const report = reportBlocked();

const designer = document.createElement('tb-flow-designer');
designer.context = realContext;
designer.xml = realFlow;
document.body.append(designer);
await designer.select('Task_review');
designer.shadowRoot?.querySelector<HTMLElement>('[data-kind="userTask"]')?.click();
await designer.select('Sub_conversion');
await document.fonts.ready;

report(
  () => ({
    font: [...document.fonts].find((one) => one.family === 'bpmn')?.status,
    shapes: (designer.shadowRoot?.querySelectorAll('.djs-shape').length ?? 0) > 20,
  }),
  1000,
);
