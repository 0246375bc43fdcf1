import { parseFeel } from '@tongban/feel-parser';
import type { CompiledTemplate, DocumentTemplate, Json, Problem } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { chineseText } from './chinese-text.ts';
import { compileTemplate, type ParseFeel } from './compile-template.ts';
import { fillTemplate } from './fill-template.ts';
import { piecesOf } from './placeholders.ts';
import { validThrough } from './valid-through.ts';

const parse: ParseFeel = (text, names) => parseFeel(text, { names });
const env = { now: Date.UTC(2026, 10, 21, 1), offsetMinutes: 480 };

/** F-03, the notice to the departments, with the circulation sheet as a table. */
const notice: DocumentTemplate = {
  formatVersion: 1,
  id: 'F-03',
  title: { 'zh-CN': '投资建设项目模拟审批告知单' },
  number: { series: 'mock', pattern: '模拟审批〔{year}〕{serial}号' },
  mark: { 'zh-CN': '模拟' },
  validity: 'P1Y',
  blocks: [
    { kind: 'addressee', text: '{{ departments }}：' },
    { kind: 'paragraph', text: '{{application.projectName}}项目经初步审查符合模拟审批相关要求，总投资{{ application.investment }}万元。' },
    { kind: 'list', ordered: true, each: 'flow', item: '{{ row.item }}（{{ row.department }}）' },
    { kind: 'table', head: ['序号', '部门', '完成时间'], each: 'flow', row: ['{{ rowNumber }}', '{{ row.department }}', '{{ row.done }}'] },
    {
      kind: 'facts',
      rows: [
        ['联系人', '{{ application.contact }}'],
        ['受理日期', '{{ today() }}'],
      ],
    },
    { kind: 'closing', text: '{{ parameters.window }} {{ if false then "{{x}}" else {a: "}}"}.a }}' },
  ],
};

const facts: Readonly<Record<string, Json>> = {
  departments: ['自然资源局', '市场监管局'],
  application: { projectName: '饲料加工', investment: { $decimal: '1200.5' }, contact: null },
  flow: [
    { item: '选址意见', department: '自然资源局', done: { $date: '2026-12-01' } },
    { item: '设立登记', department: '市场监管局' },
  ],
  parameters: { window: '积石山县投资建设项目审批服务窗口' },
};
const lookup = (name: string): Json | undefined => facts[name];

describe('templates', () => {
  test('DOC1 are filled with the facts, one line for each element', () => {
    expect(fillTemplate(compiled(notice), lookup, env)).toEqual({
      title: '投资建设项目模拟审批告知单',
      number: '模拟审批〔{year}〕{serial}号',
      mark: '模拟',
      blocks: [
        { kind: 'addressee', text: '自然资源局、市场监管局：' },
        { kind: 'paragraph', text: '饲料加工项目经初步审查符合模拟审批相关要求，总投资1200.5万元。' },
        { kind: 'list', ordered: true, items: ['选址意见（自然资源局）', '设立登记（市场监管局）'] },
        {
          kind: 'table',
          head: ['序号', '部门', '完成时间'],
          rows: [
            ['1', '自然资源局', '2026年12月1日'],
            ['2', '市场监管局', ''],
          ],
        },
        {
          kind: 'facts',
          rows: [
            ['联系人', ''],
            ['受理日期', '2026年11月21日'],
          ],
        },
        { kind: 'closing', text: '积石山县投资建设项目审批服务窗口 }}' },
      ],
    });
  });

  test('DOC1 extra facts come before the others; what is no list is one element or none', () => {
    const template = { ...notice, blocks: [{ kind: 'list', each: 'flow', item: '{{ row }}' } as const] };
    expect(fillTemplate(compiled(template), lookup, env, { flow: '甲' }).blocks).toEqual([{ kind: 'list', ordered: false, items: ['甲'] }]);
    expect(fillTemplate(compiled(template), lookup, env, { flow: null }).blocks).toEqual([{ kind: 'list', ordered: false, items: [] }]);
  });

  test('DOC2 that are no templates are refused with the place', () => {
    expect(codes(checkTemplate(null))).toEqual(['DOCUMENT_TEMPLATE_INVALID']);
    const bad = {
      ...notice,
      validity: 'one year',
      blocks: [{ kind: 'poem' }, { kind: 'table', head: ['a'], row: [] }, { kind: 'list', item: 1 }],
    };
    expect(checkTemplate(bad).map(({ place }) => place.property)).toEqual(['validity', 'blocks[0]', 'blocks[1].row', 'blocks[2].item']);
    expect(codes(checkTemplate({ ...notice, blocks: Array.from({ length: 501 }, () => notice.blocks[0]) }))).toEqual([
      'DOCUMENT_TOO_LARGE',
    ]);
  });

  test('DOC3 with a wrong expression or an open placeholder are refused; unknown names are reported', () => {
    const paragraph = (text: string): DocumentTemplate => ({ ...notice, blocks: [{ kind: 'paragraph', text }] });
    expect(compileTemplate(paragraph('a {{ 1 + }}'), parse).problems[0]?.place).toMatchObject({
      elementId: 'F-03',
      property: 'blocks[0].text',
    });
    expect(codes(compileTemplate(paragraph('a {{ b'), parse).problems)).toEqual(['DOCUMENT_PLACEHOLDER_OPEN']);
    const { compiled: made, problems } = compileTemplate(paragraph('{{ nobody }} {{ row.a }} {{ known }}'), parse, ['known']);
    expect(problems.map(({ details }) => details['name'])).toEqual(['nobody', 'row']);
    expect(made).toBeDefined();
  });

  test('DOC3 a template compiled without one of its expressions is an error with a code', () => {
    const made = { ...compiled(notice), expressions: {} };
    expect(() => fillTemplate(made, lookup, env)).toThrow(expect.objectContaining({ code: 'DOCUMENT_EXPRESSION_MISSING' }));
  });

  test('DOC4 are valid through the same day of the last month; the day of issue does not count', () => {
    const through = (validity: string, day: string): string | undefined =>
      validThrough(compiled({ ...notice, validity }), day, lookup, env);
    expect(through('P1Y', '2026-11-21')).toBe('2027-11-21');
    expect(through('P1Y', '2028-02-29')).toBe('2029-02-28');
    expect(through('P1M10D', '2026-12-25')).toBe('2027-02-04');
    expect(through('= if parameters.window != null then duration("P6M") else null', '2026-08-31')).toBe('2027-02-28');
    expect(through('= "P400D"', '2026-01-01')).toBe('2027-02-05');
    expect(through('= null', '2026-01-01')).toBeUndefined();
  });

  test('DOC5 write values as officials do', () => {
    const written = [
      [null, ''],
      [true, '是'],
      [false, '否'],
      [12, '12'],
      [{ $decimal: '0.50' }, '0.50'],
      [{ $date: '2026-01-05' }, '2026年1月5日'],
      [{ $dateTime: '2026-01-05T08:30:00+08:00' }, '2026年1月5日 08:30'],
      [{ $time: '08:30:00' }, '08:30'],
      [{ $duration: 'P1Y2M' }, '1年2个月'],
      [{ $duration: '-P3DT4H' }, '负3天4小时'],
      [{ $duration: 'PT0S' }, '0天'],
      [['甲', null, { 'zh-CN': '乙' }], '甲、乙'],
      [{ fileId: 'f', name: '批复.pdf', bytes: 1, mediaType: 'a/b' }, '批复.pdf'],
      [{ method: 'confirmed', name: '马文华', day: '2026-11-21' }, '马文华 2026年11月21日'],
      [{ choice: 'agree', text: '同意办理' }, '同意办理'],
      [{ code: 'A1', name: { 'zh-CN': '选址意见' } }, '选址意见'],
      [{ x: 1 }, ''],
    ] as const;
    for (const [value, text] of written) expect(chineseText(value as Json)).toBe(text);
  });

  test('DOC6 take placeholders apart; single braces are text', () => {
    expect(piecesOf('〔{year}〕{{ a }}{{"}}"}}x')).toEqual([
      { kind: 'text', text: '〔{year}〕' },
      { kind: 'feel', text: 'a' },
      { kind: 'feel', text: '"}}"' },
      { kind: 'text', text: 'x' },
    ]);
    expect(piecesOf('')).toEqual([]);
    expect(piecesOf('{{ "a }}')).toBeUndefined();
  });
});

function compiled(template: DocumentTemplate): CompiledTemplate {
  const made = compileTemplate(template, parse);
  expect(made.problems).toEqual([]);
  return made.compiled as CompiledTemplate;
}

function codes(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code }) => code);
}
