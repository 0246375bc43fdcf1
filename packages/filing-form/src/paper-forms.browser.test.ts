/** The paper forms F-01 … F-08: filled in, complete, and on paper with all that the printed form has. */
import { sampleValues } from '@tongban/form';
import type { Item } from '@tongban/model';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FilingForm } from './filing-form.ts';
import { form, items } from './test-support/forms.ts';
import { button, control, part, settled, shown } from './test-support/page.ts';

const PAPERS = [
  [
    'F-01',
    'application',
    ['项目名称', '项目代码', '联系人', '联系电话', '建设地点', '总投资（万元）', '土地预计取得时间', '自然资源部门意见'],
  ],
  ['F-02', 'promise', ['项目单位', '投资人（单位法人）', '联系人', '单位名称（加盖公章）']],
  ['F-03', 'notice', ['告知事项及相关单位', '项目名称', '申请单位联系人', '审批服务窗口（盖章）']],
  ['F-04', 'circulation', ['项目名称', '流转情况']],
  ['F-05', 'F-05', ['承诺单位', '统一社会信用代码', '承诺事项', '承诺单位（盖章）', '法定代表人（签字）']],
  ['F-06', 'F-06', ['需容缺受理审批的事项', '申请材料及容缺情况', '审批部门意见（由涉及审批事项的部门分别填写）']],
  ['F-07', 'F-07', ['申报号', '收到材料日期', '需补充的材料', '补全期限', '承诺人（申请人）签字', '审批部门（盖章）']],
  ['F-08', 'F-08', ['信用等级', '统一社会信用代码', '建设地区', '备案机关（盖章）', '扫码核验']],
] as const;

const county: readonly Item[] = items.map((item) => ({
  ...item,
  modes: ['mock', 'tolerant', 'commitment'],
  materials: [
    { id: `${item.code}-drawing`, name: { 'zh-CN': '设计文件' }, needed: true },
    { id: `${item.code}-land`, name: { 'zh-CN': '用地批准文件' }, needed: true, tolerable: true },
  ],
}));

afterEach(() => document.body.replaceChildren());

/** What stands in the way of handing it in, in words. */
function said(element: FilingForm): readonly string[] {
  return element.handle.validate().map(({ sentences }) => sentences['zh-CN']);
}

describe('on paper', () => {
  for (const [id, name, labels] of PAPERS) {
    test(`${id} has the boxes of the printed form, blank and filled in`, async () => {
      const compiledForm = form(name);
      const values = sampleValues(compiledForm.document, 7, county);
      for (const given of [{}, values]) {
        const element = await shown(compiledForm, { mode: 'print', values: given, items: county });
        for (const label of labels) expect(part(element, label), label).toBeDefined();
        expect(element.renderRoot.querySelector('input, select, textarea, button')).toBeNull();
        for (const line of element.renderRoot.querySelectorAll('tbody tr, .cell:not(.across)')) {
          expect(getComputedStyle(line).breakInside).toBe('avoid');
        }
      }
    });
  }

  test('pages of a form are A4 with the margins of a document, and the style goes with the last form', async () => {
    const element = await shown(form('F-08'), { mode: 'print' });
    const rules = (): string => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('');
    expect(rules()).toMatch(/@page tb-form \{[^}]*size: a4/i);
    expect(getComputedStyle(element.renderRoot.querySelector('.form')!).page).toBe('tb-form');
    element.remove();
    await settled(element);
    expect(rules()).not.toContain('tb-form');
  });
});

describe('filled in', () => {
  test('F-06 is filled in from end to end, with a material promised for later', async () => {
    const element = await shown(form('F-06'), { items: county.slice(3, 4) });
    const type = (label: string, text: string): Promise<void> => userEvent.fill(control(element, label), text);
    await type('项目名称', '花椒精深加工产业园');
    await type('项目代码', '2305-622927-04-01-123456');
    await type('联系人', '马建国');
    await type('联系电话', '13893012345');
    await type('建设地点', '吹麻滩镇');
    await type('总投资', '12000.5');
    await type('项目基本概况及进展情况', '已完成备案。');
    await userEvent.click(part(element, '需容缺受理审批的事项')!.querySelector('[type=checkbox]')!);
    await settled(element);
    await userEvent.selectOptions(control<HTMLSelectElement>(element, '设计文件：提交方式'), 'original');
    await userEvent.selectOptions(control<HTMLSelectElement>(element, '用地批准文件：提交方式'), 'promised');
    await type('“用地批准文件”的补交日期', '2026-12-10');
    await userEvent.click(button(element, '申请单位（盖章）：本单位确认盖章'));
    await userEvent.click(button(element, '法定代表人（签字）：本人确认签名'));
    expect(element.handle.validate()).toEqual([]);
  });

  test('F-05 is filled in from end to end: every clause is read and ticked', async () => {
    const element = await shown(form('F-05'), { items: county.slice(0, 2) });
    await userEvent.fill(control(element, '承诺单位'), '积石山县绿源新能源有限公司');
    await userEvent.fill(control(element, '统一社会信用代码'), '91622927MA7PK3JN4B');
    await userEvent.fill(control(element, '项目名称'), '五十兆瓦光伏发电项目');
    await userEvent.fill(control(element, '项目代码'), '2305-622927-04-01-123456');
    await userEvent.click(part(element, '承诺事项')!.querySelector('[type=checkbox]')!);
    for (const box of element.renderRoot.querySelectorAll('.kind-clause [type=checkbox]')) await userEvent.click(box);
    await userEvent.click(button(element, '承诺单位（盖章）：本单位确认盖章'));
    await userEvent.click(button(element, '法定代表人（签字）：本人确认签名'));
    expect(said(element)).toEqual([]);
    expect(element.handle.values()).toMatchObject({ breach: { version: '2023-02-20', acknowledged: true } });
  });

  test('F-07 is filled in from end to end, with two materials', async () => {
    const element = await shown(form('F-07'), { context: { parameters: {}, case: { key: 'R-2026-0007' } } });
    await userEvent.fill(control(element, '致'), '积石山县绿源新能源有限公司');
    await userEvent.fill(control(element, '收到材料日期'), '2026-11-20');
    await userEvent.fill(control(element, '申请办理的事项'), '建筑工程施工许可证核发');
    await userEvent.fill(control(element, '材料名称 第 1 行'), '施工图审查合格书');
    await userEvent.click(button(element, '添加一行'));
    await settled(element);
    await userEvent.fill(control(element, '材料名称 第 2 行'), '监理合同');
    await userEvent.fill(control(element, '补全期限'), '2026-12-10');
    await userEvent.click(part(element, '逾期处理')!.querySelector('[type=checkbox]')!);
    await userEvent.click(button(element, '承诺人（申请人）签字：本人确认签名'));
    await userEvent.click(button(element, '承诺单位（签章）：本单位确认盖章'));
    await userEvent.click(button(element, '审批部门（盖章）：本单位确认盖章'));
    expect(said(element)).toEqual([]);
    expect(element.handle.values()).toMatchObject({
      filingNumber: 'R-2026-0007',
      missing: [{ name: '施工图审查合格书' }, { name: '监理合同' }],
    });
  });

  test('F-08, the certificate, is filled in from end to end; its code appears as soon as both numbers are there', async () => {
    const element = await shown(form('F-08'), { context: { parameters: {}, case: { key: 'B-2026-0001' } } });
    await userEvent.selectOptions(control<HTMLSelectElement>(element, '信用等级'), 'A');
    await userEvent.fill(control(element, '项目名称'), '五十兆瓦光伏发电项目');
    await userEvent.fill(control(element, '项目代码'), '2305-622927-04-01-123456');
    await userEvent.fill(control(element, '项目单位'), '积石山县绿源新能源有限公司');
    await userEvent.fill(control(element, '统一社会信用代码'), '91622927MA7PK3JN4B');
    for (const [level, code] of [
      ['省级', '620000'],
      ['市级', '622900'],
      ['县级', '622927'],
    ] as const) {
      const select = (): HTMLSelectElement | null => element.renderRoot.querySelector(`[aria-label="${level}"]`);
      await expect.poll(() => select()?.querySelector(`[value="${code}"]`) ?? null).not.toBeNull();
      await userEvent.selectOptions(select()!, code);
    }
    await userEvent.fill(control(element, '建设期 开始日期'), '2026-12-01');
    await userEvent.fill(control(element, '建设期 结束日期'), '2027-12-31');
    await userEvent.fill(control(element, '项目备案信息'), '已在投资项目在线审批监管平台备案。');
    await userEvent.fill(control(element, '备案日期'), '2026-11-20');
    await userEvent.click(button(element, '备案机关（盖章）：本单位确认盖章'));
    expect(said(element)).toEqual([]);
    expect(element.handle.values()).toMatchObject({
      certificateNumber: 'B-2026-0001',
      code: '2305-622927-04-01-123456 91622927MA7PK3JN4B',
      site: { code: '622927' },
    });
    await expect.poll(() => part(element, '扫码核验')?.querySelector('svg')).not.toBeNull();
  });

  test('F-07 and F-08 say what stands in their way, and nothing when they are complete', async () => {
    for (const name of ['F-05', 'F-07', 'F-08']) {
      const compiledForm = form(name);
      const element = await shown(compiledForm, { items: county });
      expect(element.handle.validate().length).toBeGreaterThan(3);
      const values = sampleValues(compiledForm.document, 11, county);
      const dated = name === 'F-07' ? { received: { $date: '2026-11-20' }, deadline: { $date: '2026-12-10' } } : {};
      element.values = { ...values, ...dated };
      await settled(element);
      expect(element.handle.validate().map(({ sentences }) => sentences['zh-CN'])).toEqual([]);
    }
  });
});
