/**
 * A small measure for tests: an application goes to the window, then to two departments at the same time; a mock document is issued,
 * and when the land documents have come it is converted.
 */
import { china2026 } from '@tongban/calendar';
import type { Actor, DocumentTemplate, FormDocument, FormField, Project, Release, Scenario } from '@tongban/model';
import { literal, read } from './builders/expressions.ts';
import { flow } from './builders/flow.ts';
import { MONDAY } from './builders/running-case.ts';

/** The tenant of the small measure's people. */
export const COUNTY = 'county';

const person = (id: string, name: string, roles: readonly string[], department?: string): Actor => ({
  ...{ id, name, tenant: COUNTY, roles },
  ...(department === undefined ? {} : { department }),
});

/** Its people. */
export const people: Readonly<Record<'applicant' | 'other' | 'window' | 'window2' | 'land' | 'plan' | 'admin' | 'stranger', Actor>> = {
  applicant: person('u-wang', '王一', ['applicant']),
  other: person('u-zhao', '赵二', ['applicant']),
  window: person('u-chen', '陈窗', ['window'], 'zwfw'),
  window2: person('u-sun', '孙窗', ['window'], 'zwfw'),
  land: person('u-li', '李地', ['reviewer'], 'zrzy'),
  plan: person('u-zhou', '周改', ['reviewer'], 'fgw'),
  admin: person('u-admin', '管理员', ['administrator']),
  stranger: { ...person('u-chen', '陈窗', ['window', 'administrator'], 'zwfw'), tenant: 'elsewhere' },
};

/** The project its cases are about. */
export const solarProject: Project = {
  tenant: COUNTY,
  code: '2603-622927-04-01-100001',
  name: '太阳能发电项目',
  enterprise: { name: '积石山光伏公司', uscc: '91622927MA7000001X', legalPerson: '马三' },
  contact: { name: '王一', phone: '13800000000' },
  investment: '1200.50',
  owner: 'u-wang',
};

/** The small measure, published. */
export const smallRelease: Release = release();

/** The small measure as a scenario from application to conversion. */
export const smallScenario: Scenario = {
  formatVersion: 1,
  id: 'straight',
  title: '一次通过',
  startsAt: '2026-03-02T09:00',
  people: {
    wang: { name: '王一', roles: ['applicant'] },
    chen: { name: '陈窗', roles: ['window'], department: 'zwfw' },
    li: { name: '李地', roles: ['reviewer'], department: 'zrzy' },
    zhou: { name: '周改', roles: ['reviewer'], department: 'fgw' },
  },
  projects: [{ code: solarProject.code, name: solarProject.name, enterprise: solarProject.enterprise.name }],
  steps: [
    { do: 'start', as: 'wang', projectCode: solarProject.code },
    { do: 'refused', code: 'FORM_FIELD_REQUIRED', step: { do: 'complete', as: 'wang', task: 'apply' } },
    { do: 'draft', as: 'wang', task: 'apply', values: { 'F-01': { reason: '先存' } } },
    { do: 'complete', as: 'wang', task: 'apply', values: { 'F-01': { reason: '早开工', scan: [scanRef('scan-1')] } } },
    { expect: { tasks: ['check'], round: 1, values: { 'application.projectName': solarProject.name } } },
    { do: 'return', as: 'chen', task: 'check', to: 'apply', reason: '扫描件不清' },
    { expect: { tasks: ['apply'], round: 2 } },
    { do: 'complete', as: 'wang', task: 'apply', values: { 'F-01': { reason: '早日开工' } } },
    { do: 'complete', as: 'chen', task: 'check', outcome: 'accept' },
    { do: 'complete', as: 'li', task: 'landReview', values: { 'F-04': { land: { choice: 'agree', text: '' } } } },
    { do: 'wait', for: 'P1D' },
    { expect: { tasks: ['planReview'], lights: { review: 'green' } } },
    { do: 'complete', as: 'zhou', task: 'planReview', values: { 'F-04': { plan: { choice: 'agree', text: '' } } } },
    { expect: { tasks: [], open: true, documents: { 'mock-opinion:mock': 1 } } },
    { do: 'message', as: 'chen', name: 'land', key: solarProject.code },
    { expect: { ended: 'completed', documents: { 'mock-opinion:recalled': 1, 'opinion:effective': 1 } } },
  ],
};

// helpers

function scanRef(fileId: string) {
  return { fileId, name: `${fileId}.pdf`, bytes: 4, mediaType: 'application/pdf' };
}

function release(): Release {
  const zh = (text: string) => ({ 'zh-CN': text });
  return {
    formatVersion: 1,
    id: 'sha256:small',
    manifest: {
      formatVersion: 1,
      id: 'small',
      version: '1.0',
      title: zh('模拟审批'),
      parameters: [],
      roles: [
        { id: 'applicant', name: zh('申请单位') },
        { id: 'window', name: zh('综合窗口') },
        { id: 'reviewer', name: zh('审批人员') },
      ],
      departments: [
        { id: 'zwfw', name: '政务服务中心' },
        { id: 'zrzy', name: '自然资源局' },
        { id: 'fgw', name: '发展和改革局' },
      ],
      limits: [{ id: 'review', name: zh('审查'), amount: 3, unit: 'workingDay' }],
      case: { title: 'application.projectName', key: 'project.code' },
      parts: { flow: 'flow.bpmn', forms: [], tables: [], documents: [], calendar: 'china', scenarios: [] },
    },
    program: program(),
    forms: { 'F-01': { document: applicationForm(), expressions: {} }, 'F-04': { document: opinionForm(), expressions: {} } },
    decisions: {},
    templates: {
      'mock-opinion': { template: template('mock-opinion', true), expressions: {} },
      opinion: { template: template('opinion', false), expressions: {} },
    },
    items: [],
    calendar: china2026,
    picture: { width: 0, height: 0, shapes: [], edges: [] },
    caseTitle: read('application.projectName'),
    caseKey: read('project.code'),
  };
}

function program() {
  const hidden = { phone: 'hidden' } as const;
  const review = (department: string, field: string, own: string) => ({
    name: `${department === 'zrzy' ? '用地' : '立项'}审查`,
    clocks: ['review'],
    task: {
      performer: { role: 'reviewer', department },
      filings: [
        { form: 'F-01', access: 'read', fields: hidden },
        { form: 'F-04', access: 'read', fields: { [field]: 'write' } },
      ],
      operations: own === '' ? [] : [{ kind: 'transfer' }],
    },
  });
  const offered = [
    { kind: 'claim' },
    { kind: 'transfer', reason: false },
    { kind: 'delegate' },
    { kind: 'addSigner' },
    { kind: 'removeSigner' },
    { kind: 'copy' },
    { kind: 'urge' },
  ];
  const nodes = {
    start: { startRoles: ['applicant', 'window'] },
    apply: {
      name: '提交申请',
      task: {
        performer: { starter: true },
        filings: [{ form: 'F-01', access: 'write', fields: { code: 'read' } }],
        operations: [{ kind: 'withdraw' }, { kind: 'withdrawCase' }],
      },
    },
    check: {
      name: '窗口核验',
      task: {
        performer: { role: 'window' },
        filings: [{ form: 'F-01', access: 'read' }],
        outcomes: {
          result: 'checked',
          choices: [
            { value: 'accept', label: '受理' },
            { value: 'doubt', label: '存疑', reason: true },
          ],
        },
        operations: [{ kind: 'return', targets: ['apply'] }, { kind: 'reject' }, ...offered],
      },
    },
    landReview: review('zrzy', 'land', 'transfer'),
    planReview: review('fgw', 'plan', ''),
    issue: {
      name: '出具模拟审批文书',
      handler: { name: 'document.issue', inputs: { template: literal('mock-opinion') }, result: 'issued' },
    },
    land: {
      name: '土地手续已取得',
      events: [
        {
          kind: 'message',
          name: 'land',
          arrival: { correlation: read('project.code'), label: '土地手续已取得', performer: { role: 'window' }, filings: [] },
        },
      ],
    },
    convert: {
      name: '转换正式文书',
      handler: { name: 'document.convert', inputs: { from: literal('mock-opinion'), template: literal('opinion') }, result: 'converted' },
    },
  };
  const text = `start > apply > check > parallel:split > landReview > parallel:join > service:issue > catch:land > service:convert > end
    split > planReview > join`;
  return flow(text, { nodes: nodes as never });
}

function applicationForm(): FormDocument {
  const text = (id: string, label: string, more: object = {}): FormField => ({
    kind: 'text',
    id,
    key: id,
    label: { 'zh-CN': label },
    ...more,
  });
  return {
    formatVersion: 1,
    id: 'F-01',
    key: 'application',
    title: { 'zh-CN': '申请表' },
    layout: 'stacked',
    fields: [
      text('projectName', '项目名称', { required: true, meaning: 'project.name' }),
      text('code', '项目代码', { meaning: 'project.code' }),
      text('enterprise', '申请单位', { meaning: 'enterprise.name' }),
      text('phone', '联系电话', { meaning: 'contact.phone' }),
      { kind: 'money', id: 'investment', key: 'investment', label: { 'zh-CN': '总投资' }, meaning: 'project.investment' },
      text('reason', '申请理由', { required: true }),
      { kind: 'files', id: 'scan', key: 'scan', label: { 'zh-CN': '扫描件' } },
      { kind: 'seal', id: 'seal', key: 'seal', label: { 'zh-CN': '申请单位（盖章）' } },
    ],
  };
}

function opinionForm(): FormDocument {
  const opinion = (id: string, department: string): FormField => ({
    ...{ kind: 'opinion', id, key: id, label: { 'zh-CN': '意见' }, department, required: true },
  });
  return {
    formatVersion: 1,
    id: 'F-04',
    key: 'opinions',
    title: { 'zh-CN': '流转单' },
    layout: 'stacked',
    fields: [opinion('land', 'zrzy'), opinion('plan', 'fgw')],
  };
}

function template(id: string, mock: boolean): DocumentTemplate {
  return {
    formatVersion: 1,
    id,
    title: { 'zh-CN': mock ? '模拟审批意见' : '审批意见' },
    number: { series: id, pattern: '审〔{year}〕{serial}号' },
    ...(mock ? { mark: { 'zh-CN': '模拟' }, validity: 'P1Y' } : {}),
    blocks: [{ kind: 'paragraph', text: '同意。' }],
  };
}

/** When its tests begin: 2026-03-02, a Monday, 09:00 in China. */
export const OPENING: number = MONDAY;
