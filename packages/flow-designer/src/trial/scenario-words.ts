/** The steps of a sample case in words: who does what, and what must then be true. */
import { nameAt } from '@tongban/feel-parser';
import type { DocumentStatus, Scenario, ScenarioAct, ScenarioExpectation, ScenarioStep } from '@tongban/model';
import { textIn } from '@tongban/model';
import { feelNames } from '../panel/feel-names.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { stepName } from '../words.ts';
import type { TrialWords } from './trial-messages.ts';
import { pathWords, valueWords } from './value-words.ts';

export function stepWords(host: SurfaceHost, words: TrialWords, scenario: Scenario, step: ScenarioStep): string {
  if ('expect' in step) return words('expects', { what: expectationWords(host, words, scenario, step.expect) });
  if (step.do === 'wait')
    return step.until === undefined
      ? words('waitFor', { duration: step.for ?? '' })
      : words('waitUntil', { time: step.until.replace('T', ' ') });
  if (step.do === 'refused') return words('refusedStep', { step: stepWords(host, words, scenario, step.step), code: step.code });
  return actWords(host, words, scenario, step);
}

function actWords(host: SurfaceHost, words: TrialWords, scenario: Scenario, step: ScenarioAct): string {
  const facts = step as Partial<Readonly<Record<'task' | 'to' | 'person' | 'name' | 'outcome' | 'signer', unknown>>>;
  const task = typeof facts.task === 'string' ? taskWords(host, facts.task) : '';
  const said = words(`act.${step.do}`, {
    person: personName(scenario, step.as),
    task,
    to: placeWords(host, facts.to),
    other: personName(scenario, String(facts.person ?? facts.signer ?? '')),
    name: String(facts.name ?? ''),
  });
  const outcome = typeof facts.task === 'string' ? outcomeWords(host, facts.task, facts.outcome) : '';
  return outcome === '' ? said : words('withOutcome', { said, outcome });
}

function expectationWords(host: SurfaceHost, words: TrialWords, scenario: Scenario, expected: ScenarioExpectation): string {
  const { tasks, held, ended, open, round, said, suspended, incidents, inboxes = {}, copies = {}, lights = {}, due = {} } = expected;
  const all = (ids: readonly string[]): string => ids.map((id) => taskWords(host, id)).join('、') || words('none');
  return [
    tasks && words('expect.tasks', { tasks: all(tasks) }),
    held && words('expect.held', { tasks: all(held) }),
    ended && words('expect.ended', { ending: host.t(`ending.${ended}`) }),
    open !== undefined && words(open ? 'expect.open' : 'expect.closed'),
    suspended !== undefined && words(suspended ? 'expect.suspended' : 'expect.notSuspended'),
    round !== undefined && words('expect.round', { round }),
    incidents && words('expect.incidents', { tasks: all(incidents) }),
    ...Object.entries(inboxes).map(([who, ids]) => words('expect.inbox', { person: personName(scenario, who), tasks: all(ids) })),
    ...Object.entries(copies).map(([who, count]) => words('expect.copies', { person: personName(scenario, who), count })),
    ...Object.entries(lights).map(([id, light]) => words('expect.light', { limit: limitName(host, id), light: words(`light.${light}`) })),
    ...Object.entries(due).map(([id, day]) => words('expect.due', { limit: limitName(host, id), day })),
    ...valuesExpected(host, words, expected),
    ...Object.entries(expected.documents ?? {}).map(([key, count]) => documentsExpected(host, words, key, count)),
    said !== undefined && words('expect.said', { text: said }),
  ]
    .filter((part) => typeof part === 'string')
    .join('；');
}

function valuesExpected(host: SurfaceHost, words: TrialWords, { values }: ScenarioExpectation): readonly string[] {
  if (values === undefined) return [];
  const names = feelNames(host.editor, host.context);
  return Object.entries(values).map(([path, value]) => {
    const said = valueWords(words, host.locale, nameAt(names, path.split('.')), value);
    return words('expect.value', { name: pathWords(names, path, host.locale), value: said });
  });
}

// `templateId:status`
function documentsExpected({ context, locale }: SurfaceHost, words: TrialWords, key: string, count: number): string {
  const [id = key, status = ''] = key.split(':');
  const name = textIn(context?.templates.find((template) => template.id === id)?.name, locale) || id;
  return words('expect.documents', { name, count, status: isStatus(status) ? words(`document.${status}`) : status });
}

const STATUSES = ['mock', 'effective', 'recalled', 'expired', 'revoked'] as const satisfies readonly DocumentStatus[];

function isStatus(text: string): text is DocumentStatus {
  return STATUSES.some((status) => status === text);
}

function personName({ people }: Scenario, id: string): string {
  return people[id]?.name ?? id;
}

function placeWords(host: SurfaceHost, to: unknown): string {
  const ids = Array.isArray(to) ? to : [to];
  return ids
    .filter((id) => typeof id === 'string')
    .map((id) => taskWords(host, id))
    .join('、');
}

// `elementId(of)`: the element's name, and which one of many
function taskWords({ editor, t }: SurfaceHost, task: string): string {
  const [, id = task, of = ''] = /^([^(]+)(\(.+\))?$/.exec(task) ?? [];
  const element = editor.element(id);
  return `${element === undefined ? id : stepName(t, element)}${of}`;
}

/** What people call the outcome of the task; empty without one. */
export function outcomeWords({ editor }: SurfaceHost, task: string, outcome: unknown): string {
  if (typeof outcome !== 'string') return '';
  const element = editor.element(task);
  const choices = element === undefined ? [] : (editor.extensionOf(element).outcomes?.choices ?? []);
  return choices.find(({ value }) => value === outcome)?.label ?? outcome;
}

function limitName({ context, locale }: SurfaceHost, id: string): string {
  return textIn(context?.manifest.limits.find((limit) => limit.id === id)?.name, locale) || id;
}
