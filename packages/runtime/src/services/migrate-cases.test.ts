import { describe, expect, it } from 'vitest';
import { flow } from '../testing/builders/flow.ts';
import { checkReplay } from '../testing/replay.ts';
import { COUNTY, people, smallRelease } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const refused = (code: string) => expect.objectContaining({ code });
const task = (role: string) => ({ task: { performer: { role }, filings: [], operations: [] } });
const release = (id: string, text: string) => ({
  ...{ ...smallRelease, id: `sha256:${id}` },
  program: flow(text, { nodes: { review: task('reviewer'), check: task('window'), approve: task('reviewer') } }),
});

async function office() {
  const opened = await SmallOffice.open();
  await opened.engine.deploy({ tenant: COUNTY, release: release('old', 'start > check > review > end') });
  const start = async (commandId: string) =>
    mustBeDone(await opened.engine.as(people.applicant).start({ commandId, measureId: 'small' })).caseId;
  const [atCheck, atReview] = [await start('c1'), await start('c2')];
  const complete = async (caseId: string) => {
    const live = await opened.engine.load(COUNTY, caseId);
    const open = live?.tasks.find(({ status }) => status === 'open');
    return opened.engine
      .as(people.window)
      .complete({ commandId: `d-${open?.taskId}`, taskId: open?.taskId ?? '', revision: open?.revision ?? 0 });
  };
  mustBeDone(await complete(atReview));
  await opened.engine.deploy({ tenant: COUNTY, release: release('new', 'start > check > approve > end') });
  return { opened, admin: opened.engine.as(people.admin), atCheck, atReview, complete };
}

describe('running cases', () => {
  it('MG2 are previewed, and go over when nothing stands in the way', async () => {
    const { admin, atCheck, atReview, opened, complete } = await office();
    const preview = await admin.previewMigration({ to: 'sha256:new' });
    expect(preview.total).toBe(2);
    const found = new Map(preview.entries.map((entry) => [entry.caseId, entry]));
    expect(found.get(atCheck)).toMatchObject({ from: 'sha256:old', problems: [], moves: [] });
    expect(found.get(atReview)?.problems).toMatchObject([{ code: 'RUNTIME_MIGRATION_NODE_GONE' }]);
    const progress: number[] = [];
    const order = { commandId: 'm1', to: 'sha256:new', onProgress: ({ done }: { readonly done: number }) => void progress.push(done) };
    const report = await admin.migrate(order);
    expect(report).toMatchObject({ migrated: [atCheck], refused: [{ caseId: atReview }], stopped: false });
    expect(progress).toEqual([1, 2]);
    expect((await opened.engine.load(COUNTY, atReview))?.row.releaseId).toBe('sha256:old');
    expect((await admin.cases()).entries.find(({ caseId }) => caseId === atCheck)?.releaseId).toBe('sha256:new');
    expect((await admin.migrate(order)).migrated).toEqual([atCheck]);
    expect((await admin.history(atCheck)).entries.filter(({ kind }) => kind === 'caseMigrated')).toHaveLength(1);
    mustBeDone(await complete(atCheck));
    await checkReplay(opened.engine.storage, COUNTY, atCheck);
    expect((await opened.engine.as(people.land).tasks({ box: 'todo' })).entries.map(({ stepName }) => stepName)).toEqual(
      expect.arrayContaining(['review', 'approve']),
    );
  });

  it('MG1 go where the administrator says, with their tasks', async () => {
    const { admin, atReview, opened } = await office();
    const order = { commandId: 'm1', to: 'sha256:new', mapping: { review: 'approve' }, caseIds: [atReview] };
    expect((await admin.previewMigration(order)).entries).toMatchObject([{ moves: [{ from: 'review', to: 'approve' }], problems: [] }]);
    expect((await admin.migrate(order)).migrated).toEqual([atReview]);
    const land = opened.engine.as(people.land);
    const [line] = (await land.tasks({ box: 'todo' })).entries;
    expect(line?.stepName).toBe('approve');
    const view = await land.task(line?.taskId ?? '');
    expect(codesOf(await land.complete({ commandId: 'd', taskId: view.taskId, revision: view.revision }))).toEqual([]);
    expect((await admin.case(atReview)).ended?.kind).toBe('completed');
    expect((await admin.case(atReview)).timeline.map(({ text }) => text)).toContain('转为按新版本流程办理');
  });

  it('are taken over by administrators only, to a release that is there', async () => {
    const { admin, opened } = await office();
    const land = opened.engine.as(people.land);
    await expect(land.migrate({ commandId: 'm', to: 'sha256:new' })).rejects.toEqual(refused('RUNTIME_NOT_ALLOWED'));
    await expect(land.previewMigration({ to: 'sha256:new' })).rejects.toEqual(refused('RUNTIME_NOT_ALLOWED'));
    await expect(admin.migrate({ commandId: 'm', to: 'sha256:gone' })).rejects.toEqual(refused('RUNTIME_RELEASE_UNKNOWN'));
  });
});
