import { readBpmn } from '@tongban/bpmn';
import type { FlowProcess, MeasureManifest, MeasureSources } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { edited, flowText, formed, managed, small, step, tableText } from '../test-support/small-measure.ts';
import type { UpgradeChoices } from './conflict.ts';
import { type Upgrade, upgrade } from './upgrade.ts';

const RELEASE = 'sha256:new';

/** The copy as it was made: with a name of its own. */
const copy = managed(small, (measure) => ({ ...measure, id: 'own', version: '0.1', extends: 'sha256:old' }));

function merge(theirs: MeasureSources, ours: MeasureSources, choices: UpgradeChoices = {}): Upgrade {
  const result = upgrade({ base: small, theirs, ours, releaseId: RELEASE, choices });
  if (result === undefined) throw new Error('cannot be read');
  return result;
}

function manifestOf({ sources }: Upgrade): MeasureManifest {
  return JSON.parse(sources['measure.json'] ?? '') as MeasureManifest;
}

async function flowOf({ sources }: Upgrade): Promise<FlowProcess> {
  const { flow, problems } = await readBpmn(sources['flow.bpmn'] ?? '');
  expect(problems).toEqual([]);
  return flow?.processes[0] as FlowProcess;
}

const way = (process: FlowProcess): readonly string[] => process.flows.map(({ source, target }) => `${source}>${target}`).sort();

const flow = (steps: readonly string[], inner = ''): MeasureSources => ({ ...small, 'flow.bpmn': flowText(steps, { inner }) });
const copied = (sources: MeasureSources): MeasureSources => ({ ...sources, 'measure.json': copy['measure.json'] ?? '' });

describe('an upgrade', () => {
  it('UP1 of a copy that changed nothing is the new base, under the id and version of the copy', () => {
    const theirs = managed({ ...small, 'flow.bpmn': flowText(['apply', 'check', 'review']) }, (measure) => ({
      ...{ ...measure, version: '2.0', legalBasis: ['甲', '乙'] },
    }));
    const result = merge(theirs, copy);
    expect(result).toMatchObject({ conflicts: [], open: 0, fallen: [], locked: [] });
    expect(result.sources['flow.bpmn']).toBe(theirs['flow.bpmn']);
    expect(manifestOf(result)).toEqual({
      ...(JSON.parse(theirs['measure.json'] ?? '') as object),
      ...{ id: 'own', version: '0.1', extends: RELEASE },
    });
  });

  it('UP2 to a base that changed nothing leaves the copy as it is, and names the new release', () => {
    const ours = managed(copied({ ...small, 'flow.bpmn': flowText(['apply']) }), (measure) => ({ ...measure, departments: [] }));
    const result = merge(small, ours);
    expect(result).toMatchObject({ conflicts: [], theirs: [] });
    expect({ ...result.sources, 'measure.json': '' }).toEqual({ ...ours, 'measure.json': '' });
    expect(manifestOf(result)).toEqual({ ...(JSON.parse(ours['measure.json'] ?? '') as object), extends: RELEASE });
  });

  it('UP3 takes what one side changed, property by property, in the same element too', async () => {
    const clock = '<tb:clock limit="review" />';
    const theirs = edited(small, 'flow.bpmn', step('review', 'name="审查（省）"', clock));
    const ours = edited(copy, 'flow.bpmn', step('review', 'name="review"', '<tb:performer role="window" />'));
    const result = merge(theirs, ours);
    expect(result.conflicts).toEqual([]);
    const review = (await flowOf(result)).nodes.find(({ id }) => id === 'review');
    expect(review).toMatchObject({ name: '审查（省）', extension: { clocks: ['review'], performer: { role: 'window' } } });
  });

  it('UP4 has no conflict where both sides changed the same', () => {
    const change = (sources: MeasureSources) =>
      managed(edited(sources, 'flow.bpmn', ['name="review"', 'name="审查"']), (m) => ({ ...m, roles: [] }));
    expect(merge(change(small), change(copy))).toMatchObject({ conflicts: [] });
  });

  it('UP5 asks where both sides changed one property otherwise, keeps what the copy has until then, and does what is chosen', () => {
    const amount = (sources: MeasureSources, days: number) =>
      managed(sources, (measure) => ({ ...measure, limits: measure.limits.map((limit) => ({ ...limit, amount: days })) }));
    const [theirs, ours] = [amount(small, 4), amount(copy, 3)];
    const id = 'measure.json#limits:review#amount';
    const asked = merge(theirs, ours);
    expect(asked.open).toBe(1);
    expect(asked.conflicts).toEqual([
      {
        ...{ id, file: 'measure.json', partId: 'review', kind: 'limits', name: '审查', what: 'changed', property: 'amount' },
        ...{ before: 5, theirs: 4, ours: 3, choices: ['theirs', 'ours'] },
      },
    ]);
    expect(manifestOf(asked).limits[0]?.amount).toBe(3);
    const chosen = merge(theirs, ours, { [id]: 'theirs' });
    expect(chosen).toMatchObject({ open: 0, conflicts: [{ id, chosen: 'theirs' }] });
    expect(manifestOf(chosen).limits[0]?.amount).toBe(4);
    expect(merge(theirs, ours, { [id]: 'both' }).open).toBe(1);
  });

  it('UP6 offers both where both sides only added to a list of texts', () => {
    const basis = (sources: MeasureSources, ...more: readonly string[]) =>
      managed(sources, (m) => ({ ...m, legalBasis: [...m.legalBasis, ...more] }));
    const id = 'measure.json##legalBasis';
    const result = merge(basis(small, '省'), basis(copy, '县'), { [id]: 'both' });
    expect(manifestOf(result).legalBasis).toEqual(['甲', '省', '县']);
  });

  it('UP7 asks about a step that the base took out and the copy changed; what goes or stays takes its lines along', async () => {
    const theirs = flow(['apply']);
    const ours = edited(copy, 'flow.bpmn', ['name="review"', 'name="县级审查"']);
    const asked = merge(theirs, ours);
    expect(asked.conflicts).toMatchObject([{ id: 'flow.bpmn#review', what: 'removedThere', kind: 'userTask', name: 'review' }]);
    expect(way(await flowOf(asked))).toEqual(['apply>review', 'review>end', 'start>apply']);
    const gone = merge(theirs, ours, { 'flow.bpmn#review': 'theirs' });
    expect(way(await flowOf(gone))).toEqual(['apply>end', 'start>apply']);
  });

  it('UP7 asks the other way round too, and about a section into which the other side put a field', () => {
    const removed = merge(edited(small, 'flow.bpmn', ['name="review"', 'name="审查"']), copied(flow(['apply'])));
    expect(removed.conflicts).toMatchObject([{ id: 'flow.bpmn#review', what: 'removedHere' }]);
    const [first] = [JSON.parse(small['forms/f.form.json'] ?? '') as { fields: { fields: object[] }[] }].map(({ fields }) => fields);
    const theirs = formed(small, (form) => ({ ...form, fields: form.fields.slice(0, 1) }));
    const more = { kind: 'text', id: 'F-1.park', key: 'park', label: { 'zh-CN': '园区' } };
    const ours = formed(copy, (form) => ({
      ...form,
      fields: [first?.[0], { ...first?.[1], fields: [...(first?.[1]?.fields ?? []), more] }],
    }));
    const asked = merge(theirs, ours);
    expect(asked.conflicts).toMatchObject([{ id: 'forms/f.form.json#F-1.b', what: 'removedThere', name: '乙' }]);
    expect(asked.sources['forms/f.form.json']).toContain('F-1.park');
    expect(merge(theirs, ours, { 'forms/f.form.json#F-1.b': 'theirs' }).sources['forms/f.form.json']).not.toContain('F-1.park');
  });

  it('UP8 a line of the copy whose end is gone falls, and that is said', async () => {
    const theirs = flow(['apply']);
    const ours = edited(copy, 'flow.bpmn', [
      '</bpmn:process>',
      '<bpmn:sequenceFlow id="back" name="退回" sourceRef="review" targetRef="apply" /></bpmn:process>',
    ]);
    expect(merge(theirs, ours).conflicts).toMatchObject([{ id: 'flow.bpmn#review' }]);
    const gone = merge(theirs, ours, { 'flow.bpmn#review': 'theirs' });
    expect(gone.fallen).toEqual([{ file: 'flow.bpmn', partId: 'back', kind: 'sequenceFlow', name: '退回' }]);
    expect(way(await flowOf(gone))).toEqual(['apply>end', 'start>apply']);
  });

  it('UP9 puts the steps of the base before those of the copy where both put steps into one line', async () => {
    const [theirs, ours] = [flow(['apply', 'province', 'review']), copied(flow(['apply', 'county', 'review']))];
    // the line to the review is the same in both: an editor leads it elsewhere and draws a new one behind
    const renamed = (sources: MeasureSources, own: string) =>
      edited(
        sources,
        'flow.bpmn',
        [`id="to_review" sourceRef`, `id="from_${own}" sourceRef`],
        [`id="to_${own}" sourceRef`, 'id="to_review" sourceRef'],
        [`bpmnElement="to_${own}"`, `bpmnElement="from_${own}"`],
      );
    const id = 'flow.bpmn#to_review#targetRef';
    const asked = merge(renamed(theirs, 'province'), renamed(ours, 'county'));
    expect(asked.conflicts).toMatchObject([{ id, choices: ['theirs', 'ours', 'both'], name: 'apply → county' }]);
    const both = merge(renamed(theirs, 'province'), renamed(ours, 'county'), { [id]: 'both' });
    expect(way(await flowOf(both))).toEqual(['apply>province', 'county>review', 'province>county', 'review>end', 'start>apply']);
  });

  it('UP10 a drawing follows who moved it, and lines touch their ends again', async () => {
    const moved = (sources: MeasureSources, id: string, x: number, y: number, was: string) =>
      edited(sources, 'flow.bpmn', [
        `bpmnElement="${id}"><dc:Bounds x="${was}" y="100"`,
        `bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}"`,
      ]);
    const result = merge(moved(small, 'apply', 150, 300, '150'), moved(copy, 'review', 400, 100, '300'));
    expect(result.conflicts).toEqual([]);
    const { flow: read } = await readBpmn(result.sources['flow.bpmn'] ?? '');
    const at = (id: string) => read?.picture.shapes.find((shape) => shape.id === id);
    expect([at('apply')?.y, at('review')?.x].map(Number)).toEqual([(at('start')?.y ?? 0) + 200, (at('start')?.x ?? 0) + 400]);
    const line = read?.picture.edges.find(({ id }) => id === 'to_review')?.points ?? [];
    expect(line[0]).toMatchObject({ x: (at('apply')?.x ?? 0) + 100, y: (at('apply')?.y ?? 0) + 40 });
    expect(line.at(-1)).toMatchObject({ x: at('review')?.x });
    const both = merge(moved(small, 'apply', 150, 300, '150'), moved(copy, 'apply', 150, 500, '150'));
    expect(both.conflicts).toEqual([]);
    expect(both.sources['flow.bpmn']).toContain('y="500"');
  });

  it('UP11 the locks of the new base win, and what of the copy went is said', () => {
    const lock = { part: 'limit', id: 'review', rule: 'shorter', reason: '省规定' };
    const theirs = managed(small, (measure) => ({ ...measure, locks: [lock, { part: 'element', id: 'review', rule: 'fixed' }] }));
    const ours = managed(edited(copy, 'flow.bpmn', ['name="review"', 'name="县级审查"']), (measure) => ({
      ...{ ...measure, limits: measure.limits.map((limit) => ({ ...limit, amount: 9, source: '县' })) },
    }));
    const result = merge(theirs, ours);
    expect(result.locked).toMatchObject([
      { lock, file: 'measure.json', name: '审查' },
      { file: 'flow.bpmn', name: 'review' },
    ]);
    expect(result.conflicts).toEqual([]);
    expect(manifestOf(result)).toMatchObject({ limits: [{ amount: 5 }], locks: [lock, { id: 'review' }] });
    expect(result.sources['flow.bpmn']).not.toContain('县级审查');
    const shorter = managed(copy, (measure) => ({ ...measure, limits: measure.limits.map((limit) => ({ ...limit, amount: 3 })) }));
    expect(manifestOf(merge(theirs, shorter)).limits[0]?.amount).toBe(3);
  });

  it('UP12 keeps what other tools wrote, and reads files whatever their prefixes', async () => {
    const theirs = edited(
      small,
      'flow.bpmn',
      step('apply', 'name="申请" camunda:assignee="x"', '<camunda:properties><camunda:property name="a" value="b" /></camunda:properties>'),
    );
    const plain = (text: string) => text.replaceAll('bpmn:', '').replace('xmlns:bpmn=', 'xmlns=');
    const ours = { ...copy, 'flow.bpmn': plain(flowText(['apply', 'review', 'county'])) };
    const result = merge(theirs, ours);
    expect(result.conflicts).toEqual([]);
    expect(result.sources['flow.bpmn']).toContain('camunda:assignee="x"');
    expect(result.sources['flow.bpmn']).toContain('<camunda:property name="a" value="b" />');
    expect(way(await flowOf(result))).toEqual(['apply>review', 'county>end', 'review>county', 'start>apply']);
  });

  it('UP13 merges tables row by row and lists row by row; a table with other columns is chosen as a whole', () => {
    const rows: [string, string, string][] = [
      ['r1', '1', '2'],
      ['r2', '3', '4'],
    ];
    const table = (sources: MeasureSources, text: string) => ({ ...sources, 'tables/t.dmn': text });
    const theirs = edited(table(small, tableText([['r0', '0', '0'], ...rows])), 'items.csv', ['用地,5', '用地,4']);
    const ours = edited(table(copy, tableText([...rows.slice(0, 1), ['r2', '3', '县'], ['r3', '5', '6']])), 'items.csv', [
      'A-2',
      'A-3,林地,3\nA-2',
    ]);
    const result = merge(theirs, ours);
    expect(result.conflicts).toEqual([]);
    expect([...(result.sources['tables/t.dmn'] ?? '').matchAll(/<rule id="(..)"/g)].map(([, id]) => id)).toEqual(['r0', 'r1', 'r2', 'r3']);
    expect(result.sources['items.csv']).toBe('事项编码,事项名称,时限\nA-1,用地,4\nA-3,林地,3\nA-2,环评,10\n');
    const wider = merge(table(small, tableText(rows, ['in1', 'in2'])), ours);
    expect(wider.conflicts).toMatchObject([{ file: 'tables/t.dmn', partId: 'DT-1', property: 'decisionTable' }]);
    expect(merge(theirs, edited(ours, 'tables/t.dmn', ['>2<', '>县<'])).conflicts).toEqual([]);
  });

  it('UP14 adds and removes files, and the manifest names those that are there', () => {
    const more = managed({ ...small, 'forms/g.form.json': '{"id":"G"}' }, (m) => ({
      ...m,
      parts: { ...m.parts, forms: [...m.parts.forms, 'forms/g.form.json'] },
    }));
    const { 'forms/f.form.json': _gone, ...without } = more;
    const theirs = managed(without, (m) => ({ ...m, parts: { ...m.parts, forms: ['forms/g.form.json'] } }));
    const ours = managed({ ...copy, 'forms/own.form.json': '{"id":"O"}' }, (m) => ({
      ...m,
      parts: { ...m.parts, forms: [...m.parts.forms, 'forms/own.form.json'] },
    }));
    const result = merge(theirs, ours);
    expect(manifestOf(result).parts.forms).toEqual(['forms/own.form.json', 'forms/g.form.json']);
    expect(Object.keys(result.sources)).not.toContain('forms/f.form.json');
    const changed = formed(ours, (form) => ({ ...form, id: 'F-9' }));
    const asked = merge(theirs, changed);
    expect(asked.conflicts).toMatchObject([{ id: 'forms/f.form.json#', kind: 'file', what: 'removedThere' }]);
    expect(manifestOf(asked).parts.forms).toEqual(['forms/f.form.json', 'forms/own.form.json', 'forms/g.form.json']);
  });

  it('UP15 chooses a file as a whole when it cannot be read; without manifests there is no upgrade', () => {
    const result = merge({ ...small, 'flow.bpmn': '<a' }, { ...copy, 'flow.bpmn': '<b' }, { 'flow.bpmn#': 'theirs' });
    expect(result).toMatchObject({ open: 0, sources: { 'flow.bpmn': '<a' } });
    expect(upgrade({ base: small, theirs: {}, ours: copy, releaseId: RELEASE })).toBeUndefined();
  });
});
