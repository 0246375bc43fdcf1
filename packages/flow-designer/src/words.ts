/** What elements and ways are called, in the words of officials. */
import { kindOf, nameOf } from './diagram/kinds.ts';
import { elementOf, textOf } from './diagram/moddle.ts';
import type { DiagramElement } from './diagram/services.ts';
import type { FlowWords } from './flow-messages.ts';

/** How a branch is told apart: its name, its condition, or that it is the default. */
export function branchWords(t: FlowWords, branch: DiagramElement): string {
  const { businessObject } = branch;
  if (elementOf(branch.source?.businessObject, 'default') === businessObject) return t('branchDefault');
  return nameOf(branch) || conditionOf(branch) || t('branchNoCondition');
}

/** The condition of a line, without the leading `=`. */
export function conditionOf(line: DiagramElement): string {
  return textOf(elementOf(line.businessObject, 'conditionExpression'), 'body').replace(/^\s*=\s*/, '');
}

/** The name of a step; gateways without one are told by what they do. */
export function stepName(t: FlowWords, element: DiagramElement): string {
  const name = nameOf(element);
  if (name !== '' || !element.type.endsWith('Gateway')) return name || t('unnamed');
  return element.outgoing.length > 1 ? t('splits', { count: element.outgoing.length }) : t('joins');
}

/** What an element is, in the words of officials. */
export function kindWord(t: FlowWords, element: DiagramElement): string {
  const kind = kindOf(element);
  if (kind !== undefined) return t(`kind.${kind.name}`);
  if (element.type === 'bpmn:Lane') return t('kind.lane');
  if (element.type === 'bpmn:SequenceFlow') return t('kind.line');
  if (element.type === 'bpmn:Process' || element.type === 'bpmn:Collaboration') return t('kind.process');
  return t('kind.other');
}
