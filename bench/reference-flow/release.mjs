/** The reference flow as a release, its program written out by hand so that the bench needs no BPMN. */
import { parseFeel } from '@tongban/feel-parser';
import { formData } from './form-data.mjs';

const feel = (text) => parseFeel(text, { names: ['application'] }).expression;

const NODES = [
  ['referenceFlow', 'process'],
  ['start', 'startEvent'],
  ['apply', 'userTask', '申请'],
  ['split', 'parallelGateway'],
  ['land', 'userTask', '自然资源意见'],
  ['planning', 'userTask', '住建意见'],
  ['environment', 'userTask', '生态环境意见'],
  ['join', 'parallelGateway'],
  ['gateway', 'exclusiveGateway'],
  ['decide', 'userTask', '审定'],
  ['archive', 'serviceTask', '归档'],
  ['end', 'endEvent'],
];

const FLOWS = [
  ['start', 'apply'],
  ['apply', 'split'],
  ['split', 'land'],
  ['split', 'planning'],
  ['split', 'environment'],
  ['land', 'join'],
  ['planning', 'join'],
  ['environment', 'join'],
  ['join', 'gateway'],
  ['gateway', 'decide', 'application.amount > 500000 and application.region = "A"'],
  ['gateway', 'end'],
  ['decide', 'archive'],
  ['archive', 'end'],
];

const indexOf = (id) => NODES.findIndex(([nodeId]) => nodeId === id);
const flowsAt = (end, id) => FLOWS.flatMap((flow, index) => (flow[end] === id ? [index] : []));

const task = { performer: {}, filings: [], operations: [] };

const nodes = NODES.map(([id, kind, name]) => ({
  id,
  kind,
  ...(name === undefined ? {} : { name }),
  scope: kind === 'process' ? -1 : 0,
  incoming: flowsAt(1, id),
  outgoing: flowsAt(0, id),
  ...(kind === 'process' ? { inner: NODES.slice(1).map((_, index) => index + 1), starts: [indexOf('start')] } : {}),
  ...(kind === 'userTask' ? { task } : {}),
  ...(kind === 'serviceTask'
    ? { handler: { name: 'archive', inputs: { code: feel('application.projectCode') }, result: 'archived' } }
    : {}),
  ...(id === 'gateway' ? { default: FLOWS.findIndex(([from, to]) => from === 'gateway' && to === 'end') } : {}),
}));

const flows = FLOWS.map(([source, target, condition]) => ({
  id: `${source}-${target}`,
  source: indexOf(source),
  target: indexOf(target),
  ...(condition === undefined ? {} : { condition: feel(condition) }),
}));

const document = {
  formatVersion: 1,
  id: 'application',
  key: 'application',
  title: { 'zh-CN': '申请表', en: 'Application' },
  fields: Object.keys(formData).map((key) => ({ id: key, key, kind: 'text', label: { 'zh-CN': key, en: key } })),
};

export const release = {
  formatVersion: 1,
  id: 'sha256:reference',
  manifest: {
    formatVersion: 1,
    id: 'reference',
    version: '1',
    title: { 'zh-CN': '参考流程', en: 'Reference flow' },
    parameters: [],
    roles: [],
    departments: [],
    limits: [],
    case: { title: '"参考办件"', key: 'application.projectCode' },
    parts: { flow: 'flow.bpmn', forms: [], tables: [], documents: [], calendar: 'calendar.json', scenarios: [] },
  },
  program: { formatVersion: 1, nodes, flows, processes: [0] },
  forms: { application: { document, expressions: {} } },
  decisions: {},
  templates: {},
  items: [],
  calendar: {
    formatVersion: 1,
    id: 'china',
    name: { 'zh-CN': '中国', en: 'China' },
    offsetMinutes: 480,
    weekend: [6, 7],
    holidays: [],
    makeUpDays: [],
    publishedThrough: '2026-12-31',
  },
  picture: { width: 0, height: 0, shapes: [], edges: [] },
  caseTitle: feel('"参考办件"'),
  caseKey: feel('application.projectCode'),
};
