/** Reads a sample case (`scenarios/*.scenario.json`) and checks that the people, steps and forms it names exist. */
import { isJsonObject, type JsonObject, type Problem, type Scenario } from '@tongban/model';
import { checkShape, entriesOf, id, list, object, oneOf, optional, type Shape, someText } from './check-shape.ts';
import { raise } from './errors.ts';
import { readJsonFile } from './read-json.ts';
import { EXPECTATION_SHAPE, moment, STEP_SHAPES } from './scenario-shapes.ts';

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
  startsAt: moment,
  people: object,
  projects: optional(list),
  steps: list,
};

const PERSON_SHAPE: Shape = { name: someText, roles: list, department: optional(someText) };

function checkPeople(scenario: JsonObject, file: string): readonly Problem[] {
  const people = isJsonObject(scenario['people']) ? scenario['people'] : {};
  return Object.entries(people).flatMap(([key, person]) => checkShape(person, PERSON_SHAPE, file, `people.${key}`));
}

function checkStep(step: unknown, number: number, scenario: Scenario, file: string, world: ScenarioWorld): readonly Problem[] {
  const path = `steps[${number - 1}]`;
  if (!isJsonObject(step)) return checkShape(step, {}, file, path);
  if (isJsonObject(step['expect'])) return checkExpected(step['expect'], number, scenario, file, world);
  const does = String(step['do']);
  const shape = Object.hasOwn(STEP_SHAPES, does) ? STEP_SHAPES[does] : undefined;
  if (shape === undefined) return checkShape(step, { do: oneOf(...Object.keys(STEP_SHAPES)) }, file, path).slice(0, 1);
  const wrong = checkShape(step, shape, file, path);
  if (step['do'] === 'refused') return [...wrong, ...checkStep(step['step'], number, scenario, file, world)];
  const about = (what: ScenarioThing, name: unknown, known: boolean): readonly Problem[] =>
    typeof name !== 'string' || known ? [] : [unknownName(file, scenario.id, number, what, name)];
  const forms = isJsonObject(step['values']) ? Object.keys(step['values']) : [];
  return [
    ...wrong,
    ...peopleIn(step).flatMap((name) => about('person', name, Object.hasOwn(scenario.people, String(name)))),
    ...elementsIn(step).flatMap((id) => about('element', id, world.nodes.has(String(id)))),
    ...forms.flatMap((form) => about('form', form, world.forms.has(form))),
  ];
}

// A signer still to come is named as the page shows it, so it need not be one of the people.
function peopleIn(step: JsonObject): readonly unknown[] {
  const assignees = entriesOf(step, 'places').map(([place]) => (isJsonObject(place) ? place['assignee'] : undefined));
  return [step['as'], step['person'], step['starter'], ...listOf(step['people']), ...assignees].filter((name) => name !== undefined);
}

function elementsIn(step: JsonObject): readonly unknown[] {
  const places = [...entriesOf(step, 'places'), ...entriesOf(step, 'done')].map(([place]) =>
    isJsonObject(place) ? place['task'] : undefined,
  );
  const moved = MOVES.has(step['do']) ? [...listOf(step['from']), ...listOf(step['to'])] : [];
  return [step['task'], ...moved, ...places].filter((id) => id !== undefined);
}

const MOVES: ReadonlySet<unknown> = new Set(['return', 'jump']);

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function checkExpected(expected: JsonObject, number: number, scenario: Scenario, file: string, world: ScenarioWorld): readonly Problem[] {
  const wrong = checkShape(expected, EXPECTATION_SHAPE, file, `steps[${number - 1}].expect`);
  const lists = isJsonObject(expected['inboxes']) ? Object.values(expected['inboxes']) : [];
  const labels = [expected['tasks'], expected['held'], expected['incidents'], ...lists].flatMap((one) => (Array.isArray(one) ? one : []));
  const nodes = labels.map((label) => String(label).replace(/\(.*\)$/, '')).filter((node) => !world.nodes.has(node));
  const people = [expected['inboxes'], expected['copies']].flatMap((one) => (isJsonObject(one) ? Object.keys(one) : []));
  return [
    ...wrong,
    ...nodes.map((node) => unknownName(file, scenario.id, number, 'element', node)),
    ...people.filter((name) => !Object.hasOwn(scenario.people, name)).map((name) => unknownName(file, scenario.id, number, 'person', name)),
  ];
}

type ScenarioThing = 'person' | 'element' | 'form' | 'parameter';

const THINGS: Readonly<Record<ScenarioThing, string>> = { person: '人员', element: '流程元素', form: '表单', parameter: '参数' };

function unknownName(file: string, scenario: string, step: number, what: ScenarioThing, name: string): Problem {
  const details = { step, scenario, what, whatZh: THINGS[what], id: name };
  return raise.problem('COMPILE_SCENARIO_UNKNOWN', { file, elementId: scenario, property: `steps[${step - 1}]` }, details);
}
