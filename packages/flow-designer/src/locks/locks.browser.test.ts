import { readBpmn } from '@tongban/bpmn';
import { axeFindings, settled } from '@tongban/element-kit/testing';
import type { Flow, Lock, Problem } from '@tongban/model';
import { diffFlows, overlayErrors } from '@tongban/overlay';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { fixOf } from '../check/fixes.ts';
import type { FlowContext } from '../flow-context.ts';
import type { FlowDesigner } from '../flow-designer.ts';
import type { FlowEditor } from '../flow-editor.ts';
import { allWithin, enter, nextChange, openDesigner, shape, until, within } from '../test-support/designer.ts';
import { realContext, realFlow } from '../test-support/measure.ts';

beforeEach(() => browser.viewport(1440, 900));

const LAW = '行政许可法第三十二条';
const limit = realContext.manifest.limits.find(({ id }) => id === 'first-opinion') as FlowContext['manifest']['limits'][0];

/** The context of a county's copy. */
function copyOf(...locks: readonly Lock[]): FlowContext {
  const manifest = { ...realContext.manifest, locks };
  return {
    ...realContext,
    manifest: { ...manifest, extends: 'sha256:province' },
    lockedBy: { title: '《模拟审批》1.0', manifest, xml: realFlow },
  };
}

async function openCopy(...locks: readonly Lock[]): Promise<FlowDesigner> {
  const designer = await openDesigner();
  designer.context = copyOf(...locks);
  await until(() => designer.shadowRoot?.querySelector('.tb-lock.given') != null || !locks.some(({ part }) => part === 'element'));
  return designer;
}

const fixed: Lock = { part: 'element', id: 'Task_accept', rule: 'fixed', reason: LAW };
const stays: Lock = { ...fixed, rule: 'stays' };
const editorOf = (designer: FlowDesigner): FlowEditor => (designer as unknown as { readonly editor: FlowEditor }).editor;
const alertIn = (designer: FlowDesigner): string => designer.shadowRoot?.querySelector('.callout.error')?.textContent ?? '';

test('a province locks a step and a limit in the properties: marked, told, one step of undo each', async () => {
  const designer = await openDesigner();
  const told: Lock[][] = [];
  designer.addEventListener('tb-measure-change', ({ manifest }) => {
    told.push([...(manifest.locks ?? [])]);
  });
  await designer.select('Task_accept');
  await until(() => designer.shadowRoot?.querySelector('#lock-rule') != null);
  enter(within(designer, '#lock-rule'), 'stays');
  await until(() => designer.shadowRoot?.querySelector('#lock-reason') != null);
  enter(within(designer, '#lock-reason'), LAW);
  await until(() => designer.shadowRoot?.querySelector<HTMLElement>('.tb-lock')?.title.includes(LAW) === true);
  expect(told.at(-1)).toEqual([{ part: 'element', id: 'Task_accept', rule: 'stays', reason: LAW }]);
  await until(() => shape(designer, 'Task_accept')?.getAttribute('aria-label')?.includes('已锁定') === true);
  enter(within(designer, '#limit-0-lock-rule'), 'shorter');
  await until(() => told.at(-1)?.length === 2);
  await settled();
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  for (let at = 0; at < 3; at++) designer.undo();
  await until(() => designer.shadowRoot?.querySelector('.tb-lock') == null);
  expect(told.at(-1)).toEqual([]);
});

test('a copy shows what is locked and why, read-only; the step list says so too', async () => {
  const designer = await openCopy(fixed);
  await designer.select('Task_accept');
  await until(() => designer.shadowRoot?.querySelector('.lock-note') != null);
  expect(within(designer, '.lock-note').textContent).toContain(`由《模拟审批》1.0锁定：这里不能修改，也不能去掉。依据：${LAW}`);
  expect(within<HTMLInputElement>(designer, '#name').readOnly).toBe(true);
  expect(designer.shadowRoot?.querySelector('#lock-rule')).toBeNull();
  expect(designer.shadowRoot?.querySelector('#kind')).toBeNull();
  await settled();
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  (allWithin(designer, '.views button')[1] as HTMLElement).click();
  await until(() => designer.shadowRoot?.querySelector('[data-step="Task_accept"] .badge.lock') != null);
});

test('a locked step is neither deleted nor renamed, by key, pad or list; the refusal has its code', async () => {
  const designer = await openCopy(fixed);
  const before = await editorOf(designer).save();
  await designer.select('Task_accept');
  shape(designer, '.canvas svg')?.focus();
  editorOf(designer).remove(editorOf(designer).element('Task_accept') as never);
  await until(() => alertIn(designer).includes('FLOW_DESIGNER_LOCKED'));
  expect(alertIn(designer)).toContain(LAW);
  editorOf(designer).rename(editorOf(designer).element('Task_accept') as never, '看看');
  expect(shape(designer, 'Task_accept')).not.toBeNull();
  (allWithin(designer, '.views button')[1] as HTMLElement).click();
  await until(() => designer.shadowRoot?.querySelector('[data-step="Task_accept"] .step-name') != null);
  within(designer, '[data-step="Task_accept"] .step-name').focus();
  await userEvent.keyboard('{Delete}');
  expect(await editorOf(designer).save()).toBe(before);
});

test('what must stay may be set up, and not taken out', async () => {
  const designer = await openCopy(stays);
  await designer.select('Task_accept');
  await until(() => designer.shadowRoot?.querySelector('.lock-note')?.textContent?.includes('必须保留，可以改设置') === true);
  const told = nextChange(designer);
  enter(within(designer, '#name'), '窗口受理');
  expect(await told).toContain('name="窗口受理"');
  editorOf(designer).remove(editorOf(designer).element('Task_accept') as never);
  await until(() => alertIn(designer).includes('FLOW_DESIGNER_LOCKED'));
  expect(editorOf(designer).element('Task_accept')).toBeDefined();
});

test('a limit of the law only gets shorter', async () => {
  const designer = await openCopy({ part: 'limit', id: limit.id, rule: 'shorter', reason: LAW });
  const told: number[] = [];
  designer.addEventListener('tb-measure-change', ({ manifest }) => {
    told.push(manifest.limits.find(({ id }) => id === limit.id)?.amount ?? 0);
  });
  await designer.select('Task_natural_resources');
  await until(() => designer.shadowRoot?.querySelector('#limit-0-amount') != null);
  expect(within<HTMLSelectElement>(designer, '#limit-0-unit').disabled).toBe(true);
  enter(within(designer, '#limit-0-amount'), String(limit.amount + 1));
  await until(() => within(designer, '#limit-0-amount').getAttribute('aria-invalid') === 'true');
  expect(within(designer, '#limit-0-amount-error').textContent).toContain(`不超过 ${limit.amount}`);
  expect(told).toEqual([]);
  enter(within(designer, '#limit-0-amount'), String(limit.amount - 1));
  await until(() => told.length === 1);
  expect(told).toEqual([limit.amount - 1]);
});

test('what was changed or taken out all the same is put back at a press, with its lines; undo takes that back', async () => {
  const designer = await openDesigner();
  const editor = editorOf(designer);
  const gone = ['Task_accept', 'Gateway_accept'].filter((id) => editor.element(id) !== undefined);
  expect(gone).toContain('Task_accept');
  for (const change of [
    () => editor.remove(editor.element('Task_accept') as never),
    () => {
      const element = editor.element('Task_accept') as never;
      editor.rename(element, '看看');
      editor.setExtension(element, { performer: { role: 'nobody' } });
    },
  ]) {
    designer.context = realContext;
    change();
    const changed = await flowOf(await editor.save());
    const base = await flowOf(realFlow);
    expect(changesOf(base, changed)).not.toEqual([]);
    const context = copyOf(fixed);
    const fix = fixOf(editor, lockedChanged('Task_accept'), context);
    expect(fix?.name).toBe('restoreBase');
    const steps = designer.shadowRoot?.querySelectorAll('.djs-shape').length ?? 0;
    fix?.run();
    await expect.poll(async () => changesOf(base, await flowOf(await editor.save()))).toEqual([]);
    expect(designer.shadowRoot?.querySelectorAll('.djs-shape').length).toBeGreaterThanOrEqual(steps);
    editor.undo();
    expect(changesOf(await flowOf(await editor.save()), changed)).toEqual([]);
    editor.undo();
    while (editor.canUndo) editor.undo();
  }
});

function lockedChanged(elementId: string): Problem {
  return overlayErrors.problem('OVERLAY_LOCKED_CHANGED', { file: 'flow.bpmn', elementId });
}

async function flowOf(xml: string): Promise<Flow> {
  return (await readBpmn(xml)).flow as Flow;
}

function changesOf(before: Flow, after: Flow): readonly string[] {
  return diffFlows(before, after)
    .filter(({ kind }) => kind !== 'moved')
    .map(({ kind, id, properties }) => `${kind} ${id} ${properties.map(({ property }) => property).join()}`);
}
