import { html } from 'lit';
import { expect, test } from 'vitest';
import './define.ts';
import flowXml from '../../measures/mock-approval/flow.bpmn?raw';
import type { FlowDesigner } from './flow-designer.ts';
import { onPage } from './test-support/page.ts';

test('opens the real flow', async () => {
  const page = await onPage(html`<tb-flow-designer .xml=${flowXml}></tb-flow-designer>`);
  const designer = page.querySelector<FlowDesigner>('tb-flow-designer')!;
  await designer.select('Task_accept');
  expect(designer.shadowRoot?.querySelector('h2')?.textContent).toBe('受理并一次性告知');
});
