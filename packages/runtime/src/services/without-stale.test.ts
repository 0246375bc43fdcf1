import { type FormContext, openForm } from '@tongban/form';
import type { FormField, FormValues } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import type { LiveCase } from '../engine/live-case.ts';
import type { CaseStore } from '../store/store.ts';
import { COUNTY, people } from '../testing/small-measure.ts';
import { codesOf, SmallOffice } from '../testing/small-office.ts';
import { withoutStale } from './without-stale.ts';

const agree = { choice: 'agree', text: '' };

// Two departments with a row each in one form, and the versions of it that were kept.
function rowsOf(versions: readonly FormValues[]) {
  const text = (id: string): FormField => ({ kind: 'text', id, key: id, label: { 'zh-CN': id } });
  const rows: FormField = {
    ...{ kind: 'rows', id: 'rows', key: 'rows', label: { 'zh-CN': '各部门' }, ownerKey: 'dept', extensible: false },
    columns: [text('dept'), text('note')],
  };
  const document = {
    formatVersion: 1 as const,
    id: 'F',
    key: 'sheet',
    title: { 'zh-CN': '表' },
    layout: 'stacked' as const,
    fields: [rows],
  };
  const form = openForm({ document, expressions: {} });
  const live = {
    tenant: COUNTY,
    caseId: 'c',
    state: { data: { sheet: { version: versions.length, values: versions.at(-1) } } },
  } as unknown as LiveCase;
  const cases = { data: async (_t: string, _c: string, key: string, at: number) => ({ key, version: at, values: versions[at - 1] ?? {} }) };
  const context: FormContext = {
    ...{ access: { default: 'write' }, actor: people.plan, lookup: () => undefined, env: { now: 0, offsetMinutes: 480 }, mode: 'submit' },
  };
  const handIn = async (submitted: FormValues) => {
    const fresh = await withoutStale(cases as unknown as CaseStore, live, form, submitted, context);
    return form.applyPatch(versions.at(-1) ?? {}, fresh, context);
  };
  return { handIn };
}

const row = (dept: string, note: string) => ({ rowId: dept, dept, note });

describe('rows of others on an older page', () => {
  const { handIn } = rowsOf([{ rows: [row('zrzy', ''), row('fgw', '')] }, { rows: [row('zrzy', '已审'), row('fgw', '')] }]);

  it('stay as they now are', async () => {
    const patched = await handIn({ rows: [row('zrzy', ''), row('fgw', '同意')] });
    expect(patched.problems).toEqual([]);
    expect(patched.values).toEqual({ rows: [row('zrzy', '已审'), row('fgw', '同意')] });
  });

  it('are refused when they never looked like that', async () => {
    const patched = await handIn({ rows: [row('zrzy', '伪造'), row('fgw', '同意')] });
    expect(patched.problems.map(({ code }) => code)).toContain('FORM_FIELD_NOT_WRITABLE');
  });
});

describe('a page that is older than the form', () => {
  it('hands in values of others as they once were, which is no attempt to write them', async () => {
    const office = await (await SmallOffice.open()).accepted();
    await office.complete(people.land, 'landReview', { 'F-04': { land: agree } });
    const old = (await office.engine.load(COUNTY, office.caseId))?.state.data['opinions']?.values ?? {};
    await office.engine.execute({
      ...{ tenant: COUNTY, caseId: office.caseId, commandId: 'x', actorId: 'u-li' },
      decide: () => ({
        command: { kind: 'setData', commandId: 'x', now: 5, data: { opinions: { land: { ...agree, text: '补充' } } } },
        answer: () => null,
      }),
    });
    const answer = await office.tryComplete(people.plan, 'planReview', { 'F-04': { ...old, plan: agree } });
    expect(codesOf(answer)).toEqual([]);
    const values = (await office.engine.load(COUNTY, office.caseId))?.state.data['opinions']?.values;
    expect(values).toMatchObject({ land: { text: '补充' }, plan: { choice: 'agree' } });
  });

  it('is still refused what never stood there', async () => {
    const office = await (await SmallOffice.open()).accepted();
    await office.complete(people.land, 'landReview', { 'F-04': { land: agree } });
    const forged = { land: { choice: 'disagree', text: '伪造' }, plan: agree };
    expect(codesOf(await office.tryComplete(people.plan, 'planReview', { 'F-04': forged }))).toEqual(['FORM_FIELD_NOT_WRITABLE']);
  });
});
