/** What elements and ways are called, in the words of officials. */
import { isBranch, kindOf, nameOf } from './diagram/kinds.ts';
import { elementOf, textOf } from './diagram/moddle.ts';
import type { DiagramElement } from './diagram/services.ts';
import type { FlowWords } from './flow-messages.ts';

/** How a branch is told apart: its name, its condition, or that it is the default. */
export function branchWords(t: FlowWords, branch: DiagramElement): string {
  const { businessObject } = branch;
  if (elementOf(branch.source?.businessObject, 'default') === businessObject) return t('branchDefault');
  return nameOf(branch) || conditionOf(branch) || t('branchNoCondition');
}

/** A line: where it begins and leads, and when it is taken. */
export function lineWords(t: FlowWords, line: DiagramElement): string {
  const nameAt = (end: DiagramElement | undefined): string => (end === undefined ? t('unnamed') : stepName(t, end));
  const words = { from: nameAt(line.source), to: nameAt(line.target) };
  const many = (isBranch(line) && (line.source?.outgoing.length ?? 0) > 1) || nameOf(line) !== '' || conditionOf(line) !== '';
  return many ? t('lineTaken', { ...words, way: branchWords(t, line) }) : t('lineFrom', words);
}

/** The condition of a line, without the leading `=`. */
export function conditionOf(line: DiagramElement): string {
  return textOf(elementOf(line.businessObject, 'conditionExpression'), 'body').replace(/^\s*=\s*/, '');
}

/** The name of a step; gateways without one are told by what they do. */
export function stepName(t: FlowWords, element: DiagramElement): string {
  const name = nameOf(element);
  if (name !== '' || !element.type.endsWith('Gateway')) return name || t('unnamed');
  if (element.outgoing.length > 1) return t('splits', { count: element.outgoing.length });
  return element.incoming.length > 1 ? t('joins') : t('unnamed');
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
