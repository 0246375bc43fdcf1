/** The engine, people and case of one scenario that runs. */
import type { Actor, Json, Release, Scenario } from '@tongban/model';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Handler } from '../engine/handlers/handler.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { Desk } from '../services/desk.ts';
import { mayAct } from '../store/query-semantics.ts';
import type { EventRow, Storage, StoredTask } from '../store/store.ts';
import { canonical } from './check-equal.ts';
import { scenarioInstant } from './scenario-time.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

/** The tenant in which scenarios run. */
export const SCENARIO_TENANT = 'scenario';

/** What a scenario is run on. */
export interface ScenarioOptions {
  readonly release: Release;
  /** An empty storage. */
  readonly storage: Storage;
  readonly newId: () => string;
  readonly handlers?: Readonly<Record<string, Handler>>;
  /** Gives the storage to go on with when a step ended in {@link ProcessDied}; the step is then taken again. */
  readonly restart?: () => Storage;
  /** Told after each step, e.g. to show how the case stands. */
  readonly onStep?: (moment: ScenarioMoment) => void;
}

/** How a scenario stands after a step. */
export interface ScenarioMoment {
  /** Which step, from 0. */
  readonly step: number;
  readonly now: number;
  /** The case and its events so far, once it was started. */
  readonly live?: LiveCase;
  readonly events: readonly EventRow[];
}

/** A scenario under way. */
export class ScenarioRun {
  readonly scenario: Scenario;
  /** The one that cases start on; another when the measure is published again. */
  release: Release;
  readonly clock: VirtualClock;
  readonly #options: ScenarioOptions;
  engine: Engine;
  caseId: string | undefined;
  /** The step at hand, and when it began: what a step that is taken again rests on. */
  at = 0;
  begunAt: number;

  constructor(scenario: Scenario, options: ScenarioOptions) {
    this.scenario = scenario;
    this.#options = options;
    this.release = withParameters(options.release, scenario.parameters ?? {});
    this.clock = virtualClock(scenarioInstant(scenario.startsAt, this.release.calendar.offsetMinutes));
    this.begunAt = this.clock.now();
    this.engine = this.#engineOn(options.storage);
  }

  /** Goes on after a crash with a new engine; false when that was not asked for. */
  restart(): boolean {
    const { restart } = this.#options;
    if (restart !== undefined) this.engine = this.#engineOn(restart());
    return restart !== undefined;
  }

  /** Deploys the release and registers the projects. */
  async prepare(): Promise<void> {
    await this.engine.deploy({ tenant: SCENARIO_TENANT, release: this.release });
    for (const { code, name, enterprise, uscc, creditGrade } of this.scenario.projects ?? [])
      await this.engine.storage.records.saveProject({
        ...{ tenant: SCENARIO_TENANT, code, name, enterprise: { name: enterprise, ...(uscc === undefined ? {} : { uscc }) } },
        ...(creditGrade === undefined ? {} : { creditGrade }),
        ...(this.#applicant === undefined ? {} : { owner: this.#applicant }),
      });
  }

  /** A person by the short name that the steps use. */
  actor(name: string): Actor {
    const person = this.scenario.people[name];
    if (person === undefined) throw new Error(`“${name}” is none of the people of the scenario.`);
    const { department } = person;
    const base = { id: name, name: person.name, tenant: SCENARIO_TENANT, roles: person.roles };
    return department === undefined ? base : { ...base, department };
  }

  desk(name: string): Desk {
    return this.engine.as(this.actor(name));
  }

  /** The id of the command of the step at hand: the same when the step is taken again. */
  get commandId(): string {
    return `${this.scenario.id}-${this.at}`;
  }

  /** Tells whoever wants to know how the case stands after the step at hand. */
  async tell(): Promise<void> {
    const { onStep } = this.#options;
    if (onStep === undefined) return;
    const now = this.clock.now();
    if (this.caseId === undefined) return onStep({ step: this.at, now, events: [] });
    const events = await this.engine.storage.cases.eventsOf(SCENARIO_TENANT, this.caseId);
    onStep({ step: this.at, now, live: await this.live(), events });
  }

  async live(): Promise<LiveCase> {
    const live = this.caseId === undefined ? undefined : await this.engine.load(SCENARIO_TENANT, this.caseId);
    if (live === undefined) throw new Error('No case was started yet.');
    return live;
  }

  /** The open task at a flow element that is the person's, else one that stands still, else any that is open, or the latest closed one. */
  async task(as: string, nodeId: string, of: Json | undefined): Promise<StoredTask> {
    const live = await this.live();
    const found = live.tasks.filter((task) => task.nodeId === nodeId && (of === undefined || isElement(task.of, of)));
    const actor = this.actor(as);
    const own = (wanted: StoredTask['status']) => found.find((one) => one.status === wanted && mayAct(one, actor));
    const task = own('open') ?? own('waiting') ?? found.find(({ status }) => status === 'open') ?? found.at(-1);
    if (task === undefined)
      throw new Error(`There is no task “${taskLabel(nodeId, of)}”; open are: ${openLabels(live).join(', ') || 'none'}.`);
    return task;
  }

  // Nobody else works here, so nothing is leased for longer than now.
  #engineOn(storage: Storage): Engine {
    const { newId, handlers = {} } = this.#options;
    const { people } = this.scenario;
    const directory = { person: async (_tenant: string, id: string) => (Object.hasOwn(people, id) ? this.actor(id) : undefined) };
    return createEngine({ store: storage, clock: this.clock, newId, handlers, directory, leaseMs: 0 });
  }

  // Projects belong to the first person who is in no department.
  get #applicant(): string | undefined {
    return Object.entries(this.scenario.people).find(([, person]) => person.department === undefined)?.[0];
  }
}

/** The open tasks, or those of another status, as scenarios name them: `elementId`, or `elementId(of)`. */
export function openLabels(live: LiveCase, wanted: StoredTask['status'] = 'open'): readonly string[] {
  return live.tasks.filter(({ status }) => status === wanted).map((task) => taskLabel(task.nodeId, task.of));
}

/** A task as scenarios name it. */
export function taskLabel(nodeId: string, of: Json | undefined): string {
  return of === undefined ? nodeId : `${nodeId}(${shortElement(of)})`;
}

// helpers

// An element is named whole, or when it is a context, by its `code` or `id`.
function isElement(element: Json | undefined, named: Json): boolean {
  return element !== undefined && (canonical(element) === canonical(named) || shortElement(element) === named);
}

function shortElement(of: Json): string {
  if (typeof of !== 'object' || of === null || Array.isArray(of)) return String(of);
  const { code, id } = of as { readonly code?: Json; readonly id?: Json };
  return String(code ?? id ?? canonical(of));
}

function withParameters(release: Release, values: Readonly<Record<string, Json>>): Release {
  const parameters = release.manifest.parameters.map((one) =>
    Object.hasOwn(values, one.id) ? { ...one, value: values[one.id] as Json } : one,
  );
  return { ...release, manifest: { ...release.manifest, parameters } };
}
