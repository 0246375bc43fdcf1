import type { Sealed, SealRequest } from '@tongban/element-kit';
import { axeFindings } from '@tongban/element-kit/testing';
import type { FileRef } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { FilingForm } from './filing-form.ts';
import type { FormChangeEvent } from './form-events.ts';
import type { PutOptions } from './form-files.ts';
import { applicant, compiled, documents, form, landOfficer } from './test-support/forms.ts';
import { button, control, description, NOW, part, settled, shown } from './test-support/page.ts';

/** The values that are not empty. */
function filled(element: FilingForm): object {
  return Object.fromEntries(Object.entries(element.handle.values()).filter(([, value]) => value !== null));
}

const CASE = { parameters: { channel: 'online' }, case: { key: null } };

describe('filling in', () => {
  test('what is typed is the value, and the page hears of it', async () => {
    const element = await shown(form('application'));
    const heard: string[] = [];
    document.body.addEventListener('tb-form-change', (event) => heard.push((event as FormChangeEvent).path), { once: true });
    await userEvent.fill(control(element, '项目名称'), '光伏发电项目');
    await userEvent.fill(control(element, '总投资'), '１,２３４.５０');
    await userEvent.fill(control(element, '土地预计取得时间'), '2027年3月1日');
    expect(heard).toEqual(['projectName']);
    expect(element.handle.values()).toMatchObject({
      projectName: '光伏发电项目',
      investment: { $decimal: '1234.5' },
      landExpected: { $date: '2027-03-01' },
    });
    expect(element.handle.isDirty()).toBe(true);
    expect(part(element, '总投资')?.textContent).toContain('大写：壹仟贰佰叁拾肆万伍仟元整');
    element.handle.reset();
    await settled(element);
    expect(filled(element)).toEqual({});
    expect(element.handle.isDirty()).toBe(false);
    expect(control(element, '项目名称').value).toBe('');
  });

  test('money stays exact, and on leaving it is written in its one way', async () => {
    const element = await shown(form('application'));
    const money = control(element, '总投资');
    await userEvent.click(money);
    await userEvent.keyboard('0.1');
    expect(money.value).toBe('0.1');
    await userEvent.keyboard('0');
    expect(money.value).toBe('0.10');
    await userEvent.tab();
    expect(money.value).toBe('0.1');
    expect(element.handle.values()['investment']).toEqual({ $decimal: '0.1' });
  });

  test('an input method writes its word once, not the pinyin before it', async () => {
    const element = await shown(form('application'));
    const heard: unknown[] = [];
    element.addEventListener('tb-form-change', ({ values }) => heard.push(values['projectName']));
    const name = control(element, '项目名称');
    await userEvent.click(name);
    const session = cdp() as unknown as { send(method: string, params: object): Promise<void> };
    for (const text of ['g', 'gu', 'guang', 'guangfu']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    expect(name.value).toBe('guangfu');
    expect(heard).toEqual([]);
    await session.send('Input.insertText', { text: '光伏' });
    expect(name.value).toBe('光伏');
    expect(heard).toEqual(['光伏']);
    await userEvent.keyboard('A');
    expect(filled(element)).toEqual({ projectName: '光伏A' });
  });

  test('an error is said on leaving, describes the control, and goes when it is mended; nothing typed is lost', async () => {
    const element = await shown(form('application'));
    const phone = control(element, '联系电话');
    expect(phone.getAttribute('aria-required')).toBe('true');
    expect(phone.hasAttribute('aria-invalid')).toBe(false);
    await userEvent.fill(phone, '12345');
    expect(phone.hasAttribute('aria-invalid')).toBe(false);
    await userEvent.tab();
    await settled(element);
    expect(phone.getAttribute('aria-invalid')).toBe('true');
    expect(description(element, phone)).toContain('不是有效的电话号码');
    expect(phone.value).toBe('12345');
    await userEvent.fill(phone, '13893012345');
    await settled(element);
    expect(phone.hasAttribute('aria-invalid')).toBe(false);
    expect(description(element, phone)).toBe('');
  });

  test('a field that was only passed through is not asked for before submission', async () => {
    const element = await shown(form('application'));
    await userEvent.click(control(element, '项目名称'));
    await userEvent.tab();
    await settled(element);
    expect(element.renderRoot.querySelector('.field-error')).toBeNull();
  });

  test('what is no number or day is kept as typed and reported', async () => {
    const element = await shown(form('application'));
    await userEvent.fill(control(element, '总投资'), '约两亿');
    await userEvent.fill(control(element, '土地预计取得时间'), '2027-02-30');
    await userEvent.tab();
    await settled(element);
    expect(control(element, '总投资').value).toBe('约两亿');
    expect(control(element, '土地预计取得时间').value).toBe('2027-02-30');
    expect(description(element, control(element, '总投资'))).toContain('应为数字');
    expect(description(element, control(element, '土地预计取得时间'))).toContain('应为有效的日期');
  });

  test('a submission that cannot be made is summed up on top; each line leads to its field', async () => {
    const element = await shown(form('application'));
    const problems = element.handle.validate();
    await settled(element);
    const summary = element.renderRoot.querySelector<HTMLElement>('.error-summary')!;
    expect((element.renderRoot as ShadowRoot).activeElement).toBe(summary);
    expect(summary.querySelectorAll('li')).toHaveLength(problems.length);
    expect(control(element, '项目名称').getAttribute('aria-invalid')).toBe('true');
    await userEvent.click(button(element, '请填写“建设地点”。'));
    expect((element.renderRoot as ShadowRoot).activeElement).toBe(control(element, '建设地点'));
    await userEvent.keyboard('吹麻滩镇');
    await settled(element);
    expect(summary.querySelectorAll('li')).toHaveLength(problems.length - 1);
    await userEvent.click(button(element, '请选择“需模拟审批的事项”。'));
    expect((element.renderRoot as ShadowRoot).activeElement?.id).toBe(control(element, '按事项名称、编码或部门查找').id);
  });

  test('problems that a server found stand beside their fields until the value changes', async () => {
    const element = await shown(form('application'));
    const sentences = { 'zh-CN': '项目代码已被其他办件使用，请核对。', en: 'The code is taken.' };
    const place = { elementId: 'F-01.projectCode', property: 'value' };
    element.showProblems([{ code: 'SERVER_CODE_TAKEN', severity: 'error', place, details: {}, sentences }]);
    await settled(element);
    const code = control(element, '项目代码');
    expect(code.getAttribute('aria-invalid')).toBe('true');
    expect(description(element, code)).toContain('已被其他办件使用');
    expect(element.renderRoot.querySelector('.error-summary')?.textContent).toContain('已被其他办件使用');
    await userEvent.fill(code, '2305-622927-04-01-123456');
    await settled(element);
    expect(description(element, code)).not.toContain('已被');
  });

  test('Ctrl + Enter asks to submit', async () => {
    const element = await shown(form('application'));
    let asked = 0;
    element.addEventListener('tb-form-submit-request', () => asked++);
    await userEvent.click(control(element, '项目名称'));
    await userEvent.keyboard('{Enter}{Control>}{Enter}{/Control}');
    expect(asked).toBe(1);
  });

  test('a field comes and goes with what it depends on, and keeps what was typed', async () => {
    const element = await shown(form('land-documents'));
    expect(part(element, '签订（作出）日期')).toBeUndefined();
    await userEvent.click(control(element, '是否取得土地使用权'));
    await userEvent.fill(control(element, '签订（作出）日期'), '20261120');
    const [yes, no] = part(element, '是否取得土地使用权')!.querySelectorAll('input');
    await userEvent.click(no!);
    expect(part(element, '签订（作出）日期')).toBeUndefined();
    await userEvent.click(yes!);
    expect(control(element, '签订（作出）日期').value).toBe('2026-11-20');
  });
});

describe('kinds of fields', () => {
  test('items are searched, chosen by department and counted', async () => {
    const element = await shown(form('application'));
    const box = part(element, '需模拟审批的事项')!;
    expect(box.textContent).not.toContain('ZR-01');
    await userEvent.fill(control(element, '按事项名称、编码或部门查找'), '自然资源');
    expect(box.querySelectorAll('[type=checkbox]')).toHaveLength(2);
    for (const one of box.querySelectorAll('[type=checkbox]')) await userEvent.click(one);
    expect(box.querySelector('output')?.textContent).toBe('已选 2 项');
    expect(element.handle.values()['items']).toEqual(['ZR-02', 'ZR-03']);
  });

  test('a day is chosen from the month with the keyboard alone', async () => {
    const element = await shown(form('application'));
    const open = button(element, '选择日期：土地预计取得时间');
    open.focus();
    await userEvent.keyboard('{Enter}');
    const root = element.renderRoot as ShadowRoot;
    expect(root.activeElement?.getAttribute('aria-label')).toBe('2026年11月21日');
    await userEvent.keyboard('{PageDown}{ArrowDown}{ArrowRight}');
    expect(root.activeElement?.getAttribute('aria-label')).toBe('2026年12月29日');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Tab}{Enter}');
    expect(element.handle.values()['landExpected']).toEqual({ $date: '2026-12-29' });
    expect(root.querySelector('[role=dialog]')).toBeNull();
    expect(root.activeElement).toBe(button(element, '选择日期：土地预计取得时间 2026年12月29日'));
    await userEvent.keyboard('{Enter}{Escape}');
    expect(root.querySelector('[role=dialog]')).toBeNull();
    expect(root.activeElement?.getAttribute('aria-haspopup')).toBe('dialog');
  });

  test('a day before the first one allowed cannot be chosen', async () => {
    const element = await shown(form('application'));
    await userEvent.click(button(element, '选择日期：土地预计取得时间'));
    const days = [...element.renderRoot.querySelectorAll<HTMLButtonElement>('[data-day]')];
    expect(days.find(({ dataset }) => dataset['day'] === '2026-11-20')?.disabled).toBe(true);
    expect(days.find(({ dataset }) => dataset['day'] === '2026-11-21')?.disabled).toBe(false);
  });

  test('a person signs as themself, and a unit as what it acts for; the window notes an original', async () => {
    const element = await shown(form('application'));
    await userEvent.click(button(element, '法定代表人（签字）：本人确认签名'));
    await userEvent.click(button(element, '申请单位（盖章）：本单位确认盖章'));
    expect(element.handle.values()).toMatchObject({
      legalPerson: { method: 'confirmed', name: '马建国', day: '2026-11-21' },
      seal: { method: 'confirmed', name: '积石山县绿源新能源有限公司', day: '2026-11-21' },
    });
    // the focus goes on at once, not with the next frame
    button(element, '法定代表人（签字）：撤销').click();
    expect((element.renderRoot as ShadowRoot).activeElement).toBe(button(element, '法定代表人（签字）：本人确认签名'));
    await userEvent.click(button(element, '法定代表人（签字）：线下原件已签字'));
    const name = part(element, '法定代表人（签字）')!.querySelector('input')!;
    await userEvent.fill(name, '马法人');
    await userEvent.fill(control(element, '法定代表人（签字） 日期'), '2026/11/20');
    expect(element.handle.values()['legalPerson']).toEqual({ method: 'original', name: '马法人', day: '2026-11-20' });
  });

  test('clauses are acknowledged in the version that is read', async () => {
    const element = await shown(form('promise'));
    const tick = part(element, '第一条')!.querySelector('input')!;
    expect(description(element, tick)).toContain('所有申请资料真实有效');
    await userEvent.click(tick);
    expect(element.handle.values()['clause1']).toEqual({ version: '2023-02-20', acknowledged: true });
  });

  test('files go to the page’s store; what cannot be uploaded says why and is not sent', async () => {
    const put: string[] = [];
    const files = {
      put: async (file: File, { onProgress }: { onProgress: (share: number) => void }) => {
        onProgress(0.5);
        put.push(file.name);
        return { fileId: `file-${put.length}`, name: file.name, bytes: file.size, mediaType: file.type };
      },
      get: async () => new Blob(['x']),
    };
    const element = await shown(form('application'), { files });
    const box = part(element, '已取得的批复复印件')!;
    const input = box.querySelector<HTMLInputElement>('input[type=file]')!;
    const good = new File(['扫描'], '备案证.pdf', { type: 'application/pdf' });
    await userEvent.upload(input, [good, new File(['x'], '说明.exe', { type: 'application/x-msdownload' })]);
    await expect.poll(() => put).toEqual(['备案证.pdf']);
    await settled(element);
    expect(box.textContent).toContain('“说明.exe”的类型不能上传，可用：PDF、图片');
    expect(element.handle.values()['approvals']).toMatchObject([{ fileId: 'file-1', name: '备案证.pdf' }]);
    await userEvent.click(button(element, '移除 备案证.pdf'));
    expect(filled(element)).toEqual({});
  });

  test('a failed upload can be tried again', async () => {
    let broken = true;
    const files = {
      put: async (file: File) => {
        if (broken) throw new Error('offline');
        return { fileId: 'f', name: file.name, bytes: file.size, mediaType: file.type };
      },
      get: async () => new Blob(),
    };
    const element = await shown(form('application'), { files });
    const box = part(element, '已取得的批复复印件')!;
    await userEvent.upload(
      box.querySelector<HTMLInputElement>('input[type=file]')!,
      new File(['a'], '甲.pdf', { type: 'application/pdf' }),
    );
    await expect.poll(() => box.textContent).toContain('“甲.pdf”上传失败');
    broken = false;
    await userEvent.click(button(element, '重新上传 甲.pdf'));
    await expect.poll(() => element.handle.values()['approvals']).toHaveLength(1);
  });

  test('an upload is paused and gone on with; it says when it waits; the same contents are not taken twice', async () => {
    const puts: { readonly options: PutOptions; readonly done: (ref: FileRef) => void }[] = [];
    const files = {
      resumes: true,
      put: (_file: File, options: PutOptions) => new Promise<FileRef>((done) => puts.push({ options, done })),
      get: async () => new Blob(),
    };
    const element = await shown(form('application'), { files });
    const box = part(element, '已取得的批复复印件')!;
    const choose = (name: string) =>
      userEvent.upload(box.querySelector<HTMLInputElement>('input[type=file]')!, new File(['a'], name, { type: 'application/pdf' }));
    const ref = { fileId: 'f', name: '甲.pdf', bytes: 1, mediaType: 'application/pdf', digest: 'sha256:1' };
    await choose('甲.pdf');
    await expect.poll(() => puts.length).toBe(1);
    puts[0]?.options.onProgress(0.4);
    await expect.poll(() => box.querySelector('progress')?.getAttribute('aria-label')).toBe('正在上传 甲.pdf，已完成 40%');
    puts[0]?.options.onWaiting?.();
    await expect.poll(() => box.textContent).toContain('网络中断，已上传 40%，恢复后自动继续');
    expect(await axeFindings()).toEqual([]);
    await userEvent.click(button(element, '暂停上传 甲.pdf'));
    expect(puts[0]?.options.signal.aborted).toBe(true);
    expect(box.textContent).toContain('已暂停，已上传 40%');
    await userEvent.click(button(element, '继续上传 甲.pdf'));
    await expect.poll(() => puts.length).toBe(2);
    puts[1]?.done(ref);
    await expect.poll(() => element.handle.values()['approvals']).toEqual([ref]);
    await choose('另一份.pdf');
    await expect.poll(() => puts.length).toBe(3);
    puts[2]?.done({ ...ref, fileId: 'g', name: '另一份.pdf' });
    await expect.poll(() => box.textContent).toContain('“另一份.pdf”与已上传的“甲.pdf”内容相同');
    expect(element.handle.values()['approvals']).toEqual([ref]);
  });
});

describe('seals', () => {
  test('the host’s e-seal seals what the form says now; the person may close it, and hears when it fails', async () => {
    const asked: SealRequest[] = [];
    let answer: () => Promise<Sealed | undefined> = async () => undefined;
    const seal = (request: SealRequest) => {
      asked.push(request);
      return answer();
    };
    const element = await shown(form('application'), { seal, values: { projectName: '光伏' } });
    const box = part(element, '申请单位（盖章）')!;
    await expect.poll(() => box.textContent).toContain('使用电子印章');
    const press = () =>
      userEvent.click([...box.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === '使用电子印章')!);
    await press();
    await expect.poll(() => asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ kind: 'seal', form: '投资建设项目模拟审批申请表', values: { projectName: '光伏' } });
    expect(box.textContent).not.toContain('没有加盖成功');
    answer = () => Promise.reject(new Error('no key'));
    await press();
    await expect.poll(() => box.textContent).toContain('电子印章没有加盖成功');
    expect(await axeFindings()).toEqual([]);
    const { digest, content } = asked[1]!;
    expect(content).toContain('光伏');
    const own = { name: '积石山县绿源新能源有限公司', day: '2026-11-21', digest, fileId: 'sealed-1' };
    answer = async () => ({ ...own, name: '别的公司' });
    await press();
    await expect.poll(() => box.textContent).toContain('这枚电子印章属于“别的公司”，不是“积石山县绿源新能源有限公司”');
    for (const foreign of [{ digest: 'sha256:0' }, { day: '2026-11-22' }, { day: '21/11/2026' }]) {
      answer = async () => ({ ...own, ...foreign });
      await press();
      await expect.poll(() => box.textContent).toContain('返回的电子印章不是为本表现在的内容加盖的');
    }
    expect(element.handle.values()['seal']).toBeNull();
    answer = async () => own;
    await press();
    await expect.poll(() => element.handle.values()['seal']).toEqual({ method: 'eSeal', ...own });
    expect(box.textContent).not.toContain('未予采用');
    expect(box.textContent).toContain('电子签章');
    expect(box.querySelector('input')).toBeNull();
  });

  test('is not offered where the host has none; the original and a scan always are', async () => {
    const element = await shown(form('application'), {
      files: { put: () => Promise.reject(new Error('none')), get: async () => new Blob() },
    });
    const words = part(element, '申请单位（盖章）')?.textContent ?? '';
    expect(words).not.toContain('使用电子印章');
    expect(words).toContain('原件已盖章');
    expect(words).toContain('扫描件');
  });
});

describe('rows', () => {
  test('a promise asks for two contacts', async () => {
    const element = await shown(form('promise'));
    expect(element.renderRoot.querySelectorAll('tbody tr')).toHaveLength(2);
    await userEvent.fill(control(element, '姓名 第 1 行'), '马一');
    await userEvent.fill(control(element, '联系电话 第 1 行'), '13893012345');
    await userEvent.click(button(element, '删除第 2 行'));
    element.handle.validate();
    await settled(element);
    expect(part(element, '联系人')?.querySelector('.errors')?.textContent).toContain('至少需要 2 项，现有 1 项');
    expect(element.renderRoot.querySelector('.error-summary')?.textContent).not.toContain('联系人第 1 行');
    await userEvent.click(button(element, '添加一行'));
    await settled(element);
    expect((element.renderRoot as ShadowRoot).activeElement).toBe(control(element, '姓名 第 2 行'));
    expect(part(element, '联系人')?.querySelector(':scope > .errors')).toBeNull();
    await userEvent.click(button(element, '联系人第 2 行：请填写“联系电话”。'));
    expect((element.renderRoot as ShadowRoot).activeElement).toBe(control(element, '联系电话 第 2 行'));
    await userEvent.fill(control(element, '姓名 第 2 行'), '马二');
    expect(element.handle.values()['contacts']).toMatchObject([{ name: '马一' }, { name: '马二' }]);
  });

  test('rows are moved by keys; what is wrong in a row moves with it', async () => {
    const element = await shown(form('promise'));
    await userEvent.fill(control(element, '姓名 第 1 行'), '马一');
    await userEvent.fill(control(element, '联系电话 第 1 行'), '123');
    await userEvent.tab();
    await settled(element);
    expect(control(element, '联系电话 第 1 行').getAttribute('aria-invalid')).toBe('true');
    control(element, '姓名 第 1 行').focus();
    // at once: the next key may come before the next frame
    const down = { key: 'ArrowDown', altKey: true, bubbles: true, composed: true };
    control(element, '姓名 第 1 行').dispatchEvent(new KeyboardEvent('keydown', down));
    expect((element.renderRoot as ShadowRoot).activeElement).toBe(control(element, '姓名 第 2 行'));
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowDown}{/Alt}');
    await settled(element);
    expect(control(element, '姓名 第 2 行').value).toBe('马一');
    expect((element.renderRoot as ShadowRoot).activeElement).toBe(control(element, '姓名 第 2 行'));
    expect(control(element, '联系电话 第 2 行').getAttribute('aria-invalid')).toBe('true');
    expect(control(element, '联系电话 第 1 行').hasAttribute('aria-invalid')).toBe(false);
    await userEvent.click(button(element, '删除第 1 行'));
    await userEvent.fill(control(element, '联系电话 第 1 行'), '13893012345');
    expect(element.handle.values()['contacts']).toEqual([{ rowId: 'r1', name: '马一', phone: '13893012345' }]);
  });

  test('a department writes its own row; the others’ rows are there to be read', async () => {
    const rows = [
      { rowId: 'r1', department: 'natural-resources', itemCode: 'ZR-02', itemName: '建设工程规划许可证核发' },
      { rowId: 'r2', department: 'housing', itemCode: 'ZJ-01', itemName: '建筑工程施工许可证核发', remark: '待补' },
    ];
    const access = { default: 'read', fields: { 'F-04.rows': 'write', 'F-04.rows/department': 'hidden' } } as const;
    const element = await shown(form('circulation'), {
      actor: landOfficer,
      access,
      values: { rows },
      context: { ...CASE, item: { code: 'ZR-02' } },
    });
    const [own, other] = element.renderRoot.querySelectorAll('tbody tr');
    expect(own!.querySelectorAll('input').length).toBeGreaterThan(2);
    expect(other!.querySelectorAll('input, button')).toHaveLength(0);
    expect(other!.textContent).toContain('待补');
    expect(element.renderRoot.textContent).not.toContain('natural-resources');
    expect(element.renderRoot.textContent).not.toContain('添加一行');
    await userEvent.fill(control(element, '备注 第 1 行'), '已办');
    expect(element.handle.values()['rows']).toMatchObject([{ remark: '已办' }, { remark: '待补' }]);
  });
});

describe('permissions and rounds', () => {
  test('another department’s opinion is readable, one’s own is written', async () => {
    const opinionMarketSupervision = {
      choice: 'disagree',
      text: '主体资格待核实。',
      byName: '王市监',
      department: 'market-supervision',
      day: '2026-11-20',
    };
    const element = await shown(form('application'), {
      actor: landOfficer,
      access: {
        default: 'read',
        fields: { 'F-01.opinionNaturalResources': 'write', 'F-01.opinionMarketSupervision': 'write', 'F-01.contact': 'hidden' },
      },
      values: { projectName: '光伏发电项目', opinionMarketSupervision },
    });
    const other = part(element, '市场监管部门意见')!;
    expect(other.querySelectorAll('input, textarea')).toHaveLength(0);
    expect(other.textContent).toContain('不同意');
    expect(other.textContent).toContain('县市场监管局　王市监');
    expect(part(element, '联系人')).toBeUndefined();
    expect(part(element, '项目名称')?.querySelector('input')).toBeNull();
    const own = part(element, '自然资源部门意见')!;
    await userEvent.click(own.querySelectorAll('input')[1]!);
    element.handle.validate();
    await settled(element);
    expect(description(element, own.querySelector('textarea')!)).toContain('填写理由');
    await userEvent.fill(own.querySelector('textarea')!, '不符合规划。');
    expect(element.handle.values()['opinionNaturalResources']).toEqual({ choice: 'disagree', text: '不符合规划。' });
    expect(element.handle.problems()).toEqual([]);
  });

  test('what changed since the last round is marked with its old value', async () => {
    const element = await shown(form('application'), {
      values: { investment: 12345 },
      changes: [{ path: 'investment', before: 1000, after: 12345 }],
    });
    expect(part(element, '总投资')?.querySelector('.badge')?.textContent).toBe('本轮有改动');
    expect(description(element, control(element, '总投资'))).toContain('原值：1,000.00 万元');
    expect(part(element, '总投资')?.querySelector('.badge')?.getAttribute('title')).toBe('1,000.00 万元 → 12,345.00 万元');
    expect(part(element, '项目名称')?.querySelector('.badge')).toBeNull();
  });

  test('beside what is typed over in a later round stands what was on file, until it is that again', async () => {
    const element = await shown(form('application'), {
      changes: [],
      filed: { projectName: '光伏', investment: { $decimal: '1000' } },
      values: { projectName: '光伏发电', investment: { $decimal: '1000' } },
    });
    expect(description(element, control(element, '项目名称'))).toContain('原值：光伏');
    expect(description(element, control(element, '总投资'))).not.toContain('原值');
    await userEvent.fill(control(element, '总投资'), '1200');
    await settled(element);
    expect(description(element, control(element, '总投资'))).toContain('原值：1,000.00 万元');
    expect(part(element, '总投资')?.querySelector('.badge')?.getAttribute('title')).toBe('1,000.00 万元 → 1,200.00 万元');
    await userEvent.fill(control(element, '总投资'), '1,000');
    await settled(element);
    expect(description(element, control(element, '总投资'))).not.toContain('原值');
    element.changes = undefined;
    await settled(element);
    expect(element.renderRoot.querySelector('.badge, .before')).toBeNull();
  });

  test('cells are marked by their row, wherever it was moved; new rows and removed ones are named', async () => {
    const contacts = [
      { rowId: 'r1', name: '马一', phone: '13893000001' },
      { rowId: 'r2', name: '马二', phone: '13893000002' },
      { rowId: 'r4', name: '马四', phone: '13893000004' },
    ];
    const element = await shown(form('promise'), {
      values: { contacts },
      changes: [
        { path: 'contacts[1].phone', before: '13893009999', after: '13893000002' },
        { path: 'contacts[2]', before: null, after: contacts[2]! },
        { path: 'contacts[1]', before: { rowId: 'r3', name: '马三', phone: '13893000003' }, after: null },
      ],
    });
    const rows = () => [...element.renderRoot.querySelectorAll('tbody [data-row]')];
    expect(description(element, control(element, '联系电话 第 2 行'))).toBe('原值：13893009999');
    expect(rows().map((row) => row.querySelector('th .badge')?.textContent)).toEqual([undefined, undefined, '新增']);
    expect(part(element, '联系人')?.textContent).toContain('本轮已删除：马三 · 13893000003');
    await userEvent.click(button(element, '删除第 1 行'));
    await settled(element);
    expect(description(element, control(element, '联系电话 第 1 行'))).toBe('原值：13893009999');
    expect(part(element, '联系人')?.textContent).toContain('马一 · 13893000001');
    await userEvent.fill(control(element, '姓名 第 1 行'), '马贰');
    await settled(element);
    expect(description(element, control(element, '姓名 第 1 行'))).toBe('原值：马二');
    element.mode = 'print';
    await settled(element);
    expect(element.renderRoot.querySelector('.badge, .before')).toBeNull();
  });

  test('readonly shows values as text', async () => {
    const element = await shown(form('application'), { readonly: true, values: { investment: 12345, items: ['ZR-02'] } });
    expect(element.renderRoot.querySelectorAll('input, textarea, select')).toHaveLength(0);
    expect(part(element, '总投资')?.textContent).toContain('12,345.00 万元');
    expect(part(element, '需模拟审批的事项')?.textContent).toContain('县自然资源局建设工程规划许可证核发');
  });
});

describe('the element', () => {
  test('what was typed survives moving and reconnecting', async () => {
    const element = await shown(form('promise'));
    await userEvent.fill(control(element, '项目单位'), '绿源公司');
    const input = control(element, '项目单位');
    const place = document.createElement('section');
    document.body.append(place);
    place.append(element);
    await settled(element);
    expect(control(element, '项目单位')).toBe(input);
    element.remove();
    await settled(element);
    expect(element.renderRoot.querySelector('input')).toBeNull();
    place.append(element);
    await settled(element);
    expect(control(element, '项目单位').value).toBe('绿源公司');
    await userEvent.fill(control(element, '项目单位'), '绿源新能源');
    expect(element.handle.values()['unit']).toBe('绿源新能源');
  });

  test('other values replace what was typed; the same ones, handed in anew, do not', async () => {
    const element = await shown(form('promise'), { values: { unit: '甲' } });
    await userEvent.fill(control(element, '项目单位'), '乙');
    element.values = { unit: '甲' };
    await settled(element);
    expect(control(element, '项目单位').value).toBe('乙');
    element.values = { unit: '丙' };
    await settled(element);
    expect(control(element, '项目单位').value).toBe('丙');
    expect(element.handle.isDirty()).toBe(false);
  });

  test('a saved draft that comes back changes nothing on the screen, and is clean', async () => {
    const element = await shown(form('promise'));
    await userEvent.fill(control(element, '联系电话 第 1 行'), '123');
    await userEvent.tab();
    await settled(element);
    element.values = JSON.parse(JSON.stringify(element.handle.values()));
    await settled(element);
    expect(control(element, '联系电话 第 1 行').getAttribute('aria-invalid')).toBe('true');
    expect(element.handle.isDirty()).toBe(false);
  });

  test('printing the page shows the paper form while it lasts', async () => {
    const element = await shown(form('application'), { values: { projectName: '光伏' } });
    dispatchEvent(new Event('beforeprint'));
    expect(element.renderRoot.querySelectorAll('input')).toHaveLength(0);
    expect(part(element, '自然资源部门意见')?.textContent).toContain('（盖章）');
    dispatchEvent(new Event('afterprint'));
    expect(control(element, '项目名称').value).toBe('光伏');
  });

  test('a change of context is judged at once', async () => {
    const element = await shown(form('application'));
    expect(part(element, '盖章申请表扫描件')).toBeUndefined();
    await userEvent.fill(control(element, '项目名称'), '光伏');
    element.context = { parameters: { channel: 'offline' }, case: { key: '2305' } };
    await settled(element);
    expect(part(element, '盖章申请表扫描件')).toBeDefined();
    expect(part(element, '项目代码')?.querySelector('input')).toBeNull();
    expect(control(element, '项目名称').value).toBe('光伏');
  });

  test('the language follows, shown errors too', async () => {
    const element = await shown(form('application'));
    element.handle.validate();
    await settled(element);
    element.locale = 'en';
    await settled(element);
    expect(element.renderRoot.querySelector('.error-summary')?.textContent).toContain('Fill in “Project name”.');
    expect(description(element, control(element, 'Project name'))).toContain('Fill in “Project name”.');
  });

  test('a key that means something to others is only a key', async () => {
    const fields = [
      { id: 'b', key: 'toString', kind: 'text', label: { 'zh-CN': '乙' } },
      { id: 'c', key: 'validator', kind: 'text', label: { 'zh-CN': '{{ alert(1) }}' } },
    ];
    const element = await shown(compiled({ formatVersion: 1, id: 'k', key: 'k', layout: 'stacked', title: { 'zh-CN': '键名' }, fields }));
    await userEvent.fill(control(element, '乙'), '一');
    await userEvent.fill(control(element, '{{ alert(1) }}'), '{{ 1 + 1 }}');
    expect(element.handle.values()).toEqual({ toString: '一', validator: '{{ 1 + 1 }}' });
  });

  test('letters typed one after another into one of 200 fields all arrive', async () => {
    const fields = Array.from({ length: 200 }, (_, at) => ({
      id: `f${at}`,
      key: `f${at}`,
      kind: 'text',
      label: { 'zh-CN': `字段 ${at}` },
      required: true,
      ...(at > 0 && at <= 20 ? { visible: 'f0 != "hide"' } : {}),
    }));
    const element = await shown(compiled({ formatVersion: 1, id: 'l', key: 'l', layout: 'stacked', title: { 'zh-CN': '大表' }, fields }));
    const input = control(element, '字段 0');
    await userEvent.click(input);
    for (let stroke = 0; stroke < 10; stroke++) {
      document.execCommand('insertText', false, 'a');
      await settled(element);
    }
    expect(element.handle.values()['f0']).toHaveLength(10);
  });
});

describe('accessible, on a desk and on a phone', () => {
  for (const name of Object.keys(documents)) {
    for (const width of [1280, 390]) {
      const [more, modes] = width === 1280 ? ['read and printed', ['read', 'print'] as const] : ['read', ['read'] as const];
      test(`${name} has no axe findings at ${width} px, also with errors shown, ${more}`, async () => {
        await page.viewport(width, 900);
        const element = await shown(form(name), {
          context: { parameters: { channel: 'offline' }, case: { key: null }, application: { projectName: '光伏', items: ['ZR-02'] } },
          values:
            name === 'circulation'
              ? { rows: [{ rowId: 'r1', itemName: '施工许可' }] }
              : name === 'land-documents'
                ? { obtained: 'yes' }
                : {},
          files: { put: () => Promise.reject(new Error('none')), get: () => Promise.reject(new Error('none')) },
        });
        if (width === 1280) expect(await axeFindings()).toEqual([]);
        element.handle.validate();
        await settled(element);
        expect(await axeFindings()).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        for (const mode of modes) {
          element.mode = mode;
          await settled(element);
          expect(await axeFindings()).toEqual([]);
        }
      });
    }
  }

  test('the open month has no axe findings', async () => {
    await page.viewport(1280, 900);
    const element = await shown(form('application'), { actor: applicant, now: NOW });
    await userEvent.click(button(element, '选择日期：土地预计取得时间'));
    expect(await axeFindings()).toEqual([]);
  });
});
