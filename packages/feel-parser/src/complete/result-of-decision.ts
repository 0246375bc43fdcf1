/** What a decision gives, as expressions read it: one value, or a context of its outputs; a list where several rows give theirs. */
import type { Decision, DecisionTableOutput } from '@tongban/model';
import { type FeelName, feelNameType } from './feel-name.ts';

/** A name without what people call it. */
export type FeelResult = Omit<FeelName, 'name' | 'label'>;

/** The result of `decision` (DMN 1.5, 8.2.10 and 8.2.11), as far as its columns say. */
export function resultOfDecision({ logic, variable }: Decision): FeelResult {
  if (logic?.kind !== 'table') return feelNameType(logic?.type ?? variable.type);
  const { hitPolicy, aggregation, outputs } = logic;
  const [first] = outputs;
  const entries = outputs.length > 1 ? { entries: outputs.map(nameOfOutput) } : {};
  if (aggregation === 'COUNT') return { type: 'number' };
  if (aggregation === undefined && (hitPolicy === 'C' || hitPolicy === 'R' || hitPolicy === 'O')) return { type: 'list', ...entries };
  return outputs.length > 1 ? { type: 'context', ...entries } : feelNameType(first?.type ?? variable.type);
}

function nameOfOutput({ name = '', label = name, labels, type }: DecisionTableOutput): FeelName {
  return { name, label: { 'zh-CN': label, en: labels?.['en'] ?? label }, ...feelNameType(type) };
}
