import { axeFindings, settled } from '@tongban/element-kit/testing';
import { beforeEach, expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
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
  expect(sentences).toEqual(expect.arrayContaining(['修改 修改了办理环节“受理并一次性告知”：谁来办', '删除 删除了环节“出具受理单”']));
  expect(shape(designer, 'Task_accept')?.classList.contains('tb-changed')).toBe(true);
  expect(allWithin(designer, '.tb-ghost').length).toBeGreaterThan(0);
  const ghost = within<SVGRectElement>(designer, '.tb-ghost rect').getBoundingClientRect();
  expect(Math.abs(ghost.x - place.x) + Math.abs(ghost.y - place.y)).toBeLessThan(4);
  expect(await axeFindings()).toEqual([]);
  within(designer, '[data-action="compare"]').click();
  await until(() => designer.shadowRoot?.querySelector('.tb-ghost') == null);
  expect(allWithin(designer, '.tb-changed')).toEqual([]);
}, 60_000);

// as the properties and the canvas edit
async function edit(designer: Awaited<ReturnType<typeof openDesigner>>): Promise<void> {
  const { editor } = designer as unknown as { readonly editor: import('../flow-editor.ts').FlowEditor };
  const accept = editor.element('Task_accept');
  const slip = editor.element('Service_slip');
  if (accept === undefined || slip === undefined) throw new Error('not drawn');
  editor.setExtension(accept, { ...editor.extensionOf(accept), performer: { role: 'handler' } });
  editor.remove(slip);
}
