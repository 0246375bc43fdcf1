import { axeFindings } from '@tongban/element-kit/testing';
import type { FormField } from '@tongban/model';
import { docx, xlsx } from '@tongban/office-files/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define.ts';
import { formWord } from '../export/form-word.ts';
import { placedFields } from '../field-tree.ts';
import type { FormDesigner } from '../form-designer.ts';
import { compileDesign } from '../form-problems.ts';
import { application, formOf, text } from '../test-support/forms.ts';
import type { FormImport } from './form-import.ts';

interface Opened {
  readonly designer: FormDesigner;
  readonly dialog: FormImport;
  button(name: string): HTMLButtonElement;
  labelled<Found extends HTMLElement = HTMLInputElement>(label: string): Found;
  /** The form in short: `项目名称:text`. */
  short(): string;
}

beforeEach(async () => {
  await page.viewport(1440, 900);
});

async function opened(): Promise<Opened> {
  document.documentElement.lang = 'zh-CN';
  document.body.replaceChildren();
  const designer = document.createElement('tb-form-designer');
  designer.form = formOf(text('a'));
  designer.style.height = '860px';
  document.body.append(designer);
  await designer.updateComplete;
  designer.renderRoot.querySelector<HTMLButtonElement>('[data-tool=import]')!.focus();
  await userEvent.keyboard('{Enter}');
  const dialog = designer.renderRoot.querySelector('tb-form-import')!;
  await expect.poll(() => dialog.renderRoot?.querySelector('#paste') instanceof HTMLElement).toBe(true);
  const all = (): HTMLButtonElement[] => [...dialog.renderRoot.querySelectorAll('button')];
  return {
    designer,
    dialog,
    button: (name) => all().find((one) => one.textContent?.trim() === name)!,
    labelled: (label) => dialog.renderRoot.querySelector(`[aria-label="${label}"]`)!,
    short: () => short(designer.form?.fields ?? []),
  };
}

function short(fields: readonly FormField[]): string {
  return fields
    .map((field) => {
      const inner = field.kind === 'section' ? field.fields : field.kind === 'rows' ? field.columns : undefined;
      return `${field.label['zh-CN']}:${field.kind}${inner === undefined ? '' : `[${short(inner)}]`}`;
    })
    .join(' ');
}

async function open({ dialog }: Opened, file: File): Promise<void> {
  await userEvent.upload(dialog.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!, file);
  await expect.poll(() => dialog.renderRoot.querySelector('table, [role=alert]')).not.toBeNull();
  await dialog.updateComplete;
}

const MERGED = docx('申请表.docx', '投资建设项目容缺受理申请表', [
  ['项目名称', { columns: 3 }],
  ['项目代码', { columns: 3 }],
  ['联系人', '', '联系电话', ''],
  ['建设地点', '', '总投资（万元）', ''],
  [{ text: '项目基本概况及进展情况', columns: 4 }],
  [{ columns: 4 }],
  [{ text: '申请单位', rows: 'first' }, '单位名称', { columns: 2 }],
  [{ rows: 'more' }, '统一社会信用代码', { columns: 2 }],
  ['是否取得土地', { text: '□是　□否', columns: 3 }],
  [
    { text: '申请单位（盖章）　年　月　日', columns: 2 },
    { text: '法定代表人（签字）　年　月　日', columns: 2 },
  ],
]);
const NESTED = docx('承诺书.docx', '承诺书', [
  ['承诺单位', ''],
  [
    '联系人员',
    {
      table: [['序号', '姓名', '职务', '联系电话'].map((one) => ({ text: one })), [{ text: '1' }, {}, {}, {}], [{ text: '2' }, {}, {}, {}]],
    },
  ],
  [
    '项目情况',
    {
      table: [
        [{ text: '项目名称' }, {}],
        [{ text: '用地面积（亩）' }, {}],
      ],
    },
  ],
]);
const TWO_HEADS = docx('流转单.docx', '模拟审批告知流转单', [
  ['项目名称', { columns: 6 }],
  [
    { text: '序号', rows: 'first' },
    { text: '审批部门', rows: 'first' },
    { text: '审批事项', rows: 'first' },
    { text: '模拟审批', columns: 2 },
    { text: '正式审批', columns: 2 },
  ],
  [{ rows: 'more' }, { rows: 'more' }, { rows: 'more' }, '完成时间', '签名', '完成时间', '签名'],
  ['1', '', '', '', '', '', ''],
  ['2', '', '', '', '', '', ''],
]);

describe('Word', () => {
  test.each([
    [
      'merged-cells',
      '投资建设项目容缺受理申请表',
      '项目名称:text 项目代码:projectCode 联系人:text 联系电话:phone 建设地点:text 总投资:money 项目基本概况及进展情况:longText ' +
        '申请单位:section[单位名称:text 统一社会信用代码:uscc] 是否取得土地:radio 申请单位（盖章）:seal 法定代表人（签字）:signature',
    ],
    [
      'nested-table',
      '投资建设项目承诺书',
      '承诺单位:text 联系人员:rows[姓名:text 职务:text 联系电话:phone] 项目情况:section[项目名称:text 用地面积:number] 承诺日期:date',
    ],
    [
      'label-holds-table',
      '投资建设项目承诺书',
      '承诺单位:text 联系人员:rows[姓名:text 职务:text 联系电话:phone] 项目情况:section[项目名称:text 用地面积:number] 承诺日期:date',
    ],
    [
      'two-head-rows',
      '投资建设项目模拟审批告知流转单',
      '明细:rows[审批部门:text 审批事项:items 模拟审批完成时间:date 模拟审批签名:signature 正式审批完成时间:date 正式审批签名:signature 备注:longText]',
    ],
  ])('a file written by LibreOffice: %s', async (name, title, fields) => {
    const view = await opened();
    const bytes = await (await fetch(new URL(`../test-support/word/${name}.docx`, import.meta.url))).arrayBuffer();
    await open(view, new File([bytes], `${name}.docx`));
    await userEvent.click(view.button('替换整张表单'));
    expect(view.designer.form?.title['zh-CN']).toBe(title);
    expect(view.short()).toBe(fields);
    expect(compileDesign(view.designer.form!, { forms: [], items: [] }).problems.filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });

  test('the blank form that is exported is read back with every label', async () => {
    const view = await opened();
    const bytes = formWord(application, { items: [], locale: 'zh-CN' });
    await open(view, new File([bytes], 'F-01.docx'));
    await userEvent.click(view.button('替换整张表单'));
    expect(view.designer.form?.title).toEqual({ 'zh-CN': application.title['zh-CN'] });
    const labels = placedFields(view.designer.form!).map(({ field }) => field.label['zh-CN']);
    expect(application.fields.map(({ label }) => label['zh-CN']).filter((label) => !labels.includes(label))).toEqual([]);
  });

  test('a table with merged cells becomes the form of the paper', async () => {
    const view = await opened();
    await open(view, MERGED);
    await userEvent.click(view.button('替换整张表单'));
    expect(view.designer.form?.title['zh-CN']).toBe('投资建设项目容缺受理申请表');
    expect(view.designer.form?.layout).toBe('bordered');
    expect(view.short()).toBe(
      '项目名称:text 项目代码:projectCode 联系人:text 联系电话:phone 建设地点:text 总投资:money 项目基本概况及进展情况:longText ' +
        '申请单位:section[单位名称:text 统一社会信用代码:uscc] 是否取得土地:radio 申请单位（盖章）:seal 法定代表人（签字）:signature',
    );
    expect(compileDesign(view.designer.form!, { forms: [], items: [] }).problems).toEqual([]);
  });

  test('tables in cells become rows and sections', async () => {
    const view = await opened();
    await open(view, NESTED);
    await userEvent.click(view.button('替换整张表单'));
    expect(view.short()).toBe(
      '承诺单位:text 联系人员:rows[姓名:text 职务:text 联系电话:phone] 项目情况:section[项目名称:text 用地面积:number]',
    );
  });

  test('two lines of heads become the columns of one table', async () => {
    const view = await opened();
    await open(view, TWO_HEADS);
    await userEvent.click(view.button('加到表单末尾'));
    expect(view.short()).toBe(
      'a:text 项目名称:text 明细:rows[审批部门:text 审批事项:items 模拟审批完成时间:date 模拟审批签名:signature 正式审批完成时间:date 正式审批签名:signature]',
    );
    view.designer.undo();
    expect(view.short()).toBe('a:text');
  });
});

describe('Excel and the clipboard', () => {
  test('the first sheet of an Excel file, with merged cells', async () => {
    const view = await opened();
    await open(view, xlsx('表.xlsx', { A1: '企业登记表', B1: '', A2: '企业名称', B2: '', A3: '开工日期', B3: '' }, ['A1:B1']));
    await userEvent.click(view.button('替换整张表单'));
    expect(view.designer.form?.title['zh-CN']).toBe('企业登记表');
    expect(view.short()).toBe('企业名称:text 开工日期:date');
  });

  test('a table pasted as HTML; nothing of it is run', async () => {
    const view = await opened();
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<p>登记表</p><img src=x onerror="window.hurt = true"><table><tr><td>姓名</td><td></td></tr><tr><td>手机</td><td><script>window.hurt = true</script></td></tr></table>',
    );
    view.dialog.renderRoot.querySelector('#paste')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    await expect.poll(() => view.dialog.renderRoot.querySelector('table')).not.toBeNull();
    await userEvent.click(view.button('替换整张表单'));
    expect(view.short()).toBe('姓名:text 手机:phone');
    expect('hurt' in window).toBe(false);
  });
});

describe('guesses', () => {
  test('each is shown with its reason, and can be corrected or left out', async () => {
    const view = await opened();
    await open(view, MERGED);
    const { dialog } = view;
    expect(dialog.renderRoot.querySelector('[role=status]')?.textContent).toContain('识别出 13 个字段');
    expect(dialog.renderRoot.querySelector('tbody tr')?.textContent).toContain('常用字段');
    await userEvent.fill(view.labelled('第 1 个字段的名称'), '工程名称');
    await userEvent.selectOptions(view.labelled<HTMLSelectElement>('“是否取得土地”的类型'), 'text');
    await userEvent.click(view.labelled('“建设地点”必填'));
    await userEvent.click(view.labelled('导入“统一社会信用代码”'));
    expect(await axeFindings()).toEqual([]);
    await userEvent.click(view.button('替换整张表单'));
    expect(view.short()).toContain('工程名称:text');
    expect(view.short()).toContain('申请单位:section[单位名称:text] 是否取得土地:text');
    expect(view.designer.form?.fields.find(({ label }) => label['zh-CN'] === '建设地点')?.required).toBeUndefined();
    expect(compileDesign(view.designer.form!, { forms: [], items: [] }).problems).toEqual([]);
  });

  test('what cannot be read says why', async () => {
    const view = await opened();
    await open(view, new File(['no zip'], '旧.docx'));
    expect(view.dialog.renderRoot.querySelector('[role=alert]')?.textContent).toContain('另存为 .docx');
    await open(view, new File(['{"a":1}'], 'x.json'));
    await expect.poll(() => view.dialog.renderRoot.querySelector('[role=alert]')?.textContent).toContain('没有找到表格或字段');
  });
});
