import type { Json } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { usccCheck } from './code-checks.ts';
import { allowing, application, at, codes, field, goodValues, items, opened } from './forms.fixture.ts';

const applicant = at('submit', { items, access: { default: 'write' } });
/** Given by Node; the room itself has no clock. */
declare const performance: { now(): number };

const open = opened(application.fields, application);
const problemsAt = (values: Readonly<Record<string, Json>>, path: string, context = applicant): readonly string[] =>
  codes(open.verdict({ ...goodValues, ...values }, context).fields.get(path)?.problems ?? []);

describe('the verdict on values', () => {
  test('FV1 good values have no problem, computed values are exact', () => {
    const { problems, values } = open.verdict(goodValues, applicant);
    expect(problems).toEqual([]);
    expect(values['ownMoney']).toEqual({ $decimal: '36.015' });
    expect(values['total']).toBe(150);
  });

  test('FV2 a section that is not shown hides its fields, and their values do not count', () => {
    const { fields, values } = open.verdict({ ...goodValues, investment: 100 }, applicant);
    expect(fields.get('land')?.visible).toBe(false);
    expect(fields.get('landState')).toMatchObject({ visible: false, required: false, value: null, problems: [] });
    expect('landState' in values).toBe(false);
  });

  test('FV3 says what is missing at the field that misses it', () => {
    const { fields, problems } = open.verdict({}, applicant);
    expect(codes(fields.get('projectName')?.problems ?? [])).toEqual(['FORM_FIELD_REQUIRED']);
    expect(codes(fields.get('mockItems')?.problems ?? [])).toEqual(['FORM_CHOICE_REQUIRED']);
    expect(codes(fields.get('contacts')?.problems ?? [])).toEqual(['FORM_TOO_FEW']);
    expect(codes(fields.get('promise')?.problems ?? [])).toEqual(['FORM_CLAUSE_NOT_ACKNOWLEDGED']);
    expect(fields.get('landOpinion')).toMatchObject({ readOnly: true, required: false, problems: [] });
    expect(problems[0]).toMatchObject({
      place: { elementId: 'id-projectName', elementName: 'projectName', property: 'value' },
      details: { path: 'projectName' },
      sentences: { 'zh-CN': '请填写“projectName”。', en: 'Fill in “projectName”.' },
    });
  });

  test('FV3 a draft may be incomplete, but not wrong', () => {
    expect(open.verdict({}, { ...applicant, mode: 'draft' }).problems).toEqual([]);
    expect(codes(open.verdict({ phone: '1' }, { ...applicant, mode: 'draft' }).problems)).toEqual(['FORM_PHONE_INVALID']);
  });

  test('FV4 rows are judged one by one, by their own values', () => {
    const contacts = [
      { rowId: 'r1', name: '甲', hours: 3 },
      { rowId: 'r2', mobile: '123' },
    ];
    expect(problemsAt({ contacts }, 'contacts[0].mobile')).toEqual(['FORM_FIELD_REQUIRED']);
    expect(problemsAt({ contacts }, 'contacts[1].name')).toEqual(['FORM_FIELD_REQUIRED']);
    expect(problemsAt({ contacts }, 'contacts[1].mobile')).toEqual(['FORM_PHONE_INVALID']);
    const { fields } = open.verdict({ ...goodValues, contacts }, applicant);
    expect(fields.get('contacts[0].cost')).toMatchObject({ value: 150, computed: true, readOnly: true });
    expect(fields.get('contacts[0].remark')?.visible).toBe(true);
    expect(fields.get('contacts[1].remark')?.visible).toBe(false);
    expect(fields.get('contacts')?.addable).toBe(true);
    expect(fields.get('contacts[0]')).toMatchObject({ fieldId: 'id-contacts', removable: true });
  });

  test('FV5 numbers are exact: least, most, digits after the point', () => {
    expect(problemsAt({ investment: { $decimal: '-0.01' } }, 'investment')).toEqual(['FORM_NUMBER_TOO_SMALL']);
    expect(problemsAt({ investment: { $decimal: '0.125' } }, 'investment')).toEqual(['FORM_NUMBER_DECIMALS']);
    expect(problemsAt({ share: { $decimal: '100.00000000000000000001' }, kind: 'build' }, 'share')).toEqual(['FORM_NUMBER_TOO_LARGE']);
    expect(problemsAt({ investment: '12' }, 'investment')).toEqual(['FORM_VALUE_TYPE']);
    expect(open.validate({ ...goodValues, investment: { $decimal: '0120.50' } }, applicant).values['investment']).toEqual({
      $decimal: '120.5',
    });
  });

  test('FV6 codes have their check digits', () => {
    const good = `91622927MA7100000${usccCheck('91622927MA7100000')}`;
    expect(problemsAt({ uscc: good }, 'uscc')).toEqual([]);
    expect(problemsAt({ uscc: ` ${good.toLowerCase()} `, phone: '１３８ 9301 2345' }, 'uscc')).toEqual([]);
    expect(problemsAt({ uscc: `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}` }, 'uscc')).toEqual(['FORM_USCC_INVALID']);
    expect(problemsAt({ projectCode: '2305-622927-04-01' }, 'projectCode')).toEqual(['FORM_PROJECT_CODE_INVALID']);
    expect(problemsAt({ projectName: '长'.repeat(51) }, 'projectName')).toEqual(['FORM_TEXT_TOO_LONG']);
  });

  test('FV7 days have a first and a last day allowed', () => {
    expect(problemsAt({ landExpected: { $date: '2026-11-21' } }, 'landExpected')).toEqual(['FORM_DATE_TOO_EARLY']);
    expect(problemsAt({ landExpected: { $date: '2026-02-30' } }, 'landExpected')).toEqual(['FORM_VALUE_TYPE']);
    const verdict = open.verdict({ ...goodValues, landExpected: { $date: '2026-11-21' } }, applicant).fields.get('landExpected');
    expect(verdict?.earliest).toBe('2026-11-22');
    expect(verdict?.problems[0]?.sentences['zh-CN']).toBe('“landExpected”不能早于2026年11月22日。');
  });

  test('FV8 choices and items are those of the lists', () => {
    expect(problemsAt({ kind: 'x' }, 'kind')).toEqual(['FORM_CHOICE_UNKNOWN']);
    expect(problemsAt({ mockItems: ['A1', 'B'] }, 'mockItems')).toEqual(['FORM_ITEM_UNKNOWN']);
    expect(problemsAt({ mockItems: ['A2'] }, 'mockItems')).toEqual(['FORM_ITEM_MODE']);
    expect(problemsAt({ mockItems: ['A1', 'A1'] }, 'mockItems')).toEqual(['FORM_VALUE_TYPE']);
  });

  test('FV9 files are of the kinds, sizes and number accepted', () => {
    const file = (name: string, bytes: number, mediaType = 'application/pdf') => ({ fileId: name, name, bytes, mediaType });
    expect(problemsAt({ approvals: [file('a.PDF', 10), file('b', 5, 'image/png')] }, 'approvals')).toEqual([]);
    expect(problemsAt({ approvals: [file('a.exe', 10)] }, 'approvals')).toEqual(['FORM_FILE_TYPE']);
    expect(problemsAt({ approvals: [file('a.pdf', 1_001), file('b.pdf', 0)] }, 'approvals')).toEqual([
      'FORM_FILE_TOO_LARGE',
      'FORM_FILE_EMPTY',
    ]);
    expect(problemsAt({ approvals: ['a', 'b', 'c', 'd'].map((name) => file(`${name}.pdf`, 1)) }, 'approvals')).toEqual(['FORM_TOO_MANY']);
    expect(problemsAt({ approvals: [{ ...file('a.pdf', 1), extra: 1 }] }, 'approvals')).toEqual(['FORM_VALUE_TYPE']);
  });

  test('FV10 a clause is acknowledged in its present version', () => {
    expect(problemsAt({ promise: { version: '1', acknowledged: true } }, 'promise')).toEqual(['FORM_CLAUSE_OUTDATED']);
    expect(problemsAt({ promise: { version: '2', acknowledged: false } }, 'promise')).toEqual(['FORM_CLAUSE_NOT_ACKNOWLEDGED']);
  });

  test('FV11 an opinion that does not agree gives its reason; a signature has a name and a day', () => {
    const land = allowing('read', { 'id-landOpinion': 'write', 'id-legalPerson': 'write' });
    expect(problemsAt({}, 'landOpinion', land)).toEqual(['FORM_FIELD_REQUIRED']);
    expect(problemsAt({ landOpinion: { choice: '', text: 'x' } }, 'landOpinion', land)).toEqual(['FORM_CHOICE_REQUIRED']);
    expect(problemsAt({ landOpinion: { choice: 'disagree', text: ' ' } }, 'landOpinion', land)).toEqual(['FORM_OPINION_TEXT_REQUIRED']);
    expect(problemsAt({ landOpinion: { choice: 'agree', text: '' } }, 'landOpinion', land)).toEqual([]);
    expect(problemsAt({ legalPerson: { method: 'confirmed', name: '', day: '' } }, 'legalPerson', land)).toEqual([
      'FORM_SIGNATURE_INCOMPLETE',
    ]);
    expect(problemsAt({ legalPerson: { method: 'scan', name: '甲', day: '2026-11-22' } }, 'legalPerson', land)).toEqual([
      'FORM_SIGNATURE_SCAN_MISSING',
    ]);
  });

  test('FV12 a broken rule speaks at its fields, and is asked only of those who can mend it', () => {
    const broken = open.verdict({ ...goodValues, share: 60 }, applicant);
    expect(broken.problems).toMatchObject([
      { code: 'FORM_RULE_BROKEN', place: { elementId: 'id-share' }, sentences: { 'zh-CN': '出资比例过高', en: 'Too high' } },
    ]);
    expect(open.verdict({ ...goodValues, share: 60 }, { ...applicant, mode: 'draft' }).problems).toEqual([]);
    expect(codes(open.verdict({ ...goodValues, share: 60 }, allowing('read')).problems)).toEqual([]);
  });

  test('FV12 a rule of a field reads its value, a rule of the form without fields speaks for the form', () => {
    const rule = (test: string) => ({ id: test, test, message: { 'zh-CN': 'x' } });
    const form = opened([field('number', 'a', { rules: [rule('value > b')] }), field('number', 'b')], { rules: [rule('a + b < 10')] });
    expect(form.verdict({ a: 9, b: 4 }, at('submit')).problems).toMatchObject([{ place: { elementId: 'a + b < 10', property: 'test' } }]);
    expect(codes(form.verdict({ a: 3, b: 4 }, at('submit')).fields.get('a')?.problems ?? [])).toEqual(['FORM_RULE_BROKEN']);
  });

  test('FV12 a rule is asked of those who may write what it reads; where its field is not seen it speaks for the form', () => {
    const rules = [{ id: 'r', test: 'a > b', message: { 'zh-CN': 'x' }, fields: ['a'] }];
    const form = opened([field('number', 'a'), field('number', 'b')], { rules });
    const problems = (access: 'read' | 'hidden') => form.verdict({ a: 1, b: 2 }, allowing('write', { 'id-a': access })).problems;
    expect(problems('read')).toMatchObject([{ place: { elementId: 'id-a' } }]);
    expect(problems('hidden')).toMatchObject([{ place: { elementId: 'r', property: 'test' } }]);
  });

  test('FV13 a computed value is worked out where something it reads may be written, else it stays as it was stored', () => {
    const form = opened([field('number', 'a'), field('date', 'day', { computed: 'if a = 1 then today() else null' })]);
    const stored = { a: 1, day: { $date: '2020-01-01' } };
    expect(form.verdict(stored, allowing('read')).values['day']).toEqual({ $date: '2020-01-01' });
    expect(form.verdict(stored, allowing('read', { 'id-a': 'write' })).values['day']).toEqual({ $date: '2026-11-22' });
  });
});

describe('validating', () => {
  test('FV14 refuses unknown and forbidden names, and never lets them through', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"x": 1}, "constructor": 1, "nobody": 2, "contacts": [{"rowId": "r1", "__proto__": 1, "zip": 2}]}',
    ) as Json;
    const { ok, values, problems } = open.validate(hostile, { ...applicant, mode: 'draft' });
    expect(ok).toBe(false);
    expect([...codes(problems)].sort()).toEqual([
      'FORM_FIELD_UNKNOWN',
      'FORM_FIELD_UNKNOWN',
      'FORM_NAME_FORBIDDEN',
      'FORM_NAME_FORBIDDEN',
      'FORM_NAME_FORBIDDEN',
    ]);
    expect(values).toEqual({ contacts: [{ rowId: 'r1' }] });
  });

  test('FV15 a submission drops what is not shown, a draft keeps it', () => {
    const values = { ...goodValues, investment: 100 };
    expect('landState' in open.validate(values, applicant).values).toBe(false);
    expect(open.validate(values, { ...applicant, mode: 'draft' }).values['landState']).toBe('预审中');
  });

  test('FV16 takes 10,000 rows and refuses more', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ rowId: `r${index}`, n: index }));
    const form = opened([
      field('rows', 'list', { columns: [field('number', 'n'), field('number', 'd', { computed: 'row.n * 2' })] }),
      field('number', 'all', { computed: 'sum(list.d)' }),
    ]);
    const { ok, values } = form.validate({ list: rows(10_000) }, at('submit'));
    expect([ok, values['all']]).toEqual([true, 99_990_000]);
    expect(codes(form.validate({ list: rows(10_001) }, at('submit')).problems)).toEqual(['FORM_ROWS_TOO_MANY']);
  });

  test('FV16 rows without an id of their own are refused', () => {
    for (const contacts of [[{}], [{ rowId: '' }], [{ rowId: 'a' }, { rowId: 'a' }], [1], [{ rowId: '__proto__' }]]) {
      expect(codes(open.validate({ contacts }, { ...applicant, mode: 'draft' }).problems)).toEqual(['FORM_ROW_ID_INVALID']);
    }
  });
});
