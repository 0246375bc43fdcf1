import { readBpmn } from '@tongban/bpmn';
import { compileFlow } from '@tongban/compile';
import { axeFindings, settled } from '@tongban/element-kit/testing';
import type { Problem } from '@tongban/model';
import { beforeEach, expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import { blankFlow } from '../blank-flow.ts';
import type { FlowDesigner } from '../flow-designer.ts';
import { nextChange, openDesigner, shape, until, within } from '../test-support/designer.ts';
import { fixOf } from './fixes.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });

test('an edit is checked by itself; the list goes there and mends, which undo takes back', async () => {
  const designer = await openDesigner(blank);
  designer.check = problemsIn;
  await designer.select('End');
  const told = nextChange(designer);
  designer.shadowRoot?.querySelector<SVGElement>('.canvas svg')?.focus();
  await remove(designer, 'End');
  await told;
  await until(() => within(designer, '[data-action="problems"]').textContent?.includes('检查 1') === true);
  within(designer, '[data-action="problems"]').click();
  await until(() => list(designer)?.textContent?.includes('受理') === true);
  await settled();
  expect(await axeFindings()).toEqual([]);
  await until(() => shape(designer, 'Task_1')?.getAttribute('aria-label') === '办理环节 受理，1 个问题');
  list(designer)?.querySelector<HTMLElement>('.item')?.click();
  await until(() => within(designer, '.panel-head h2').textContent === '受理');
  within(designer, '[data-action="problems"]').click();
  await until(() => list(designer)?.querySelector('.fix') != null);
  expect(list(designer)?.querySelector('.fix')?.textContent).toContain('在其后加一个结束');
  list(designer)?.querySelector<HTMLElement>('.fix')?.click();
  await until(() => within(designer, '[data-action="problems"]').textContent?.trim() === '检查');
  designer.undo();
  await until(() => within(designer, '[data-action="problems"]').textContent?.includes('检查 1') === true);
});

test.each([
  'COMPILE_NO_WAY_OUT',
  'COMPILE_NO_WAY_IN',
  'COMPILE_NO_START',
  'COMPILE_CONDITION_MISSING',
  'COMPILE_JOIN_NEVER',
  'COMPILE_JOIN_NOT_ALWAYS',
  'COMPILE_DONE_TWICE',
  'COMPILE_ROLE_UNKNOWN',
  'COMPILE_DEPARTMENT_UNKNOWN',
  'COMPILE_PAUSE_UNKNOWN',
])('%s is mended for good', async (code) => {
  const designer = await openDesigner(BROKEN[code]);
  const problems = await problemsIn(designer.xml);
  const problem = problems.find((one) => one.code === code) as Problem;
  expect(problem).toBeDefined();
  const editor = (designer as unknown as { readonly editor: Parameters<typeof fixOf>[0] }).editor;
  const told = nextChange(designer);
  fixOf(editor, problem, undefined)?.run();
  const after = await problemsIn(await told);
  expect(after.filter((one) => one.code === code && one.place.elementId === problem.place.elementId)).toEqual([]);
});

// as in a measure, but nobody has to be there to do the steps
async function problemsIn(xml: string): Promise<readonly Problem[]> {
  const { flow: read } = await readBpmn(xml);
  const world = { roles: [], departments: [], limits: [], forms: {}, formIds: [], known: { names: [] }, decisions: [], templates: [] };
  const { problems } = read === undefined ? { problems: [] } : compileFlow(read, { world, file: 'flow.bpmn' });
  return problems.filter(({ code }) => code !== 'COMPILE_PERFORMER_MISSING');
}

function list(designer: FlowDesigner): ShadowRoot | null | undefined {
  return designer.shadowRoot?.querySelector('.check-panel tb-problem-list')?.shadowRoot;
}

async function remove(designer: FlowDesigner, id: string): Promise<void> {
  await designer.select(id);
  const pad = await waitFor(() => designer.shadowRoot?.querySelector<HTMLElement>('.djs-context-pad .bpmn-icon-trash'));
  pad.click();
}

async function waitFor<Found>(find: () => Found | null | undefined): Promise<Found> {
  await until(() => find() != null);
  return find() as Found;
}

const flow = (body: string): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="process" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`;
const line = (source: string, target: string): string =>
  `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;
const user = (extension: string): string =>
  `<bpmn:userTask id="u"><bpmn:extensionElements xmlns:tb="https://tongban.dev/schema/bpmn/1">${extension}</bpmn:extensionElements></bpmn:userTask>`;
const task = (id: string): string => `<bpmn:manualTask id="${id}"/>`;
const START = '<bpmn:startEvent id="s"/>';
const END = '<bpmn:endEvent id="e"/>';
const gateway = (id: string, kind: string, rest = ''): string => `<bpmn:${kind}Gateway id="${id}" ${rest}/>`;

const BROKEN: Readonly<Record<string, string>> = {
  COMPILE_NO_WAY_OUT: flow(START + task('a') + line('s', 'a')),
  COMPILE_NO_WAY_IN: flow(START + task('a') + task('b') + END + line('s', 'a') + line('a', 'e') + line('b', 'e')),
  COMPILE_NO_START: flow(task('a') + END + line('a', 'e')),
  COMPILE_CONDITION_MISSING: flow(
    START + gateway('x', 'exclusive') + task('a') + END + line('s', 'x') + line('x', 'a') + line('x', 'e') + line('a', 'e'),
  ),
  COMPILE_JOIN_NEVER: flow(
    `${START + gateway('x', 'exclusive', 'default="x_a"') + task('a') + task('b') + gateway('p', 'parallel') + END + line('s', 'x') + line('x', 'a')}<bpmn:sequenceFlow id="x_b" sourceRef="x" targetRef="b"><bpmn:conditionExpression>true</bpmn:conditionExpression></bpmn:sequenceFlow>${line('a', 'p')}${line('b', 'p')}${line('p', 'e')}`,
  ),
  COMPILE_ROLE_UNKNOWN: flow(`${START + user('<tb:performer role="gone" department="gone"/>')}${END}${line('s', 'u')}${line('u', 'e')}`),
  COMPILE_DEPARTMENT_UNKNOWN: flow(`${START + user('<tb:performer department="gone"/>')}${END}${line('s', 'u')}${line('u', 'e')}`),
  COMPILE_PAUSE_UNKNOWN: flow(
    `${START + user('<tb:performer starter="true"/><tb:pause reason="gone"/>')}${END}${line('s', 'u')}${line('u', 'e')}`,
  ),
  COMPILE_JOIN_NOT_ALWAYS: flow(
    START +
      gateway('f', 'parallel') +
      task('a') +
      gateway('x', 'exclusive', 'default="x_p"') +
      gateway('p', 'parallel') +
      END +
      '<bpmn:endEvent id="o"/>' +
      line('s', 'f') +
      line('f', 'a') +
      line('f', 'x') +
      line('a', 'p') +
      line('x', 'p') +
      '<bpmn:sequenceFlow id="x_o" sourceRef="x" targetRef="o"><bpmn:conditionExpression>true</bpmn:conditionExpression></bpmn:sequenceFlow>' +
      line('p', 'e'),
  ),
  COMPILE_DONE_TWICE: flow(
    START +
      gateway('p', 'parallel') +
      task('a') +
      task('b') +
      gateway('x', 'exclusive') +
      task('c') +
      END +
      line('s', 'p') +
      line('p', 'a') +
      line('p', 'b') +
      line('a', 'x') +
      line('b', 'x') +
      line('x', 'c') +
      line('c', 'e'),
  ),
};
