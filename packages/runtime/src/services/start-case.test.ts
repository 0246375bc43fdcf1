import { describe, expect, it } from 'vitest';
import { compare, literal } from '../testing/builders/expressions.ts';
import { flow } from '../testing/builders/flow.ts';
import { COUNTY, people, smallRelease, solarProject } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const start = (office: SmallOffice, actor: typeof people.applicant, projectCode = solarProject.code) =>
  office.as(actor).start({ commandId: office.commandId, releaseId: smallRelease.id, projectCode });

describe('start', () => {
  it('offers a measure to those who may start it', async () => {
    const office = await SmallOffice.open();
    const offered = { measureId: 'small', releaseId: smallRelease.id, title: '模拟审批', asksProject: true };
    expect(await office.as(people.applicant).startable()).toEqual([offered]);
    expect(await office.as(people.land).startable()).toEqual([]);
    expect(await office.as(people.stranger).startable()).toEqual([]);
    expect(codesOf(await start(office, people.land))).toEqual(['RUNTIME_START_NOT_ALLOWED']);
    expect(codesOf(await start(office, people.stranger))).toEqual(['RUNTIME_RELEASE_UNKNOWN']);
  });

  it('UT6 keeps the superior of the starter as the host knows them now', async () => {
    const boss = { ...people.applicant, superior: 'boss' };
    const office = await SmallOffice.open({ directory: { person: async () => ({ ...people.applicant, superior: 'from-directory' }) } });
    for (const [actor, superior] of [
      [boss, 'boss'],
      [people.applicant, 'from-directory'],
    ] as const) {
      const { caseId } = mustBeDone(await start(office, actor));
      const stored = await office.engine.storage.cases.load(COUNTY, caseId);
      expect(stored?.state['starter']).toMatchObject({ superior });
    }
  });

  it('reads who may start from the parameters of the measure', async () => {
    const office = await SmallOffice.open();
    const roles = {
      text: 'if parameters.channel = "offline" then "window" else ["window", "applicant"]',
      reads: ['parameters'],
      tree: {
        kind: 'if' as const,
        at: [0, 0] as const,
        condition: compare('parameters.channel', '=', 'offline').tree,
        yes: literal('window').tree,
        no: literal(['window', 'applicant']).tree,
      },
    };
    const program = {
      ...smallRelease.program,
      nodes: smallRelease.program.nodes.map((node) => (node.id === 'start' ? { ...node, startRoles: roles } : node)),
    };
    for (const [channel, count] of [
      ['offline', 0],
      ['online', 1],
    ] as const) {
      const parameters = [{ id: 'channel', name: { 'zh-CN': '办理渠道' }, value: channel }];
      const release = {
        ...smallRelease,
        id: `sha256:${channel}`,
        program: program as never,
        manifest: { ...smallRelease.manifest, parameters },
      };
      await office.engine.deploy({ tenant: COUNTY, release });
      expect(await office.as(people.applicant).startable()).toHaveLength(count);
      expect(await office.as(people.window).startable()).toHaveLength(1);
    }
  });

  it('fills in what the project says, by the meaning of fields', async () => {
    const office = await (await SmallOffice.open()).start();
    const live = await office.engine.load(COUNTY, office.caseId);
    expect(live?.state.data['application']?.values).toEqual({
      projectName: '太阳能发电项目',
      code: solarProject.code,
      enterprise: '积石山光伏公司',
      phone: '13800000000',
      investment: { $decimal: '1200.50' },
    });
    expect(live?.row).toMatchObject({ title: '太阳能发电项目', key: solarProject.code, applicant: '积石山光伏公司' });
  });

  it('knows only the projects of the person, or all for departments', async () => {
    const office = await SmallOffice.open();
    expect(await office.as(people.applicant).projects('太阳能')).toEqual([solarProject]);
    expect(await office.as(people.applicant).projects('风电')).toEqual([]);
    expect(await office.as(people.other).projects()).toEqual([]);
    expect(await office.as(people.window).projects('100001')).toEqual([solarProject]);
    expect(codesOf(await start(office, people.other))).toEqual(['RUNTIME_PROJECT_UNKNOWN']);
    expect(codesOf(await start(office, people.applicant, '0000'))).toEqual(['RUNTIME_PROJECT_UNKNOWN']);
  });

  it('starts one case however often the command comes', async () => {
    const office = await SmallOffice.open();
    const command = { commandId: 'once', releaseId: smallRelease.id, projectCode: solarProject.code };
    const service = office.as(people.applicant);
    const answers = [
      await service.start(command),
      await service.start(command),
      ...(await Promise.all([service.start(command), service.start(command)])),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(mustBeDone(answers[0] as never)).toMatchObject({ caseId: 'id-1', taskId: 'id-1.1' });
    expect((await service.tasks({ box: 'started' })).total).toBe(1);
  });
});

describe('processes', () => {
  const program = flow('start > apply > end', {
    processes: { second: 'start2 > check > end2', third: 'start3 > look > end3' },
    nodes: { start2: { startRoles: ['window'] }, start3: { events: [{ kind: 'message', name: 'pushed' }] } },
  });
  const opened = async () => {
    const office = await SmallOffice.open();
    await office.engine.deploy({ tenant: COUNTY, release: { ...smallRelease, id: 'sha256:pools', program } });
    const start = (actor: typeof people.applicant, more: object) =>
      office.engine.as(actor).start({ commandId: office.commandId, releaseId: 'sha256:pools', ...more });
    return { office, start };
  };

  it('are started by those who may start each of them', async () => {
    const { office, start } = await opened();
    expect(codesOf(await start(people.applicant, { process: 'second' }))).toEqual(['RUNTIME_START_NOT_ALLOWED']);
    const { caseId } = mustBeDone(await start(people.window, { process: 'second' }));
    const live = await office.engine.load(COUNTY, caseId);
    expect(live?.tasks.map(({ nodeId }) => nodeId)).toEqual(['check']);
    expect(codesOf(await start(people.applicant, { process: 'nowhere' }))).toEqual(['RUNTIME_START_UNKNOWN']);
  });

  it('are not begun by people in place of an event, and not offered when only events begin them', async () => {
    const { office, start } = await opened();
    expect(codesOf(await start(people.applicant, { startNode: 'start3' }))).toEqual(['RUNTIME_START_BY_EVENT']);
    mustBeDone(await start(people.admin, { startNode: 'start3' }));
    const byEvent = flow('start > a > end', { nodes: { start: { events: [{ kind: 'signal', name: 's' }] } } });
    await office.engine.deploy({ tenant: COUNTY, release: { ...smallRelease, id: 'sha256:event', program: byEvent } });
    expect(await office.as(people.applicant).startable()).toEqual([]);
  });
});
