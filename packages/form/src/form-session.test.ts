import { describe, expect, test } from 'vitest';
import { application, at, codes, field, goodValues, items, opened } from './forms.fixture.ts';

/** Given by Node; the room itself has no clock. */
declare const performance: { now(): number };

const open = opened(application.fields, application);
const context = at('submit', { items, access: { default: 'write' } });

describe('a session', () => {
  test('FS1 a change tells the paths whose verdict changed, and no others', () => {
    const session = open.startSession(goodValues, context);
    const heard: (readonly string[])[] = [];
    session.subscribe((changed) => heard.push(changed));
    session.set('share', 40);
    expect(heard).toEqual([['share', 'ownMoney']]);
    session.set('share', 40);
    expect(heard).toHaveLength(1);
    session.set('contacts[0].hours', 5);
    expect(heard[1]).toEqual(['contacts', 'contacts[0]', 'contacts[0].hours', 'contacts[0].cost', 'total']);
    expect(session.verdictOf('total')?.value).toBe(250);
  });

  test('FS2 verdicts of other paths stay the same objects', () => {
    const session = open.startSession(goodValues, context);
    const before = session.verdictOf('contacts[1].name');
    session.set('contacts[0].hours', 7);
    expect(session.verdictOf('contacts[1].name')).toBe(before);
    session.set('investment', 50);
    expect(session.verdictOf('landState')?.visible).toBe(false);
  });

  test('FS3 rows are added with an id of their own, removed and moved', () => {
    const session = open.startSession(goodValues, context);
    const heard: string[] = [];
    const stop = session.subscribe((changed) => heard.push(...changed));
    expect(session.addRow('contacts', { name: '丙' })).toBe('r3');
    expect(codes(session.verdictOf('contacts[2].mobile')?.problems ?? [])).toEqual(['FORM_FIELD_REQUIRED']);
    session.moveRow('contacts', 'r3', 0);
    expect(session.get('contacts[0].name')).toBe('丙');
    session.removeRow('contacts', 'r1');
    expect(session.values()['contacts']).toMatchObject([{ rowId: 'r3' }, { rowId: 'r2' }]);
    expect(session.verdictOf('contacts[2].name')).toBeUndefined();
    expect(heard).toContain('contacts[2].name');
    stop();
    heard.length = 0;
    session.set('phone', null);
    expect(heard).toEqual([]);
  });

  test('FS4 a value of the wrong type is kept as typed and reported, but not sent', () => {
    const session = open.startSession(goodValues, context);
    session.set('investment', '十二');
    expect(session.get('investment')).toBe('十二');
    expect(codes(session.verdictOf('investment')?.problems ?? [])).toEqual(['FORM_VALUE_TYPE']);
    expect('investment' in session.values()).toBe(false);
  });

  test('FS9 what was emptied is sent as null, so that a patch empties it too', () => {
    const session = open.startSession(goodValues, context);
    session.set('phone', null);
    session.set('contacts[0].mobile', '');
    session.removeRow('contacts', 'r2');
    const sent = session.values();
    expect([sent['phone'], sent['kind'], 'total' in sent]).toEqual([null, 'equip', true]);
    const { values } = open.applyPatch(goodValues, sent, { ...context, mode: 'draft' });
    expect(values).toEqual({
      ...goodValues,
      phone: undefined,
      contacts: [{ rowId: 'r1', name: '甲', hours: 3, cost: 150 }],
      ownMoney: { $decimal: '36.015' },
      total: 150,
    });
    session.removeRow('contacts', 'r1');
    expect(open.applyPatch(goodValues, session.values(), context).values['contacts']).toBeUndefined();
  });

  test('FS5 another situation is one change', () => {
    const session = open.startSession({}, { ...context, mode: 'draft' });
    expect(session.problems()).toEqual([]);
    session.reset({ context });
    expect(codes(session.verdictOf('phone')?.problems ?? [])).toEqual(['FORM_FIELD_REQUIRED']);
  });

  test('FS6 a path that is nowhere is an error with a code', () => {
    const session = open.startSession({}, context);
    for (const path of ['x', 'phone[0]', 'contacts[0].x', '', 'contacts[0].name']) {
      expect(() => session.set(path, 1)).toThrow(expect.objectContaining({ code: 'FORM_PATH_UNKNOWN' }));
    }
  });

  test('FS7 one key among 200 fields asks again the 20 that depend on it, and no other', () => {
    const fields = Array.from({ length: 200 }, (_, index) =>
      field('number', `f${index}`, index > 0 && index <= 20 ? { computed: `f0 * ${index}` } : { required: true }),
    );
    const form = opened(fields);
    const session = form.startSession({}, context);
    session.set('f0', 1);
    const before = fields.map(({ key }) => session.verdictOf(key));
    const heard: (readonly string[])[] = [];
    session.subscribe((paths) => heard.push(paths));
    session.set('f0', 297);
    expect(heard).toHaveLength(1);
    expect([...(heard[0] ?? [])].sort()).toEqual(Array.from({ length: 21 }, (_, index) => `f${index}`).sort());
    const same = fields.filter(({ key }, index) => session.verdictOf(key) === before[index]);
    expect(same).toHaveLength(179);
    expect(session.get('f20')).toBe(297 * 20);
  });
});
