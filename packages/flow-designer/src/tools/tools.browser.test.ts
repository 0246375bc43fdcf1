import { readBpmn } from '@tongban/bpmn';
import { axeFindings } from '@tongban/element-kit/testing';
import type { Flow } from '@tongban/model';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { blankFlow } from '../blank-flow.ts';
import type { FlowDesigner } from '../flow-designer.ts';
import { allWithin, chooseIn, namedShapes, nextChange, openDesigner, shape, until, within } from '../test-support/designer.ts';
import { realFlow } from '../test-support/measure.ts';
import { overlapsIn } from '../test-support/overlaps.ts';
import { toPng } from './files.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });

test('finds a step by name and goes there', async () => {
  const designer = await openDesigner();
  await ready(designer);
  within(designer, '.canvas svg').focus();
  await userEvent.keyboard('{Control>}f{/Control}');
  await until(() => designer.shadowRoot?.activeElement?.id === 'find');
  await userEvent.keyboard('会审');
  await until(() => allWithin(designer, '[data-found]').length > 0);
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(shape(designer, allWithin(designer, '[data-found]')[0]?.dataset['found'] ?? '')?.classList.contains('selected')).toBe(true);
  await userEvent.keyboard('{Escape}');
  await until(() => designer.shadowRoot?.querySelector('#find') == null);
});

test('arranges the real flow: nothing overlaps, lanes keep their steps, one undo takes it back', async () => {
  const designer = await openDesigner();
  await ready(designer);
  const before = await flowOf(realFlow);
  const told = nextChange(designer);
  await menu(designer, '自动排列');
  const after = await flowOf(await told);
  expect(overlapsIn(after.picture)).toEqual([]);
  expect(after.processes[0]?.lanes.map((lane) => [...lane.nodes].sort())).toEqual(
    before.processes[0]?.lanes.map((lane) => [...lane.nodes].sort()),
  );
  expect(meaning(after)).toEqual(meaning(before));
  const undone = nextChange(designer);
  designer.undo();
  expect(places(await flowOf(await undone))).toEqual(places(before));
});

test('shows the overview, and dragging in it moves the view', async () => {
  const designer = await openDesigner();
  await ready(designer);
  await menu(designer, '显示小地图');
  await until(() => designer.shadowRoot?.querySelector('.minimap') != null);
  const map = within<SVGSVGElement>(designer, '.minimap');
  expect(map.querySelectorAll('.node').length).toBeGreaterThan(20);
  const before = map.querySelector('.sight')?.getAttribute('x');
  const box = map.getBoundingClientRect();
  const at = { clientX: box.right - 20, clientY: box.y + box.height / 2, bubbles: true, pointerId: 1 };
  map.setPointerCapture = () => undefined;
  map.dispatchEvent(new PointerEvent('pointerdown', at));
  await until(() => map.querySelector('.sight')?.getAttribute('x') !== before);
  expect(await axeFindings()).toEqual([]);
  await menu(designer, '隐藏小地图');
  await until(() => designer.shadowRoot?.querySelector('.minimap') == null);
});

test('a dropped file replaces the flow after asking; rubbish leaves it and says why', async () => {
  const designer = await openDesigner(blank);
  await ready(designer);
  drop(designer, new File(['<html>no</html>'], 'x.bpmn'));
  await confirm(designer);
  await until(() => designer.shadowRoot?.querySelector('.callout')?.textContent?.includes('BPMN_NOT_BPMN') === true);
  expect(shape(designer, 'Task_1')).not.toBeNull();
  expect(designer.xml).toBe(blank);
  drop(designer, new File([realFlow], 'real.bpmn'));
  const told = nextChange(designer);
  await confirm(designer);
  expect(await told).toContain('Task_accept');
  expect(designer.shadowRoot?.querySelector('.callout')).toBeNull();
});

test('what is copied in one designer is pasted in another, with all that was set', async () => {
  const designer = await openDesigner();
  const other = document.createElement('tb-flow-designer');
  other.xml = blank;
  other.style.height = '400px';
  designer.parentElement?.append(other);
  await until(() => shape(other, 'Task_1') !== null);
  await namedShapes(designer);
  await namedShapes(other);
  await designer.select('Task_accept');
  within(designer, '.canvas svg').focus();
  await userEvent.keyboard('{Control>}c{/Control}');
  within(other, '.canvas svg').focus();
  const told = nextChange(other);
  await userEvent.keyboard('{Control>}v{/Control}');
  await userEvent.click(within(other, '.canvas svg'), { position: { x: 300, y: 300 } });
  const flow = await flowOf(await told);
  const pasted = flow.processes[0]?.nodes.find((node) => node.name === '受理并一次性告知');
  const source = (await flowOf(realFlow)).processes[0]?.nodes.find((node) => node.id === 'Task_accept');
  expect(pasted?.extension).toEqual(source?.extension);
});

test('rubbish that is pasted, and a file that is too large, change nothing and say why', async () => {
  const designer = await openDesigner(blank);
  await ready(designer);
  const drawn = allWithin(designer, '.djs-shape')
    .map((one) => one.dataset['elementId'])
    .sort();
  for (const text of [
    'no JSON',
    '{"0":[{"x":1}]}',
    '[]',
    '{"0":[{"id":"a","type":"bpmn:Task","businessObject":{"$type":"bpmn:Task"},"x":"1"}]}',
  ]) {
    designer.xml = `${blank} `;
    // Opening takes callouts away; once it is done, Tab reaches a step of what was opened.
    await designer.select('');
    await namedShapes(designer);
    expect(designer.shadowRoot?.querySelector('.callout')).toBeNull();
    localStorage.setItem('tongban.flow-clipboard', text);
    within(designer, '.canvas svg').focus();
    await userEvent.keyboard('{Control>}v{/Control}');
    await until(() => designer.shadowRoot?.querySelector('.callout')?.textContent?.includes('FLOW_DESIGNER_PASTE_UNREADABLE') === true);
    designer.xml = blank;
    await until(() => designer.shadowRoot?.querySelector('.callout') == null);
  }
  localStorage.removeItem('tongban.flow-clipboard');
  drop(designer, new File([new Uint8Array(9 * 1024 * 1024)], '照片.png'));
  await until(() => designer.shadowRoot?.querySelector('.callout')?.textContent?.includes('照片.png') === true);
  expect(designer.xml).toBe(blank);
  expect(
    allWithin(designer, '.djs-shape')
      .map((one) => one.dataset['elementId'])
      .sort(),
  ).toEqual(drawn);
});

test('exports a picture', async () => {
  const designer = await openDesigner(blank);
  const png = await toPng(await designer.exportSvg());
  expect(png.type).toBe('image/png');
  expect(png.size).toBeGreaterThan(1000);
});

test('all of BPMN is one switch away', async () => {
  const designer = await openDesigner(blank);
  expect(designer.shadowRoot?.querySelector('[data-kind="signalThrow"]')).toBeNull();
  within(designer, '[data-action="all-of-bpmn"]').click();
  await until(() => designer.shadowRoot?.querySelector('[data-kind="signalThrow"]') != null);
  await designer.select('Task_1');
  const told = nextChange(designer);
  within(designer, '[data-kind="signalThrow"]').click();
  expect(await told).toContain('signalEventDefinition');
  expect(await axeFindings()).toEqual([]);
});

test('a step of approval comes with what nearly every one has', async () => {
  const designer = await openDesigner(blank);
  await designer.select('Task_1');
  const told = nextChange(designer);
  within(designer, '[data-preset="countersign"]').click();
  const node = (await flowOf(await told)).processes[0]?.nodes.find((one) => one.name === '会签');
  expect(node?.loop).toMatchObject({ sequential: false });
  expect(node?.extension.vote).toMatchObject({ rule: 'all', agree: ['agree'] });
  expect(node?.extension.outcomes?.choices.map(({ label }) => label)).toEqual(['同意', '不同意']);
});

async function ready(designer: FlowDesigner): Promise<void> {
  await until(() => within(designer, '[data-action="more"]').hasAttribute('disabled') === false);
}

async function menu(designer: FlowDesigner, label: string): Promise<void> {
  await chooseIn(within(designer, '[data-action="more"]'), label);
}

function drop(designer: FlowDesigner, file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  within(designer, '.canvas-part').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

async function confirm(designer: FlowDesigner): Promise<void> {
  const find = (): HTMLElement | undefined =>
    [designer.ownerDocument, designer.shadowRoot as ShadowRoot]
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('tb-dialog')])
      .flatMap((dialog) => [
        ...dialog.querySelectorAll<HTMLElement>('button'),
        ...(dialog.querySelector('tb-confirm-buttons')?.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? []),
      ])
      .find((button) => button.textContent?.includes('导入并替换'));
  await until(() => find() !== undefined);
  find()?.click();
}

async function flowOf(xml: string): Promise<Flow> {
  const { flow } = await readBpmn(xml);
  if (flow === undefined) throw new Error('not readable');
  return flow;
}

// all but the drawing; what moves may be written at another place of the file
function meaning({ processes, picture: _, ...rest }: Flow): object {
  const nodes = processes.map((one) => [...one.nodes].sort((a, b) => (a.id < b.id ? -1 : 1)));
  return { ...rest, nodes, flows: processes.map((one) => one.flows) };
}

function places({ picture }: Flow): readonly string[] {
  return picture.shapes.map(({ id, x, y, width, height }) => `${id} ${x},${y} ${width}×${height}`).sort();
}
