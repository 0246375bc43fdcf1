import type { FormDocument, MeasureManifest, MeasureSources, Problem } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { createChecker } from './checker.ts';
import { compileMeasure } from './compile-measure.ts';

const folder = '../../measures/mock-approval/';
const mockApproval: MeasureSources = Object.fromEntries(
  Object.entries(import.meta.glob('../../measures/mock-approval/**/*', { query: '?raw', import: 'default', eager: true })).map(
    ([path, text]) => [path.slice(folder.length), text],
  ),
);

type Json = Record<string, unknown>;

/** The mock approval with a file changed. */
function changed(file: string, change: (text: string) => string): MeasureSources {
  const text = mockApproval[file];
  if (text === undefined) throw new Error(`no ${file}`);
  return { ...mockApproval, [file]: change(text) };
}

function manifestWith(change: (manifest: Json & { [K in keyof MeasureManifest]: Json & Json[] }) => unknown): MeasureSources {
  return changed('measure.json', (text) => {
    const manifest = JSON.parse(text);
    change(manifest);
    return JSON.stringify(manifest);
  });
}

async function problemsOf(sources: MeasureSources): Promise<readonly Problem[]> {
  const { release, problems } = await compileMeasure(sources);
  expect(release === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
  return problems;
}

describe('a measure', () => {
  test('CM1 compiles the mock approval into a release', async () => {
    const { release, problems } = await compileMeasure(mockApproval);
    expect(problems).toEqual([]);
    expect(release).toMatchObject({ formatVersion: 1, manifest: { id: 'mock-approval' }, calendar: { id: 'jishishan' } });
    expect(release?.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(Object.keys(release?.forms ?? {})).toContain('F-01');
    expect(Object.keys(release?.decisions ?? {})).toEqual(['DT-07', 'DT-15', 'DT-16']);
    expect(Object.keys(release?.templates ?? {})).toContain('mock-approval');
    expect(release?.items.find(({ code }) => code === 'FG-01')).toMatchObject({
      department: 'development-reform',
      limit: { amount: 5, unit: 'workingDay' },
    });
    expect(release?.picture.shapes.length).toBeGreaterThan(30);
    expect(release?.caseKey.text).toBe('application.projectCode');
    expect(release?.program.nodes[0]).toMatchObject({ kind: 'process', id: 'mock-approval', scope: -1 });
    expect(JSON.parse(JSON.stringify(release))).toEqual(release);
  });

  test('RL3 carries its reference lists in the release, and knows their names', async () => {
    const sources = manifestWith((manifest) => {
      Object.assign(manifest.parts, { lists: ['lists/industries.csv'] });
      manifest.case['title'] = 'if count(lists.industries) > 0 then application.projectName else lists.gone' as never;
    });
    const { release, problems } = await compileMeasure({ ...sources, 'lists/industries.csv': '代码,名称\n061,烟煤\n' });
    expect(problems).toMatchObject([{ code: 'COMPILE_NAME_UNKNOWN', severity: 'warning', details: { name: 'lists.gone' } }]);
    expect(release?.lists).toEqual({ industries: [{ cells: { 代码: '061', 名称: '烟煤' } }] });
    expect((await compileMeasure(mockApproval)).release).not.toHaveProperty('lists');
  });

  test('CM2 gives the same release for the same sources, however they are written', async () => {
    const first = await compileMeasure(mockApproval);
    const rewritten = Object.fromEntries(
      Object.entries(mockApproval)
        .reverse()
        .map(([path, text]) => [path, path.endsWith('.json') ? reverseKeys(text) : text.replace(/\n/g, '\r\n')]),
    );
    expect(JSON.stringify(await compileMeasure(rewritten))).toBe(JSON.stringify(first));
    const renamed = await compileMeasure(changed('flow.bpmn', (text) => text.replace('受理并一次性告知', '受理')));
    expect(renamed.release?.id).not.toBe(first.release?.id);
  });

  test('CM3 reports the problems of all files in one go, each with its file', async () => {
    const problems = await problemsOf({
      ...mockApproval,
      'flow.bpmn': '流程',
      'forms/promise.form.json': '{',
      'tables/dt-07.dmn': '<x/>',
      'calendars/jishishan.json': '{}',
    });
    const errors = problems.filter(({ severity }) => severity === 'error').map(({ code, place }) => `${place.file} ${code}`);
    expect(errors).toEqual(
      expect.arrayContaining([
        'flow.bpmn BPMN_NOT_XML',
        'forms/promise.form.json FORM_JSON_INVALID',
        'tables/dt-07.dmn DMN_NOT_DMN',
        expect.stringContaining('calendars/jishishan.json CALENDAR_'),
      ]),
    );
    const checked = await createChecker().check({ ...mockApproval, 'flow.bpmn': '流程' });
    expect(checked.errors).toBe(checked.problems.filter(({ severity }) => severity === 'error').length);
    expect(checked.errors).toBeGreaterThan(0);
  });

  test.each([
    ['formatVersion', (manifest: Json) => Object.assign(manifest, { formatVersion: 2 }), 'COMPILE_VERSION_UNKNOWN'],
    ['title', (manifest: Json) => void delete manifest['title'], 'COMPILE_PROPERTY_INVALID'],
    ['id', (manifest: Json) => Object.assign(manifest, { id: '' }), 'COMPILE_PROPERTY_INVALID'],
    ['effectiveFrom', (manifest: Json) => Object.assign(manifest, { effectiveFrom: '2023-13-01' }), 'COMPILE_PROPERTY_INVALID'],
    ['case.key', (manifest: Json) => Object.assign(manifest, { case: { title: 'x' } }), 'COMPILE_PROPERTY_INVALID'],
    ['roles[0].name', (manifest: Json) => Object.assign(manifest, { roles: [{ id: 'window' }] }), 'COMPILE_PROPERTY_INVALID'],
    [
      'limits[0].amount',
      (manifest: Json) => Object.assign(manifest, { limits: [{ id: 'x', name: { 'zh-CN': 'x' }, amount: 1.5, unit: 'month' }] }),
      'COMPILE_PROPERTY_INVALID',
    ],
    [
      'limits[0].notices',
      (manifest: Json) =>
        Object.assign(manifest, {
          limits: [{ id: 'x', name: { 'zh-CN': 'x' }, amount: 1, unit: 'month', notices: [{ light: 'green' }] }],
        }),
      'COMPILE_PROPERTY_INVALID',
    ],
    [
      'limits[0].unit',
      (manifest: Json) => Object.assign(manifest, { limits: [{ id: 'x', name: { 'zh-CN': 'x' }, amount: 1, unit: 'weeks' }] }),
      'COMPILE_PROPERTY_INVALID',
    ],
  ])('CM4 refuses measure.json with a wrong %s', async (property, change, code) => {
    expect(await problemsOf(manifestWith(change))).toMatchObject([{ code, severity: 'error', place: { file: 'measure.json', property } }]);
  });

  test('CM4 only warns of a property it does not know', async () => {
    const problems = await problemsOf(manifestWith((manifest) => Object.assign(manifest, { effectivFrom: '2023-02-20' })));
    expect(problems).toMatchObject([{ code: 'COMPILE_PROPERTY_UNKNOWN', severity: 'warning', place: { property: 'effectivFrom' } }]);
  });

  test('CM5 refuses a limit without a unit, naming it', async () => {
    const problems = await problemsOf(manifestWith(({ limits }) => void delete limits[0]?.['unit']));
    expect(problems).toMatchObject([
      {
        code: 'COMPILE_LIMIT_UNIT_MISSING',
        place: { file: 'measure.json', elementId: 'conversion', elementName: '文件转换' },
        details: { limit: '文件转换' },
      },
    ]);
    expect(problems[0]?.sentences['zh-CN']).toContain('文件转换');
  });

  test('CM6 refuses parts that do not exist', async () => {
    const { 'tables/dt-16.dmn': _, ...rest } = mockApproval;
    expect(await problemsOf(rest)).toContainEqual(
      expect.objectContaining({ code: 'COMPILE_FILE_MISSING', details: { file: 'tables/dt-16.dmn' } }),
    );
    expect(await problemsOf({})).toMatchObject([{ code: 'COMPILE_FILE_MISSING', details: { file: 'measure.json' } }]);
  });

  test.each(['../secret.bpmn', '/etc/passwd', 'C:\\flow.bpmn', 'a//b', './flow.bpmn', '__proto__'])(
    'CM6 refuses the path %s',
    async (path) => {
      const problems = await problemsOf(manifestWith(({ parts }) => Object.assign(parts, { flow: path })));
      expect(problems).toMatchObject([{ code: 'COMPILE_PATH_UNSAFE', details: { path } }]);
    },
  );

  test('CM6 warns of files that nothing names', async () => {
    expect(await problemsOf({ ...mockApproval, 'forms/old.form.json': '{}' })).toMatchObject([
      { code: 'COMPILE_FILE_UNUSED', severity: 'warning', place: { file: 'forms/old.form.json' } },
    ]);
  });

  test('CM7 refuses ids that are used twice', async () => {
    const twice = manifestWith(({ roles }) => void roles.push({ ...roles[0] } as Json));
    expect(await problemsOf(twice)).toMatchObject([{ code: 'COMPILE_ID_TWICE', details: { id: 'applicant' } }]);
    const promise = JSON.parse(mockApproval['forms/promise.form.json'] ?? '') as FormDocument;
    const sameKey = changed('forms/promise.form.json', () => JSON.stringify({ ...promise, key: 'application' }));
    expect(await problemsOf(sameKey)).toContainEqual(
      expect.objectContaining({ code: 'COMPILE_FORM_KEY_TWICE', details: { key: 'application', forms: ['F-01', 'F-02'] } }),
    );
  });

  test('CM8 refuses names that are no names of data', async () => {
    const inManifest = changed('measure.json', (text) => text.replace('"parameters": [', '"parameters": [{ "__proto__": 1 },'));
    expect(await problemsOf(inManifest)).toMatchObject([{ code: 'COMPILE_NAME_FORBIDDEN', details: { name: '__proto__' } }]);
    const inForm = changed('forms/promise.form.json', (text) => text.replace(/"key": "(\w+)",(?=[^{]*"kind")/, '"key": "__proto__",'));
    const problems = await problemsOf(inForm);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'FORM_NAME_FORBIDDEN' }));
    const inFlow = changed('flow.bpmn', (text) => text.replace('variable="pendingItems"', 'variable="__proto__"'));
    expect(await problemsOf(inFlow)).toContainEqual(expect.objectContaining({ code: 'BPMN_NAME_FORBIDDEN' }));
    expect(({} as Json)['polluted']).toBeUndefined();
  });

  test('CM9 refuses JSON that is broken, deep or huge', async () => {
    expect(await problemsOf({ ...mockApproval, 'measure.json': '{' })).toMatchObject([{ code: 'COMPILE_JSON_INVALID' }]);
    expect(await problemsOf({ ...mockApproval, 'measure.json': '[]' })).toMatchObject([{ code: 'COMPILE_JSON_INVALID' }]);
    const deep = `{"id":${'['.repeat(100)}${']'.repeat(100)}}`;
    expect(await problemsOf({ ...mockApproval, 'measure.json': deep })).toMatchObject([{ code: 'COMPILE_JSON_INVALID' }]);
    expect(await problemsOf({ ...mockApproval, 'items.csv': 'x'.repeat(6 * 1024 * 1024) })).toMatchObject([
      { code: 'COMPILE_FILE_TOO_LARGE' },
    ]);
    expect(await problemsOf({ ...mockApproval, 'flow.bpmn': `<x>${'x'.repeat(10 * 1024 * 1024)}</x>` })).toContainEqual(
      expect.objectContaining({ code: 'BPMN_TOO_LARGE', place: { file: 'flow.bpmn' } }),
    );
  });

  test('CM10 reports a computed field that depends on itself', async () => {
    const circle = changed('forms/promise.form.json', (text) => {
      const form = JSON.parse(text);
      const field = (id: string, computed: string): Json => ({
        id: `F-02.${id}`,
        key: id,
        kind: 'number',
        label: { 'zh-CN': id },
        computed,
      });
      return JSON.stringify({ ...form, fields: [...form.fields, field('a', 'b + 1'), field('b', 'a + 1')] });
    });
    expect(await problemsOf(circle)).toContainEqual(
      expect.objectContaining({
        code: 'FORM_COMPUTED_CYCLE',
        severity: 'error',
        place: expect.objectContaining({ file: 'forms/promise.form.json', elementId: 'F-02.a' }),
      }),
    );
  });

  test('CM12 warns of table inputs that read what nothing gives', async () => {
    const problems = await problemsOf(changed('tables/dt-15.dmn', (text) => text.replace('entryCheck.fitsPlan<', 'entryCheck.fitsPlaan<')));
    expect(problems).toMatchObject([
      {
        code: 'COMPILE_NAME_UNKNOWN',
        severity: 'warning',
        place: { file: 'tables/dt-15.dmn', elementId: 'DT-15' },
        details: { name: 'entryCheck.fitsPlaan' },
      },
    ]);
  });

  test.each([
    ['a cell that cannot be read', 'FEEL_SYNTAX_TRAILING', (text: string) => text.replace('<text>true</text>', '<text>true true</text>')],
    ['a file that is no DMN', 'DMN_NOT_DMN', () => '<x/>'],
  ])('CM14 says the cause alone when there is %s', async (_, code, change) => {
    const errors = (await problemsOf(changed('tables/dt-15.dmn', change))).filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => problem.place.file)).toEqual(['tables/dt-15.dmn']);
    expect(errors[0]?.code).toContain(code);
  });

  test('CM14 still says what no file gives when another file has an error', async () => {
    const sources = changed('tables/dt-15.dmn', (text) => text.replace('<text>true</text>', '<text>true true</text>'));
    const flow = (sources['flow.bpmn'] ?? '').replace('decision="DT-07"', 'decision="DT-77"');
    const codes = (await problemsOf({ ...sources, 'flow.bpmn': flow })).map(({ code }) => code);
    expect(codes).toContain('COMPILE_DECISION_UNKNOWN');
  });

  test('CM11 checks what scenarios name', async () => {
    const file = Object.keys(mockApproval).find((path) => path.startsWith('scenarios/accepted')) ?? '';
    const wrong = changed(file, (text) => {
      const scenario = JSON.parse(text);
      return JSON.stringify({
        ...scenario,
        steps: [...scenario.steps, { do: 'complete', as: 'nobody', task: 'Task_gone' }, { do: 'dance' }, { do: 'toString' }],
      });
    });
    const problems = await problemsOf(wrong);
    expect(problems.map(({ code, details }) => [code, details['what'], details['id']])).toEqual([
      ['COMPILE_SCENARIO_UNKNOWN', 'person', 'nobody'],
      ['COMPILE_SCENARIO_UNKNOWN', 'element', 'Task_gone'],
      ['COMPILE_PROPERTY_INVALID', undefined, undefined],
      ['COMPILE_PROPERTY_INVALID', undefined, undefined],
    ]);
    expect(problems[0]?.place.file).toBe(file);
  });
});

describe('locks', () => {
  const LOCKS = [
    { part: 'element', id: 'Task_accept', rule: 'stays', reason: '行政许可法第三十二条' },
    { part: 'limit', id: 'LIMIT', rule: 'shorter' },
    { part: 'field', form: 'F-01', id: 'FIELD', rule: 'fixed' },
    { part: 'table', id: 'DT-16', rule: 'fixed' },
    { part: 'document', id: 'acceptance-slip', rule: 'fixed' },
  ];

  function baseWith(locks: readonly object[]): MeasureSources {
    return manifestWith((manifest) => Object.assign(manifest, { locks }));
  }

  const manifest = JSON.parse(mockApproval['measure.json'] ?? '{}') as MeasureManifest;
  const form = JSON.parse(mockApproval[manifest.parts.forms[0] ?? ''] ?? '{}') as FormDocument;
  const locks = LOCKS.map((lock) => ({
    ...lock,
    id: lock.id.replace('LIMIT', manifest.limits[0]?.id ?? '').replace('FIELD', form.fields[0]?.id ?? ''),
    ...(lock.part === 'field' ? { form: form.id } : {}),
  }));
  const base = baseWith(locks);
  const copy: MeasureSources = {
    ...base,
    'measure.json': JSON.stringify({ ...JSON.parse(base['measure.json'] ?? ''), extends: 'sha256:province' }),
  };
  const baseOf = async (id: string) => (id === 'sha256:province' ? base : undefined);
  const found = async (sources: MeasureSources) =>
    (await compileMeasure(sources, { baseOf })).problems.map(({ code, place }) => `${code} ${place.file} ${place.elementId ?? ''}`);

  test('CM15 takes locks on what there is, warns of others, refuses what is no lock', async () => {
    expect(await problemsOf(base)).toEqual([]);
    const gone = await problemsOf(baseWith(locks.map((lock) => ({ ...lock, id: 'gone' }))));
    expect(gone.map(({ code, severity }) => `${code} ${severity}`)).toEqual(locks.map(() => 'COMPILE_LOCK_UNKNOWN warning'));
    const wrong = [
      { part: 'limit', id: 'x', rule: 'stays' },
      { part: 'field', id: 'x', rule: 'fixed' },
      { part: 'all', id: 'x', rule: 'fixed' },
    ];
    const codes = (await problemsOf(baseWith([...wrong, ...locks.slice(0, 1), ...locks.slice(0, 1)]))).map(
      ({ code, place }) => `${code} ${place.property}`,
    );
    expect(codes).toEqual([
      'COMPILE_PROPERTY_INVALID locks[0].rule',
      'COMPILE_PROPERTY_INVALID locks[1].form',
      'COMPILE_PROPERTY_INVALID locks[2].part',
      'COMPILE_ID_TWICE locks',
    ]);
  });

  test('CM15 refuses a copy that changed what its base locks, and takes any other', async () => {
    expect(await found(copy)).toEqual([]);
    const flow = (copy['flow.bpmn'] ?? '').replace(/id="Task_accept" name="[^"]*"/, 'id="Task_accept" name="窗口看看"');
    expect(await found({ ...copy, 'flow.bpmn': flow })).toEqual([]);
    const table = (change: (text: string) => string) => ({ ...copy, 'tables/dt-16.dmn': change(copy['tables/dt-16.dmn'] ?? '') });
    const changed = table((text) => text.replace('name="重新报批情形', 'name="县里的情形'));
    expect((await compileMeasure(changed, { baseOf })).release).toBeUndefined();
    expect(await found(changed)).toEqual(['OVERLAY_LOCKED_CHANGED tables/dt-16.dmn ']);
    expect(await found(table((text) => text.replace('<decision ', '<!-- 县 --><decision ')))).toEqual([]);
    expect((await compileMeasure(changed)).problems).toEqual([]);
  });

  test('CM15 refuses a copy whose base is not there', async () => {
    expect((await compileMeasure(copy, { baseOf: async () => undefined })).release).toBeUndefined();
    const other = { ...copy, 'measure.json': (copy['measure.json'] ?? '').replace('sha256:province', 'sha256:gone') };
    expect(await found(other)).toEqual(['OVERLAY_BASE_UNKNOWN measure.json ']);
    expect(await createChecker({ baseOf }).check(other)).toMatchObject({ errors: 1 });
  });
});

function reverseKeys(text: string): string {
  const reverse = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reverse);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, entry]) => [key, reverse(entry)]),
    );
  };
  return JSON.stringify(reverse(JSON.parse(text)));
}
