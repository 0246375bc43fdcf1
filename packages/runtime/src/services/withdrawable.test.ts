/** What counts as later work that forbids taking back: wherever it was done, and by whomever. */
import type { CaseService } from '@tongban/model';
import { expect, test } from 'vitest';
import { SYSTEM } from '../engine/own-roles.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { COUNTY, people, smallRelease } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const own = { task: { performer: { starter: true }, filings: [], operations: [{ kind: 'withdraw' }] } } as const;
const office = { task: { performer: { role: 'window' }, filings: [], operations: [] } } as const;
const LATE = ['RUNTIME_WITHDRAW_TOO_LATE'];

/** A case whose applicant has done `apply`, and what people do then. */
async function applied(text: string, options: FlowOptions) {
  const small = await SmallOffice.open();
  const nodes = { apply: own, check: office, seal: office, ...options.nodes };
  const program = flow(text, { ...options, nodes });
  await small.engine.deploy({ tenant: COUNTY, release: { ...smallRelease, id: `sha256:${text}`, program } });
  const system = small.engine.as({ id: 'portal', name: '门户', tenant: COUNTY, roles: [SYSTEM] });
  const [applicant, window, admin] = [small.engine.as(people.applicant), small.engine.as(people.window), small.engine.as(people.admin)];
  const { caseId } = mustBeDone(await applicant.start({ commandId: 's', measureId: 'small' }));
  const complete = async (by: CaseService, name: string) => {
    const { taskId = '' } = (await by.case(caseId)).openTasks.find((task) => task.name === name) ?? {};
    const { revision } = await by.task(taskId);
    mustBeDone(await by.complete({ commandId: small.commandId, taskId, revision, values: {} }));
  };
  await complete(applicant, 'apply');
  const withdraw = async () => codesOf(await applicant.operateCase({ commandId: small.commandId, caseId, kind: 'withdraw' }));
  return { small, caseId, system, window, admin, complete, withdraw };
}

test('WD2 work in a process that is called counts', async () => {
  const calls = { calls: { ask: 'helper' }, processes: { helper: 'startH > check > seal > endH' } };
  const { window, complete, withdraw } = await applied('start > apply > call:ask > end', calls);
  await complete(window, 'check');
  expect(await withdraw()).toEqual(LATE);
  const fresh = await applied('start > apply > call:ask > end', calls);
  expect(await fresh.withdraw()).toEqual([]);
});

test.each(['sub:part', 'call:part'])('WD2 work behind the %s that holds the step counts', async (part) => {
  const inside = 'startP > apply > endP';
  const how = part === 'sub:part' ? { inside: { part: inside } } : { calls: { part: 'helper' }, processes: { helper: inside } };
  const text = `start > ${part} > check > seal > end`;
  const { window, complete, withdraw } = await applied(text, how);
  await complete(window, 'check');
  expect(await withdraw()).toEqual(LATE);
  const fresh = await applied(text, how);
  expect(await fresh.withdraw()).toEqual([]);
});

test('WD2 what others do beside it does not count', async () => {
  const { window, complete, withdraw } = await applied('start > sub:part > seal > end', {
    inside: { part: 'startP > parallel:split > apply > apply2 > endP ; split > check > endQ' },
    nodes: { apply2: office },
  });
  await complete(window, 'check');
  expect(await withdraw()).toEqual([]);
});

test('WD2 a jump by an administrator counts', async () => {
  const { small, caseId, admin, withdraw } = await applied('start > apply > check > seal > end', {});
  const jump = (await admin.case(caseId)).operations.find(({ kind }) => kind === 'jump');
  const places = jump?.places?.map(({ id }) => id) ?? [];
  const order = { commandId: small.commandId, caseId, kind: 'jump', places, targets: ['seal'], reason: '已核' } as const;
  mustBeDone(await admin.operateCase(order));
  expect(await withdraw()).toEqual(LATE);
});

test('WD2 a signal from outside counts, one of the flow itself does not', async () => {
  const signal = { kind: 'signal', name: '复工' } as const;
  const { system, withdraw } = await applied('start > apply > catch:wait > seal > end', { nodes: { wait: { events: [signal] } } });
  mustBeDone(await system.signal({ commandId: 'x', name: '复工' }));
  expect(await withdraw()).toEqual(LATE);
  const own = await applied('start > apply > throw:tell > seal > end ; watch > check > end2', {
    nodes: { tell: { events: [signal] } },
    boundary: { watch: { on: 'seal', event: signal, interrupting: false } },
  });
  expect(await own.withdraw()).toEqual([]);
});

test('WD2 a step of an ad-hoc sub-process that somebody began counts', async () => {
  const { small, caseId, window, withdraw } = await applied('start > apply > adhoc:part > end', {
    inside: { part: 'check' },
    nodes: { part: { adHoc: { sequential: false } } },
  });
  mustBeDone(await window.startActivity({ commandId: small.commandId, caseId, nodeId: 'check' }));
  expect(await withdraw()).toEqual(LATE);
});
