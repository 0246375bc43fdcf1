/** What was clicked in a trial, as a sample case: a person for each role and department that acted, and the end as it came out. */
import { dayAt } from '@tongban/calendar';
import type { FeelExpression, Json, Release, Scenario, ScenarioExpectation, ScenarioStep, TrialState, TrialTask } from '@tongban/model';

type Person = Scenario['people'][string];

/** A task that was clicked. */
type Clicked = Pick<TrialTask, 'elementId' | 'of'>;

const MINUTE_MS = 60_000;
const MINUTES_OF_DAY = 1440;
const PROJECT = { code: '0000-000000-00-00-000000', name: '试办项目', enterprise: '试办单位' };

export class TrialRecord {
  readonly #release: Release;
  readonly #startsAt: number;
  readonly #steps: ScenarioStep[] = [];
  readonly #people = new Map<string, Person>();

  constructor(release: Release, startsAt: number) {
    this.#release = release;
    this.#startsAt = startsAt;
    this.#steps.push({ do: 'start', as: this.#personFor(undefined, undefined), projectCode: PROJECT.code });
  }

  completed({ elementId, of }: Clicked, outcome: string | undefined): void {
    const { performer = {} } = this.#release.program.nodes.find(({ id }) => id === elementId)?.task ?? {};
    const as = this.#personFor(performer.role, departmentOf(performer.department, of));
    const named = of === undefined ? {} : { of: shortOf(of) };
    this.#steps.push({ do: 'complete', as, task: elementId, ...named, ...(outcome === undefined ? {} : { outcome }) });
  }

  messageCame(name: string): void {
    this.#steps.push({ do: 'message', as: this.#personFor(undefined, undefined), name, key: PROJECT.code });
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
      people: Object.fromEntries(this.#people),
      projects: [PROJECT],
      steps: [...this.#steps, { expect: expectationOf(state) }],
    };
  }

  // who starts is whoever has the first role of the measure
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

function shortOf(of: Json): Json {
  if (typeof of !== 'object' || of === null || Array.isArray(of)) return of;
  const { code, id } = of as { readonly code?: Json; readonly id?: Json };
  return code ?? id ?? of;
}
