import { axeFindings, settled } from '@tongban/element-kit/testing';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { allWithin, openDesigner, shape, until, within } from '../test-support/designer.ts';
import { realFlow } from '../test-support/measure.ts';

beforeEach(() => browser.viewport(1440, 900));

test('says what differs in sentences and on the drawing, and goes on while people edit', async () => {
  const designer = await openDesigner();
  designer.base = { xml: realFlow, title: '1.0' };
  await designer.updateComplete;
  within(designer, '[data-action="compare"]').click();
  await until(() => designer.shadowRoot?.querySelector('.compare')?.textContent?.includes('没有差别') === true);
  const place = within<SVGGElement>(designer, '[data-element-id="Service_slip"] .djs-hit').getBoundingClientRect();
  await edit(designer);
  await until(() => allWithin(designer, '[data-change]').length > 0);
  await settled();
  const sentences = allWithin(designer, '[data-change]').map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
  expect(sentences).toEqual(
    expect.arrayContaining([
      '修改 修改了办理环节“受理并一次性告知”：谁来办 谁来办综合窗口 → 部门经办人',
      '删除 删除了环节“出具受理单”',
      expect.stringMatching(/^修改 修改了连线“从“.+”到“.+””：终点 终点出具受理单 → /),
    ]),
  );
  expect(shape(designer, 'Task_accept')?.classList.contains('tb-changed')).toBe(true);
  expect(allWithin(designer, '.tb-ghost').length).toBeGreaterThan(0);
  const ghost = within<SVGRectElement>(designer, '.tb-ghost rect').getBoundingClientRect();
  expect(Math.abs(ghost.x - place.x) + Math.abs(ghost.y - place.y)).toBeLessThan(4);
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  within(designer, '[data-action="compare"]').click();
  await until(() => designer.shadowRoot?.querySelector('.tb-ghost') == null);
  expect(allWithin(designer, '.tb-changed')).toEqual([]);
});

test('stands side by side: the views go together, both are marked, F7 goes from one difference to the next', async () => {
  const designer = await openDesigner();
  designer.base = { xml: realFlow, title: '1.0' };
  await designer.updateComplete;
  within(designer, '[data-action="compare"]').click();
  await edit(designer);
  await until(() => allWithin(designer, '[data-change]').length > 0);
  await until(() => designer.shadowRoot?.querySelector('[data-action="beside"]') != null);
  within(designer, '[data-action="beside"]').click();
  await until(() => designer.shadowRoot?.querySelector('.other-canvas .tb-removed') != null);
  expect(allWithin(designer, '.other-canvas [data-element-id="Service_slip"].tb-removed').length).toBe(1);
  expect(allWithin(designer, '.other-canvas [data-element-id="Task_accept"].tb-changed').length).toBe(1);
  expect(allWithin(designer, '.tb-ghost')).toEqual([]);
  const place = (canvas: string): DOMRect =>
    within<SVGGElement>(designer, `${canvas} [data-element-id="Task_accept"] .djs-hit`).getBoundingClientRect();
  const apart = place('.canvas').y - place('.other-canvas').y;
  const { editor } = designer as unknown as { readonly editor: import('../flow-editor.ts').FlowEditor };
  editor.zoomBy(0.6);
  await until(() => Math.abs(place('.canvas').width - place('.other-canvas').width) < 0.5);
  editor.get('canvas').scroll({ dx: 0, dy: -40 });
  await until(() => Math.abs(place('.canvas').y - place('.other-canvas').y - apart) < 4);
  within(designer, '.canvas svg').focus();
  await userEvent.keyboard('{F7}');
  const first = allWithin(designer, '[data-change] [aria-current="true"]')[0]?.textContent;
  await userEvent.keyboard('{F7}');
  expect(allWithin(designer, '[data-change] [aria-current="true"]')[0]?.textContent).not.toBe(first);
  await userEvent.keyboard('{Shift>}{F7}{/Shift}');
  expect(allWithin(designer, '[data-change] [aria-current="true"]')[0]?.textContent).toBe(first);
  expect(within(designer, '[data-change="Task_accept"] .was-is').textContent?.replace(/\s+/g, ' ')).toContain('综合窗口');
  expect(await axeFindings()).toEqual([]);
  (allWithin(designer, '.views button')[1] as HTMLElement).click();
  await until(() => designer.shadowRoot?.querySelector('[data-other="Service_slip"] .change-removed') != null);
  await until(() => designer.shadowRoot?.querySelector('[data-step="Task_accept"] .change-changed')?.textContent === '修改');
  await browser.viewport(390, 844);
  await until(() => designer.hasAttribute('narrow'));
  await settled();
  expect(await axeFindings()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

test('what only moved stands apart', async () => {
  const designer = await openDesigner();
  designer.base = { xml: realFlow, title: '1.0' };
  await designer.updateComplete;
  const { editor } = designer as unknown as { readonly editor: import('../flow-editor.ts').FlowEditor };
  const slip = editor.element('Service_slip');
  if (slip === undefined) throw new Error('not drawn');
  editor.get('modeling').moveElements([slip], { x: 0, y: 30 });
  editor.rename(slip, '出具受理单');
  within(designer, '[data-action="compare"]').click();
  await until(() => designer.shadowRoot?.querySelector('.moved-only [data-change="Service_slip"]') != null);
  expect(within(designer, '.moved-only summary').textContent).toContain('只移动了位置');
});

// as the properties and the canvas edit
async function edit(designer: Awaited<ReturnType<typeof openDesigner>>): Promise<void> {
  const { editor } = designer as unknown as { readonly editor: import('../flow-editor.ts').FlowEditor };
  const accept = editor.element('Task_accept');
  const slip = editor.element('Service_slip');
  if (accept === undefined || slip === undefined) throw new Error('not drawn');
  editor.setExtension(accept, { ...editor.extensionOf(accept), performer: { role: 'handler' } });
  editor.remove(slip);
}
