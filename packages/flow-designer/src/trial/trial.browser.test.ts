import { axeFindings, settled } from '@tongban/element-kit/testing';
import type { FilingForm } from '@tongban/filing-form';
import { loadMeasure } from '@tongban/measures';
import type { TrialOpening } from '@tongban/model';
import { createSimulator } from '@tongban/verify';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { FlowDesigner } from '../flow-designer.ts';
import type { ScenarioSaveEvent } from '../flow-events.ts';
import { allWithin, openDesigner, shape, until, within } from '../test-support/designer.ts';
import { realFlow } from '../test-support/measure.ts';

const files = import.meta.glob('../../../measures/mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });
const MONDAY = Date.UTC(2026, 10, 23, 1);

beforeEach(() => browser.viewport(1440, 900));

test('clicks the real measure through: tokens on the drawing, lights, the time line; ending it takes the marks away', async () => {
  const designer = await openTrial();
  await settled();
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  within(designer, '[data-action="start-trial"]').click();
  await until(() => task(designer, 'Task_file') !== null);
  expect(allWithin(designer, '.tb-token').length).toBe(1);
  await press(designer, 'Task_file', '办结');
  await until(() => task(designer, 'Task_accept') !== null);
  expect(within(designer, '.trial').textContent).toContain('工作日');
  expect(shape(designer, 'Task_file')?.classList.contains('tb-done')).toBe(true);
  await press(designer, 'Task_accept', '受理');
  await until(() => allWithin(designer, '.tb-token').length === 2);
  expect(allWithin(designer, '.time-line li').map((one) => one.textContent)).toEqual(
    expect.arrayContaining([expect.stringContaining('受理并一次性告知：办完')]),
  );
  expect(await axeFindings()).toEqual([]);
  within(designer, '[data-action="try"]').click();
  await until(() => designer.shadowRoot?.querySelector('.trial') == null);
  expect(allWithin(designer, '.tb-token, .tb-done')).toEqual([]);
});

test('plays a sample case step by step, to and fro and by itself; a step that fails says why', async () => {
  const designer = await openTrial();
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  within<HTMLSelectElement>(designer, '#scenario').value = 'accepted-and-converted';
  within(designer, '#scenario').dispatchEvent(new Event('change'));
  within(designer, '[data-action="play-scenario"]').click();
  await until(() => designer.shadowRoot?.querySelector('[data-action="step-on"]') != null);
  expect(within(designer, '.trial .callout').textContent).toContain('都符合预期');
  expect(within(designer, '[data-played="0"]').textContent).toContain('王玉兰 发起办件');
  expect(within(designer, '[data-played="1"]').textContent).toContain('待办是 填写申请并作出承诺');
  expect(within(designer, '.scenario-steps').textContent).toContain('“投资建设项目模拟审批受理单”正式有效的有 1 份');
  expect(allWithin(designer, '.tb-token').length).toBe(1);
  within(designer, '[data-action="step-on"]').click();
  within(designer, '[data-action="step-on"]').click();
  await until(() => shape(designer, 'Task_file')?.classList.contains('tb-done') === true);
  within(designer, '[data-action="step-back"]').click();
  await until(() => shape(designer, 'Task_file')?.classList.contains('tb-done') === false);
  within(designer, '[data-action="play"]').click();
  await until(() => shape(designer, 'Task_file')?.classList.contains('tb-done') === true);
  within(designer, '[data-action="play"]').click();
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  within(designer, '[data-action="leave-scenario"]').click();
  await until(() => designer.shadowRoot?.querySelector('[data-action="start-trial"]') != null);
  expect(allWithin(designer, '.tb-done')).toEqual([]);
  designer.trial = async () => ({
    ...(await openingOf(realFlow)),
    play: async ({ steps }) => [{ step: steps[1] as never, failures: [{ text: '待办任务：应为 A，实际为 B。', code: 'X' }] }],
  });
  within(designer, '[data-action="try"]').click();
  await until(() => designer.shadowRoot?.querySelector('.trial') == null);
  within(designer, '[data-action="try"]').click();
  await until(() => designer.shadowRoot?.querySelector('[data-action="play-scenario"]') != null);
  within(designer, '[data-action="play-scenario"]').click();
  await until(() => designer.shadowRoot?.querySelector('[data-played="0"] .field-error')?.textContent?.includes('应为 A') === true);
});

test('what was clicked is handed over as a sample case', async () => {
  const designer = await openTrial();
  within(designer, '[data-action="start-trial"]').click();
  await until(() => task(designer, 'Task_file') !== null);
  await press(designer, 'Task_file', '办结');
  await until(() => designer.shadowRoot?.querySelector('[data-action="save-scenario"]') != null);
  const saved = new Promise<ScenarioSaveEvent>((resolve) => designer.addEventListener('tb-scenario-save', resolve, { once: true }));
  within(designer, '[data-action="save-scenario"]').click();
  const { scenario } = await saved;
  expect(scenario.title).toBe('试办 1');
  expect(scenario.steps.map((step) => ('do' in step ? step.do : 'expect'))).toEqual(['start', 'complete', 'expect']);
});

test('what conditions and tables read is called what its form calls it, can be changed before a step is done, and is kept', async () => {
  const designer = await openTrial();
  expect(within(designer, '[title="application.opinionNaturalResources.choice"]').textContent).toContain('自然资源部门意见 · 意见');
  within(designer, '[data-action="start-trial"]').click();
  await until(() => task(designer, 'Task_file') !== null);
  expect(allWithin(designer, '[data-trial-task="Task_file"] .choices input').length).toBeGreaterThan(1);
  expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  await press(designer, 'Task_file', '办结');
  await until(() => task(designer, 'Task_accept') !== null);
  await press(designer, 'Task_accept', '受理');
  await until(() => task(designer, 'Task_natural_resources') !== null);
  const label = within<HTMLLabelElement>(designer, '[data-trial-task="Task_natural_resources"] [title="entryCheck.fitsPlan"]');
  expect(label.textContent).toContain('是否符合国土空间规划和控制性详细规划');
  const select = label.control as HTMLSelectElement;
  expect([...select.options].map((one) => one.textContent)).toEqual(['（未填）', '符合', '不符合']);
  select.value = 'no';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await press(designer, 'Task_natural_resources', '办结');
  await until(() => task(designer, 'Task_natural_resources') === null);
  const saved = new Promise<ScenarioSaveEvent>((resolve) => designer.addEventListener('tb-scenario-save', resolve, { once: true }));
  within(designer, '[data-action="save-scenario"]').click();
  const { scenario } = await saved;
  expect(scenario.steps).toContainEqual(
    expect.objectContaining({
      task: 'Task_natural_resources',
      values: expect.objectContaining({ 'entry-check': expect.objectContaining({ fitsPlan: 'no' }) }),
    }),
  );
});

test('a step that may be sent back has a button for each place; what was done there is done anew', async () => {
  const designer = await openTrial();
  within(designer, '[data-action="start-trial"]').click();
  await until(() => task(designer, 'Task_file') !== null);
  await press(designer, 'Task_file', '办结');
  await until(() => task(designer, 'Task_accept') !== null);
  await press(designer, 'Task_accept', '退回到“填写申请并作出承诺”');
  await until(() => task(designer, 'Task_file') !== null);
  expect(task(designer, 'Task_accept')).toBeNull();
  expect(within(designer, '.time-line').textContent).toContain('受理并一次性告知：退回');
});

test('the forms of a step are opened as its performer meets them: a row is typed over, a file is attached, both are kept and recorded', async () => {
  const designer = await openTrial();
  within(designer, '[data-action="start-trial"]').click();
  await until(() => task(designer, 'Task_file') !== null);
  within(designer, '[data-trial-task="Task_file"] [data-action="open-forms"]').click();
  await expect.poll(() => formIn(designer, 'F-02')?.handle).toBeDefined();
  await settled();
  expect(await axeFindings(within(designer, 'tb-dialog'))).toEqual([]);
  formIn(designer, 'F-02')?.handle.set('contacts[0].name', '冶成林');
  formIn(designer, 'F-02')?.handle.set('contacts[0].phone', '12');
  within(designer, '[data-action="keep-forms"]').click();
  await expect.poll(() => formIn(designer, 'F-02')?.shadowRoot?.querySelector('[part="error-summary"]')?.textContent).toContain('电话');
  expect(task(designer, 'Task_file')?.textContent).not.toContain('改了');
  formIn(designer, 'F-02')?.handle.set('contacts[0].phone', '13900000001');
  await attach(formIn(designer, 'F-01') as FilingForm, new File(['%PDF-1.4'], '批复.pdf', { type: 'application/pdf' }));
  within(designer, '[data-action="keep-forms"]').click();
  await expect.poll(() => task(designer, 'Task_file')?.textContent).toContain('改了 2 项');
  await press(designer, 'Task_file', '办结');
  await until(() => task(designer, 'Task_accept') !== null);
  const saved = new Promise<ScenarioSaveEvent>((resolve) => designer.addEventListener('tb-scenario-save', resolve, { once: true }));
  within(designer, '[data-action="save-scenario"]').click();
  const { scenario } = await saved;
  expect(scenario.steps[1]).toMatchObject({
    values: {
      'F-01': { approvals: [{ name: '批复.pdf', bytes: 8 }] },
      'F-02': { contacts: [{ name: '冶成林', phone: '13900000001' }, { rowId: 'r2' }] },
    },
  });
});

test('a flow with an error is not tried, and says why', async () => {
  const designer = await openDesigner();
  designer.trial = async () => createSimulator().open({ 'measure.json': '{}' }, MONDAY);
  await designer.updateComplete;
  within(designer, '[data-action="try"]').click();
  await until(() => designer.shadowRoot?.querySelector('.trial tb-problem-list') != null);
});

async function openingOf(xml: string): Promise<TrialOpening> {
  const sources = await loadMeasure(async (path) => files[`../../../measures/mock-approval/${path}`] ?? '');
  return createSimulator().open({ ...sources, 'flow.bpmn': xml }, MONDAY);
}

async function openTrial(): Promise<FlowDesigner> {
  const designer = await openDesigner();
  designer.trial = openingOf;
  await designer.updateComplete;
  within(designer, '[data-action="try"]').click();
  await until(() => designer.shadowRoot?.querySelector('[data-action="start-trial"]') != null);
  return designer;
}

function task(designer: FlowDesigner, id: string): HTMLElement | null | undefined {
  return designer.shadowRoot?.querySelector<HTMLElement>(`[data-trial-task="${id}"]`);
}

async function press(designer: FlowDesigner, id: string, label: string): Promise<void> {
  const buttons = [...(task(designer, id)?.querySelectorAll<HTMLElement>('.button') ?? [])];
  buttons.find((one) => one.textContent?.includes(label))?.click();
  await settled();
}

function formIn(designer: FlowDesigner, id: string): FilingForm | null | undefined {
  return designer.shadowRoot?.querySelector<FilingForm>(`.trial-forms [data-form="${id}"]`);
}

// the field that is there for every channel comes last
async function attach(form: FilingForm, file: File): Promise<void> {
  const inputs = (): readonly HTMLInputElement[] => [...(form.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type="file"]') ?? [])];
  await expect.poll(() => inputs().length).toBeGreaterThan(0);
  await userEvent.upload(inputs().at(-1) as HTMLInputElement, file);
  await expect.poll(() => form.handle.values()['approvals']).toBeTruthy();
}
