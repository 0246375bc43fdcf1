/** Compares a case with what a scenario says must be true. */
import { dayAt, readClock } from '@tongban/calendar';
import { isJsonObject, type Json, type ScenarioExpectation, statusOn } from '@tongban/model';
import { lookupIn } from '../core/lookup.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { canonical } from './check-equal.ts';
import { openLabels, type ScenarioRun } from './scenario-run.ts';

/** One sentence for each thing that is not as expected. */
export async function checkExpectation(run: ScenarioRun, expected: ScenarioExpectation): Promise<readonly { readonly text: string }[]> {
  const live = await run.live();
  const found: [string, unknown, unknown][] = [];
  if (expected.tasks !== undefined) found.push(['待办任务', [...openLabels(live)].sort(), [...expected.tasks].sort()]);
  if (expected.ended !== undefined) found.push(['办结方式', live.state.ended?.kind ?? null, expected.ended]);
  if (expected.open !== undefined) found.push(['是否在办', live.state.ended === undefined, expected.open]);
  if (expected.round !== undefined) found.push(['申报轮次', live.state.round, expected.round]);
  for (const [path, value] of Object.entries(expected.values ?? {})) found.push([`值 ${path}`, valueAt(live, path), value]);
  for (const [limitId, light] of Object.entries(expected.lights ?? {}))
    found.push([`时限 ${limitId} 的灯`, lightOf(run, live, limitId), light]);
  for (const [name, count] of Object.entries(expected.documents ?? {}))
    found.push([`文书 ${name}`, await countDocuments(run, live, name), count]);
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
function lightOf(run: ScenarioRun, live: LiveCase, limitId: string): string | null {
  const clocks = (live.state.clocks ?? []).filter((clock) => clock.limitId === limitId);
  const clock = clocks.find(({ stoppedAt }) => stoppedAt === undefined) ?? clocks.at(-1);
  const limit = run.release.manifest.limits.find(({ id }) => id === limitId);
  return clock === undefined || limit === undefined ? null : readClock(limit, run.release.calendar, clock, run.clock.now()).light;
}

async function countDocuments(run: ScenarioRun, live: LiveCase, name: string): Promise<number> {
  const today = dayAt(run.clock.now(), run.release.calendar.offsetMinutes);
  const documents = await run.engine.storage.records.documents(live.tenant, { caseId: live.caseId });
  return documents.filter((document) => `${document.templateId}:${statusOn(document, today)}` === name).length;
}
