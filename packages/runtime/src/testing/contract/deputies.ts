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
];
