/** Reads a sample case (`scenarios/*.scenario.json`) and checks that the people, steps and forms it names exist. */
import { isJsonObject, type JsonObject, type Problem, type Scenario } from '@tongban/model';
import { checkShape, entriesOf, id, list, object, oneOf, optional, type Shape, someText } from './check-shape.ts';
import { raise } from './errors.ts';
import { readJsonFile } from './read-json.ts';

/** What a scenario may name. */
export interface ScenarioWorld {
  /** Ids of flow elements. */
  readonly nodes: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

/** Reads the text of a scenario file. */
export function readScenario(
  file: string,
  text: string,
  world: ScenarioWorld,
): { readonly scenario?: Scenario; readonly problems: readonly Problem[] } {
  const { data, problems } = readJsonFile(file, text);
  if (data === undefined) return { problems };
  const shape = [...checkShape(data, SCENARIO_SHAPE, file, ''), ...checkPeople(data, file)];
  if (shape.some(({ severity }) => severity === 'error')) return { problems: shape };
  const scenario = data as unknown as Scenario;
  const unknown = Object.keys(scenario.parameters ?? {})
    .filter((parameter) => !world.parameters.has(parameter))
    .map((parameter) => unknownName(file, scenario.id, 0, 'parameter', parameter));
  const found = [
    ...shape,
    ...unknown,
    ...entriesOf(data, 'steps').flatMap(([step], index) => checkStep(step, index + 1, scenario, file, world)),
  ];
  return found.some(({ severity }) => severity === 'error') ? { problems: found } : { scenario, problems: found };
}

const SCENARIO_SHAPE: Shape = {
  formatVersion: oneOf(1),
  id,
  title: someText,
  parameters: optional(object),
  startsAt: { expected: 'YYYY-MM-DDTHH:MM', fits: isMoment },
  people: object,
  projects: optional(list),
  steps: list,
};

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value);
}

const PERSON_SHAPE: Shape = { name: someText, roles: list, department: optional(someText) };

function checkPeople(scenario: JsonObject, file: string): readonly Problem[] {
  const people = isJsonObject(scenario['people']) ? scenario['people'] : {};
  return Object.entries(people).flatMap(([key, person]) => checkShape(person, PERSON_SHAPE, file, `people.${key}`));
}

const STEP_SHAPES: Readonly<Record<string, Shape>> = {
  start: { do: someText, as: someText, projectCode: someText },
  complete: {
    do: someText,
    as: someText,
    task: someText,
    of: optional(anyValue()),
    outcome: optional(someText),
    values: optional(object),
    comment: optional(someText),
  },
  draft: { do: someText, as: someText, task: someText, of: optional(anyValue()), values: object },
  return: { do: someText, as: someText, task: someText, of: optional(anyValue()), to: someText, reason: someText },
  reject: { do: someText, as: someText, task: someText, of: optional(anyValue()), reason: someText },
  message: { do: someText, as: someText, name: someText, key: someText, values: optional(object) },
  wait: { do: someText, for: optional(someText), until: optional({ expected: 'YYYY-MM-DDTHH:MM', fits: isMoment }) },
  refused: { do: someText, step: object, code: someText },
};

function anyValue(): { readonly expected: string; readonly fits: () => boolean } {
  return { expected: '', fits: () => true };
}

function checkStep(step: unknown, number: number, scenario: Scenario, file: string, world: ScenarioWorld): readonly Problem[] {
  const path = `steps[${number - 1}]`;
  if (!isJsonObject(step)) return checkShape(step, {}, file, path);
  if (isJsonObject(step['expect'])) return checkExpected(step['expect'], number, scenario, file, world);
  const shape = STEP_SHAPES[String(step['do'])];
  if (shape === undefined) return checkShape(step, { do: oneOf(...Object.keys(STEP_SHAPES)) }, file, path).slice(0, 1);
  const wrong = checkShape(step, shape, file, path);
  if (step['do'] === 'refused') return [...wrong, ...checkStep(step['step'], number, scenario, file, world)];
  const about = (what: ScenarioThing, name: unknown, known: boolean): readonly Problem[] =>
    typeof name !== 'string' || known ? [] : [unknownName(file, scenario.id, number, what, name)];
  const forms = isJsonObject(step['values']) ? Object.keys(step['values']) : [];
  return [
    ...wrong,
    ...about('person', step['as'], Object.hasOwn(scenario.people, String(step['as']))),
    ...about('element', step['task'], world.nodes.has(String(step['task']))),
    ...about('element', step['to'], world.nodes.has(String(step['to']))),
    ...forms.flatMap((form) => about('form', form, world.forms.has(form))),
  ];
}

function checkExpected(expected: JsonObject, number: number, scenario: Scenario, file: string, world: ScenarioWorld): readonly Problem[] {
  const tasks = Array.isArray(expected['tasks']) ? expected['tasks'] : [];
  return tasks.flatMap((task) => {
    const node = String(task).replace(/\(.*\)$/, '');
    return world.nodes.has(node) ? [] : [unknownName(file, scenario.id, number, 'element', node)];
  });
}

type ScenarioThing = 'person' | 'element' | 'form' | 'parameter';

const THINGS: Readonly<Record<ScenarioThing, string>> = { person: '人员', element: '流程元素', form: '表单', parameter: '参数' };

function unknownName(file: string, scenario: string, step: number, what: ScenarioThing, name: string): Problem {
  const details = { step, scenario, what, whatZh: THINGS[what], id: name };
  return raise.problem('COMPILE_SCENARIO_UNKNOWN', { file, elementId: scenario, property: `steps[${step - 1}]` }, details);
}
