/** A case keeps the version of the negative list that it started under: a list that is changed later does not reach it. */
import { readFileSync } from 'node:fs';
import { compileMeasure } from '@tongban/compile';
import type { Actor, CaseService, Release } from '@tongban/model';
import { createCaseService, createEngine, openMemoryStorage } from '@tongban/runtime';
import { countingIds, virtualClock } from '@tongban/runtime/testing';
import { expect, it } from 'vitest';

const TENANT = 'jishishan';
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const text = (id: string, label: string): object => ({ kind: 'text', id: `F.${id}`, key: id, label: { 'zh-CN': label } });
const FORM = {
  formatVersion: 1,
  id: 'F',
  key: 'application',
  title: { 'zh-CN': '申请表' },
  layout: 'stacked',
  fields: [text('item', '事项名称'), text('part', '子项名称')],
};
const TASK =
  '<bpmn:extensionElements><tb:performer starter="true"/><tb:filings><tb:filing form="F" access="write"/></tb:filings></bpmn:extensionElements>';
const FLOW = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1" targetNamespace="urn:example">
  <bpmn:process id="listed" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:extensionElements><tb:start roles="applicant"/></bpmn:extensionElements></bpmn:startEvent>
    <bpmn:userTask id="file" name="填报">${TASK}</bpmn:userTask>
    <bpmn:businessRuleTask id="look" name="对照负面清单"><bpmn:extensionElements><tb:rule decision="DT-02" result="row"/></bpmn:extensionElements></bpmn:businessRuleTask>
    <bpmn:userTask id="read" name="阅知">${TASK}</bpmn:userTask>
    <bpmn:endEvent id="end"/>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="file"/><bpmn:sequenceFlow id="f2" sourceRef="file" targetRef="look"/>
    <bpmn:sequenceFlow id="f3" sourceRef="look" targetRef="read"/><bpmn:sequenceFlow id="f4" sourceRef="read" targetRef="end"/>
  </bpmn:process>
</bpmn:definitions>`;

/** The list of Annex 1, asked with the fields of the form. */
const LIST = read('rules/dt-02.dmn')
  .replace('<text>事项名称</text>', '<text>application.item</text>')
  .replace('<text>子项名称</text>', '<text>application.part</text>');
/** A later edition, in which the second row is gone. */
const LATER = LIST.replace(/<rule id="DT_02_rule2">[\s\S]*?<\/rule>/, '');

async function releaseWith(list: string, version: string): Promise<Release> {
  const manifest = JSON.parse(read('mock-approval/measure.json')) as object;
  const parts = { flow: 'flow.bpmn', forms: ['form.json'], tables: ['list.dmn'], documents: [], calendar: 'calendar.json', scenarios: [] };
  const changes = { id: 'listed', version, limits: [], parts, case: { title: 'application.item', key: 'application.item' } };
  const { release, problems } = await compileMeasure({
    'measure.json': JSON.stringify({ ...manifest, ...changes }),
    'flow.bpmn': FLOW,
    'form.json': JSON.stringify(FORM),
    'list.dmn': list,
    'calendar.json': read('mock-approval/calendars/jishishan.json'),
  });
  expect(problems.filter(({ severity }) => severity === 'error').map(({ sentences }) => sentences.en)).toEqual([]);
  return release as Release;
}

const applicant: Actor = { id: 'wang', name: '王一', tenant: TENANT, roles: ['applicant'] };
const ITEM = '房屋建筑和市政基础设施工程竣工验收备案';

/** Files the form of the case. */
async function filed(service: CaseService, caseId: string, commandId: string): Promise<void> {
  const { entries } = await service.tasks({ box: 'todo' });
  const entry = entries.find((one) => one.caseId === caseId);
  const task = await service.task(entry?.taskId ?? '');
  const values = { F: { item: ITEM, part: '无' } };
  const done = await service.complete({ commandId, taskId: task.taskId, revision: task.revision, values });
  expect(done).toMatchObject({ ok: true });
}

it('a case keeps the version it started under; the next one has the new list', async () => {
  const engine = createEngine({ store: openMemoryStorage(), clock: virtualClock(Date.UTC(2026, 10, 23, 1)), newId: countingIds('id') });
  const service = createCaseService(engine, applicant);
  const [first, second] = [await releaseWith(LIST, '1.0'), await releaseWith(LATER, '1.1')];
  const start = async (release: Release, commandId: string): Promise<string> => {
    const started = await service.start({ commandId, releaseId: release.id });
    expect(started).toMatchObject({ ok: true });
    return started.ok ? started.caseId : '';
  };
  const rowOf = async (caseId: string): Promise<unknown> => (await engine.load(TENANT, caseId))?.state.variables['row'];

  await engine.deploy({ tenant: TENANT, release: first });
  const early = await start(first, 'c1');
  await engine.deploy({ tenant: TENANT, release: second });
  const late = await start(second, 'c2');
  await filed(service, early, 'c3');
  await filed(service, late, 'c4');

  expect(await rowOf(early)).toMatchObject({ 行号: '二-2' });
  expect(await rowOf(late)).toBeNull();
  expect((await engine.load(TENANT, early))?.state.releaseId).toBe(first.id);
});
