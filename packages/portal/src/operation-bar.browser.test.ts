import '@tongban/portal/define';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import type { AllowedOperation, CaseService, CaseView, OperationPreview, PeopleQuery, Problem, TaskView } from '@tongban/model';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OperateEvent } from './operation-bar.ts';

const PEOPLE = [
  { id: 'u-li', name: '李地', department: '自然资源局' },
  { id: 'u-zhou', name: '周改', department: '发展和改革局' },
];
const PREVIEW: OperationPreview = {
  cancels: [{ nodeId: 'review', name: '用地审查', who: '李地' }],
  opens: [{ nodeId: 'apply', name: '提交申请' }],
  ...{ holds: [], stops: [], starts: [] },
};
const OPERATIONS: readonly AllowedOperation[] = [
  { kind: 'return', reason: true, targets: [{ nodeId: 'apply', name: '提交申请', back: true }] },
  { kind: 'transfer', reason: false },
  { kind: 'addSigner', reason: false, positions: ['beside', 'before', 'after'], votes: true },
  { kind: 'removeSigner', reason: false, signers: [{ id: 'c.7', name: '周改' }] },
  { kind: 'copy', reason: false },
];

let asked: PeopleQuery[] = [];
let decided: object[] = [];

function bar(subject: { view?: Partial<TaskView>; case?: Partial<CaseView> }, preview: OperationPreview = PREVIEW): void {
  const element = document.createElement('tb-operation-bar');
  void onPage(element);
  const service: Partial<CaseService> = {
    people: async (query) => {
      asked.push(query);
      return PEOPLE.filter(({ name }) => name.includes(query.text ?? ''));
    },
    preview: async () => preview,
    previewCase: async () => preview,
  };
  element.service = service as CaseService;
  const departments = [{ id: 'zrzy', name: '自然资源局' }];
  if (subject.view !== undefined) element.view = { taskId: 'c.1', departments, ...subject.view } as TaskView;
  if (subject.case !== undefined) element.case = { caseId: 'c', departments, ...subject.case } as CaseView;
  element.addEventListener('tb-operate', (event) => decided.push((event as OperateEvent).operation));
}

beforeEach(async () => {
  await page.viewport(390, 844);
  asked = [];
  decided = [];
});

describe('<tb-operation-bar>', () => {
  it('says before confirming which timers begin, how the case ends, or why it would be refused', async () => {
    const sentences = { 'zh-CN': '已有人办理，不能撤回。', en: 'Somebody has acted.' };
    const problem = { code: 'RUNTIME_WITHDRAW_LATE', severity: 'error', sentences, place: {}, details: {} } as unknown as Problem;
    bar(
      { view: { operations: [{ kind: 'reject', reason: true }] } },
      { ...PREVIEW, starts: [{ nodeId: 't', name: '满五日' }], ends: 'rejected' },
    );
    await page.getByRole('button', { name: '退件' }).click();
    await expect.element(page.getByText('将启动这些定时：')).toBeVisible();
    await expect.element(page.getByText('满五日')).toBeVisible();
    await expect.element(page.getByText('办件将结束：已退件')).toBeVisible();
    bar({ view: { operations: [{ kind: 'withdraw', reason: false }] } }, { ...PREVIEW, cancels: [], opens: [], problems: [problem] });
    await page.getByRole('button', { name: '撤回' }).click();
    await expect.element(page.getByText('已有人办理，不能撤回。')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('says to whom a copy may go, and offers those departments alone', async () => {
    const copy: AllowedOperation = { kind: 'copy', reason: false, who: '县水务局', departments: [{ id: 'water', name: '县水务局' }] };
    bar({ view: { operations: [copy] } });
    await page.getByRole('button', { name: '抄送' }).click();
    await expect.element(page.getByText('流程限定给：县水务局。输入姓名查找')).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: '县水务局' })).toBeVisible();
    expect(page.getByRole('checkbox', { name: '自然资源局' }).elements()).toEqual([]);
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('checkbox', { name: '县水务局' }).click();
    await page.getByRole('button', { name: '确认抄送' }).click();
    expect(decided).toMatchObject([{ kind: 'copy', departments: ['water'] }]);
  });

  it('adds signers found by name, beside oneself with votes, by keyboard', async () => {
    bar({ view: { operations: OPERATIONS } });
    await page.getByRole('button', { name: '加签' }).click();
    await expect.element(page.getByText('请更多的人签署意见。')).toBeVisible();
    await page.getByRole('button', { name: '确认加签' }).click();
    await expect.element(page.getByText('请选择人员。')).toBeVisible();
    await userEvent.type(page.getByRole('combobox'), '李');
    await expect.element(page.getByRole('option', { name: /李地/ })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(page.getByRole('button', { name: '去掉李地' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByLabelText('票数').fill('3');
    await page.getByRole('button', { name: '确认加签' }).click();
    expect(decided).toEqual([{ kind: 'addSigner', position: 'beside', people: ['u-li'], votes: 3 }]);
    expect(asked.at(-1)).toEqual({ text: '李', taskId: 'c.1', kind: 'addSigner' });
  });

  it('returns straight back, saying why, after showing what that cancels', async () => {
    bar({ view: { operations: OPERATIONS } });
    await page.getByRole('button', { name: '退回补正' }).click();
    await expect.element(page.getByRole('listitem').filter({ hasText: '用地审查' })).toBeVisible();
    await page.getByLabelText('直接返回本环节').click();
    await page.getByRole('button', { name: '确认退回补正' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await userEvent.type(page.getByLabelText('需要补正的内容'), '缺少盖章');
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '确认退回补正' }).click();
    expect(decided).toEqual([{ kind: 'return', reason: '缺少盖章', target: 'apply', goOn: 'back' }]);
  });

  it('copies to a department, and takes a signer away', async () => {
    bar({ view: { operations: OPERATIONS } });
    await page.getByRole('button', { name: '抄送' }).click();
    await page.getByLabelText('自然资源局').click();
    await page.getByRole('button', { name: '确认抄送' }).click();
    await page.getByRole('button', { name: '减签' }).click();
    await page.getByRole('button', { name: '确认减签' }).click();
    expect(decided).toEqual([
      { kind: 'copy', people: [], departments: ['zrzy'] },
      { kind: 'removeSigner', signer: 'c.7' },
    ]);
  });

  it('jumps from chosen places to a step of a case', async () => {
    const places = [{ id: '5', name: '用地审查' }];
    const targets = [{ id: 'check', name: '窗口核验' }];
    bar({
      case: {
        operations: [
          { kind: 'jump', reason: true, places, targets },
          { kind: 'void', reason: true },
        ],
      },
    });
    await page.getByRole('button', { name: '跳转' }).click();
    await page.getByRole('button', { name: '确认跳转' }).click();
    await expect.element(page.getByText('请至少选择一个位置。')).toBeVisible();
    await page.getByRole('checkbox', { name: '用地审查' }).click();
    await userEvent.type(page.getByLabelText('理由'), '受理有误');
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '确认跳转' }).click();
    expect(decided).toEqual([{ kind: 'jump', reason: '受理有误', places: ['5'], targets: ['check'] }]);
  });
});
