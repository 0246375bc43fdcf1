/** A measure of few files, to be changed by text; for tests. */
import type { MeasureSources } from '@tongban/model';

/** A flow of the steps in a row, each after the other, drawn 150 px apart. */
export function flowText(steps: readonly string[], more: { readonly inner?: string; readonly y?: number } = {}): string {
  const all = ['start', ...steps, 'end'];
  const kind = (step: string): string => (step === 'start' ? 'startEvent' : step === 'end' ? 'endEvent' : 'userTask');
  const nodes = all.map((step) => `<bpmn:${kind(step)} id="${step}" name="${step}" />`);
  const lines = all.slice(1).map((step, at) => `<bpmn:sequenceFlow id="to_${step}" sourceRef="${all[at]}" targetRef="${step}" />`);
  const y = more.y ?? 100;
  const shapes = all.map(
    (step, at) =>
      `<bpmndi:BPMNShape id="${step}_di" bpmnElement="${step}"><dc:Bounds x="${at * 150}" y="${y}" width="100" height="80" /></bpmndi:BPMNShape>`,
  );
  const edges = all
    .slice(1)
    .map(
      (step, at) =>
        `<bpmndi:BPMNEdge id="to_${step}_di" bpmnElement="to_${step}"><di:waypoint x="${at * 150 + 100}" y="${y + 40}" /><di:waypoint x="${at * 150 + 150}" y="${y + 40}" /></bpmndi:BPMNEdge>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:tb="https://tongban.dev/schema/bpmn/1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="t">
<bpmn:process id="P" isExecutable="true">${nodes.join('')}${lines.join('')}${more.inner ?? ''}</bpmn:process>
<bpmndi:BPMNDiagram id="DI"><bpmndi:BPMNPlane id="PL" bpmnElement="P">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

/** A step that says what it is besides its name. */
export function step(id: string, attributes: string, extension: string): readonly [was: string, is: string] {
  return [
    `<bpmn:userTask id="${id}" name="${id}" />`,
    `<bpmn:userTask id="${id}" ${attributes}><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:userTask>`,
  ];
}

interface SmallManifest {
  readonly legalBasis: readonly string[];
  readonly departments: readonly object[];
  readonly roles: readonly object[];
  readonly limits: readonly { readonly amount: number }[];
  readonly parts: { readonly forms: readonly string[] };
}

interface SmallForm {
  readonly title: object;
  readonly fields: readonly { readonly fields: readonly object[] }[];
}

const manifest = {
  ...{ formatVersion: 1, id: 'small', version: '1.0', title: { 'zh-CN': '小措施' }, case: { title: 'f.name', key: 'f.code' } },
  legalBasis: ['甲'],
  parameters: [{ id: 'channel', name: { 'zh-CN': '渠道' }, value: 'offline' }],
  roles: [{ id: 'window', name: { 'zh-CN': '窗口' } }],
  departments: [{ id: 'water', name: '水务局' }],
  limits: [{ id: 'review', name: { 'zh-CN': '审查' }, amount: 5, unit: 'workingDay' }],
  parts: {
    ...{ flow: 'flow.bpmn', forms: ['forms/f.form.json'], tables: ['tables/t.dmn'], documents: [], items: 'items.csv' },
    ...{ calendar: 'calendars/c.json', scenarios: [] },
  },
};

const form = {
  ...{ formatVersion: 1, id: 'F-1', key: 'f', title: { 'zh-CN': '申请表' } },
  fields: [
    { kind: 'section', id: 'F-1.a', label: { 'zh-CN': '甲' }, fields: [field('F-1.name', '名称'), field('F-1.code', '代码')] },
    { kind: 'section', id: 'F-1.b', label: { 'zh-CN': '乙' }, fields: [field('F-1.site', '地点')] },
  ],
};

function field(id: string, label: string): object {
  return { kind: 'text', id, key: id.slice(4), label: { 'zh-CN': label } };
}

/** A table of one input, with rows by id and what they say. */
export function tableText(
  rows: readonly (readonly [id: string, when: string, then: string])[],
  inputs: readonly string[] = ['in1'],
): string {
  const row = ([id, when, then]: readonly [string, string, string]): string =>
    `<rule id="${id}">${inputs.map(() => `<inputEntry id="${id}_i"><text>${when}</text></inputEntry>`).join('')}<outputEntry id="${id}_o"><text>${then}</text></outputEntry></rule>`;
  const columns = inputs.map((id) => `<input id="${id}" label="${id}" />`).join('');
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="T" name="t" namespace="n"><decision id="DT-1" name="t"><decisionTable id="DT1" hitPolicy="FIRST">${columns}<output id="out" />${rows.map(row).join('')}</decisionTable></decision></definitions>`;
}

/** The measure as its base published it. */
export const small: MeasureSources = {
  'measure.json': json(manifest),
  'flow.bpmn': flowText(['apply', 'review']),
  'forms/f.form.json': json(form),
  'tables/t.dmn': tableText([
    ['r1', '1', '2'],
    ['r2', '3', '4'],
  ]),
  'items.csv': '事项编码,事项名称,时限\nA-1,用地,5\nA-2,环评,10\n',
  'calendars/c.json': json({ formatVersion: 1, weekend: [6, 7] }),
};

/** `sources` with texts of a file replaced; each must be there. */
export function edited(sources: MeasureSources, file: string, ...changes: readonly (readonly [was: string, is: string])[]): MeasureSources {
  const text = changes.reduce((before, [was, is]) => {
    if (!before.includes(was)) throw new Error(`${file} has no ${was}`);
    return before.replace(was, is);
  }, sources[file] ?? '');
  return { ...sources, [file]: text };
}

/** `sources` with the manifest changed. */
export function managed(sources: MeasureSources, change: (measure: SmallManifest) => object): MeasureSources {
  return { ...sources, 'measure.json': json(change(JSON.parse(sources['measure.json'] ?? '') as SmallManifest)) };
}

/** `sources` with its form changed. */
export function formed(sources: MeasureSources, change: (form: SmallForm) => object): MeasureSources {
  return { ...sources, 'forms/f.form.json': json(change(JSON.parse(sources['forms/f.form.json'] ?? '') as SmallForm)) };
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
