import { expect, test } from 'vitest';
import { application, formOf, text } from '../test-support/forms.ts';
import { changeTexts } from './change-texts.ts';
import { formTexts, withTexts } from './form-texts.ts';
import { hardnessOf, sentenceLengths } from './plain-words.ts';
import { textFindings } from './text-findings.ts';
import { changesFromRows, textsCsv } from './texts-csv.ts';

const radio = {
  kind: 'radio',
  id: 'r',
  key: 'r',
  label: { 'zh-CN': '用地' },
  choices: [{ value: 'yes', label: { 'zh-CN': '有' } }],
  rules: [{ id: 'r.rule1', test: 'true', message: { 'zh-CN': '请选择' } }],
} as const;

test('every text has an id of its own, and each can be changed and taken back', () => {
  for (const form of [application, formOf(text('a'), radio)]) {
    const texts = formTexts(form);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
    const changes = new Map(texts.map(({ id }, at) => [id, { 'zh-CN': `字${at}`, en: `text ${at}` }]));
    const command = changeTexts(form, changes)!;
    const after = command.execute(form);
    expect(formTexts(after).map(({ value }) => value?.en)).toEqual(texts.map((_, at) => `text ${at}`));
    expect(command.revert(after)).toEqual(form);
    expect(withTexts(form, new Map())).toEqual(form);
  }
});

test('a table goes out to a translator and comes back; rows of other forms are counted, formulas are none', () => {
  const form = formOf(text('a', { help: { 'zh-CN': '=1+1，"引号"\n第二行' } }), radio);
  const csv = textsCsv(formTexts(form), ({ kind }) => kind);
  expect(csv.startsWith('\uFEFFid,where,zh-CN,en\r\n')).toBe(true);
  expect(csv).toContain(`a help,help,"'=1+1，""引号""\n第二行",`);
  const rows = [
    ['id', 'en', 'zh-CN'],
    ['a label', 'Name', ''],
    ['r choice yes', 'Yes', '有了'],
    ['nobody', 'x', 'y'],
  ];
  const { changes, unknown } = changesFromRows(formTexts(form), rows);
  expect(unknown).toBe(1);
  expect(changes.get('a label')).toEqual({ 'zh-CN': 'a', en: 'Name' });
  expect(changes.get('r choice yes')).toEqual({ 'zh-CN': '有了', en: 'Yes' });
});

test('long sentences and words of offices are found, with how people say it', () => {
  expect(hardnessOf('请填写联系人。')).toEqual([]);
  const long =
    '申请人应当在取得土地使用权之日起三十个工作日内向受理窗口提交与土地取得有关的全部批准文件及其复印件并配合办理后续转换手续的全部工作';
  expect(hardnessOf(long)).toMatchObject([{ kind: 'longSentence' }]);
  expect(hardnessOf('逾期不交的，予以退件。').map((each) => ('plain' in each ? `${each.text} ${each.plain}` : ''))).toEqual([
    '予以 给',
    '逾期 超过期限',
  ]);
  expect(sentenceLengths(['一二三。四五', 'ABC 六'])).toEqual({ average: 2, longest: 3 });
});

test('what is missing: English everywhere, help where the box does not explain itself', () => {
  const form = formOf(text('a'), { kind: 'files', id: 'f', key: 'f', label: { 'zh-CN': '附件', en: 'Files' } });
  const found = formTexts(form).map((each) => `${each.id} ${textFindings(form, each).map(({ kind }) => kind)}`);
  expect(found).toEqual(['form title missingEnglish', 'a label missingEnglish', 'a help ', 'f label ', 'f help missingHelp']);
});
