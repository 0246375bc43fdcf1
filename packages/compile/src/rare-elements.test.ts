import { readBpmn } from '@tongban/bpmn';
import type { Program, ProgramNode } from '@tongban/model';
import { expect, test } from 'vitest';
import { compileFlow } from './compile-flow.ts';

const file = (process: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1"><process id="p" isExecutable="true">${process}</process></definitions>`;

async function compile(process: string): Promise<{ readonly program: Program | undefined; readonly codes: readonly string[] }> {
  const { flow } = await readBpmn(file(process));
  if (flow === undefined) throw new Error('not read');
  const { program, problems } = compileFlow(flow);
  return { program, codes: problems.map(({ code, place }) => `${code} ${place.elementId}`) };
}

const nodeOf = (program: Program | undefined, id: string): ProgramNode | undefined => program?.nodes.find((node) => node.id === id);

test('CF44 carries over when a complex gateway is activated, and asks for it where flows join', async () => {
  const joined = (activation: string): string =>
    '<startEvent id="s"/><parallelGateway id="f"/><task id="a"/><task id="b"/>' +
    `<complexGateway id="g">${activation}</complexGateway><endEvent id="e"/>` +
    ['s-f', 'f-a', 'f-b', 'a-g', 'b-g'].map((id) => `<sequenceFlow id="${id}" sourceRef="${id[0]}" targetRef="${id[2]}"/>`).join('') +
    '<sequenceFlow id="g-e" sourceRef="g" targetRef="e"><conditionExpression>waitingForStart</conditionExpression></sequenceFlow>';
  const { program, codes } = await compile(joined('<activationCondition>activationCount &gt;= 2</activationCondition>'));
  expect(codes).toEqual([]);
  expect(nodeOf(program, 'g')?.activation?.text).toBe('activationCount >= 2');
  expect((await compile(joined(''))).codes).toEqual(['COMPILE_ACTIVATION_MISSING g']);
});

test('CF45 carries over how an ad-hoc sub-process goes, and asks for something that people can begin', async () => {
  const around = (inside: string): string =>
    `<startEvent id="s"/><adHocSubProcess id="x" ordering="Sequential">${inside}</adHocSubProcess><endEvent id="e"/>` +
    '<sequenceFlow id="s-x" sourceRef="s" targetRef="x"/><sequenceFlow id="x-e" sourceRef="x" targetRef="e"/>';
  const performer = '<extensionElements><tb:performer role="window"/></extensionElements>';
  const { program, codes } = await compile(around(`${performer}<userTask id="a"/><completionCondition>done</completionCondition>`));
  expect(codes).toEqual([]);
  expect(nodeOf(program, 'x')?.adHoc).toMatchObject({ sequential: true, completion: { text: 'done' }, performer: { role: 'window' } });
  expect((await compile(around(''))).codes).toEqual(['COMPILE_AD_HOC_START x']);
  const withStart = '<startEvent id="i"/><userTask id="a"/><sequenceFlow id="i-a" sourceRef="i" targetRef="a"/>';
  expect((await compile(around(withStart))).codes).toEqual(['COMPILE_AD_HOC_START x']);
});
