import type { FlowExtension, FlowNode } from '@tongban/model';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import camundaModeler from '../test/fixtures/camunda-modeler.bpmn?raw';
import everyExtension from '../test/fixtures/every-extension.bpmn?raw';
import flowable from '../test/fixtures/flowable.bpmn?raw';
import { type CreateElement, elementsOf, type ModdleElement } from './moddle-element.ts';
import { readBpmn } from './read-bpmn.ts';
import { rewriteBpmn } from './rewrite-bpmn.ts';
import { setExtension } from './set-extension.ts';
import descriptorJson from './tb.moddle.json?raw';
import { tbModdle } from './tb-moddle.ts';
import { toExtension } from './to-extension.ts';

const moddle = new BpmnModdle({ tb: JSON.parse(descriptorJson) });
const create: CreateElement = (type, properties) => moddle.create(type, properties) as ModdleElement;

async function nodesOf(xml: string): Promise<readonly FlowNode[]> {
  const { flow } = await readBpmn(xml);
  return flow?.processes[0]?.nodes ?? [];
}

async function extensionOf(xml: string, id: string): Promise<FlowExtension | undefined> {
  return (await nodesOf(xml)).find((node) => node.id === id)?.extension;
}

const everything: FlowExtension = {
  performer: { starter: true, role: 'window', department: '=item.department', person: 'case.starter.id' },
  policy: { empty: 'administrator', same: 'skip', outcome: 'yes' },
  expiry: { limit: 'review', does: 'complete', outcome: 'no', target: 'a', basis: '某条例第九条' },
  filings: [{ form: 'F-01', access: 'read', fields: { 'F-01.rows/day': 'write', 'F-01.note': 'hidden' } }],
  outcomes: { result: 'decision', choices: [{ value: 'no', label: '不同意', reason: true, danger: true }] },
  operations: [
    { kind: 'return', targets: ['a', 'b'], reason: true },
    { kind: 'copy', to: { role: 'handler', department: '=item.department' } },
    { kind: 'claim' },
  ],
  each: { collection: 'items', element: 'item', results: 'all', result: '{ code: item.code, said: "是" }' },
  vote: {
    ...{ rule: 'share', result: 'decided', agree: ['yes'], abstain: ['abstain'], veto: ['no'], needed: '2/3', more: true, of: 'cast' },
    ...{ quorum: '50%', weight: 'item.votes', choice: 'said', until: 'everyone', removed: 'abstain' },
  },
  assigns: [{ variable: 'x', value: 'if a < 3 then "b" else null', at: 'start' }],
  handler: { name: 'document.issue', inputs: { template: '"mock"' }, result: 'issued' },
  rule: { decision: 'DT-15', result: 'entry' },
  arrival: { correlation: 'case.key', label: '登记', performer: { role: 'window' }, filings: [{ form: 'land', access: 'write' }] },
  start: { roles: 'window applicant' },
  call: { in: 'all', out: 'all' },
  clocks: ['review', 'whole'],
  pauses: 'publicity',
  ending: 'rejected',
};

describe('the tb: extension', () => {
  test('BR30 reads every element of the extension', async () => {
    const nodes = await nodesOf(everyExtension);
    const of = (id: string): FlowExtension | undefined => nodes.find((node) => node.id === id)?.extension;
    expect(of('start')).toEqual({ start: { roles: '=if parameters.channel = "offline" then ["window"] else ["window", "applicant"]' } });
    expect(of('fill')).toEqual({
      performer: { starter: true },
      filings: [
        { form: 'F-01', access: 'write', fields: { 'F-01.13': 'hidden' } },
        { form: 'F-02', access: 'write' },
      ],
      outcomes: {
        result: 'filed',
        choices: [
          { value: 'submit', label: '提交' },
          { value: 'drop', label: '放弃', reason: true, danger: true },
        ],
      },
      operations: [{ kind: 'withdraw', reason: false }],
      assigns: [{ variable: 'items', value: 'application.items', at: 'end' }],
      clocks: ['filing'],
    });
    expect(of('review')?.each).toEqual({ collection: 'items', element: 'item', results: 'opinions', result: 'decision' });
    expect(of('review')?.operations).toEqual([{ kind: 'return', targets: ['fill', 'review'], reason: true }]);
    expect(of('check')).toEqual({ rule: { decision: 'DT-15', result: 'entry' } });
    expect(of('issue')?.handler).toEqual({
      name: 'issueDocument',
      inputs: { template: '"mock-approval"', subject: 'items' },
      result: 'issued',
    });
    expect(of('land')?.arrival).toEqual({
      correlation: 'case.key',
      label: '登记用地手续',
      performer: { role: 'window' },
      filings: [{ form: 'land', access: 'write' }],
    });
    expect(of('end')).toEqual({ ending: 'completed' });
  });

  test('BR30 writes what it reads', async () => {
    const element = create('bpmn:UserTask', { id: 't' });
    element.loopCharacteristics = create('bpmn:MultiInstanceLoopCharacteristics', { isSequential: true });
    setExtension(create, element, everything);
    expect(toExtension(element)).toEqual(everything);
    const definitions = create('bpmn:Definitions', {
      rootElements: [create('bpmn:Process', { id: 'p', flowElements: [element] })],
    });
    const { xml } = await moddle.toXML(definitions);
    expect(await extensionOf(xml, 't')).toEqual(everything);
  });

  test('BR30 removes what is no longer said, and makes the loop that an each needs', () => {
    const element = create('bpmn:UserTask', { id: 't' });
    setExtension(create, element, { each: { collection: 'items', element: 'item' } });
    expect(element.loopCharacteristics?.$type).toBe('bpmn:MultiInstanceLoopCharacteristics');
    setExtension(create, element, {});
    expect(toExtension(element)).toEqual({});
    expect(element.extensionElements).toBeUndefined();
  });

  test('BR31 keeps foreign extensions when ours change', async () => {
    const { xml = '', problems } = await rewriteBpmn(camundaModeler, ({ definitions, create: make }) => {
      const process = elementsOf(definitions, 'rootElements').find((root) => root.$type === 'bpmn:Process');
      const task = elementsOf(process, 'flowElements').find((one) => one['id'] === 'Activity_register');
      if (task !== undefined) setExtension(make, task, { performer: { role: 'window' } });
    });
    expect(problems).toEqual([]);
    for (const kept of [
      'camunda:historyTimeToLive="180"',
      'camunda:initiator="initiator"',
      'camunda:formKey="embedded:app:forms/register.html"',
      '<camunda:taskListener class="cn.gov.county.NotifyListener" event="create" />',
      '<camunda:property name="region" value="622927" />',
      'camunda:collection="departments"',
      'camunda:topic="archive"',
      '<camunda:inputParameter name="folder">approvals</camunda:inputParameter>',
      'modeler:executionPlatform="Camunda Platform"',
      '三个工作日',
    ]) {
      expect(xml).toContain(kept);
    }
    expect(xml).toContain('<tb:performer role="window" />');
    expect(await extensionOf(xml, 'Activity_register')).toEqual({ performer: { role: 'window' } });
  });

  test.each([
    ['Camunda Modeler', camundaModeler],
    ['Flowable', flowable],
    ['Tongban', everyExtension],
  ])('BR31 reads the same from a file of %s once it was written', async (_, before) => {
    const { xml = '' } = await rewriteBpmn(before, () => {});
    expect(await readBpmn(xml)).toEqual(await readBpmn(before));
    expect((await rewriteBpmn(xml, () => {})).xml).toBe(xml);
  });

  test('BR31 keeps the extensions of Flowable under the prefix of the file', async () => {
    const { xml = '' } = await rewriteBpmn(flowable, () => {});
    expect(xml).toContain('class="org.example.Audit"');
    expect(xml).toMatch(/:delegateExpression="\$\{leaveRecorder\}"/);
    expect(xml).toContain('initiator-can-complete');
  });

  test.each([
    ['<tb:performer rolle="x"/>', 'BPMN_ATTRIBUTE_UNKNOWN', 'rolle'],
    ['<tb:filings><tb:filing access="read"/></tb:filings>', 'BPMN_ATTRIBUTE_MISSING', 'form'],
    ['<tb:filings><tb:filing form="F" access="edit"/></tb:filings>', 'BPMN_ATTRIBUTE_VALUE', 'access'],
    ['<tb:operations><tb:operation kind="explode"/></tb:operations>', 'BPMN_ATTRIBUTE_VALUE', 'kind'],
    ['<tb:assign variable="__proto__" value="1"/>', 'BPMN_NAME_FORBIDDEN', 'name'],
    [
      '<tb:filings><tb:filing form="F" access="read"><tb:field ref="__proto__" access="write"/></tb:filing></tb:filings>',
      'BPMN_NAME_FORBIDDEN',
      'name',
    ],
  ])('BR32 names what is wrong in %s', async (extension, code, attribute) => {
    const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1"><bpmn:process id="p"><bpmn:userTask id="t" name="审查"><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>`;
    const { problems } = await readBpmn(xml);
    expect(problems).toMatchObject([{ code, severity: 'error', place: { elementId: 't', elementName: '审查' }, details: { attribute } }]);
  });

  test.each([
    ['<bpmn:serviceTask id="t" name="审查">', '<tb:performer role="x"/>', '</bpmn:serviceTask>'],
    ['<bpmn:userTask id="t" name="审查">', '<tb:each collection="a" element="b"/>', '</bpmn:userTask>'],
    ['<bpmn:endEvent id="t" name="审查">', '<tb:clock limit="a"/>', '</bpmn:endEvent>'],
  ])('BR35 warns of %s with %s, which does nothing there', async (open, extension, close) => {
    const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1"><bpmn:process id="p">${open}<bpmn:extensionElements>${extension}</bpmn:extensionElements>${close}</bpmn:process></bpmn:definitions>`;
    const { problems } = await readBpmn(xml);
    expect(problems).toMatchObject([
      { code: 'BPMN_EXTENSION_IGNORED', severity: 'warning', place: { elementId: 't', elementName: '审查' } },
    ]);
  });

  test('BR33 reads the basics of other engines', async () => {
    expect(await extensionOf(camundaModeler, 'Activity_register')).toEqual({ performer: { starter: true } });
    expect(await extensionOf(camundaModeler, 'Activity_review')).toEqual({
      performer: { role: 'reviewer' },
      each: { collection: 'departments', element: 'department' },
    });
    expect(await extensionOf(camundaModeler, 'Activity_archive')).toEqual({
      handler: { name: 'archive', inputs: { folder: '"approvals"' } },
    });
    expect(await extensionOf(flowable, 'approve')).toEqual({
      performer: { person: '"zhangsan"' },
      filings: [{ form: 'approve-form', access: 'write' }],
    });
    expect(await extensionOf(flowable, 'record')).toEqual({
      handler: { name: 'leaveRecorder', inputs: {}, result: 'recorded' },
    });
  });

  test('BR34 says the same in tb.moddle.json', () => {
    expect(JSON.parse(descriptorJson)).toEqual(tbModdle);
  });
});
