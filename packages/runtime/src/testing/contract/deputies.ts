/** Promises about deputyships: by person and time, replaced whole, each command once. */
import type { Deputyship } from '@tongban/model';
import { checkEqual } from '../check-equal.ts';
import type { ContractCase } from './contract-case.ts';

const PERSON = (id: string) => ({ id, name: id });
const deputyship = (deputyshipId: string, from: string, to: string, startsAt: number, endsAt: number): Deputyship => ({
  ...{ deputyshipId, principal: PERSON(from), deputy: PERSON(to), startsAt, endsAt, scope: {}, setAt: 0, setBy: PERSON(from) },
});
const command = (commandId: string) => ({ commandId, actorId: 'u1', answer: { ok: true, commandId } });

export const deputyCases: readonly ContractCase[] = [
  {
    title: 'keeps deputyships per tenant, found by either side, by start, without those that are over',
    run: async ({ deputies }) => {
      await deputies.save('A', deputyship('d2', 'u1', 'u2', 50, 90), command('1'));
      await deputies.save('A', deputyship('d1', 'u2', 'u3', 10, 40), command('2'));
      await deputies.save('A', deputyship('d3', 'u4', 'u5', 5, 90), command('3'));
      const ids = async (...[tenant, query]: Parameters<typeof deputies.list>) =>
        (await deputies.list(tenant, query)).map((one) => one.deputyshipId);
      checkEqual(await ids('A', {}), ['d3', 'd1', 'd2'], 'all');
      checkEqual(await ids('A', { person: 'u2' }), ['d1', 'd2'], 'of a person');
      checkEqual(await ids('A', { person: 'u2', after: 40 }), ['d2'], 'not those that are over');
      checkEqual(await ids('B', {}), [], 'of another tenant');
      checkEqual(await deputies.deputyship('B', 'd1'), undefined, 'one of another tenant');
      checkEqual(await deputies.deputyship('A', 'd1'), deputyship('d1', 'u2', 'u3', 10, 40), 'one');
    },
  },
  {
    title: 'ends a deputyship early, and does a command once',
    run: async ({ deputies }) => {
      const first = deputyship('d1', 'u1', 'u2', 10, 90);
      checkEqual(await deputies.save('A', first, command('1')), { kind: 'done' }, 'the first time');
      checkEqual(
        await deputies.save('A', { ...first, endsAt: 99 }, command('1')),
        { kind: 'repeated', answer: command('1').answer },
        'again',
      );
      checkEqual(await deputies.seen('A', 'u1', '1'), command('1').answer, 'the answer');
      await deputies.save('A', { ...first, endedAt: 20 }, command('2'));
      checkEqual(await deputies.list('A', { after: 20 }), [], 'what is not over');
      checkEqual(await deputies.list('A', { after: 19 }), [{ ...first, endedAt: 20 }], 'what was not over then');
    },
  },
  {
    title: 'keeps no chain of deputies, also of several set at once',
    run: async ({ deputies }) => {
      const ring = [deputyship('d1', 'u1', 'u2', 10, 90), deputyship('d2', 'u2', 'u3', 20, 80), deputyship('d3', 'u3', 'u1', 30, 70)];
      const saved = await Promise.all(ring.map((one, at) => deputies.save('A', one, command(`${at}`))));
      const kinds = saved.map(({ kind }) => kind).sort();
      checkEqual(kinds, ['chain', 'chain', 'done'], 'how they came out');
      checkEqual((await deputies.list('A', {})).length, 1, 'what is kept');
      const refused = saved.findIndex(({ kind }) => kind === 'chain');
      checkEqual(await deputies.seen('A', 'u1', `${refused}`), undefined, 'a refused one is not remembered');
    },
  },
  {
    title: 'keeps deputies one after another, and beside those that ended early',
    run: async ({ deputies }) => {
      const first = deputyship('d1', 'u1', 'u2', 10, 90);
      await deputies.save('A', first, command('1'));
      const next = deputyship('d2', 'u2', 'u3', 50, 80);
      checkEqual(await deputies.save('A', next, command('2')), { kind: 'chain', with: first }, 'in the same time');
      checkEqual(await deputies.save('B', next, command('2')), { kind: 'done' }, 'in another tenant');
      checkEqual(await deputies.save('A', deputyship('d3', 'u2', 'u3', 90, 99), command('3')), { kind: 'done' }, 'afterwards');
      await deputies.save('A', { ...first, endedAt: 20 }, command('4'));
      checkEqual(await deputies.save('A', next, command('5')), { kind: 'done' }, 'when the first has ended');
      checkEqual(await deputies.save('A', { ...next, endedAt: 55 }, command('6')), { kind: 'done' }, 'ending asks nothing');
    },
  },
];
