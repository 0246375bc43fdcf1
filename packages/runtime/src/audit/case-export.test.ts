import type { Actor, CaseExport, Problem } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../core/command.ts';
import { COUNTY, people } from '../testing/small-measure.ts';
import { SmallOffice } from '../testing/small-office.ts';
import type { AuditEntry } from './audit-link.ts';
import { exportCase, verifyCaseExport } from './case-export.ts';
import { type Digest, sha256Digest } from './digest.ts';

const another: Digest = { algorithm: 'another', hash: (text) => sha256Digest.hash(`another ${text}`) };

async function exported(options: Parameters<typeof SmallOffice.open>[0] = {}): Promise<CaseExport> {
  const office = await (await SmallOffice.open(options)).reviewed();
  const found = await exportCase(office.engine.storage, COUNTY, office.caseId);
  if (found === undefined) throw new Error('There is no case.');
  // As it arrives elsewhere.
  return JSON.parse(JSON.stringify(found));
}

const kinds = (one: CaseExport) => verifyCaseExport(one).problems.map(({ kind, version }) => `${kind} ${version}`);
const entryOf = (one: CaseExport, at: number) => JSON.parse(one.links[at]?.entry ?? '') as AuditEntry;

describe('the audit chain', () => {
  it('AU1 links every commit to the one before it, with its events and digests of its documents', async () => {
    const one = await exported();
    expect(verifyCaseExport(one)).toMatchObject({ ok: true, problems: [], verified: one.links.length, unsealed: 0, erasedValues: 0 });
    expect(one.links.length).toBeGreaterThan(5);
    const entries = one.links.map((_, at) => entryOf(one, at));
    expect(entries.map(({ previous }) => previous)).toEqual(['', ...one.links.map(({ hash }) => hash)].slice(0, -1));
    expect(entries.flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual(
      Array.from({ length: entries.flatMap(({ events }) => events).length }, (_, at) => at + 1),
    );
    expect(entries.flatMap(({ documents }) => documents)).toHaveLength(one.documents.length);
  });

  it('AU2 holds no names, comments or form values', async () => {
    const one = await exported();
    const chain = one.links.map(({ entry }) => entry).join();
    const beside = one.links.flatMap(({ personal }) => personal).join() + JSON.stringify(one.documents);
    for (const value of ['王一', '李地', '早开工', '积石山光伏公司', '91622927MA7000001X']) {
      expect(beside, value).toContain(value);
      expect(chain, value).not.toContain(value);
    }
    expect(chain).toContain('u-wang');
    expect(new Set(one.links.flatMap(({ personal }) => personal.map((text) => JSON.parse(text).salt))).size).toBe(
      one.links.flatMap(({ personal }) => personal).length,
    );
  });

  it('AU3 shows what was changed, moved or taken away, and where', async () => {
    const one = await exported();
    const { links, documents } = one;
    const [first, second, third] = links;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too short');
    const changed = { ...second, entry: second.entry.replace('"kind":"taskOpened"', '"kind":"taskCompleted"') };
    expect(kinds({ ...one, links: [first, changed, ...links.slice(2)] })).toEqual(['entryChanged 2']);
    expect(kinds({ ...one, links: [first, { ...second, entry: '{' }, ...links.slice(2)] })).toContain('entryChanged 2');
    expect(kinds({ ...one, links: [first, ...links.slice(2)] })).toEqual(
      expect.arrayContaining(['linkBroken 2', 'entryMisplaced 2', 'eventMissing 2']),
    );
    expect(kinds({ ...one, links: [first, third, second, ...links.slice(3)] })).toContain('linkBroken 2');
    expect(kinds({ ...one, links: links.slice(0, -1) })).toEqual([`headDiffers ${links.length - 1}`]);
    expect(kinds({ ...one, links: [...links, first] })).toContain(`linkBroken ${links.length + 1}`);
    const renamed = first.personal.map((text) => text.replace('王一', '王二'));
    expect(kinds({ ...one, links: [{ ...first, personal: renamed }, ...links.slice(1)] })).toEqual(['personalChanged 1']);
    const forged = documents.map((row, at) => (at === 0 ? { ...row, values: { ...row.values, reason: '晚开工' } } : row));
    expect(kinds({ ...one, documents: forged })).toEqual([expect.stringMatching(/^documentChanged \d$/)]);
    expect(kinds({ ...one, caseId: 'another' })).toHaveLength(links.length);
  });

  it('AU5 stays valid when what is known of a person is erased', async () => {
    const office = await (await SmallOffice.open()).reviewed();
    const { storage } = office.engine;
    const erase = (actor: Actor, commandId = 'erase') =>
      office.engine.as(actor).erasePerson({ commandId, caseId: office.caseId, person: people.applicant.id });
    const codes = async (answer: ReturnType<typeof erase>) =>
      ((await answer) as { readonly problems: readonly Problem[] }).problems[0]?.code;
    expect(await codes(erase(people.window))).toBe('RUNTIME_NOT_ALLOWED');
    expect(await codes(erase(people.admin))).toBe('RUNTIME_ERASE_OPEN_CASE');
    const facts = { tenant: COUNTY, caseId: office.caseId, commandId: 'end', actorId: 'u' };
    const end: CaseCommand = { kind: 'terminate', commandId: 'end', now: office.clock.now() };
    await office.engine.execute({ ...facts, decide: () => ({ command: end, answer: () => null }) });
    const before = await storage.cases.lastCursor();
    expect(await erase(people.admin)).toEqual({ ok: true, caseId: office.caseId });
    expect(await erase(people.admin)).toEqual({ ok: true, caseId: office.caseId });
    expect(await storage.cases.lastCursor()).toBe(before + 1);
    const one = (await exportCase(storage, COUNTY, office.caseId)) as CaseExport;
    expect(verifyCaseExport(one)).toMatchObject({ ok: true, erasedDocuments: expect.toSatisfy((count) => count > 0) });
    const everything = JSON.stringify([
      one,
      await storage.cases.load(COUNTY, office.caseId),
      await storage.cases.tasksOf(COUNTY, office.caseId),
    ]);
    for (const value of ['王一', '早开工', '积石山光伏公司', '91622927MA7000001X']) expect(everything, value).not.toContain(value);
    expect(everything).toContain('李地');
    const view = await office.engine.as(people.admin).case(office.caseId);
    expect(view.timeline.at(-1)).toMatchObject({ byName: '管理员', text: '删除个人信息' });
    expect(view.timeline[0]).toMatchObject({ byName: '***' });
  });

  it('AU4 is made with the digest of the host', async () => {
    const one = await exported({ digest: another });
    expect(entryOf(one, 0).algorithm).toBe('another');
    expect(verifyCaseExport(one, another)).toMatchObject({ ok: true });
    expect(verifyCaseExport(one).problems[0]).toMatchObject({ kind: 'formatUnknown', version: 1 });
  });
});
