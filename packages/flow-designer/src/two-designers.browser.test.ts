/** Two designers on one page: each has its own flow, undo stack, keys, dialogs and marks. */
import { onPage, settled } from '@tongban/element-kit/testing';
import { html } from 'lit';
import { expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import './define.ts';
import { blankFlow } from './blank-flow.ts';
import type { FlowDesigner } from './flow-designer.ts';
import { enter, namedShapes, nextChange, shape, within } from './test-support/designer.ts';

const flow = (step: string): string => blankFlow('demo', '示例', { start: '开始', step, end: '办结' });

test('what is done in one does not touch the other', async () => {
  await browser.viewport(1600, 1000);
  const page = await onPage(
    html`<tb-flow-designer .xml=${flow('甲')}></tb-flow-designer><tb-flow-designer .xml=${flow('乙')}></tb-flow-designer>`,
  );
  const [one, other] = [...page.querySelectorAll<FlowDesigner>('tb-flow-designer')] as [FlowDesigner, FlowDesigner];
  for (const designer of [one, other]) designer.style.height = '480px';
  await Promise.all([namedShapes(one), namedShapes(other)]);
  const told: string[] = [];
  other.addEventListener('tb-flow-change', ({ xml }) => told.push(xml));
  await rename(one, '甲一');
  await rename(one, '甲二');

  shape(other, 'Task_1')?.focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await settled();
  expect(one.xml).toContain('甲二');
  shape(one, 'Task_1')?.focus();
  const back = nextChange(one);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(await back).toContain('甲一');

  shape(one, 'Task_1')?.focus();
  const gone = nextChange(one);
  await userEvent.keyboard('{Delete}');
  expect(await gone).not.toContain('Task_1');
  expect(shape(other, 'Task_1')).not.toBeNull();

  within(other, '[data-action="blocks"]').click();
  await expect.poll(() => other.shadowRoot?.querySelector('[data-block]')).not.toBeNull();
  expect(one.shadowRoot?.querySelector('tb-dialog')).toBeNull();
  expect(told).toEqual([]);
});

test('the marks of lines of one stay when the other goes', async () => {
  const page = await onPage(
    html`<tb-flow-designer .xml=${flow('甲')}></tb-flow-designer><tb-flow-designer .xml=${flow('乙')}></tb-flow-designer>`,
  );
  const [one, other] = [...page.querySelectorAll<FlowDesigner>('tb-flow-designer')] as [FlowDesigner, FlowDesigner];
  await Promise.all([namedShapes(one), namedShapes(other)]);
  one.remove();
  const ends = [...(other.shadowRoot?.querySelectorAll<SVGPathElement>('.djs-connection path') ?? [])].flatMap(
    (path) => /url\("?#([^")]+)/.exec(path.style.markerEnd)?.[1] ?? [],
  );
  expect(ends.length).toBeGreaterThan(0);
  for (const id of ends) expect(other.shadowRoot?.getElementById(id), id).not.toBeNull();
});

async function rename(designer: FlowDesigner, name: string): Promise<void> {
  await designer.select('Task_1');
  const told = nextChange(designer);
  enter(within(designer, '#name'), name);
  await told;
}
