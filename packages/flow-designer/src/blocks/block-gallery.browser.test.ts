import { readBpmn } from '@tongban/bpmn';
import { compileFlow } from '@tongban/compile';
import { axeFindings, settled } from '@tongban/element-kit/testing';
import type { MeasureManifest } from '@tongban/model';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { blankFlow } from '../blank-flow.ts';
import type { FlowDesigner } from '../flow-designer.ts';
import { nextChange, openDesigner, shape, until, within } from '../test-support/designer.ts';
import { overlapsIn } from '../test-support/overlaps.ts';
import { BLOCKS } from './library.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });

test.each(BLOCKS.map((block) => [block.title['zh-CN'], block] as const))(
  '%s goes into a flow in one step, without an error',
  async (_title, block) => {
    const designer = await openDesigner(blank);
    let manifest = designer.context?.manifest as MeasureManifest;
    const limits = manifest.limits;
    designer.addEventListener('tb-measure-change', (event) => {
      manifest = event.manifest;
    });
    await designer.select('Task_1');
    await openBlock(designer, block.id);
    const roles = block.parameters.filter(({ kind }) => kind === 'role');
    for (const parameter of block.parameters) {
      const field = within<HTMLSelectElement | HTMLInputElement>(designer, `#block-${parameter.id}`);
      if (!(field instanceof HTMLSelectElement) || parameter.kind === 'choice') continue;
      const at = Math.max(roles.indexOf(parameter), 0);
      await userEvent.selectOptions(field, field.options[at + 1] as HTMLOptionElement);
    }
    const told = nextChange(designer);
    within(designer, '[data-action="insert-block"]').click();
    const { flow } = await readBpmn(await told);
    if (flow === undefined) throw new Error('not readable');
    const errors = compileFlow(flow, { world: worldOf(manifest), file: 'flow.bpmn' }).problems.filter(
      ({ severity, place, code }) => severity === 'error' && !(code === 'COMPILE_PERFORMER_MISSING' && place.elementId === 'Task_1'),
    );
    expect(errors.map(({ sentences }) => sentences['zh-CN'])).toEqual([]);
    expect(overlapsIn(flow.picture)).toEqual([]);
    expect(flow.processes[0]?.nodes.length).toBe(3 + block.nodes.length);
    for (const limit of block.limits) expect(manifest.limits.map(({ id }) => id)).toContain(limit.id.replace('{n}', ''));
    const undone = nextChange(designer);
    designer.undo();
    const { flow: before } = await readBpmn(await undone);
    expect(before?.processes[0]?.nodes.map(({ id }) => id).sort()).toEqual(['End', 'Start', 'Task_1']);
    expect(manifest.limits).toEqual(limits);
  },
);

test('asks for what is missing, and nothing of the page is out of reach', async () => {
  const designer = await openDesigner(blank);
  await designer.select('Task_1');
  within(designer, '[data-action="blocks"]').click();
  await until(() => designer.shadowRoot?.querySelector('[data-block]') != null);
  await settled();
  expect(await axeFindings()).toEqual([]);
  await openBlock(designer, 'four-eyes');
  expect(await axeFindings()).toEqual([]);
  within(designer, '[data-action="insert-block"]').click();
  await until(() => designer.shadowRoot?.activeElement?.id === 'block-role');
  expect(within(designer, '#block-role-error').textContent).toBe('请填写。');
});

test('a second copy has names of its own; the block of a county stands first', async () => {
  const designer = await openDesigner(blank);
  const [block] = BLOCKS.filter(({ id }) => id === 'rectification');
  designer.context = {
    ...(designer.context as NonNullable<FlowDesigner['context']>),
    blocks: [{ ...block, id: 'own', title: { 'zh-CN': '本县整改' } } as never, { id: 'rubbish' } as never],
  };
  for (const step of ['Task_1', 'Start']) {
    await designer.select(step);
    await openBlock(designer, 'own', () => {
      const said = designer.shadowRoot?.querySelector('tb-dialog tb-problem-list')?.shadowRoot?.textContent ?? '';
      expect(said).toContain('办事模块“rubbish”没有显示');
      expect(designer.shadowRoot?.querySelector('[data-block="rubbish"]')).toBeNull();
    });
    await userEvent.selectOptions(within(designer, '#block-role'), '综合窗口');
    const told = nextChange(designer);
    within(designer, '[data-action="insert-block"]').click();
    await told;
  }
  const { flow } = await readBpmn(designer.xml);
  const results = flow?.processes[0]?.nodes.flatMap(({ extension }) => extension.outcomes?.result ?? []);
  expect(results).toEqual(['check', 'check2']);
  expect(shape(designer, 'Task_1')).not.toBeNull();
});

async function openBlock(designer: FlowDesigner, id: string, look: () => void = () => undefined): Promise<void> {
  if (designer.shadowRoot?.querySelector('[data-block]') == null) within(designer, '[data-action="blocks"]').click();
  await until(() => designer.shadowRoot?.querySelector(`[data-block="${id}"]`) != null);
  if (id === 'own') expect(designer.shadowRoot?.querySelector<HTMLElement>('[data-block]')?.dataset['block']).toBe('own');
  look();
  within(designer, `[data-block="${id}"]`).click();
  await until(() => designer.shadowRoot?.querySelector('[data-action="insert-block"]') != null);
}

function worldOf({ roles, departments, limits }: MeasureManifest) {
  return {
    roles: roles.map(({ id }) => id),
    departments: departments.map(({ id }) => id),
    limits: limits.map(({ id }) => id),
    pauseReasons: limits.flatMap(({ pauses = [] }) => pauses),
    forms: {},
    formIds: [],
    known: { names: [] },
    decisions: [],
    templates: [],
  };
}
