import '@tongban/portal/define';
import { untranslated } from '@tongban/element-kit';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import type { Problem } from '@tongban/model';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TaskOpenEvent } from './events.ts';
import { portalMessages } from './portal-messages.ts';
import { type Office, openOffice } from './test-support/office.ts';

let office: Office;

beforeEach(async () => {
  await page.viewport(1280, 900);
  office = await openOffice();
});

it('has every word in both languages', () => {
  expect(untranslated(portalMessages)).toEqual([]);
});

describe('<tb-inbox>', () => {
  const inboxOf = (short: string) => {
    const inbox = document.createElement('tb-inbox');
    void onPage(inbox);
    inbox.service = office.service(short);
    return inbox;
  };

  it('says what will appear while it is empty', async () => {
    inboxOf('window');
    await expect.element(page.getByText(/有事项需要您办理时，会出现在这里。/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('lists what waits, with its light, and opens it by keyboard', async () => {
    await office.play(2);
    const inbox = inboxOf('window');
    const opened: string[] = [];
    inbox.addEventListener('tb-task-open', (event: TaskOpenEvent) => opened.push(event.taskId));
    await expect.element(page.getByText('积石山县花椒精深加工项目')).toBeVisible();
    await expect.element(page.getByText('受理并一次性告知')).toBeVisible();
    await expect.element(page.getByRole('listitem').getByText('正常')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    inbox.shadowRoot?.querySelector<HTMLElement>('.entry')?.focus();
    await userEvent.keyboard('jk{Enter}');
    expect(opened).toHaveLength(1);
  });

  it('finds by text, and says so when nothing fits', async () => {
    await office.play(2);
    inboxOf('window');
    await expect.element(page.getByText('积石山县花椒精深加工项目')).toBeVisible();
    await userEvent.type(page.getByRole('searchbox'), '不存在的项目');
    await expect.element(page.getByText('没有符合条件的办件')).toBeVisible();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.element(page.getByText('积石山县花椒精深加工项目')).toBeVisible();
  });

  it('hears of changes by itself', async () => {
    inboxOf('window');
    await expect.element(page.getByText('没有待办')).toBeVisible();
    await office.play(2);
    await expect.element(page.getByText('受理并一次性告知')).toBeVisible();
  });
});

describe('<tb-start-case>', () => {
  it('asks for a project and starts the case', async () => {
    const start = document.createElement('tb-start-case');
    void onPage(start);
    start.service = office.service('window');
    const started: string[] = [];
    start.addEventListener('tb-case-started', (event) => started.push(event.caseId));
    await page.getByRole('button', { name: '开始填写' }).click();
    await expect.element(page.getByText('请选择项目。')).toBeVisible();
    await userEvent.fill(page.getByRole('combobox', { name: '选择项目' }), '花椒');
    await page.getByRole('option', { name: /花椒精深加工/ }).click();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '开始填写' }).click();
    await expect.poll(() => started).toHaveLength(1);
  });

  it('tells an applicant of an offline county where to go', async () => {
    const start = document.createElement('tb-start-case');
    void onPage(start);
    start.service = office.service('applicant');
    await expect.element(page.getByText(/请携带材料到综合窗口/)).toBeVisible();
  });
});

describe('<tb-task>', () => {
  const taskOf = async (short: string) => {
    const service = office.service(short);
    const entry = (await service.tasks({ box: 'todo' })).entries[0];
    const task = document.createElement('tb-task');
    void onPage(task);
    task.service = service;
    task.taskId = entry?.taskId ?? '';
    return task;
  };

  it('asks for a result before it submits, beside the choices', async () => {
    await office.play(2);
    await taskOf('window');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await expect.element(page.getByText('请选择办理结果。')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('lets a department write its own opinion and read the other', async () => {
    await office.play(3);
    await taskOf('nr');
    await expect.element(page.getByRole('group', { name: /自然资源部门意见/ }).first()).toBeVisible();
    const writable = [...document.querySelectorAll('tb-task')].flatMap((task) =>
      [...(task.shadowRoot?.querySelectorAll('tb-form') ?? [])].flatMap((form) =>
        [...(form.shadowRoot?.querySelectorAll('textarea') ?? [])].map((area) => area.getAttribute('aria-label') ?? area.id),
      ),
    );
    expect(writable).toHaveLength(1);
  });

  it('shows what a return will cancel, and sends the file back', async () => {
    await office.play(3);
    await taskOf('nr');
    await page.getByRole('button', { name: '退回补正' }).click();
    await expect.element(page.getByText('市场监管部门意见').last()).toBeVisible();
    await page.getByRole('button', { name: '确认退回补正' }).click();
    await expect.element(page.getByText('请填写理由。')).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: '需要补正的内容' }), '用地范围图缺少坐标。');
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '确认退回补正' }).click();
    await expect.element(page.getByText('已提交')).toBeVisible();
    const again = await taskOf('window');
    await expect.element(page.getByText('用地范围图缺少坐标。')).toBeVisible();
    expect(again.shadowRoot?.querySelector('.badge.yellow')?.textContent).toContain('第 2 次申报');
  });
});

describe('asked once', () => {
  const openAs = async (short: string, name: string) => {
    const service = office.service(short);
    const entry = (await service.tasks({ box: 'todo' })).entries.find((one) => one.stepName === name);
    const task = document.createElement('tb-task');
    task.service = service;
    task.taskId = entry?.taskId ?? '';
    await onPage(task);
  };

  it('shows where a value was taken over from; another one may be chosen', async () => {
    await office.play(1);
    await openAs('window', '填写申请并作出承诺');
    const site = page.getByRole('textbox', { name: '项目名称' });
    await expect.element(site).toHaveValue('积石山县花椒精深加工项目');
    await expect.element(page.getByText('已从“项目登记”带入').first()).toBeVisible();
    await userEvent.fill(site, '花椒项目');
    await expect.element(page.getByText(/“项目登记”中为：积石山县花椒精深加工项目/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '改用此值：“项目名称”按“项目登记”填写' }).click();
    await expect.element(site).toHaveValue('积石山县花椒精深加工项目');
  });

  it('does not ask in a later form what an earlier one has answered', async () => {
    await office.play(5);
    await openAs('window', '签发模拟审批告知单');
    await expect.element(page.getByRole('textbox', { name: '受理窗口联系人' })).not.toHaveValue('');
    await expect.element(page.getByText(/已从“.*受理.*”带入/).first()).toBeVisible();
  });
});

describe('<tb-case>', () => {
  it('shows progress on the picture, the time line and the documents', async () => {
    const caseId = await office.play(9);
    const view = document.createElement('tb-case');
    void onPage(view);
    view.service = office.service('window');
    view.caseId = caseId;
    await expect.element(page.getByRole('button', { name: '登记用地文件' })).toBeVisible();
    const picture = view.shadowRoot?.querySelector('tb-flow-picture');
    await expect.poll(() => picture?.shadowRoot?.querySelectorAll('.node.done').length ?? 0).toBeGreaterThan(10);
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('tab', { name: /文书/ }).click();
    await expect.element(page.getByText('模拟（无法律效力）').first()).toBeVisible();
    await page
      .getByRole('button', { name: /^查看 模拟审批意见/ })
      .first()
      .click();
    const paper = () => view.shadowRoot?.querySelector('tb-document')?.shadowRoot;
    await expect.poll(() => paper()?.querySelector('.mark')?.textContent).toBe('【模拟】');
    expect(paper()?.querySelector('.page')?.textContent).toContain('2611-622927-04-01-100001');
    expect(await axeFindings()).toEqual([]);
  });

  it('says what stands still, and lets an administrator try it again', async () => {
    const caseId = await office.play(3);
    const sentences = { 'zh-CN': '“出具受理单”执行失败：电子印章系统没有应答。请排除原因后重试。', en: 'The seal did not answer.' };
    const service = office.service('window');
    const tried: number[] = [];
    const view = document.createElement('tb-case');
    void onPage(view);
    view.service = {
      ...service,
      case: async (id) => {
        const incident = { incidentId: 7, nodeId: 'issue', name: '出具受理单', since: 0, sentences, mayRetry: true };
        return { ...(await service.case(id)), incidents: tried.length === 0 ? [incident] : [] };
      },
      retryIncident: async ({ incidentId }) => {
        tried.push(incidentId);
        return { ok: true, caseId };
      },
    };
    view.caseId = caseId;
    await expect.element(page.getByText(/电子印章系统没有应答/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '重新执行' }).click();
    await expect.poll(() => view.shadowRoot?.querySelector('.incidents')).toBeNull();
    expect(tried).toEqual([7]);
  });

  it('says what a jump leaves behind until something else is done', async () => {
    const caseId = await office.play(3);
    const sentences = { 'zh-CN': '跳转后，“会审之后的汇合处”会一直等待一个不会再到达的分支。', en: 'Something waits.' };
    const left = { code: 'RUNTIME_JUMP_JOIN_WAITS', severity: 'warning', sentences, place: {}, details: {} } as unknown as Problem;
    const service = office.service('window');
    const view = document.createElement('tb-case');
    void onPage(view);
    view.service = {
      ...service,
      case: async (id) => ({
        ...(await service.case(id)),
        operations: [
          { kind: 'suspend', reason: false },
          { kind: 'urge', reason: false },
        ],
      }),
      operateCase: async ({ kind }) => ({ ok: true, caseId, ...(kind === 'suspend' ? { warnings: [left] } : {}) }),
    };
    view.caseId = caseId;
    const decide = async (name: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name: `确认${name}` }).click();
    };
    await decide('挂起');
    await expect.element(page.getByRole('note').filter({ hasText: '会一直等待一个不会再到达的分支' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await decide('催办');
    await expect.poll(() => view.shadowRoot?.querySelector('.callout.warning')).toBeNull();
  });

  it('fits a phone', async () => {
    await page.viewport(390, 844);
    const caseId = await office.play(9);
    const view = document.createElement('tb-case');
    void onPage(view);
    view.service = office.service('window');
    view.caseId = caseId;
    await expect.element(page.getByRole('button', { name: '登记用地文件' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
