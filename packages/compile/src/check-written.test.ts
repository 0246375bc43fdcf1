import { readBpmn } from '@tongban/bpmn';
import { parseFeel } from '@tongban/feel-parser';
import { compileForm } from '@tongban/form';
import type { CompiledForm } from '@tongban/model';
import { expect, test } from 'vitest';
import { compileFlow } from './compile-flow.ts';
import { type MeasureWorld, namesOfMeasure } from './measure-world.ts';

const application = compileForm(
  {
    formatVersion: 1,
    id: 'F-01',
    key: 'application',
    title: { 'zh-CN': '申请表' },
    layout: 'stacked',
    fields: [{ id: 'F-01.amount', key: 'amount', kind: 'number', label: { 'zh-CN': '投资额' } }],
  },
  (text, names) => parseFeel(text, { names }),
).compiled as CompiledForm;

const world: MeasureWorld = {
  roles: ['window'],
  departments: [],
  limits: [],
  forms: { 'F-01': application },
  formIds: ['F-01'],
  known: namesOfMeasure({ parameters: [] }, [application.document]),
  decisions: [],
  templates: [],
};

const task = (id: string, inside = ''): string =>
  `<bpmn:userTask id="${id}"><bpmn:extensionElements><tb:performer role="window"/>${inside}</bpmn:extensionElements></bpmn:userTask>`;
const fill = (id: string): string => task(id, '<tb:filings><tb:filing form="F-01" access="write"/></tb:filings>');
const start = (id: string): string => `<bpmn:startEvent id="${id}"/>`;
const end = (id: string): string => `<bpmn:endEvent id="${id}"/>`;
const event = '<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>';
const line = (source: string, target: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${condition}</bpmn:sequenceFlow>`;
const chain = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((id, at) => line(ids[at] as string, id))
    .join('');
/** A gateway `g` that asks for the amount, with an end behind each way. */
const asks =
  `<bpmn:exclusiveGateway id="g" default="g-no"/>${end('no')}${end('yes')}${chain('g', 'no')}` +
  line('g', 'yes', '<bpmn:conditionExpression>application.amount &gt; 5</bpmn:conditionExpression>');
const sub = (id: string, inside: string, what = ''): string => `<bpmn:subProcess id="${id}" ${what}>${inside}</bpmn:subProcess>`;
const linked = (kind: string, id: string): string => `<bpmn:${kind} id="${id}"><bpmn:linkEventDefinition name="L"/></bpmn:${kind}>`;
const whenever = (inside: string, first: string): string =>
  sub(
    'ev',
    `<bpmn:startEvent id="es" isInterrupting="false">${event}</bpmn:startEvent>${inside}${line('es', first)}`,
    'triggeredByEvent="true"',
  );

async function reads(body: string, beside = ''): Promise<readonly string[]> {
  const { flow } = await readBpmn(
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1">
    <bpmn:process id="P" isExecutable="true">${body}</bpmn:process>${beside}</bpmn:definitions>`,
  );
  if (flow === undefined) throw new Error('not read');
  const codes = compileFlow(flow, { world, file: 'flow.bpmn' }).problems.map(({ code }) => code);
  return codes.filter((code) => code === 'COMPILE_FIELD_NOT_WRITTEN');
}

test.each([
  ['a step before', `${start('s')}${fill('a')}${asks}${chain('s', 'a', 'g')}`],
  [
    'a step in a sub-process before',
    `${start('s')}${sub('p', `${start('i')}${fill('a')}${end('o')}${chain('i', 'a', 'o')}`)}${asks}${chain('s', 'p', 'g')}`,
  ],
  [
    'a step in the activity that was broken off',
    `${start('s')}${sub('p', `${start('i')}${fill('a')}${task('b')}${end('o')}${chain('i', 'a', 'b', 'o')}`)}${end('e')}${chain('s', 'p', 'e')}` +
      `<bpmn:boundaryEvent id="late" attachedToRef="p">${event}</bpmn:boundaryEvent>${asks}${chain('late', 'g')}`,
  ],
  [
    'a step before a link',
    `${start('s')}${fill('a')}${linked('intermediateThrowEvent', 't')}${chain('s', 'a', 't')}${linked('intermediateCatchEvent', 'c')}${asks}${chain('c', 'g')}`,
  ],
  ['a step beside the event sub-process that asks', `${start('s')}${fill('a')}${end('e')}${chain('s', 'a', 'e')}${whenever(asks, 'g')}`],
  [
    'a step in an event sub-process',
    `${start('s')}${task('a')}${asks}${chain('s', 'a', 'g')}${whenever(`${fill('h')}${end('he')}${chain('h', 'he')}`, 'h')}`,
  ],
  [
    'an earlier round of what is repeated',
    `${start('s')}${sub('p', `${start('i')}${asks.replace(end('yes'), fill('yes'))}${end('o')}${chain('i', 'g')}${chain('yes', 'o')}<bpmn:standardLoopCharacteristics/>`)}${end('e')}${chain('s', 'p', 'e')}`,
  ],
])('CF51 what %s fills in may be read', async (_what, body) => {
  expect(await reads(body)).toEqual([]);
});

test('CF51 what a called process fills in may be read behind the call, and in it what was filled in before', async () => {
  const called = (inside: string): string => `<bpmn:process id="Q" isExecutable="true">${inside}</bpmn:process>`;
  const call = '<bpmn:callActivity id="c" calledElement="Q"/>';
  const filling = called(`${start('qs')}${fill('qa')}${end('qe')}${chain('qs', 'qa', 'qe')}`);
  expect(await reads(`${start('s')}${call}${asks}${chain('s', 'c', 'g')}`, filling)).toEqual([]);
  const asking = called(`${start('qs')}${asks}${chain('qs', 'g')}`);
  expect(await reads(`${start('s')}${fill('a')}${call}${end('e')}${chain('s', 'a', 'c', 'e')}`, asking)).toEqual([]);
  expect(await reads(`${start('s')}${call}${fill('a')}${end('e')}${chain('s', 'c', 'a', 'e')}`, asking)).toHaveLength(1);
});

test.each([
  [
    'a later step',
    `${start('s')}${asks}${chain('s', 'g')}${fill('a')}${end('e')}${chain('yes', 'a', 'e')}`.replace(
      end('yes'),
      '<bpmn:manualTask id="yes"/>',
    ),
  ],
  [
    'a step beside it',
    `${start('s')}<bpmn:parallelGateway id="p"/>${fill('a')}${end('e')}${asks}${chain('s', 'p', 'a', 'e')}${chain('p', 'g')}`,
  ],
  [
    'a later step of the same sub-process',
    `${start('s')}${sub('p', `${start('i')}${asks.replace(end('yes'), fill('yes'))}${end('o')}${chain('i', 'g')}${chain('yes', 'o')}`)}${end('e')}${chain('s', 'p', 'e')}`,
  ],
])('CF51 what only %s fills in is a warning', async (_what, body) => {
  expect(await reads(body)).toHaveLength(1);
});
