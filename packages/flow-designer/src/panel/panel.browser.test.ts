/** The questions of the panel: who exactly, what if nobody, what stands still, the details of a limit, how votes count. */
import { readBpmn } from '@tongban/bpmn';
import { configureTongban, resetTongbanConfiguration } from '@tongban/element-kit';
import { axeFindings, inside } from '@tongban/element-kit/testing';
import type { FlowExtension, FlowNode, Limit } from '@tongban/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { FlowDesigner } from '../flow-designer.ts';
import { allWithin, enter, openDesigner, until, within } from '../test-support/designer.ts';

beforeEach(() => browser.viewport(1440, 900));
afterEach(resetTongbanConfiguration);

const TASK = 'Task_accept';

async function onTask(id = TASK) {
  const designer = await openDesigner();
  await designer.select(id);
  const extension = async (): Promise<FlowExtension> => {
    const { flow } = await readBpmn(designer.xml);
    const nodes = (list: readonly FlowNode[]): readonly FlowNode[] => list.flatMap((node) => [node, ...nodes(node.inner?.nodes ?? [])]);
    return nodes(flow?.processes.flatMap((process) => process.nodes) ?? []).find((node) => node.id === id)?.extension ?? {};
  };
  return { designer, extension };
}

async function choose(designer: FlowDesigner, field: string, value: string): Promise<void> {
  await designer.updateComplete;
  await userEvent.selectOptions(within(designer, field), value);
  await designer.updateComplete;
}

function box(designer: FlowDesigner, label: string, around = '.side'): HTMLInputElement {
  const found = allWithin(designer, `${around} .choice`).find((one) => one.textContent?.trim() === label);
  return found?.querySelector('input') as HTMLInputElement;
}

test('who exactly: the starter, a content of a form, people of the directory, an expression', async () => {
  configureTongban({
    pickers: {
      people: async () => [
        { id: 'u7', name: '马建国' },
        { id: 'u8', name: '张玉梅' },
      ],
    },
  });
  const { designer, extension } = await onTask();
  await choose(designer, '#performer-person-way', 'starter');
  await expect.poll(async () => (await extension()).performer?.person).toBe('case.starter.id');
  await choose(designer, '#performer-person-way', 'superior');
  await expect.poll(async () => (await extension()).performer?.person).toBe('case.starter.superior');
  await choose(designer, '#performer-person-way', 'field');
  await userEvent.click(inside(within(designer, '#performer-person'), 'input'));
  await userEvent.keyboard('项目名称{Enter}');
  await expect.poll(async () => (await extension()).performer?.person).toBe('application.projectName');
  await choose(designer, '#performer-person-way', 'picked');
  await expect.poll(async () => (await extension()).performer?.person).toBe('["u7", "u8"]');
  await designer.updateComplete;
  expect(within(designer, '#performer-person').textContent).toContain('张玉梅');
  await choose(designer, '#performer-person-way', 'none');
  await expect.poll(async () => (await extension()).performer?.person).toBeUndefined();
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
});

test('what if nobody is found, or it is the same person', async () => {
  const { designer, extension } = await onTask();
  await choose(designer, '#policy-empty', 'administrator');
  await choose(designer, '#policy-same', 'skip');
  await choose(designer, '#policy-outcome', 'accept');
  await expect.poll(async () => (await extension()).policy).toEqual({ empty: 'administrator', same: 'skip', outcome: 'accept' });
  await choose(designer, '#policy-empty', 'incident');
  await choose(designer, '#policy-same', 'ask');
  await choose(designer, '#policy-outcome', '');
  await expect.poll(async () => (await extension()).policy).toBeUndefined();
});

test('a pause says which limits stand still; undo takes both back one after the other', async () => {
  const { designer, extension } = await onTask();
  const limits = designer.context?.manifest.limits as readonly Limit[];
  await choose(designer, '#pause', 'expertReview');
  await expect.poll(async () => (await extension()).pauses).toBe('expertReview');
  await designer.updateComplete;
  const name = limits[0]?.name['zh-CN'] ?? '';
  box(designer, name, '[data-property~="pause"]').click();
  expect(designer.context?.manifest.limits[0]?.pauses).toContain('expertReview');
  designer.undo();
  expect(designer.context?.manifest.limits).toEqual(limits);
  designer.undo();
  await expect.poll(async () => (await extension()).pauses).toBeUndefined();
});

test('the details of a limit: first day, yellow light, notices; a new limit goes away on undo with its clock', async () => {
  const { designer, extension } = await onTask();
  const before = designer.context?.manifest.limits;
  const clocks = (await extension()).clocks;
  await userEvent.selectOptions(within(designer, '#limit-0'), '新建时限…');
  await expect.poll(async () => (await extension()).clocks).not.toEqual(clocks);
  const id = (await extension()).clocks?.[0];
  const limit = (): Limit | undefined => designer.context?.manifest.limits.find((one) => one.id === id);
  await designer.updateComplete;
  within<HTMLDetailsElement>(designer, '.limit-details').open = true;
  box(designer, '开始的当天也算一天').click();
  await choose(designer, '#limit-0-yellow', '1/3');
  within(designer, '.limit-details .button.quiet:last-of-type').click();
  await designer.updateComplete;
  enter(within(designer, '#limit-0-notice-0-ahead'), '很久');
  await designer.updateComplete;
  expect(within(designer, '#limit-0-notice-0-ahead-error').textContent).toContain('请填写 0');
  enter(within(designer, '#limit-0-notice-0-ahead'), '2');
  expect(limit()).toMatchObject({ firstDayCounts: true, yellow: [1, 3], notices: [{ light: 'yellow', ahead: 2 }] });
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  for (let steps = 0; steps < 5; steps++) designer.undo();
  expect(designer.context?.manifest.limits).toEqual(before);
  await expect.poll(async () => (await extension()).clocks).toEqual(clocks);
});

test('when a limit is over: reminded, sent back, or decided with its basis', async () => {
  const { designer, extension } = await onTask();
  const [limit] = (await extension()).clocks ?? [];
  await choose(designer, '#expiry-does', 'return');
  await choose(designer, '#expiry-target', 'Task_file');
  await expect.poll(async () => (await extension()).expiry).toEqual({ limit, does: 'return', target: 'Task_file' });
  await choose(designer, '#expiry-does', 'complete');
  expect(within(designer, '#expiry-basis-error').textContent).toContain('依据');
  await choose(designer, '#expiry-outcome', 'accept');
  enter(within(designer, '#expiry-basis'), '行政许可法第五十条');
  await expect
    .poll(async () => (await extension()).expiry)
    .toEqual({ limit, does: 'complete', outcome: 'accept', basis: '行政许可法第五十条' });
  await choose(designer, '#expiry-does', '');
  await expect.poll(async () => (await extension()).expiry).toBeUndefined();
});

test('how votes count: abstaining, a quorum, the votes of who is removed', async () => {
  const { designer, extension } = await onTask();
  await choose(designer, '#each-mode', 'parallel');
  await choose(designer, '#vote-rule', 'share');
  await choose(designer, '#vote-of', 'cast');
  enter(within(designer, '#vote-quorum'), '2/3');
  await choose(designer, '#vote-removed', 'abstain');
  await expect
    .poll(async () => (await extension()).vote)
    .toMatchObject({ rule: 'share', needed: '1/2', of: 'cast', quorum: '2/3', removed: 'abstain' });
  await until(() => designer.xml.includes('quorum'));
});

test('to whom an operation may go: as who acts is said, and everybody again', async () => {
  const { designer, extension } = await onTask();
  if (!box(designer, '抄送').checked) box(designer, '抄送').click();
  await designer.updateComplete;
  await choose(designer, '#operation-copy-to', 'some');
  await until(() => designer.shadowRoot?.querySelector('#operation-copy-to-department') != null);
  await choose(designer, '#operation-copy-to-department', 'water');
  const copy = async () => (await extension()).operations?.find(({ kind }) => kind === 'copy');
  await expect.poll(copy).toEqual({ kind: 'copy', to: { department: 'water' } });
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  await choose(designer, '#operation-copy-to', 'all');
  await expect.poll(copy).toEqual({ kind: 'copy' });
});

test('who was picked before is shown by the name that the host knows; whom it does not know, by id', async () => {
  const asked: string[] = [];
  configureTongban({
    pickers: {
      named: async (ids) => {
        asked.push(...ids);
        return [{ id: 'p-41', name: '冶成林' }];
      },
    },
  });
  const { designer } = await onTask();
  const xml = designer.xml.replace(/(id="Task_accept"[\s\S]*?<tb:performer )/, `$1person="[&quot;p-41&quot;, &quot;p-42&quot;]" `);
  designer.xml = xml;
  await designer.updateComplete;
  await designer.select(TASK);
  await until(() => designer.shadowRoot?.querySelector('[data-person="p-41"]')?.textContent === '冶成林');
  expect(within(designer, '[data-person="p-42"]').textContent).toBe('p-42');
  designer.requestUpdate();
  await designer.updateComplete;
  expect(asked).toEqual(['p-41', 'p-42']);
});
