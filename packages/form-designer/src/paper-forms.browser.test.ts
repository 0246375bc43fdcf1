/** The paper forms F-01 … F-08 are documents that the tools of the page can make: each is made here and compared with the one we hand out. */
import { onPage, settled } from '@tongban/element-kit/testing';
import { spanOf } from '@tongban/form';
import type { FormDocument, FormField, FormRule } from '@tongban/model';
import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import creditPromise from '../../measures/forms/F-05.form.json';
import tolerantApplication from '../../measures/forms/F-06.form.json';
import tolerantNotice from '../../measures/forms/F-07.form.json';
import creditCertificate from '../../measures/forms/F-08.form.json';
import application from '../../measures/mock-approval/forms/application.form.json';
import circulation from '../../measures/mock-approval/forms/circulation.form.json';
import notice from '../../measures/mock-approval/forms/notice.form.json';
import promise from '../../measures/mock-approval/forms/promise.form.json';
import './define.ts';
import { compileDesign } from './form-problems.ts';
import { englishOf, Maker } from './test-support/maker.ts';
import { mockContext } from './test-support/measure.ts';

beforeEach(async () => {
  await page.viewport(1440, 900);
});

/** An empty form of the same name, as the studio begins one. */
async function begun(paper: unknown): Promise<Maker> {
  const { id, key } = paper as FormDocument;
  const main = await onPage(html`<tb-form-designer></tb-form-designer>`);
  const designer = main.querySelector('tb-form-designer')!;
  const form: FormDocument = { formatVersion: 1, id, key, title: { 'zh-CN': '新表单' }, layout: 'bordered', fields: [] };
  Object.assign(designer, { form, context: { ...mockContext, sources: undefined } });
  designer.style.height = '860px';
  await settled();
  return new Maker(designer);
}

/** Nothing differs but the ids, which every field got when it was made, and widths: said where they are so anyway, or where there is one column. */
async function same(maker: Maker, paper: unknown): Promise<void> {
  await maker.translate(englishOf(paper as FormDocument));
  expect(withoutIds(maker.form)).toEqual(withoutIds(paper as FormDocument));
  expect(compileDesign(maker.form, mockContext).problems).toEqual([]);
}

function withoutIds(form: FormDocument): unknown {
  const rules = (list: readonly FormRule[]): unknown => list.map(({ id: _, ...rule }) => rule);
  const field = (each: FormField, column: boolean): unknown => {
    const { id: _, span: __, ...own } = each;
    return {
      ...own,
      ...(column || form.layout === 'stacked' ? {} : { span: spanOf(each) }),
      ...(own.rules === undefined ? {} : { rules: rules(own.rules) }),
      ...('columns' in own ? { columns: own.columns.map((one) => field(one, true)) } : {}),
    };
  };
  return {
    ...form,
    ...(form.rules === undefined ? {} : { rules: rules(form.rules) }),
    fields: form.fields.map((one) => field(one, false)),
  };
}

describe('by the palette', () => {
  test('F-01, the application', async () => {
    const make = await begun(application);
    await make.set({ 'form-title': '投资建设项目模拟审批申请表', 'form-note': '附已取得的批复复印件' });
    await make.add('projectName');
    await make.add('projectCode', { help: '投资项目在线审批监管平台赋予的代码', readOnly: 'case.key != null' });
    for (const entry of ['contact', 'phone', 'site', 'investment']) await make.add(entry);
    await make.add('longText', { label: '项目基本概况及进展情况', key: 'overview', maxLength: 2000, required: true });
    await make.add('longText', { label: '项目用地基本情况', key: 'land', maxLength: 2000, required: true });
    await make.add('day', { label: '土地预计取得时间', key: 'landExpected', earliest: 'today()', required: true });
    await make.add('items', { label: '需模拟审批的事项', help: '从本县可模拟审批的事项中选择', mode: 'mock', min: 1, required: true });
    await make.add('seal', { label: '申请单位（盖章）', required: true });
    await make.add('signature', { label: '法定代表人（签字）', key: 'legalPerson', required: true });
    await make.add('opinion', {
      label: '自然资源部门意见',
      key: 'opinionNaturalResources',
      department: 'natural-resources',
      required: true,
    });
    await make.add('opinion', {
      label: '市场监管部门意见',
      key: 'opinionMarketSupervision',
      department: 'market-supervision',
      required: true,
    });
    await make.add('attachments', {
      label: '盖章申请表扫描件',
      key: 'scan',
      help: '线下受理：请上传加盖公章的申请表和承诺书扫描件',
      min: 1,
      max: 10,
    });
    await make.set({ visible: 'parameters.channel = "offline"', required: 'parameters.channel = "offline"' });
    await make.add('attachments', { label: '已取得的批复复印件', key: 'approvals', max: 30 });
    await same(make, application);
  });

  test('F-02, the promise', async () => {
    const make = await begun(promise);
    await make.set({ 'form-title': '投资建设项目模拟审批承诺书', 'form-layout': 'stacked' });
    await make.add('enterpriseName', { label: '项目单位', key: 'unit' });
    await make.add('legalPerson', { label: '投资人（单位法人）', key: 'investor' });
    await make.add('shortText', { label: '拟投资建设地点及项目', key: 'place', maxLength: 300, required: true });
    for (const [index, [label, text]] of CLAUSES.entries())
      await make.add('clause', { label, key: `clause${index + 1}`, 'clause-text': text, 'clause-version': '2023-02-20' });
    await make.add('contacts', { label: '联系人', maxRows: 10, required: true });
    await make.add('seal', { label: '单位名称（加盖公章）', required: true });
    await make.add('signature', { label: '单位法人（签名）', key: 'legalPerson', required: true });
    await make.add('day', { label: '日期', required: true });
    await same(make, promise);
  });

  test('F-03, the notice', async () => {
    const make = await begun(notice);
    await make.set({ 'form-title': '投资建设项目模拟审批告知单', 'form-layout': 'stacked' });
    await make.add('items', { label: '告知事项及相关单位', computed: 'application.items' });
    await make.add('shortText', { label: '项目名称', key: 'projectName', computed: 'application.projectName' });
    await make.add('note', { label: '正文', key: 'text', 'note-text': NOTICE });
    await make.add('shortText', { label: '申请单位联系人', key: 'contact', computed: 'application.contact' });
    await make.add('shortText', { label: '联系电话', key: 'phone', computed: 'application.phone' });
    await make.add('contact', { label: '受理窗口联系人', key: 'windowContact', meaning: 'window.contact' });
    await make.add('phone', { label: '窗口联系电话', key: 'windowPhone', meaning: 'window.phone' });
    await make.add('seal', { label: '审批服务窗口（盖章）', required: true });
    await same(make, notice);
  });

  test('F-05, the credit promise', async () => {
    const make = await begun(creditPromise);
    await make.set({ 'form-title': '企业投资项目信用承诺书', 'form-layout': 'stacked' });
    await make.add('enterpriseName', { label: '承诺单位', key: 'enterprise' });
    for (const entry of ['uscc', 'projectName', 'projectCode']) await make.add(entry);
    await make.add('items', { label: '承诺事项', mode: 'commitment', min: 1, required: true });
    await make.add('note', {
      label: '承诺内容',
      key: 'opening',
      'note-text': '我单位已知晓上述事项的承诺条件、标准和技术要求，现郑重承诺：',
    });
    for (const { key, label, text } of CREDIT)
      await make.add('clause', { label, key, 'clause-text': text, 'clause-version': '2023-02-20', required: false });
    await make.add('seal', { label: '承诺单位（盖章）', meaning: 'application.seal', required: true });
    await make.add('signature', { label: '法定代表人（签字）', key: 'legalPerson', meaning: 'application.signature', required: true });
    await same(make, creditPromise);
  });

  test('F-07, the notice of what is missing', async () => {
    const make = await begun(tolerantNotice);
    await make.set({ 'form-title': '投资建设项目容缺受理通知书', 'form-layout': 'stacked' });
    await make.add('shortText', { label: '申报号', key: 'filingNumber', computed: 'case.key' });
    await make.add('enterpriseName', { label: '致', key: 'addressee' });
    await make.add('day', { label: '收到材料日期', key: 'received', latest: 'today()', required: true });
    await make.add('shortText', { label: '申请办理的事项', key: 'item', maxLength: 200, required: true });
    await make.add('note', { label: '审查情况', key: 'complete', 'note-text': COMPLETE });
    // the ready group, without the frame around it
    await make.add('notice');
    await make.more('解散分组');
    await make.at('需补充的材料', { key: 'missing', required: true });
    await make.at('材料名称', { key: 'name' });
    await make.at('补齐期限', { label: '补全期限', earliest: 'today()' });
    await make.add('note', { label: '补交方式', key: 'place', 'note-text': '请在上述期限前补全，送至综合窗口。' });
    await make.add('clause', { label: '逾期处理', key: 'warning', 'clause-text': LATE, 'clause-version': '2023-02-20', required: false });
    await make.add('signature', { label: '承诺人（申请人）签字', key: 'promisor', required: true });
    await make.add('seal', { label: '承诺单位（签章）', key: 'promisingUnit', required: true });
    await make.add('seal', { label: '审批部门（盖章）', key: 'department', required: true });
    await make.whole({});
    await make.say('添加规则');
    await make.set({
      'rule-0': 'received = null or deadline = null or deadline >= received',
      'rule-message-0': '补全期限不能早于收到材料的日期。',
      'rule-at-0': 'deadline',
    });
    await same(make, tolerantNotice);
  });

  test('F-08, the certificate', async () => {
    const make = await begun(creditCertificate);
    await make.set({ 'form-title': '企业投资项目信用备案证', 'form-note': '扫描二维码可查看本证及项目审批、监管信息' });
    await make.add('choice', { label: '信用等级', key: 'grade', required: true });
    for (const _ of 'CD') await make.say('添加选项');
    for (const [index, name] of ['A 级（绿色）', 'B 级（蓝色）', 'C 级（黄色）', 'D 级（红色）'].entries())
      await make.set({ [`choice-${index}`]: name, [`choice-value-${index}`]: name.charAt(0) });
    await make.add('shortText', { label: '备案证号', key: 'certificateNumber', computed: 'case.key' });
    await make.add('projectName');
    await make.add('projectCode', { span: '2' });
    await make.add('enterpriseName', { label: '项目单位', key: 'enterprise' });
    await make.add('uscc', { span: '2' });
    await make.add('region', { label: '建设地区', key: 'site', required: true });
    await make.add('period', { label: '建设期' });
    await make.add('longText', { label: '项目备案信息', key: 'filing', maxLength: 1000, required: true });
    await make.add('day', { label: '备案日期', key: 'filedOn', required: true });
    await make.add('seal', { label: '备案机关（盖章）', key: 'organ', required: true });
    await make.add('qrCode', { label: '扫码核验', key: 'code', span: '2' });
    await make.set({ computed: 'if projectCode = null or uscc = null then null else projectCode + " " + uscc' });
    await same(make, creditCertificate);
  });
});

describe('from the table in Word', () => {
  test('F-04, the circulation sheet', async () => {
    const make = await begun(circulation);
    const head = ['序号', '审批部门', '审批事项', '模拟审批完成时间', '审批签名', '正式审批完成时间', '审批签名', '备注'];
    await make.paste(
      paper('投资建设项目模拟审批告知流转单', [
        ['项目名称', 7],
        head,
        ['1', ...head.slice(1).map(() => '')],
        ['2', ...head.slice(1).map(() => '')],
      ]),
      { 审批事项: 'text', 备注: 'text' },
    );
    await make.at('项目名称', { required: false, meaning: '', maxLength: '', computed: 'application.projectName' });
    await make.at('明细', { label: '流转情况', extensible: false, writableRow: 'row.itemCode = item.code' });
    await make.say('添加列');
    for (const _ of head.slice(1)) await make.say('上移 新列');
    await make.at('新列', { label: '事项编码', key: 'itemCode', readOnly: true });
    await make.at('审批部门', { key: 'departmentName', readOnly: true });
    await make.at('审批事项', { label: '审批事项', key: 'itemName', readOnly: true });
    await make.at('模拟审批完成时间', { key: 'mockDay', required: true });
    await make.at('正式审批完成时间', { key: 'formalDay', required: true });
    await make.at('审批签名', { label: '审批签名（正式）', key: 'formalSignature', required: true });
    await make.at('审批签名', { label: '审批签名（模拟）', key: 'mockSignature', required: true });
    await make.at('备注', { key: 'remark', maxLength: 300 });
    await same(make, circulation);
  });

  test('F-06, the application for tolerant acceptance', async () => {
    const make = await begun(tolerantApplication);
    await make.paste(
      `${paper('投资建设项目容缺受理申请表', [
        ['项目名称', 3],
        ['项目代码', 3],
        ['联系人', '', '联系电话', ''],
        ['建设地点', '', '总投资（万元）', ''],
        ['项目基本概况及进展情况', 3],
        ['需容缺受理审批的事项', 3],
        ['申请单位（盖章）', '年 月 日', '法定代表人（签字）', '年 月 日'],
        ['审批部门意见（由涉及审批事项的部门分别填写）', 3],
      ])}<p>附已取得的批复复印件</p>`,
    );
    await make.at('项目基本概况及进展情况', { key: 'overview', maxLength: 2000, required: true });
    await make.at('需容缺受理审批的事项', { key: 'items', mode: 'tolerant', min: 1, required: true });
    await make.add('materialList', {
      label: '申请材料及容缺情况',
      key: 'materials',
      meaning: 'application.materials',
      'items-key': 'items',
    });
    await make.say('删除 申请表');
    await make.at('申请单位（盖章）', { key: 'seal', meaning: 'application.seal', required: true });
    await make.at('法定代表人（签字）', { key: 'legalPerson', meaning: 'application.signature', required: true });
    await make.at('审批部门意见（由涉及审批事项的部门分别填写）', { key: 'opinions', extensible: false });
    await make.at('部门', { label: '审批部门', required: false, readOnly: true });
    await make.at('意见', { required: true });
    await make.at('审批部门意见（由涉及审批事项的部门分别填写）');
    await make.add('attachments', { label: '已取得的批复复印件', key: 'approvals', max: 30 });
    await same(make, tolerantApplication);
  });
});

/** A table as Word puts it on the clipboard: a number behind a label is how many cells its blank takes. */
function paper(title: string, rows: readonly (readonly (string | number)[])[]): string {
  const cells = (row: readonly (string | number)[]): string =>
    row.map((cell) => (typeof cell === 'number' ? `<td colspan="${cell}"></td>` : `<td>${cell}</td>`)).join('');
  return `<p>${title}</p><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

const NOTICE = '经初步审查符合模拟审批相关要求，同意列入模拟审批，请贵单位按模拟审批要求给予办理相关审批手续。';
const COMPLETE = '经审查，所送材料主件齐全，基本审批条件具备，予以容缺受理。仍需要补充以下材料：';
const LATE = '因故无法补齐容缺材料的，视为放弃申请，作退件处理。';
const CREDIT = [
  { key: 'laws', label: '遵守法律法规', text: '一、严格遵守土地、城乡规划、环境保护、节能、安全生产等法律法规和国家有关规定。' },
  { key: 'policy', label: '符合产业政策', text: '二、项目符合国家产业政策和本地相关规划、标准及技术要求，按公布的承诺条件组织实施。' },
  { key: 'systems', label: '执行建设制度', text: '三、严格执行项目法人责任制、招标投标制、工程监理制和合同管理制。' },
  { key: 'quality', label: '保证工程质量', text: '四、保证工程质量和施工安全，按承诺的时限办理承诺事项的全部手续。' },
  {
    key: 'breach',
    label: '违诺责任',
    text: '五、如违反以上承诺，愿意接受撤销审批、列入信用记录、联合惩戒等处理，并承担由此造成的一切损失。',
  },
] as const;

const CLAUSES = [
  ['第一条', '一、所有申请资料真实有效。'],
  ['第二条', '二、若未能取得土地，模拟审批阶段发生的一切费用由本投资人承担。'],
  ['第三条', '三、取得土地后，按规定交纳各项规费，及时提交办理模拟审批转换手续的资料。'],
  ['第四条', '四、按时上报审批资料，主动配合各部门审查；因资料报送迟缓或质量问题造成的后果自行承担。'],
  ['第五条', '五、至少确定两名工作人员作为联系人，从始至终配合办理。'],
] as const;
