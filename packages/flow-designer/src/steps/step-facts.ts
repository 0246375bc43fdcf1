/** What a line of the step list says beside the name: who does it, how many, by when. */
import { type FlowExtension, type Locale, textIn } from '@tongban/model';
import { elementOf } from '../diagram/moddle.ts';
import type { DiagramElement } from '../diagram/services.ts';
import type { FlowContext } from '../flow-context.ts';
import type { FlowWords } from '../flow-messages.ts';
import type { ListWords } from './list-messages.ts';

/** Whose words the facts are in. */
export interface FactView {
  readonly words: ListWords;
  readonly t: FlowWords;
  readonly locale: Locale;
  readonly context: FlowContext | undefined;
}

/** The facts of `element`, shortest first to read: who, how many, by when. */
export function stepFacts(view: FactView, element: DiagramElement, extension: FlowExtension): readonly string[] {
  return [
    ...(element.type === 'bpmn:UserTask' ? [performerWords(view, extension)] : []),
    ...severalOf(view, element),
    ...(extension.clocks ?? []).map((id) => limitWords(view, id)),
  ].filter((fact) => fact !== '');
}

/** Who does it: department, role, whoever started it, a person by FEEL. */
export function performerWords({ words, locale, context }: FactView, { performer = {} }: FlowExtension): string {
  const { starter = false, role = '', department = '', person = '' } = performer;
  const named = [
    department.startsWith('=')
      ? words('byVariable')
      : (context?.manifest.departments.find((one) => one.id === department)?.name ?? department),
    textIn(context?.manifest.roles.find((one) => one.id === role)?.name, locale) || role,
    starter ? words('starter') : '',
    person,
  ].filter((part) => part !== '');
  return named.length === 0 ? words('nobody') : named.join(' ');
}

function severalOf({ words }: FactView, element: DiagramElement): readonly string[] {
  const loop = elementOf(element.businessObject, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return [];
  return [words(loop['isSequential'] === true ? 'eachSequential' : 'eachParallel')];
}

/** How long a limit is. */
export function limitWords({ t, context }: FactView, id: string): string {
  const limit = context?.manifest.limits.find((one) => one.id === id);
  return limit === undefined ? id : `${limit.amount} ${t(`unit.${limit.unit}`)}`;
}
