/** Steps of approval by the name people know: plain BPMN elements that come with the settings nearly every one of them has. */
import type { FlowExtension, Outcome } from '@tongban/model';
import type { FlowWords } from '../flow-messages.ts';
import type { KindName } from './kinds.ts';

export type PresetName = 'accept' | 'approve' | 'countersign' | 'inform' | 'publicity' | 'materials' | 'limit';

/** The words of presets. */
export type PresetWords = FlowWords;

/** An element that is set up before it stands in the flow. */
export interface Preset {
  readonly name: PresetName;
  readonly kind: KindName;
  readonly loop?: 'parallel' | 'sequential';
  /** `id`: of the element, for names of variables that are its own. */
  extension(id: string, words: PresetWords): FlowExtension;
}

/** All presets, in groups, as the palette shows them. */
export const PRESETS: readonly (readonly Preset[])[] = [
  [
    {
      name: 'accept',
      kind: 'userTask',
      extension: (id, t) => ({
        outcomes: decision(id, [choice('accept', t('outcome.accept')), choice('refuse', t('outcome.refuse'), true)]),
        operations: [{ kind: 'claim' }, { kind: 'return', reason: true }],
      }),
    },
    {
      name: 'approve',
      kind: 'userTask',
      extension: (id, t) => ({
        outcomes: decision(id, agreement(t)),
        operations: [{ kind: 'claim' }, { kind: 'return', reason: true }],
      }),
    },
    {
      name: 'countersign',
      kind: 'userTask',
      loop: 'parallel',
      extension: (id, t) => ({
        outcomes: decision(id, agreement(t)),
        each: { collection: 'departments', element: 'department' },
        performer: { department: '=department.id' },
        vote: { rule: 'all', result: `${variableOf(id)}_vote`, agree: ['agree'] },
      }),
    },
    { name: 'inform', kind: 'userTask', extension: (id, t) => ({ outcomes: decision(id, [choice('seen', t('outcome.seen'))]) }) },
  ],
  [
    { name: 'publicity', kind: 'timerCatch', extension: () => ({}) },
    { name: 'materials', kind: 'messageCatch', extension: () => ({ arrival: { correlation: 'case.key' } }) },
    { name: 'limit', kind: 'timerCatch', extension: () => ({}) },
  ],
];

function agreement(t: PresetWords): readonly Outcome[] {
  return [choice('agree', t('outcome.agree')), choice('disagree', t('outcome.disagree'), true)];
}

function choice(value: string, label: string, grave = false): Outcome {
  return grave ? { value, label, reason: true, danger: true } : { value, label };
}

function decision(id: string, choices: readonly Outcome[]): NonNullable<FlowExtension['outcomes']> {
  return { result: variableOf(id), choices };
}

function variableOf(id: string): string {
  return id.replace(/\W/g, '_');
}
