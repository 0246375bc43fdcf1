/** Compares a case with what a scenario says must be true. */
import { dayAt, readClock } from '@tongban/calendar';
import { type ClockReading, isJsonObject, type Json, type ScenarioExpectation, statusOn } from '@tongban/model';
import { lookupIn } from '../core/lookup.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { ADMINISTRATOR } from '../engine/own-roles.ts';
import { incidentsOf } from '../services/incidents.ts';
import { canonical } from './check-equal.ts';
import { openLabels, SCENARIO_TENANT, type ScenarioRun, taskLabel } from './scenario-run.ts';

/** One sentence for each thing that is not as expected. */
export async function checkExpectation(run: ScenarioRun, expected: ScenarioExpectation): Promise<readonly { readonly text: string }[]> {
  const live = await run.live();
  const found: [string, unknown, unknown][] = [];
  if (expected.tasks !== undefined) found.push(['待办任务', [...openLabels(live)].sort(), [...expected.tasks].sort()]);
  if (expected.held !== undefined) found.push(['等待他人的任务', [...openLabels(live, 'waiting')].sort(), [...expected.held].sort()]);
  for (const [name, labels] of Object.entries(expected.inboxes ?? {}))
    found.push([`${name} 的待办`, await inboxOf(run, live, name), [...labels].sort()]);
  for (const [name, count] of Object.entries(expected.copies ?? {})) found.push([`${name} 未阅的抄送`, await unread(run, name), count]);
  if (expected.ended !== undefined) found.push(['办结方式', live.state.ended?.kind ?? null, expected.ended]);
  if (expected.open !== undefined) found.push(['是否在办', live.state.ended === undefined, expected.open]);
  if (expected.suspended !== undefined) found.push(['是否挂起', live.state.suspended !== undefined, expected.suspended]);
  if (expected.incidents !== undefined) found.push(['停住的环节', incidentsOf(live).map(({ nodeId }) => nodeId), expected.incidents]);
  if (expected.round !== undefined) found.push(['申报轮次', live.state.round, expected.round]);
  for (const [path, value] of Object.entries(expected.values ?? {})) found.push([`值 ${path}`, valueAt(live, path), value]);
  for (const [limitId, light] of Object.entries(expected.lights ?? {}))
    found.push([`时限 ${limitId} 的灯`, readingOf(run, live, limitId)?.light ?? null, light]);
  for (const [limitId, day] of Object.entries(expected.due ?? {}))
    found.push([`时限 ${limitId} 的到期日`, dueDayOf(run, live, limitId), day]);
  for (const [name, count] of Object.entries(expected.documents ?? {}))
    found.push([`文书 ${name}`, await countDocuments(run, live, name), count]);
  if (expected.said !== undefined) found.push(['办理过程的最后一条', await lastSaid(run, live), expected.said]);
  return found
    .filter(([, is, should]) => canonical(is) !== canonical(should))
    .map(([what, is, should]) => ({ text: `${what}：应为 ${canonical(should)}，实际为 ${canonical(is)}。` }));
}

// helpers

function valueAt(live: LiveCase, path: string): Json {
  const [name = '', ...rest] = path.split('.');
  let value: Json = lookupIn(live.ready.prepared, live.state)(name) ?? null;
  for (const part of rest) {
    if (Array.isArray(value)) value = value[Number(part)] ?? null;
    else value = isJsonObject(value) && Object.hasOwn(value, part) ? (value[part] ?? null) : null;
  }
  return value;
}

// The running clock of the limit, else the one that stopped last.
function readingOf(run: ScenarioRun, { state, ready }: LiveCase, limitId: string): ClockReading | undefined {
  const clocks = (state.clocks ?? []).filter((clock) => clock.limitId === limitId);
  const clock = clocks.find(({ stoppedAt }) => stoppedAt === undefined) ?? clocks.at(-1);
  const limit = ready.prepared.limits[limitId];
  return clock === undefined || limit === undefined ? undefined : readClock(limit, ready.release.calendar, clock, run.clock.now());
}

// The last moment of a day is the first of the next.
function dueDayOf(run: ScenarioRun, live: LiveCase, limitId: string): string | null {
  const reading = readingOf(run, live, limitId);
  return reading === undefined ? null : dayAt(reading.dueAt - 1, live.ready.release.calendar.offsetMinutes);
}

async function inboxOf(run: ScenarioRun, live: LiveCase, name: string): Promise<readonly string[]> {
  const { entries } = await run.desk(name).tasks({ box: 'todo', limit: 200 });
  const own = new Set(entries.map(({ taskId }) => taskId));
  return live.tasks.flatMap(({ taskId, nodeId, of }) => (own.has(taskId) ? [taskLabel(nodeId, of)] : [])).sort();
}

async function unread(run: ScenarioRun, name: string): Promise<number> {
  const { entries } = await run.desk(name).tasks({ box: 'copied', limit: 200 });
  return entries.filter((entry) => entry.unread === true).length;
}

async function lastSaid(run: ScenarioRun, { caseId }: LiveCase): Promise<string | null> {
  const administrator = { id: 'scenario', name: '', tenant: SCENARIO_TENANT, roles: [ADMINISTRATOR] };
  return (await run.engine.as(administrator).case(caseId)).timeline.at(-1)?.text ?? null;
}

async function countDocuments(run: ScenarioRun, live: LiveCase, name: string): Promise<number> {
  const today = dayAt(run.clock.now(), run.release.calendar.offsetMinutes);
  const documents = await run.engine.storage.records.documents(live.tenant, { caseId: live.caseId });
  return documents.filter((document) => `${document.templateId}:${statusOn(document, today)}` === name).length;
}
