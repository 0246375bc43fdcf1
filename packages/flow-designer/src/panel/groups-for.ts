/** Which groups an element has, in the order in which people ask. */
import type { nothing, TemplateResult } from 'lit';
import { isBranch } from '../diagram/kinds.ts';
import { elementsOf } from '../diagram/moddle.ts';
import type { DiagramElement } from '../diagram/services.ts';
import { conditionGroup } from './condition-group.ts';
import { eachGroup } from './each-group.ts';
import { arrivalGroup, endingGroup, startGroup, timerGroup } from './event-groups.ts';
import { expiryGroup } from './expiry-group.ts';
import { filingsGroup } from './filings-group.ts';
import { gatewayGroup } from './gateway-group.ts';
import { limitGroup } from './limit-group.ts';
import { operationsGroup } from './operations-group.ts';
import { outcomesGroup } from './outcomes-group.ts';
import type { PanelView } from './panel-view.ts';
import { pauseGroup } from './pause-group.ts';
import { performerGroup } from './performer-group.ts';
import { policyGroup } from './policy-group.ts';
import { assignsGroup, handlerGroup, ruleGroup } from './work-groups.ts';

type Group = (view: PanelView) => TemplateResult | typeof nothing;

const GROUPS: Readonly<Record<string, readonly Group[]>> = {
  'bpmn:UserTask': [
    performerGroup,
    policyGroup,
    eachGroup,
    filingsGroup,
    outcomesGroup,
    operationsGroup,
    limitGroup,
    expiryGroup,
    pauseGroup,
    assignsGroup,
  ],
  'bpmn:ServiceTask': [handlerGroup, limitGroup, pauseGroup, eachGroup, assignsGroup],
  'bpmn:SendTask': [handlerGroup, limitGroup, assignsGroup],
  'bpmn:BusinessRuleTask': [ruleGroup, assignsGroup],
  'bpmn:ScriptTask': [assignsGroup],
  'bpmn:ReceiveTask': [arrivalGroup, limitGroup, pauseGroup, assignsGroup],
  'bpmn:SubProcess': [eachGroup, limitGroup, pauseGroup, assignsGroup],
  'bpmn:StartEvent': [startGroup],
  'bpmn:EndEvent': [endingGroup],
  'bpmn:ExclusiveGateway': [gatewayGroup],
  'bpmn:InclusiveGateway': [gatewayGroup],
  'bpmn:ParallelGateway': [gatewayGroup],
  'bpmn:EventBasedGateway': [gatewayGroup],
};

const BY_EVENT: Readonly<Record<string, Group>> = {
  'bpmn:MessageEventDefinition': arrivalGroup,
  'bpmn:TimerEventDefinition': timerGroup,
};

/** The groups of the selected element. */
export function groupsFor(view: PanelView): readonly (TemplateResult | typeof nothing)[] {
  const { element } = view;
  if (isBranch(element)) return [conditionGroup(view)];
  return [...(GROUPS[element.type] ?? []), ...eventGroups(element)].map((group) => group(view));
}

function eventGroups(element: DiagramElement): readonly Group[] {
  if (element.type === 'bpmn:EndEvent') return [];
  return elementsOf(element.businessObject, 'eventDefinitions').flatMap((definition) => BY_EVENT[definition.$type] ?? []);
}
