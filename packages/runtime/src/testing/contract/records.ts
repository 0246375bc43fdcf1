/** Promises about shared records: projects, documents, serial numbers. */
import { checkEqual } from '../check-equal.ts';
import { type ContractCase, issueRequest } from './contract-case.ts';

export const recordCases: readonly ContractCase[] = [
  {
    title: 'keeps projects by code, per tenant and owner',
    run: async ({ records }) => {
      const project = { tenant: 'A', code: '2', name: '光伏', enterprise: { name: '甲公司', uscc: '91' }, owner: 'u1' };
      await records.saveProject(project);
      await records.saveProject({ ...project, code: '1', owner: 'u2' });
      await records.saveProject({ ...project, name: '光伏二期' });
      checkEqual(await records.project('A', '2'), { ...project, name: '光伏二期' }, 'the project');
      checkEqual(await records.project('B', '2'), undefined, 'another tenant');
      checkEqual(
        (await records.projects('A')).map((found) => found.code),
        ['1', '2'],
        'all, by code',
      );
      checkEqual(
        (await records.projects('A', 'u1')).map((found) => found.code),
        ['2'],
        'by owner',
      );
    },
  },
  {
    title: 'issues once per key, with consecutive serials per tenant, series and year',
    run: async ({ records }) => {
      const numbers: (string | undefined)[] = [];
      for (const request of [
        issueRequest('k1'),
        issueRequest('k2'),
        issueRequest('k1', { issuedAt: 9999 }),
        issueRequest('k3', { serial: { series: '模拟审批', year: 2027 } }),
        issueRequest('k4', { serial: { series: '受理', year: 2026 } }),
        issueRequest('k1', { tenant: 'B' }),
        issueRequest('k5'),
      ])
        numbers.push((await records.issue(request)).content.number);
      checkEqual(
        numbers,
        ['1', '2', '1', '1', '1', '1', '3'].map((serial) => `模拟审批〔2026〕${serial}号`),
        'numbers',
      );
      const documents = await records.documents('A', { caseId: 'c1' });
      checkEqual(
        documents.map((document) => document.id),
        ['c1.d1', 'c1.d2', 'c1.d3', 'c1.d4', 'c1.d5'],
        'documents of the case',
      );
      const { key: _key, serial: _serial, content, ...facts } = issueRequest('k1');
      const kept = { ...facts, id: 'c1.d1', content: { ...content, number: '模拟审批〔2026〕1号' } };
      checkEqual(await records.document('A', 'c1.d1'), kept, 'the first document');
    },
  },
  {
    title: 'sets the status of documents and says why',
    run: async ({ records }) => {
      const first = await records.issue(issueRequest('k1', { projectCode: 'p1' }));
      const second = await records.issue(issueRequest('k2', { projectCode: 'p1', status: 'effective' }));
      const change = { tenant: 'A', documentIds: [first.id], status: 'recalled', reason: '已转换', replacedBy: second.id } as const;
      await records.setStatus(change);
      await records.setStatus({ ...change, reason: '又一次' });
      await records.setStatus({ ...change, tenant: 'B', documentIds: [second.id] });
      const documents = await records.documents('A', { projectCode: 'p1' });
      checkEqual(
        documents.map(({ status, reason, replacedBy }) => ({ status, reason, replacedBy })),
        [{ status: 'recalled', reason: '已转换', replacedBy: second.id }, { status: 'effective' }],
        'documents of the project',
      );
      checkEqual(await records.documents('B', { projectCode: 'p1' }), [], 'documents of another tenant');
    },
  },
  {
    title: 'gives every serial once when documents are issued at the same time',
    run: async ({ records }) => {
      const issued = await Promise.all(['a', 'b', 'c', 'd'].map((key) => records.issue(issueRequest(key))));
      const serials = issued.map((document) => document.content.number?.match(/(\d+)号/)?.[1]).sort();
      checkEqual(serials, ['1', '2', '3', '4'], 'serials');
    },
  },
];
