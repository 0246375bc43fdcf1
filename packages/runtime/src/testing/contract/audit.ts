/** Promises about the audit chain: links are kept as they were made, byte for byte, with what lies beside them. */
import { eventsOfLink } from '../../audit/audit-link.ts';
import { exportCase, verifyCaseExport } from '../../audit/case-export.ts';
import { check, checkEqual } from '../check-equal.ts';
import { type ContractCase, commitOf } from './contract-case.ts';

export const auditCases: readonly ContractCase[] = [
  {
    title: 'keeps the chain of a case so that it can be verified',
    run: async (storage) => {
      const { cases } = storage;
      const data = (version: number) => [{ key: 'application', version, values: { name: '甲', b: 1, a: 2 }, salt: `s${version}` }];
      const first = commitOf('c1', 0, { data: data(1) });
      const second = commitOf('c1', 1, { data: data(2), previous: first.link.hash });
      for (const commit of [first, commitOf('c2', 0), second]) await cases.commit(commit);
      checkEqual((await cases.load('A', 'c1'))?.hash, second.link.hash, 'hash of the case');
      const audit = await cases.audit('A', 'c1');
      checkEqual(audit?.links, [first.link, second.link], 'links');
      checkEqual(audit?.data, [...data(1), ...data(2)], 'documents with their salts');
      checkEqual(await cases.audit('B', 'c1'), undefined, 'the chain seen from another tenant');
      const exported = await exportCase(storage, 'A', 'c1');
      checkEqual(exported && verifyCaseExport(exported).problems, [], 'problems');
      checkEqual(exported && verifyCaseExport(exported).verified, 2, 'verified links');
    },
  },
  {
    title: 'erases what earlier links keep of a person, and the chain stays valid',
    run: async (storage) => {
      const { cases } = storage;
      const data = [{ key: 'application', version: 1, values: { name: '甲' }, salt: 's' }];
      const first = commitOf('c1', 0, { data });
      const other = commitOf('c1', 1, { previous: first.link.hash, command: { commandId: 'x', actorId: 'u2', answer: null } });
      const last = commitOf('c1', 2, { previous: other.link.hash, erase: { person: 'u1', documents: true } });
      for (const commit of [first, other, commitOf('c2', 0), last]) await cases.commit(commit);
      checkEqual(
        (await cases.audit('A', 'c1'))?.links.map(({ personal }) => personal.length),
        [1, 2, 2],
        'records of the links',
      );
      const found = (await cases.eventsOf('A', 'c1')).map(({ event }) => (event['by'] as { readonly name: string }).name);
      checkEqual(found, ['***', '姓名u2', '姓名u1'], 'names in the events');
      const told = (await cases.eventsSince(0, 9)).map(({ event }) => (event['by'] as { readonly name: string }).name);
      checkEqual(told, ['***', '姓名u2', '姓名u1', '姓名u1'], 'names in the outbox');
      checkEqual([(await cases.load('A', 'c1'))?.data, await cases.data('A', 'c1', 'application', 1)], [[], undefined], 'documents');
      const exported = await exportCase(storage, 'A', 'c1');
      const { problems, erasedValues, erasedDocuments } = verifyCaseExport(exported as NonNullable<typeof exported>);
      checkEqual({ problems, erasedValues, erasedDocuments }, { problems: [], erasedValues: 1, erasedDocuments: 1 }, 'verification');
    },
  },
  {
    title: 'reads events from their link',
    run: async ({ cases }) => {
      const commit = commitOf('c1', 0);
      await cases.commit(commit);
      const [row] = await cases.eventsOf('A', 'c1');
      checkEqual(row?.event, eventsOfLink(commit.link)[0], 'the event');
      check(
        !commit.link.entry.includes('姓名u1') && JSON.stringify(row).includes('姓名u1'),
        'a name stands in the event, not in the chain',
      );
    },
  },
];
