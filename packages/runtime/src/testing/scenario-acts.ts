/** What people do in sample cases, each through the same service as in earnest. */
import type { CommandAnswer, FormValues, Json, Release, ScenarioAct } from '@tongban/model';
import { fileRefsIn } from '../engine/case-commit.ts';
import { canonical } from './check-equal.ts';
import { SCENARIO_TENANT, type ScenarioRun } from './scenario-run.ts';
import { laterBy, scenarioInstant } from './scenario-time.ts';

/** Carries out what a person does. */
export function act(run: ScenarioRun, step: ScenarioAct): Promise<CommandAnswer<object>> {
  return (ACTS[step.do] as (run: ScenarioRun, step: ScenarioAct) => Promise<CommandAnswer<object>>)(run, step);
}

// helpers

type Do = ScenarioAct['do'];
type StepOf<Kind extends Do> = Extract<ScenarioAct, { readonly do: Kind }>;
type Act<Kind extends Do> = (run: ScenarioRun, step: StepOf<Kind>) => Promise<CommandAnswer<object>>;
type Whole = 'withdraw' | 'withdrawCase' | 'urge' | 'suspend' | 'resume' | 'terminate' | 'void';

const ACTS: { readonly [Kind in Do]: Act<Kind> } = {
  start: async (run, { as, projectCode }) =>
    begun(run, await run.desk(as).start({ commandId: run.commandId, releaseId: run.release.id, projectCode })),
  enter,
  complete: async (run, { as, task, of, outcome, comment, values = {} }) => {
    await putFiles(run, as, values);
    const said = { ...(outcome === undefined ? {} : { outcome }), ...(comment === undefined ? {} : { comment }) };
    return run.desk(as).complete({ ...(await taskOf(run, as, task, of)), values, ...said });
  },
  draft: async (run, { as, task, of, values }) => {
    await putFiles(run, as, values);
    return run.desk(as).saveDraft({ ...(await taskOf(run, as, task, of)), values });
  },
  claim: async (run, { as, task, of }) => run.desk(as).claim(await taskOf(run, as, task, of)),
  return: async (run, { as, task, of, to, reason, back }) => {
    const goOn = back === true ? { goOn: 'back' as const } : {};
    return run.desk(as).operate({ ...(await taskOf(run, as, task, of)), kind: 'return', target: to, reason, ...goOn });
  },
  reject: async (run, { as, task, of, reason }) => run.desk(as).operate({ ...(await taskOf(run, as, task, of)), kind: 'reject', reason }),
  transfer: handOver,
  delegate: handOver,
  addSigner: async (run, { as, task, of, people, position, votes, reason }) => {
    const how = { ...(position === undefined ? {} : { position }), ...(votes === undefined ? {} : { votes }), ...because(reason) };
    return run.desk(as).operate({ ...(await taskOf(run, as, task, of)), kind: 'addSigner', people, ...how });
  },
  removeSigner: async (run, { as, task, of, signer: wanted, reason }) => {
    const command = await taskOf(run, as, task, of);
    const { operations } = await run.desk(as).task(command.taskId);
    const signers = operations.find(({ kind }) => kind === 'removeSigner')?.signers ?? [];
    const name = run.scenario.people[wanted]?.name ?? wanted;
    const signer = signers.find((one) => one.name === name)?.id ?? wanted;
    return run.desk(as).operate({ ...command, kind: 'removeSigner', signer, ...because(reason) });
  },
  copy: async (run, { as, task, of, people, departments, reason }) => {
    const to = { ...(people === undefined ? {} : { people }), ...(departments === undefined ? {} : { departments }), ...because(reason) };
    if (task === undefined) return run.desk(as).operateCase({ ...(await onCase(run)), kind: 'copy', ...to });
    return run.desk(as).operate({ ...(await taskOf(run, as, task, of)), kind: 'copy', ...to });
  },
  read: async (run, { as }) => {
    const { entries } = await run.desk(as).tasks({ box: 'copied' });
    for (const [at, { taskId = '' }] of entries.entries())
      await run.desk(as).readCopy({ commandId: `${run.commandId}-${at}`, copyId: taskId });
    return { ok: true };
  },
  withdraw: operateCase,
  withdrawCase: operateCase,
  urge: operateCase,
  suspend: operateCase,
  resume: operateCase,
  terminate: operateCase,
  void: operateCase,
  jump: async (run, { as, from, to: targets, reason }) => {
    const { state, ready } = await run.live();
    const places = state.tokens.filter(({ node }) => from.includes(ready.prepared.nodes[node]?.id ?? '')).map(({ id }) => String(id));
    return run.desk(as).operateCase({ ...(await onCase(run)), kind: 'jump', places, targets, reason });
  },
  begin: async (run, { as, task }) => run.desk(as).startActivity({ ...(await onCase(run)), nodeId: task }),
  message: async (run, { as, name, key, values }) => {
    await putFiles(run, as, values);
    return run.desk(as).message({ commandId: run.commandId, name, key, ...(values === undefined ? {} : { values }) });
  },
  receive: async (run, { as, name, key, variables }) =>
    run.desk(as).receive({ commandId: run.commandId, name, key, ...(variables === undefined ? {} : { variables }) }),
  signal: async (run, { as, name, variables }) =>
    run.desk(as).signal({ commandId: run.commandId, name, ...(variables === undefined ? {} : { variables }) }),
  setDeputy: async (run, { as, person, for: duration, scope }) => {
    const startsAt = run.begunAt;
    const endsAt = laterBy(startsAt, duration, run.release.calendar.offsetMinutes);
    return run
      .desk(as)
      .setDeputy({ commandId: run.commandId, deputy: person, startsAt, endsAt, ...(scope === undefined ? {} : { scope }) });
  },
  endDeputy: async (run, { as }) => {
    const mine = (await run.desk(as).deputies({ over: true })).filter(({ principal }) => principal.id === as);
    return run.desk(as).endDeputy({ commandId: run.commandId, deputyshipId: mine.at(-1)?.deputyshipId ?? '' });
  },
  pauseClocks: async (run, { as, reason, from, to }) => {
    const stretch = { ...(from === undefined ? {} : { from: instant(run, from) }), ...(to === undefined ? {} : { to: instant(run, to) }) };
    return run.desk(as).pause({ ...(await onCase(run)), reason, ...stretch });
  },
  resumeClocks: async (run, { as, reason }) => run.desk(as).resume({ ...(await onCase(run)), reason }),
  editCalendar,
  migrate,
  retry: async (run, { as, task, variables }) => {
    const { entries } = await run.desk(as).incidents();
    const incidentId = entries.find(({ nodeId }) => nodeId === task)?.incidentId ?? 0;
    return run.desk(as).retryIncident({ ...(await onCase(run)), incidentId, ...(variables === undefined ? {} : { variables }) });
  },
};

async function enter(run: ScenarioRun, step: StepOf<'enter'>): Promise<CommandAnswer<object>> {
  const { as, starter, startedAt, places, done = [], projectCode, variables, data, reason } = step;
  const named = (name: string) => ({ id: name, name: run.actor(name).name });
  const answer = await run.desk(as).enter({
    ...{ commandId: run.commandId, measureId: run.release.manifest.id, starter: named(starter), startedAt: instant(run, startedAt) },
    places: places.map(({ task, since, assignee }) => ({
      ...{ nodeId: task, since: instant(run, since) },
      ...(assignee === undefined ? {} : { assignee: named(assignee) }),
    })),
    done: done.map(({ task, at, ...how }) => ({ nodeId: task, at: instant(run, at), ...how })),
    ...(projectCode === undefined ? {} : { projectCode }),
    ...(variables === undefined ? {} : { variables }),
    ...(data === undefined ? {} : { data }),
    ...(reason === undefined ? {} : { comment: reason }),
  });
  return begun(run, answer);
}

async function handOver(run: ScenarioRun, step: StepOf<'transfer' | 'delegate'>): Promise<CommandAnswer<object>> {
  const { do: kind, as, task, of, person: to, reason } = step;
  return run.desk(as).operate({ ...(await taskOf(run, as, task, of)), kind, to, ...because(reason) });
}

async function operateCase(run: ScenarioRun, { do: kind, as, reason }: StepOf<Whole>): Promise<CommandAnswer<object>> {
  return run.desk(as).operateCase({ ...(await onCase(run)), kind, ...because(reason) });
}

// After a crash the edition may be there already.
async function editCalendar(
  run: ScenarioRun,
  { as, holidays = [], makeUpDays = [] }: StepOf<'editCalendar'>,
): Promise<CommandAnswer<object>> {
  const { id: calendarId } = run.release.calendar;
  const desk = run.desk(as);
  const latest = await desk.calendar(calendarId);
  const base = latest?.calendar ?? run.release.calendar;
  const known = holidays.every((day) => base.holidays.some((other) => canonical(other) === canonical(day)));
  if (!known || !makeUpDays.every((day) => base.makeUpDays.includes(day))) {
    const calendar = { ...base, holidays: [...base.holidays, ...holidays], makeUpDays: [...base.makeUpDays, ...makeUpDays] };
    const { edition, problems } = await desk.saveCalendar({ calendar, version: latest?.version ?? 0 });
    if (edition === undefined) return { ok: false, problems };
  }
  const { refused } = await desk.reschedule({ commandId: run.commandId, calendarId });
  return answered(refused);
}

async function migrate(run: ScenarioRun, { as, parameters = {} }: StepOf<'migrate'>): Promise<CommandAnswer<object>> {
  const release = republished(run.release, `${run.at}`, parameters);
  await run.engine.deploy({ tenant: SCENARIO_TENANT, release });
  const { caseId } = await run.live();
  const { migrated, refused } = await run.desk(as).migrate({ commandId: run.commandId, to: release.id, caseIds: [caseId] });
  if (migrated.length + refused.length > 0) run.release = release;
  return answered(refused);
}

function republished(release: Release, mark: string, values: Readonly<Record<string, Json>>): Release {
  const parameters = release.manifest.parameters.map((one) =>
    Object.hasOwn(values, one.id) ? { ...one, value: values[one.id] as Json } : one,
  );
  return { ...release, id: `${release.id}.${mark}`, manifest: { ...release.manifest, parameters } };
}

function answered(
  refused: readonly { readonly problems: Extract<CommandAnswer<object>, { ok: false }>['problems'] }[],
): CommandAnswer<object> {
  const problems = refused.flatMap((one) => one.problems);
  return problems.length === 0 ? { ok: true } : { ok: false, problems };
}

function begun<Answer extends CommandAnswer<{ readonly caseId: string }>>(run: ScenarioRun, answer: Answer): Answer {
  if (answer.ok) run.caseId = answer.caseId;
  return answer;
}

async function taskOf(run: ScenarioRun, as: string, nodeId: string, of: Json | undefined) {
  const { taskId, revision } = await run.task(as, nodeId, of);
  return { commandId: run.commandId, taskId, revision };
}

async function onCase(run: ScenarioRun) {
  return { commandId: run.commandId, caseId: (await run.live()).caseId };
}

function because(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}

function instant(run: ScenarioRun, text: string): number {
  return scenarioInstant(text, run.release.calendar.offsetMinutes);
}

// Files that values refer to are put by whoever hands them in.
async function putFiles(run: ScenarioRun, as: string, values: Readonly<Record<string, FormValues>> = {}): Promise<void> {
  const { files } = run.engine.storage;
  for (const { fileId, bytes, mediaType = 'application/pdf' } of fileRefsIn(values as Json)) {
    if ((await files.get(SCENARIO_TENANT, fileId)) !== undefined) continue;
    const content = new Uint8Array([0x25, 0x50, 0x44, 0x46]);
    const facts = { fileId, name: `${fileId}.pdf`, bytes: bytes ?? content.byteLength, mediaType };
    await files.put({ ...facts, tenant: SCENARIO_TENANT, putBy: as, putAt: run.clock.now(), content });
  }
}
