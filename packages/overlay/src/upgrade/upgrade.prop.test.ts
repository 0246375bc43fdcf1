import type { MeasureSources } from '@tongban/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, flowText, formed, managed, small } from '../test-support/small-measure.ts';
import { diffMeasures } from './diff-measures.ts';
import { type Upgrade, upgrade } from './upgrade.ts';

const RUNS = { seed: 20261122, numRuns: 12 };

type Edit = (sources: MeasureSources) => MeasureSources;

const rename =
  (what: string, name: string): Edit =>
  (sources) =>
    edited(sources, 'flow.bpmn', [`id="${what}" name="${what}"`, `id="${what}" name="${name}"`]);

/** Changes that can be made in any order, each of a part of its own. */
const EDITS: readonly Edit[] = [
  rename('apply', '申请'),
  rename('review', '审查'),
  rename('end', '办结'),
  (sources) => edited(sources, 'flow.bpmn', ['</bpmn:process>', '<bpmn:task id="more" name="加" /></bpmn:process>']),
  (sources) => edited(sources, 'flow.bpmn', ['targetRef="review" />', 'targetRef="review" name="线" />']),
  (sources) => managed(sources, (m) => ({ ...m, roles: [...m.roles, { id: 'handler', name: { 'zh-CN': '经办' } }] })),
  (sources) => managed(sources, (m) => ({ ...m, limits: m.limits.map((limit) => ({ ...limit, amount: 2 })) })),
  (sources) => managed(sources, (m) => ({ ...m, departments: [] })),
  (sources) => formed(sources, (form) => ({ ...form, fields: [...form.fields].reverse() })),
  (sources) => formed(sources, (form) => ({ ...form, title: { 'zh-CN': '表' } })),
  (sources) => edited(sources, 'tables/t.dmn', ['>2<', '>22<']),
  (sources) => edited(sources, 'items.csv', ['环评', '环境影响评价']),
  (sources) => ({ ...sources, 'calendars/c.json': '{"formatVersion":1,"weekend":[7]}' }),
];

/** Changes that both sides make otherwise. */
const rivals = (side: string): readonly Edit[] => [
  rename('apply', `申请${side}`),
  (sources) => managed(sources, (m) => ({ ...m, title: { 'zh-CN': side } })),
  (sources) => formed(sources, (form) => ({ ...form, fields: form.fields.map((field) => ({ ...field, label: { 'zh-CN': side } })) })),
  (sources) => edited(sources, 'items.csv', ['用地', side]),
  (sources) => ({ ...sources, 'flow.bpmn': flowText(side === '省' ? ['apply'] : ['apply', 'county', 'review']) }),
];

const made = (edits: readonly Edit[]): MeasureSources => edits.reduce((sources, edit) => edit(sources), small);

const RELEASE = 'sha256:new';

function merge(base: MeasureSources, theirs: MeasureSources, ours: MeasureSources, choose?: 'ours' | 'theirs'): Upgrade {
  const order = { base, theirs, ours, releaseId: RELEASE };
  const asked = upgrade(order) as Upgrade;
  const choices = Object.fromEntries(asked.conflicts.map(({ id }) => [id, choose ?? 'ours']));
  return upgrade({ ...order, choices }) as Upgrade;
}

/** What differs beside what a copy calls its own. */
function differing(one: MeasureSources, other: MeasureSources): readonly unknown[] {
  return diffMeasures(one, other).filter(({ file, partId, properties }) => {
    return file !== 'measure.json' || partId !== 'small' || properties.some(({ property }) => property !== 'extends');
  });
}

const split = fc.array(fc.constantFrom<'theirs' | 'ours' | 'none'>('theirs', 'ours', 'none'), {
  minLength: EDITS.length,
  maxLength: EDITS.length,
});
const of = (sides: readonly string[], side: string): readonly Edit[] => EDITS.filter((_, at) => sides[at] === side);

describe('upgrades', () => {
  it('UP16 of changes that do not meet have all of them, whichever side made them', () => {
    fc.assert(
      fc.property(split, (sides) => {
        const [theirs, ours] = [of(sides, 'theirs'), of(sides, 'ours')];
        const result = merge(small, made(theirs), made(ours));
        expect(result.conflicts).toEqual([]);
        expect(differing(result.sources, made([...theirs, ...ours]))).toEqual([]);
        expect(differing(merge(small, made(ours), made(theirs)).sources, result.sources)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('UP17 in two steps come to the same as in one', () => {
    fc.assert(
      fc.property(split, (sides) => {
        const [first, both, ours] = [
          made(of(sides, 'theirs')),
          made([...of(sides, 'theirs'), ...of(sides, 'none')]),
          made(of(sides, 'ours')),
        ];
        const twice = merge(first, both, merge(small, first, ours).sources);
        expect(differing(twice.sources, merge(small, both, ours).sources)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('UP18 that choose what the copy has keep every change of the copy; again, they change nothing', () => {
    const chosen = fc.subarray(rivals('省').map((_, at) => at));
    fc.assert(
      fc.property(split, chosen, chosen, (sides, there, here) => {
        const theirs = made([...there.map((at) => rivals('省')[at] as Edit).reverse(), ...later(of(sides, 'theirs'))]);
        const ours = made([...here.map((at) => rivals('县')[at] as Edit).reverse(), ...later(of(sides, 'ours'))]);
        const result = merge(small, theirs, ours);
        const lost = diffMeasures(small, ours).filter(({ file, partId, properties, kind }) => {
          const now = diffMeasures(small, result.sources).find((change) => change.file === file && change.partId === partId);
          if (kind === 'moved') return false;
          return now === undefined || properties.some((own) => !now.properties.some((one) => JSON.stringify(one) === JSON.stringify(own)));
        });
        expect(lost.filter(({ partId }) => partId !== 'small')).toEqual([]);
        expect(merge(theirs, theirs, result.sources).sources).toEqual(result.sources);
      }),
      RUNS,
    );
  });
});

// those that still find what they change
function later(edits: readonly Edit[]): readonly Edit[] {
  return edits.map((edit) => (sources) => {
    try {
      return edit(sources);
    } catch {
      return sources;
    }
  });
}
