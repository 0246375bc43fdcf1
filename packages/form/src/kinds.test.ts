import type { Item, Json } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { checkForm } from './check-form.ts';
import { allowing, at, clerk, codes, field, form, opened } from './forms.fixture.ts';

const day = (text: string): Json => ({ $date: text });
const file = (name: string, bytes: number = 10): Json => ({ fileId: name, name, bytes, mediaType: 'application/pdf' });

describe('ranges of days', () => {
  const open = opened([
    field('dateRange', 'period', { required: true, earliest: 'today()' }),
    field('number', 'days', { computed: 'if period.to = null then null else (period.to - period.from) / duration("P1D")' }),
  ]);
  const said = (period: Json, mode: 'draft' | 'submit' = 'submit'): readonly string[] =>
    codes(open.validate({ period }, at(mode)).problems);

  test('FV19 both ends, in order, within the days allowed', () => {
    expect(said({ from: day('2026-12-01'), to: day('2026-12-31') })).toEqual([]);
    expect(said({ from: day('2026-12-01') })).toEqual(['FORM_RANGE_INCOMPLETE']);
    expect(said({ from: day('2026-12-01') }, 'draft')).toEqual([]);
    expect(said({ from: day('2026-12-31'), to: day('2026-12-01') }, 'draft')).toEqual(['FORM_RANGE_BACKWARDS']);
    expect(said({ from: day('2026-11-01'), to: day('2026-12-01') })).toEqual(['FORM_DATE_TOO_EARLY']);
    expect(said({ from: day('2026-02-30'), to: day('2026-12-01') })).toEqual(['FORM_VALUE_TYPE']);
    expect(said({})).toEqual(['FORM_FIELD_REQUIRED']);
  });

  test('FV19 expressions read its ends', () => {
    const { values } = open.validate({ period: { from: day('2026-12-01'), to: day('2026-12-31') } }, at('submit'));
    expect(values['days']).toBe(30);
  });
});

describe('regions', () => {
  const open = opened([field('region', 'site', { within: '6229', required: true })]);
  const said = (site: Json): readonly string[] => codes(open.validate({ site }, at('submit')).problems);

  test('FV20 a code with its names, within a region, down to a level', () => {
    expect(said({ code: '622927', name: '甘肃省临夏回族自治州积石山县' })).toEqual([]);
    expect(said({ code: '622900', name: '甘肃省临夏回族自治州' })).toEqual(['FORM_REGION_INCOMPLETE']);
    expect(said({ code: '110101', name: '北京市东城区' })).toEqual(['FORM_REGION_OUTSIDE']);
    expect(said({ code: '62292', name: '甘肃省' })).toEqual(['FORM_VALUE_TYPE']);
    expect(said('622927')).toEqual(['FORM_VALUE_TYPE']);
    expect(said(null)).toEqual(['FORM_CHOICE_REQUIRED']);
  });
});

describe('materials', () => {
  const items: readonly Item[] = [
    {
      code: 'A1',
      name: { 'zh-CN': '施工许可' },
      department: 'housing',
      kind: 'promised',
      materials: [
        { id: 'drawing', name: { 'zh-CN': '施工图' }, needed: true },
        { id: 'land', name: { 'zh-CN': '用地批准' }, needed: true, tolerable: true },
      ],
    },
    {
      code: 'A2',
      name: { 'zh-CN': '规划许可' },
      department: 'land',
      kind: 'promised',
      materials: [{ id: 'land', name: { 'zh-CN': '用地批准' }, needed: true }],
    },
  ];
  const own = [{ id: 'form', name: { 'zh-CN': '申请表' }, needed: true }];
  const latest = 'today() + duration("P30D")';
  const open = opened([
    field('items', 'items'),
    field('materials', 'papers', { materials: own, itemsKey: 'items', latest, accept: ['.pdf'] }),
  ]);
  const given = (state: string, more: object = {}, material: string = 'land'): Json => ({ material, state, ...more });
  const rest: readonly Json[] = [given('original', {}, 'form'), given('files', { files: [file('a.pdf')] }, 'drawing')];
  const said = (papers: readonly Json[], chosen: readonly string[] = ['A1'], mode: 'draft' | 'submit' = 'submit'): readonly string[] =>
    open
      .validate({ items: chosen, papers }, at(mode, { items }))
      .problems.map(({ code, details }) => `${code} ${details['material'] ?? details['name'] ?? ''}`.trim());

  test('FV21 those of the form and of the items chosen are asked for; a draft may lack them', () => {
    expect(said([], [])).toEqual(['FORM_MATERIAL_MISSING form']);
    expect(said([])).toEqual(['FORM_MATERIAL_MISSING form', 'FORM_MATERIAL_MISSING drawing', 'FORM_MATERIAL_MISSING land']);
    expect(said([], ['A1'], 'draft')).toEqual([]);
    expect(said([...rest, given('original')])).toEqual([]);
    expect(said([...rest, given('files', { files: [] })])).toEqual(['FORM_MATERIAL_MISSING land']);
    expect(said([...rest, given('files', { files: [file('x.exe')] })])).toEqual(['FORM_FILE_TYPE x.exe']);
  });

  test('FV21 a tolerable one may be promised, for a day that is not past and not too late', () => {
    expect(said([...rest, given('promised', { by: day('2026-12-10') })])).toEqual([]);
    expect(said([...rest, given('promised')])).toEqual(['FORM_MATERIAL_PROMISE_DAY land']);
    expect(said([...rest, given('promised')], ['A1'], 'draft')).toEqual([]);
    expect(said([...rest, given('promised', { by: day('2026-11-01') })])).toEqual(['FORM_MATERIAL_PROMISE_PAST land']);
    expect(said([...rest, given('promised', { by: day('2027-01-01') })])).toEqual(['FORM_MATERIAL_PROMISE_LATE land']);
    expect(said([...rest, given('promised', { by: day('2026-12-10') })], ['A1', 'A2'])).toEqual(['FORM_MATERIAL_NOT_TOLERABLE land']);
  });

  test('FV21 the list follows the items in a session, and what is no longer listed is kept', () => {
    const session = open.startSession({ items: ['A1'], papers: [given('original')] }, at('submit', { items }));
    expect(session.verdictOf('papers')?.materials?.map(({ id }) => id)).toEqual(['form', 'drawing', 'land']);
    session.set('items', []);
    expect(session.verdictOf('papers')?.materials?.map(({ id }) => id)).toEqual(['form']);
    expect(session.values()['papers']).toEqual([given('original')]);
  });

  test('FV21 what does not belong to the state of a material is dropped, and nothing strange gets in', () => {
    const papers = [given('original', { by: day('2026-12-10'), files: [file('a.pdf')] })];
    expect(open.validate({ items: [], papers }, at('draft', { items })).values['papers']).toEqual([given('original')]);
    for (const odd of [given('lost'), { ...(given('original') as object), more: 1 }, given('files', { files: [1] })]) {
      expect(said([odd as Json])).toEqual(['FORM_VALUE_TYPE']);
    }
    expect(said([given('original'), given('promised')])).toEqual(['FORM_VALUE_TYPE']);
  });

  test('FD12 materials are different, and the items they follow exist', () => {
    const check = (more: object): readonly string[] => codes(checkForm(form([field('materials', 'papers', more)])));
    expect(check({ materials: [...own, ...own] })).toEqual(['FORM_DOCUMENT_INVALID']);
    expect(check({ itemsKey: 'nowhere' })).toEqual(['FORM_KEY_NOT_FOUND']);
    expect(check({ materials: own })).toEqual([]);
  });
});

describe('signatures', () => {
  test('FV22 a drawn one has its picture, and the name and day of who drew it', () => {
    const open = opened([field('signature', 'sign')]);
    const drawn = { method: 'drawn', name: '别人', day: '2020-01-01' };
    expect(codes(open.validate({ sign: drawn }, at('submit')).problems)).toEqual(['FORM_SIGNATURE_SCAN_MISSING']);
    const { values } = open.applyPatch({}, { sign: { ...drawn, fileId: 'f1' } }, allowing('write'));
    expect(values['sign']).toEqual({ method: 'drawn', name: clerk.name, day: '2026-11-22', fileId: 'f1' });
  });
});
