import type { Flow, FlowNode, FormDocument, Lock, MeasureManifest, SequenceFlow } from '@tongban/model';
import { expect, test } from 'vitest';
import { lockedChanges } from './locked-changes.ts';
import type { MeasureContent } from './measure-content.ts';

const node = (id: string, rest: Partial<FlowNode> = {}): FlowNode => ({ id, kind: 'userTask', name: id, extension: {}, ...rest });
const line = (source: string, target: string, rest: Partial<SequenceFlow> = {}): SequenceFlow => ({
  id: `${source}-${target}`,
  source,
  target,
  ...rest,
});

function flowOf(nodes: readonly FlowNode[], flows: readonly SequenceFlow[]): Flow {
  const shapes = nodes.map(({ id, kind, name }) => ({
    id,
    kind,
    ...(name === undefined ? {} : { name }),
    x: 0,
    y: 0,
    width: 1,
    height: 1,
  }));
  const picture = { width: 1, height: 1, shapes, edges: [] };
  return {
    processes: [{ id: 'p', executable: true, lanes: [], nodes, flows }],
    ...{ messages: [], signals: [], errors: [], escalations: [], picture },
  };
}

const start = node('start', { kind: 'startEvent' });
const end = node('end', { kind: 'endEvent' });
const review = node('review', { name: '审查', extension: { performer: { role: 'window' }, clocks: ['decide'] } });
const form: FormDocument = {
  ...{ formatVersion: 1, id: 'F-01', key: 'application', title: { 'zh-CN': '申请表' }, layout: 'stacked' },
  fields: [
    { id: 'name', key: 'name', kind: 'text', label: { 'zh-CN': '项目名称' } },
    { id: 'site', key: 'site', kind: 'text', label: { 'zh-CN': '地点' } },
  ],
};
const manifest = {
  ...{ formatVersion: 1, id: 'm', version: '1.0', title: { 'zh-CN': '承诺制' }, roles: [], departments: [] },
  limits: [{ id: 'decide', name: { 'zh-CN': '办结' }, amount: 5, unit: 'workingDay', source: '003 §4' }],
  parameters: [{ id: 'pool', name: { 'zh-CN': '公示' }, value: 5 }],
  parts: { flow: 'flow.bpmn', forms: ['f.json'], tables: ['t.dmn'], documents: ['d.json'], calendar: 'c.json', scenarios: [] },
} as unknown as MeasureManifest;

const content: MeasureContent = {
  manifest,
  flow: flowOf([start, review, end], [line('start', 'review'), line('review', 'end')]),
  forms: [{ file: 'f.json', document: form }],
  tables: [{ id: 'DT-16', name: '重新报批', file: 't.dmn', content: { rules: [1] } }],
  documents: [{ id: 'slip', name: '受理单', file: 'd.json', content: { text: 'a' } }],
};

const withLocks = (locks: readonly Lock[], of: MeasureContent = content): MeasureContent => ({
  ...of,
  manifest: { ...of.manifest, locks },
});
const withFlow = (...parts: Parameters<typeof flowOf>): MeasureContent => ({ ...content, flow: flowOf(...parts) });
const withManifest = (parts: Partial<MeasureManifest>): MeasureContent => ({ ...content, manifest: { ...manifest, ...parts } });

/** What is found in a copy that keeps the locks it was given. */
function found(lock: Lock, copy: MeasureContent): readonly string[] {
  const kept = withLocks([lock], copy);
  return lockedChanges(withLocks([lock]), kept).map(({ code, place }) =>
    [code.replace('OVERLAY_', ''), place.file, place.elementId ?? '-', place.property ?? '-'].join(' '),
  );
}

const lines = [line('start', 'review'), line('review', 'end')];
const fixed: Lock = { part: 'element', id: 'review', rule: 'fixed' };
const stays: Lock = { part: 'element', id: 'review', rule: 'stays' };

test('LK1 an untouched copy, and whatever is not locked, is free', () => {
  for (const lock of [fixed, stays]) expect(found(lock, content)).toEqual([]);
  const other = node('extra');
  const grown = withFlow([start, review, other, end], [line('start', 'review'), line('review', 'extra'), line('extra', 'end')]);
  expect(found(fixed, grown)).toEqual([]);
  expect(found({ part: 'limit', id: 'decide', rule: 'fixed' }, withFlow([start, end], []))).toEqual([]);
});

test('LK2 a fixed element says the same, wherever it is drawn', () => {
  const widened = { ...review, extension: { ...review.extension, performer: { role: 'other' } } };
  expect(found(fixed, withFlow([start, widened, end], lines))).toEqual(['LOCKED_CHANGED flow.bpmn review performer']);
  expect(found(fixed, withFlow([start, { ...review, name: '看看' }, end], lines))).toEqual(['LOCKED_CHANGED flow.bpmn review name']);
});

test('LK3 an element that must stay may be set up otherwise, its legal basis excepted', () => {
  const widened = { ...review, name: '看看', extension: { performer: { role: 'other' } } };
  expect(found(stays, withFlow([start, widened, end], lines))).toEqual([]);
  const silent = (basis: string): FlowNode => ({ ...review, extension: { expiry: { limit: 'decide', does: 'complete', basis } } });
  const base = withLocks([stays], withFlow([start, silent('行政许可法第五十条'), end], lines));
  const copy = withLocks([stays], withFlow([start, silent('本县规定'), end], lines));
  expect(lockedChanges(base, copy).map(({ code, place }) => `${code} ${place.property}`)).toEqual(['OVERLAY_LOCKED_CHANGED expiry']);
});

test('LK4 a locked element is neither taken out nor gone around', () => {
  for (const lock of [fixed, stays]) {
    expect(found(lock, withFlow([start, end], [line('start', 'end')]))).toEqual(['LOCKED_REMOVED flow.bpmn review -']);
    expect(found(lock, withFlow([start, review, end], [...lines, line('start', 'end')]))).toEqual(['LOCKED_PASSED flow.bpmn review -']);
  }
  const early = node('early', { kind: 'endEvent', name: '另一个结束' });
  const reject = node('no', { kind: 'endEvent', extension: { ending: 'rejected' } });
  expect(found(stays, withFlow([start, review, end, early], [...lines, line('start', 'early')]))).toHaveLength(1);
  const before = withLocks([stays], withFlow([start, review, end, reject], [...lines, line('start', 'no')]));
  const another = { ...reject, id: 'no2' };
  const after = withLocks([stays], withFlow([start, review, end, reject, another], [...lines, line('start', 'no'), line('start', 'no2')]));
  expect(lockedChanges(before, after)).toEqual([]);
});

test('LK4 a sub-process that holds it is not gone around either, nor is it by an event on a step', () => {
  const holder = (inner: readonly FlowNode[]): FlowNode =>
    node('sub', { kind: 'subProcess', inner: { nodes: inner, flows: [line('start2', 'review'), line('review', 'end2')] } });
  const inner = [node('start2', { kind: 'startEvent' }), review, node('end2', { kind: 'endEvent' })];
  const ways = [line('start', 'sub'), line('sub', 'end')];
  const base = withLocks([stays], withFlow([start, holder(inner), end], ways));
  const past = withLocks([stays], withFlow([start, holder(inner), end], [...ways, line('start', 'end')]));
  expect(lockedChanges(base, past).map(({ code }) => code)).toEqual(['OVERLAY_LOCKED_PASSED']);
  const first = node('first');
  const wait = node('late', { kind: 'boundaryEvent', attachedTo: 'first' });
  const chain = [line('start', 'first'), line('first', 'review'), line('review', 'end')];
  const calm = withLocks([stays], withFlow([start, first, review, end], chain));
  const late = withLocks([stays], withFlow([start, first, wait, review, end], [...chain, line('late', 'end')]));
  expect(lockedChanges(calm, late).map(({ code }) => code)).toEqual(['OVERLAY_LOCKED_PASSED']);
});

test('LK5 a limit is fixed, or only made shorter; its source stands', () => {
  const limit = (parts: object) => withManifest({ limits: [{ ...(manifest.limits[0] as object), ...parts } as never] });
  const shorter: Lock = { part: 'limit', id: 'decide', rule: 'shorter' };
  expect(found(shorter, limit({ amount: 3 }))).toEqual([]);
  expect(found({ ...shorter, rule: 'fixed' }, limit({ amount: 3 }))).toEqual(['LOCKED_CHANGED measure.json decide limits']);
  for (const change of [{ amount: 6 }, { unit: 'calendarDay' }])
    expect(found(shorter, limit(change))).toEqual(['LOCKED_LONGER measure.json decide limits']);
  expect(found(shorter, limit({ amount: 3, source: '本县' }))).toEqual(['LOCKED_CHANGED measure.json decide limits']);
  expect(found(shorter, withManifest({ limits: [] }))).toEqual(['LOCKED_REMOVED measure.json decide limits']);
});

test('LK6 a field is fixed with its rules, or must stay; a form is fixed as a whole', () => {
  const withFields = (change: (fields: FormDocument['fields']) => FormDocument['fields']): MeasureContent => ({
    ...content,
    forms: [{ file: 'f.json', document: { ...form, fields: change(form.fields) } }],
  });
  const field = (rule: 'fixed' | 'stays'): Lock => ({ part: 'field', form: 'F-01', id: 'name', rule });
  const renamed = withFields(([first, ...rest]) => [{ ...(first as FormDocument['fields'][0]), label: { 'zh-CN': '名称' } }, ...rest]);
  expect(found(field('fixed'), renamed)).toEqual(['LOCKED_CHANGED f.json name -']);
  expect(found(field('stays'), renamed)).toEqual([]);
  const gone = withFields(([, ...rest]) => rest);
  for (const rule of ['fixed', 'stays'] as const) expect(found(field(rule), gone)).toEqual(['LOCKED_REMOVED f.json name -']);
  expect(
    found(
      field('fixed'),
      withFields((fields) => [...fields].reverse()),
    ),
  ).toEqual([]);
  const whole: Lock = { part: 'form', id: 'F-01', rule: 'fixed' };
  expect(
    found(
      whole,
      withFields((fields) => [...fields].reverse()),
    ),
  ).toEqual(['LOCKED_CHANGED f.json name -']);
  expect(found(whole, { ...content, forms: [] })).toEqual(['LOCKED_REMOVED measure.json - parts']);
});

test('LK7 settings, decision tables and documents are fixed by what they say', () => {
  const value = withManifest({ parameters: [{ id: 'pool', name: { 'zh-CN': '公示' }, value: 3 }] });
  expect(found({ part: 'parameter', id: 'pool', rule: 'fixed' }, value)).toEqual(['LOCKED_CHANGED measure.json pool parameters']);
  const table: Lock = { part: 'table', id: 'DT-16', rule: 'fixed' };
  const tables = [{ ...(content.tables[0] as MeasureContent['tables'][0]), content: { rules: [2] } }];
  expect(found(table, { ...content, tables })).toEqual(['LOCKED_CHANGED t.dmn - -']);
  expect(found(table, { ...content, tables: [] })).toEqual(['LOCKED_REMOVED measure.json DT-16 parts']);
  const documents = [{ ...(content.documents[0] as MeasureContent['documents'][0]), content: { text: 'b' } }];
  expect(found({ part: 'document', id: 'slip', rule: 'fixed' }, { ...content, documents })).toEqual(['LOCKED_CHANGED d.json - -']);
});

test('LK8 a copy keeps the locks it was given, no weaker; it may add its own', () => {
  const codes = (locks: readonly Lock[]) =>
    lockedChanges(withLocks([stays]), withLocks(locks)).map(({ code, place }) => `${code} ${place.elementId}`);
  expect(codes([])).toEqual(['OVERLAY_LOCK_DROPPED review']);
  expect(codes([stays, { part: 'limit', id: 'decide', rule: 'shorter' }])).toEqual([]);
  expect(codes([fixed])).toEqual([]);
  expect(lockedChanges(withLocks([fixed]), withLocks([stays])).map(({ code }) => code)).toEqual(['OVERLAY_LOCK_DROPPED']);
});

test('LK9 a sentence names the part, the base and the reason of the lock in both languages', () => {
  const lock: Lock = { ...fixed, reason: '行政许可法第四十二条' };
  const [problem] = lockedChanges(withLocks([lock]), withLocks([lock], withFlow([start, end], [])));
  expect(problem?.sentences).toEqual({
    'zh-CN': '环节“审查”由《承诺制》1.0锁定，本级不能去掉，但已不在。锁定依据：行政许可法第四十二条。请恢复。',
    en: 'The step "审查" is locked by “承诺制” 1.0 and is missing in this copy. Reason of the lock: 行政许可法第四十二条. Put it back.',
  });
  expect(problem?.details['lock']).toEqual(lock);
});
