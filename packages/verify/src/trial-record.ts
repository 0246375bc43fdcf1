/** What was clicked in a trial, as a sample case: a person for each role and department that acted, and the end as it came out. */
import { dayAt } from '@tongban/calendar';
import { prepare } from '@tongban/feel';
import type {
  Actor,
  FeelExpression,
  FormValues,
  Json,
  Release,
  Scenario,
  ScenarioExpectation,
  ScenarioStep,
  TrialState,
  TrialTask,
} from '@tongban/model';
import { TRIAL_PROJECT } from './filled-forms.ts';

type Person = Scenario['people'][string];

/** A task that was clicked. */
type Clicked = Pick<TrialTask, 'elementId' | 'of'>;

/** The reason that is recorded where one must be given. */
export const TRIAL_REASON = '试办';

const MINUTE_MS = 60_000;
const MINUTES_OF_DAY = 1440;

export class TrialRecord {
  readonly #release: Release;
  readonly #startsAt: number;
  readonly #starter: string;
  readonly #steps: ScenarioStep[] = [];
  readonly #people = new Map<string, Person>();

  constructor(release: Release, startsAt: number) {
    this.#release = release;
    this.#startsAt = startsAt;
    this.#starter = this.#personFor(startRole(release, startsAt), undefined);
    this.#steps.push({ do: 'start', as: this.#starter, projectCode: TRIAL_PROJECT.code });
  }

  /** Who does a task here. */
  actorAt({ elementId, of }: Clicked): Actor {
    const { performer = {} } = this.#release.program.nodes.find(({ id }) => id === elementId)?.task ?? {};
    const id = performer.starter === true ? this.#starter : this.#personFor(performer.role, departmentOf(performer.department, of));
    return this.#actor(id);
  }

  completed(task: Clicked, outcome: string | undefined, values: Readonly<Record<string, FormValues>>): void {
    const as = this.actorAt(task).id;
    const filled = Object.keys(values).length === 0 ? {} : { values };
    this.#steps.push({ do: 'complete', as, ...taskOf(task), ...(outcome === undefined ? {} : { outcome }), ...filled });
  }

  returned(task: Clicked, target: string): void {
    this.#steps.push({ do: 'return', as: this.actorAt(task).id, ...taskOf(task), to: target, reason: TRIAL_REASON });
  }

  rejected(task: Clicked): void {
    this.#steps.push({ do: 'reject', as: this.actorAt(task).id, ...taskOf(task), reason: TRIAL_REASON });
  }

  /** Who may record a message. */
  recorderOf(elementId: string): Actor {
    const { events = [] } = this.#release.program.nodes.find(({ id }) => id === elementId) ?? {};
    const { role, department } = events.flatMap((event) => (event.kind === 'message' ? (event.arrival?.performer ?? []) : []))[0] ?? {};
    return this.#actor(this.#personFor(role, departmentOf(department, undefined)));
  }

  messageCame(name: string, elementId: string, values: Readonly<Record<string, FormValues>>): void {
    const filled = Object.keys(values).length === 0 ? {} : { values };
    this.#steps.push({ do: 'message', as: this.recorderOf(elementId).id, name, key: TRIAL_PROJECT.code, ...filled });
  }

  waitedUntil(now: number): void {
    this.#steps.push({ do: 'wait', until: this.#localTime(now) });
  }

  asScenario(id: string, title: string, state: TrialState): Scenario {
    return {
      formatVersion: 1,
      id,
      title,
      startsAt: this.#localTime(this.#startsAt),
      people: Object.fromEntries([...this.#people].filter(([person]) => this.#steps.some((step) => 'as' in step && step.as === person))),
      projects: [TRIAL_PROJECT],
      steps: [...this.#steps, { expect: expectationOf(state) }],
    };
  }

  #actor(id: string): Actor {
    return { id, tenant: 'trial', ...(this.#people.get(id) as Person) };
  }

  #personFor(role: string | undefined, department: string | undefined): string {
    const { roles, departments } = this.#release.manifest;
    const known = roles.find(({ id }) => id === role) ?? roles[0];
    const inDepartment = departments.find(({ id }) => id === department);
    const key = [known?.id ?? 'person', ...(inDepartment === undefined ? [] : [inDepartment.id])].join('-');
    const name = `${inDepartment?.name ?? ''}${known?.name['zh-CN'] ?? ''}`;
    if (!this.#people.has(key))
      this.#people.set(key, {
        name: name === '' ? key : name,
        roles: known === undefined ? [] : [known.id],
        ...(inDepartment === undefined ? {} : { department: inDepartment.id }),
      });
    return key;
  }

  #localTime(instant: number): string {
    const { offsetMinutes } = this.#release.calendar;
    const minutes = Math.floor(instant / MINUTE_MS + offsetMinutes) % MINUTES_OF_DAY;
    return `${dayAt(instant, offsetMinutes)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
}

// the first role that may start a case; without a rule the first of the measure
function startRole({ program, manifest, calendar }: Release, now: number): string | undefined {
  const rule = program.nodes.find(({ startRoles }) => startRoles !== undefined)?.startRoles;
  if (rule === undefined || Array.isArray(rule)) return rule?.[0];
  const parameters = Object.fromEntries(manifest.parameters.map(({ id, value }) => [id, value]));
  const found = prepare(rule as FeelExpression).evaluate((name) => (name === 'parameters' ? parameters : undefined), {
    now,
    offsetMinutes: calendar.offsetMinutes,
  });
  const [first] = Array.isArray(found) ? found : [found];
  return typeof first === 'string' ? first : undefined;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function expectationOf({ status, ending, tasks }: TrialState): ScenarioExpectation {
  if (status === 'completed' && ending !== undefined) return { ended: ending };
  return { open: true, tasks: tasks.map(({ elementId, of }) => (of === undefined ? elementId : `${elementId}(${String(shortOf(of))})`)) };
}

// `department.id` of a task of many is that of its element
function departmentOf(department: string | FeelExpression | undefined, of: Json | undefined): string | undefined {
  if (typeof department !== 'object') return department;
  const part = department.text.split('.').at(-1) ?? '';
  const value = typeof of === 'object' && of !== null && !Array.isArray(of) ? (of as Readonly<Record<string, Json>>)[part] : of;
  return typeof value === 'string' ? value : undefined;
}

function taskOf({ elementId, of }: Clicked): { readonly task: string; readonly of?: Json } {
  return of === undefined ? { task: elementId } : { task: elementId, of: shortOf(of) };
}

function shortOf(of: Json): Json {
  if (typeof of !== 'object' || of === null || Array.isArray(of)) return of;
  const { code, id } = of as { readonly code?: Json; readonly id?: Json };
  return code ?? id ?? of;
}
