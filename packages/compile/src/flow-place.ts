/** Where a problem of a flow stands, and what the element is called in sentences. */
import type { FlowNode, FlowNodeKind, Json, ProblemPlace, SequenceFlow } from '@tongban/model';
import type { IndexedNode } from './flow-index.ts';

/** The place of an element in the flow file. */
export function flowPlace(file: string | undefined, element: { readonly id: string; readonly name?: string }): ProblemPlace {
  return {
    ...(file === undefined ? {} : { file }),
    elementId: element.id,
    ...(element.name === undefined ? {} : { elementName: element.name }),
  };
}

/** Its name; without one what it is, by language: the id of a step says nothing to who drew it. */
export function called(element: FlowNode | IndexedNode | SequenceFlow): Json {
  if (element.name !== undefined && element.name.trim() !== '') return element.name;
  if ('source' in element) return unnamed('连线', 'line');
  const kind = 'kind' in element ? element.kind : element.node?.kind;
  return kind === undefined ? element.id : unnamed(...WORDS[kind]);
}

function unnamed(chinese: string, english: string): Json {
  return { 'zh-CN': `未命名的${chinese}`, en: `unnamed ${english}` };
}

const WORDS: Readonly<Record<FlowNodeKind, readonly [chinese: string, english: string]>> = {
  startEvent: ['开始', 'start'],
  endEvent: ['结束', 'end'],
  intermediateCatchEvent: ['等待事件', 'wait for an event'],
  intermediateThrowEvent: ['发出事件', 'thrown event'],
  boundaryEvent: ['办理中的事件', 'event during a step'],
  task: ['环节', 'step'],
  manualTask: ['线下办理环节', 'step done by hand'],
  userTask: ['办理环节', 'step'],
  serviceTask: ['系统自动环节', 'automatic step'],
  scriptTask: ['脚本计算', 'calculation'],
  businessRuleTask: ['规则判断', 'rule'],
  sendTask: ['发送消息', 'message sent'],
  receiveTask: ['等待消息', 'wait for a message'],
  callActivity: ['调用流程', 'call of another flow'],
  subProcess: ['子流程', 'sub-flow'],
  adHocSubProcess: ['自由办理', 'ad-hoc part'],
  transaction: ['事务', 'transaction'],
  exclusiveGateway: ['条件', 'choice'],
  parallelGateway: ['并联', 'parallel gateway'],
  inclusiveGateway: ['包容分支', 'inclusive gateway'],
  complexGateway: ['复杂网关', 'complex gateway'],
  eventBasedGateway: ['等待事件分支', 'event-based gateway'],
};
