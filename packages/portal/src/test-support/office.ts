/** The office of the tests: the real measure on an engine in the page, its people, and a case brought as far as a test wants. */
import { compileMeasure } from '@tongban/compile';
import { loadMeasure } from '@tongban/measures';
import type { Actor, CaseService, Release, Scenario, ScenarioStep } from '@tongban/model';
import { createCaseService, createEngine, type Engine, openMemoryStorage } from '@tongban/runtime';
import { countingIds, type VirtualClock, virtualClock } from '@tongban/runtime/testing';

const files = import.meta.glob<string>('../../../measures/mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });
const read = (path: string): string => files[`../../../measures/mock-approval/${path}`] ?? '';
const scenario = JSON.parse(read('scenarios/accepted-and-converted.scenario.json')) as Scenario;

const TENANT = 'jishishan';
/** 2026-11-23 09:00 in China, a Monday. */
const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1);
let compiled: Promise<Release> | undefined;

/** An office with the measure deployed and its project registered. */
export interface Office {
  readonly engine: Engine;
  readonly clock: VirtualClock;
  actor(short: string): Actor;
  service(short: string): CaseService;
  /** Takes the first `count` steps of the sample case that acts and converts; answers the case's id. */
  play(count: number): Promise<string>;
}

/** Opens a new office, on a Monday morning unless `present` says otherwise. */
export async function openOffice(present?: () => number): Promise<Office> {
  compiled ??= compileMeasure(await loadMeasure(async (path) => read(path))).then(({ release }) => release as Release);
  const release = await compiled;
  const clock = virtualClock(MONDAY_MORNING);
  const everybody = (): readonly Actor[] => Object.keys(scenario.people).map(actor);
  const directory = {
    person: async (_tenant: string, id: string) => everybody().find((person) => person.id === id),
    search: async (_tenant: string, text: string) => everybody().filter(({ id, name }) => id.includes(text) || name.includes(text)),
  };
  const engine = createEngine({
    store: openMemoryStorage(),
    clock: present === undefined ? clock : { now: present },
    newId: countingIds(),
    directory,
  });
  await engine.deploy({ tenant: TENANT, release });
  for (const project of scenario.projects ?? []) {
    await engine.storage.records.saveProject({
      tenant: TENANT,
      code: project.code,
      name: project.name,
      enterprise: { name: project.enterprise },
    });
  }
  const actor = (short: string): Actor => {
    const person = scenario.people[short];
    if (person === undefined) throw new Error(`Nobody is called ${short}.`);
    const { name, roles, department } = person;
    return { id: short, tenant: TENANT, name, roles, ...(department === undefined ? {} : { department }) };
  };
  const service = (short: string): CaseService => createCaseService(engine, actor(short));
  return { engine, clock, actor, service, play: (count) => play(engine, service, release.id, count) };
}

async function play(engine: Engine, service: (short: string) => CaseService, releaseId: string, count: number): Promise<string> {
  let caseId = '';
  const acts = scenario.steps.filter((step): step is Extract<ScenarioStep, { as: string }> => 'as' in step).slice(0, count);
  for (const [at, step] of acts.entries()) {
    const commandId = `play-${at}`;
    if (step.do === 'start') {
      const answer = await service(step.as).start({ commandId, releaseId, projectCode: step.projectCode });
      caseId = answer.ok ? answer.caseId : '';
    } else if (step.do === 'complete') {
      const of = step.of;
      const page = await service(step.as).tasks({ box: 'todo' });
      const views = await Promise.all(page.entries.map((entry) => service(step.as).task(entry.taskId ?? '')));
      const view = views.find(
        (task) => task.nodeId === step.task && (of === undefined || JSON.stringify(task.of ?? '').includes(String(of))),
      );
      if (view === undefined) throw new Error(`${step.as} has no task ${step.task}.`);
      await service(step.as).complete({
        commandId,
        taskId: view.taskId,
        revision: view.revision,
        values: await withFiles(service(step.as), step.values ?? {}),
        ...(step.outcome === undefined ? {} : { outcome: step.outcome }),
      });
    }
    while ((await engine.runDue()) > 0);
  }
  return caseId;
}

// The sample names files that nobody has put; here they are put.
async function withFiles(service: CaseService, values: Readonly<Record<string, object>>): Promise<never> {
  const text = JSON.stringify(values);
  const names = [...text.matchAll(/"fileId":"([^"]+)"/g)].map((match) => match[1] ?? '');
  let filled = text;
  for (const name of names) {
    const file = await service.putFile({ name: `${name}.pdf`, mediaType: 'application/pdf', bytes: new Uint8Array(1024) });
    filled = filled.replace(`"fileId":"${name}"`, `"fileId":"${file.fileId}"`);
  }
  return JSON.parse(filled) as never;
}
