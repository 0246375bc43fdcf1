/** The small measure deployed and its project registered: an office to work in, with the steps that tests need before their own. */
import type { Actor, CaseOperation, CaseService, CommandAnswer, FormValues, OperationKind, Release, TaskOperation } from '@tongban/model';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { createCaseService } from '../services/case-service.ts';
import { openMemoryStorage } from '../store/memory-store.ts';
import type { StoredTask } from '../store/store.ts';
import { COUNTY, OPENING, people, smallRelease, solarProject } from './small-measure.ts';
import { countingIds, type VirtualClock, virtualClock } from './virtual-clock.ts';

/** Values by form id. */
export type Values = Readonly<Record<string, FormValues>>;

/** An office with one case at most. */
export class SmallOffice {
  readonly engine: Engine;
  readonly clock: VirtualClock;
  caseId = '';
  #commands = 0;

  private constructor(engine: Engine, clock: VirtualClock) {
    this.engine = engine;
    this.clock = clock;
  }

  static async open(options: Partial<EngineOptions> = {}, release: Release = smallRelease): Promise<SmallOffice> {
    const clock = virtualClock(OPENING);
    const all = Object.values(people).filter((person) => person.tenant === COUNTY);
    const directory = {
      person: async (_tenant: string, id: string) => all.find((person) => person.id === id),
      search: async (_tenant: string, text: string) => all.filter(({ id, name }) => id.includes(text) || name.includes(text)),
    };
    const engine = createEngine({ store: openMemoryStorage(), clock, newId: countingIds('id'), directory, ...options });
    await engine.deploy({ tenant: COUNTY, release });
    await engine.storage.records.saveProject(solarProject);
    return new SmallOffice(engine, clock);
  }

  as(actor: Actor): CaseService {
    return createCaseService(this.engine, actor);
  }

  get commandId(): string {
    return `command-${++this.#commands}`;
  }

  /** Starts the case as its applicant. */
  async start(actor: Actor = people.applicant): Promise<this> {
    const command = { commandId: this.commandId, releaseId: smallRelease.id, projectCode: solarProject.code };
    this.caseId = mustBeDone(await this.as(actor).start(command)).caseId;
    return this;
  }

  /** Up to the window's check. */
  async filed(): Promise<this> {
    await this.start();
    await this.complete(people.applicant, 'apply', { 'F-01': { reason: '早开工' } });
    return this;
  }

  /** Up to the two reviews. */
  async accepted(): Promise<this> {
    await this.filed();
    mustBeDone(await this.tryComplete(people.window, 'check', {}, { outcome: 'accept' }));
    return this;
  }

  /** Up to the wait for the land documents, with the mock document issued. */
  async reviewed(): Promise<this> {
    await this.accepted();
    await this.complete(people.land, 'landReview', { 'F-04': { land: { choice: 'agree', text: '' } } });
    await this.complete(people.plan, 'planReview', { 'F-04': { plan: { choice: 'agree', text: '' } } });
    await this.engine.runDue();
    return this;
  }

  async complete(actor: Actor, nodeId: string, values: Values): Promise<void> {
    mustBeDone(await this.tryComplete(actor, nodeId, values));
  }

  async tryComplete(
    actor: Actor,
    nodeId: string,
    values: Values,
    said: { outcome?: string; comment?: string } = {},
  ): ReturnType<CaseService['complete']> {
    const { taskId, revision } = await this.task(nodeId);
    return this.as(actor).complete({ commandId: this.commandId, taskId, revision, values, ...said });
  }

  async operate(
    actor: Actor,
    nodeId: string,
    kind: OperationKind,
    more: Omit<TaskOperation, 'kind'> = {},
  ): ReturnType<CaseService['operate']> {
    const { taskId, revision } = await this.task(nodeId);
    return this.as(actor).operate({ commandId: this.commandId, taskId, revision, kind, ...more });
  }

  async operateCase(
    actor: Actor,
    kind: CaseOperation['kind'],
    more: Omit<CaseOperation, 'kind' | 'caseId'> = {},
  ): ReturnType<CaseService['operateCase']> {
    return this.as(actor).operateCase({ commandId: this.commandId, caseId: this.caseId, kind, ...more });
  }

  /** The latest task at a node. */
  async task(nodeId: string): Promise<StoredTask> {
    const tasks = await this.engine.storage.cases.tasksOf(COUNTY, this.caseId);
    const task = [...tasks].reverse().find((one) => one.nodeId === nodeId);
    if (task === undefined) throw new Error(`No task at "${nodeId}".`);
    return task;
  }

  async openTasks(): Promise<readonly string[]> {
    const tasks = await this.engine.storage.cases.tasksOf(COUNTY, this.caseId);
    return tasks.filter((task) => task.status === 'open').map((task) => task.nodeId);
  }
}

/** The answer of a command that must go through. */
export function mustBeDone<T>(answer: CommandAnswer<T>): { readonly ok: true } & T {
  if (!answer.ok) throw new Error(answer.problems.map((problem) => `${problem.code}: ${problem.sentences.en}`).join('\n'));
  return answer;
}

/** Codes of the problems of a refusal; empty when it went through. */
export function codesOf(answer: CommandAnswer<unknown>): readonly string[] {
  return answer.ok ? [] : answer.problems.map((problem) => problem.code);
}
