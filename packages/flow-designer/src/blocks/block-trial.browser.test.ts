/** Every block is put into a flow and played in a trial, along each of the ways it promises. */
import { loadMeasure } from '@tongban/measures';
import type { MeasureManifest, MeasureSources, Trial } from '@tongban/model';
import { createSimulator } from '@tongban/verify';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { FlowContext } from '../flow-context.ts';
import type { FlowDesigner } from '../flow-designer.ts';
import { allWithin, nextChange, openDesigner, until, within } from '../test-support/designer.ts';
import { BLOCKS } from './library.ts';

const files = import.meta.glob('../../../measures/mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });
const MONDAY = Date.UTC(2026, 10, 23, 1);

beforeEach(() => browser.viewport(1440, 900));

/** A way through a block: `步骤=选择`, `步骤<退回到`, `@` for the next timer, `!` for the message that is waited for; then how the case ends. */
type Way = readonly [steps: string, ending: string];

const WAYS: Readonly<Record<string, readonly Way[]>> = {
  'tolerant-acceptance': [
    ['出具容缺受理通知书=材料齐全', 'completed'],
    ['出具容缺受理通知书=容缺受理 签署容缺承诺并补齐材料 核对补齐的材料', 'completed'],
    ['出具容缺受理通知书=容缺受理 @', 'rejected'],
    ['出具容缺受理通知书=不予受理', 'rejected'],
  ],
  'notified-promise': [
    ['一次性告知条件和标准 签署承诺书 作出决定 核查承诺兑现=已兑现', 'completed'],
    ['一次性告知条件和标准 签署承诺书 作出决定 核查承诺兑现=未兑现 限期整改 核查承诺兑现=已兑现', 'completed'],
  ],
  publicity: [
    ['发布公示 @', 'completed'],
    ['发布公示 ! 核查处理异议=异议不成立，重新公示 @', 'completed'],
    ['发布公示 ! 核查处理异议=异议成立，终止办理', 'rejected'],
  ],
  correction: [
    ['审查材料', 'completed'],
    ['审查材料<受理 受理 审查材料', 'completed'],
  ],
  'parallel-items': [['各部门并联审查*=同意 汇总审查意见', 'completed']],
  'joint-consultation': [
    ['发起会商，通知参会部门 参会部门发表意见*=同意 形成会商结论=会商通过', 'completed'],
    ['发起会商，通知参会部门 参会部门发表意见*=不同意 形成会商结论=会商不通过', 'rejected'],
  ],
  'joint-acceptance': [
    ['各部门同时核实*=合格 出具联合验收意见=验收合格', 'completed'],
    ['各部门同时核实*=不合格 出具联合验收意见=限期整改 整改 各部门同时核实*=合格 出具联合验收意见=验收合格', 'completed'],
  ],
  'one-plus-x': [
    ['是否有特殊情形=没有', 'completed'],
    ['是否有特殊情形=提请协调 涉及部门给出意见* 形成协调结论', 'completed'],
  ],
  'instant-approval': [
    ['次日复核=确认', 'completed'],
    ['次日复核=撤回并告知问题', 'withdrawn'],
  ],
  'site-visit': [['约定踏勘时间并通知 现场踏勘并记录（两人以上）=符合', 'completed']],
  rectification: [['检查=需要整改 限期整改 检查=合格', 'completed']],
  'four-eyes': [['审查 复核=退回审查 审查 复核=同意', 'completed']],
  'handle-review-sign': [['经办 审核=退回经办 经办 审核=同意 签批=退回经办 经办 审核=同意 签批=同意', 'completed']],
};

const REVIEW = { id: 'review', name: { 'zh-CN': '审查时限' }, amount: 5, unit: 'workingDay' } as const;

const blank = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1" id="D" targetNamespace="t">
  <bpmn:process id="P" isExecutable="true">
    <bpmn:startEvent id="S" /><bpmn:userTask id="Task_1" name="受理"><bpmn:extensionElements><tb:performer starter="true" /></bpmn:extensionElements></bpmn:userTask><bpmn:endEvent id="E" />
    <bpmn:sequenceFlow id="a" sourceRef="S" targetRef="Task_1" /><bpmn:sequenceFlow id="b" sourceRef="Task_1" targetRef="E" />
  </bpmn:process>
</bpmn:definitions>`;

test.each(Object.entries(WAYS))('%s is played along every way it promises', async (id, ways) => {
  const sources = await inserted(id);
  for (const [steps, ending] of ways) {
    const { trial, problems } = await createSimulator().open(sources, MONDAY);
    if (trial === undefined) throw new Error(problems.map(({ sentences }) => sentences['zh-CN']).join('\n'));
    await trial.start({});
    for (const step of ['受理', ...steps.split(' ')]) await take(trial, step);
    expect([steps, trial.state.ending, trial.state.faults]).toEqual([steps, ending, []]);
  }
});

test('1+X lets the limit that was chosen stand still, in one step of undo', async () => {
  const { sources } = await measure();
  const manifest = JSON.parse(sources['measure.json'] ?? '') as MeasureManifest;
  const designer = await openDesigner(blank);
  designer.context = { ...(designer.context as FlowContext), manifest: { ...manifest, limits: [{ ...REVIEW, pauses: ['correction'] }] } };
  const pauses = (): unknown => designer.context?.manifest.limits.map((limit) => limit.pauses);
  await openGallery(designer, 'one-plus-x');
  await chooseAll(designer, 'one-plus-x');
  await userEvent.selectOptions(within(designer, '#block-stops'), '审查时限');
  const told = nextChange(designer);
  within(designer, '[data-action="insert-block"]').click();
  expect(await told).toContain('<tb:pause reason="onePlusX"');
  expect(pauses()).toEqual([['correction', 'onePlusX']]);
  const undone = nextChange(designer);
  designer.undo();
  await undone;
  expect(pauses()).toEqual([['correction']]);
});

test('every block that comes with the designer has its ways', () => {
  expect(Object.keys(WAYS).sort()).toEqual(BLOCKS.map(({ id }) => id).sort());
});

async function take(trial: Trial, step: string): Promise<void> {
  if (step === '@') await trial.toNextTimer();
  else if (step === '!') await trial.message(trial.state.messages[0]?.name ?? '');
  else if (step.includes('<')) {
    const [name, to] = step.split('<');
    const task = trial.state.tasks.find((one) => one.name === name);
    await trial.returnTo(task?.taskId ?? -1, task?.returns.find((one) => one.name === to)?.elementId ?? '');
  } else {
    const [, name = '', all, label] = /^([^*=]+)(\*)?(?:=(.+))?$/.exec(step) ?? [];
    const open = trial.state.tasks.filter((one) => one.name === name);
    if (open.length === 0) throw new Error(`“${name}” is not open, but ${trial.state.tasks.map((one) => one.name).join('、')}`);
    for (const task of all === undefined ? open.slice(0, 1) : open)
      await trial.complete(task.taskId, task.outcomes.find((one) => one.label === label)?.value);
  }
}

// the block behind 受理, through the gallery; different people for each of its roles
async function inserted(id: string): Promise<MeasureSources> {
  const { sources, manifest } = await measure();
  const designer = await openDesigner(blank);
  let limits = manifest.limits;
  designer.context = { ...(designer.context as FlowContext), manifest };
  designer.addEventListener('tb-measure-change', (event) => {
    limits = event.manifest.limits;
  });
  await openGallery(designer, id);
  await chooseAll(designer, id);
  const told = nextChange(designer);
  within(designer, '[data-action="insert-block"]').click();
  return { ...sources, 'flow.bpmn': await told, 'measure.json': JSON.stringify({ ...manifest, limits }) };
}

// the real one without what only its own flow needs
async function measure(): Promise<{ readonly sources: MeasureSources; readonly manifest: MeasureManifest }> {
  const sources = await loadMeasure(async (path) => files[`../../../measures/mock-approval/${path}`] ?? '');
  const real = JSON.parse(sources['measure.json'] ?? '') as MeasureManifest;
  const parts = {
    ...real.parts,
    forms: real.parts.forms.filter((path) => /application|promise/.test(path)),
    tables: [],
    documents: [],
    scenarios: [],
  };
  return { sources, manifest: { ...real, limits: [], parts } };
}

async function openGallery(designer: FlowDesigner, id: string): Promise<void> {
  await designer.select('Task_1');
  within(designer, '[data-action="blocks"]').click();
  await until(() => designer.shadowRoot?.querySelector(`[data-block="${id}"]`) != null);
  within(designer, `[data-block="${id}"]`).click();
  await until(() => designer.shadowRoot?.querySelector('[data-action="insert-block"]') != null);
}

// a different role wherever one is asked for; what may stay empty, too
async function chooseAll(designer: FlowDesigner, id: string): Promise<void> {
  const roles = BLOCKS.find((block) => block.id === id)?.parameters.filter(({ kind }) => kind === 'role') ?? [];
  for (const field of allWithin(designer, '.block-form select') as readonly HTMLSelectElement[]) {
    const [empty, first] = field.options;
    if (empty?.value !== '' || first === undefined) continue;
    const at = roles.findIndex((role) => field.id === `block-${role.id}`);
    await userEvent.selectOptions(field, field.options[Math.max(at, 0) + 1] as HTMLOptionElement);
  }
}
