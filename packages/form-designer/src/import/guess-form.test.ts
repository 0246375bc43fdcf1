import { gridOf, type RawCell, type TableGrid } from '@tongban/office-files';
import { describe, expect, test } from 'vitest';
import type { FieldDraft } from '../new-field.ts';
import { guessForm } from './guess-form.ts';
import { guessField } from './guess-kind.ts';

/** A cell: `2x1 text` covers two rows and one column. */
const cell = (source: string | TableGrid): RawCell => {
  if (typeof source !== 'string') return { text: '', tables: [source] };
  const [, rowSpan, columnSpan, text = ''] = /^(\d)x(\d) ?([\s\S]*)$/.exec(source) ?? [undefined, '1', '1', source];
  return { text, rowSpan: Number(rowSpan), columnSpan: Number(columnSpan) };
};
const grid = (...rows: readonly (readonly (string | TableGrid)[])[]): TableGrid => gridOf(rows.map((row) => row.map(cell)));

/** Fields in short: `项目名称:text`, those inside in brackets. */
const short = (fields: readonly FieldDraft[]): string =>
  fields
    .map((field) => {
      const inner = (field['columns'] ?? field['fields']) as readonly FieldDraft[] | undefined;
      return `${field.label['zh-CN']}:${field.kind}${inner === undefined ? '' : `[${short(inner)}]`}`;
    })
    .join(' ');
const guessed = (...tables: readonly TableGrid[]): string => short(guessForm(tables.map((table) => ({ table }))).fields);

describe('kinds', () => {
  test('labels are known by their words, with unit, choices and mark', () => {
    const kinds = [
      '联系电话',
      '统一社会信用代码',
      '总投资（万元）',
      '用地面积（亩）',
      '开工日期',
      '审批部门意见',
      '申请单位（盖章）',
      '法定代表人（签字）',
      '备注',
    ].map((label) => guessField(label).draft.kind);
    expect(kinds).toEqual(['phone', 'uscc', 'money', 'number', 'date', 'opinion', 'seal', 'signature', 'longText']);
    expect(guessField('总投资（万元）').draft).toMatchObject({
      key: 'investment',
      meaning: 'project.investment',
      unit: '万元',
      label: { 'zh-CN': '总投资' },
    });
    expect(guessField('用地面积（亩）').draft['unit']).toBe('亩');
    expect(guessField('是否取得土地', '□是 □否').draft).toMatchObject({ kind: 'radio', choices: [{ value: 'yes' }, { value: 'no' }] });
    expect(guessField('项目类型', '□新建 □改建 □扩建').draft.kind).toBe('checkboxes');
    expect(guessField('经办人*').draft).toMatchObject({ kind: 'text', required: true, label: { 'zh-CN': '经办人' } });
    expect(guessField('何时', '年 月 日').draft.kind).toBe('date');
  });
});

describe('layouts', () => {
  test('labels with a blank beside them are fields; the paragraph above is the title', () => {
    const table = grid(['项目名称', '1x3 '], ['联系人', '', '联系电话', ''], ['项目概况', '1x3 ']);
    const { title, fields } = guessForm([{ text: '附件4' }, { text: '投资建设项目申请表' }, { table }]);
    expect(title).toBe('投资建设项目申请表');
    expect(short(fields)).toBe('项目名称:text 联系人:text 联系电话:phone 项目概况:longText');
    expect(fields.map(({ key }) => key)).toEqual(['projectName', 'contact', 'phone', 'field']);
    expect(fields[0]?.['span']).toBe(2);
  });

  test('a first line across the table is its title', () => {
    expect(guessForm([{ table: grid(['1x2 登记表'], ['姓名', '']) }])).toMatchObject({ title: '登记表', fields: [{ kind: 'text' }] });
  });

  test('a line of labels over empty lines is a table with rows; two lines of labels are one', () => {
    expect(guessed(grid(['序号', '部门', '事项名称', '份数'], ['1', '', '', ''], ['2', '', '', '']))).toBe(
      '明细:rows[部门:text 事项名称:text 份数:number]',
    );
    const two = grid(
      ['2x1 序号', '2x1 审批部门', '1x2 模拟审批', '1x2 正式审批'],
      ['完成时间', '签名', '完成时间', '签名'],
      ['', '', '', '', '', ''],
    );
    expect(guessed(two)).toBe(
      '明细:rows[审批部门:text 模拟审批完成时间:date 模拟审批签名:signature 正式审批完成时间:date 正式审批签名:signature]',
    );
  });

  test('a label over several lines is a section', () => {
    expect(guessed(grid(['2x1 申请单位', '名称', ''], ['联系电话', ''], ['备注', '1x2 ']))).toBe(
      '申请单位:section[名称:text 联系电话:phone] 备注:longText',
    );
  });

  test('a table in a cell belongs to the label beside it', () => {
    const inner = grid(['姓名', '职务', '电话'], ['', '', '']);
    expect(guessed(grid(['项目名称', ''], ['联系人员', inner]))).toBe('项目名称:text 联系人员:rows[姓名:text 职务:text 电话:phone]');
    expect(guessed(grid(['单位情况', grid(['名称', ''], ['地址', ''])]))).toBe('单位情况:section[名称:text 地址:text]');
  });

  test('a blank below its label, seals, choices and sentences', () => {
    const table = grid(
      ['1x2 项目用地基本情况'],
      ['1x2 '],
      ['申请单位（盖章）\n年 月 日', '法定代表人（签字）'],
      ['1x2 本单位承诺所填内容真实有效，愿意承担相应的法律责任，特此声明。'],
    );
    const { fields } = guessForm([{ text: '表' }, { table }]);
    expect(short(fields)).toBe('项目用地基本情况:longText 申请单位（盖章）:seal 法定代表人（签字）:signature 说明:note');
  });

  test('opinions that each department fills in are rows; a line under the table is its note', () => {
    const table = grid(['审批部门意见（由涉及审批事项的部门分别填写）', '']);
    const { note, fields } = guessForm([{ table }, { text: '' }, { text: '注：附已取得的批复复印件' }, { text: '第二行' }]);
    expect(short(fields)).toBe('审批部门意见（由涉及审批事项的部门分别填写）:rows[部门:text 意见:opinion]');
    expect(note).toBe('附已取得的批复复印件');
    expect(guessForm([{ table }, { text: '申请单位（盖章）　年　月　日' }]).note).toBeUndefined();
  });

  test('nothing is made of nothing', () => {
    expect(guessForm([{ text: '只有文字' }]).fields).toEqual([]);
  });
});
