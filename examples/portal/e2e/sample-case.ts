/** What people fill in: the values of the measure's sample cases, by step. */
import { readFileSync } from 'node:fs';
import type { FormValues, Scenario, ScenarioStep } from '@tongban/model';

type Values = Readonly<Record<string, FormValues>>;
type Complete = Extract<ScenarioStep, { readonly do: 'complete' }>;
type Message = Extract<ScenarioStep, { readonly do: 'message' }>;

/** A sample case. */
export interface SampleCase {
  /** The time it begins, `YYYY-MM-DDTHH:MM` in China. */
  readonly startsAt: string;
  /** What is filled in at a step; `of` names the item where each department has its own, `time` the round. */
  at(task: string, options?: { readonly of?: string; readonly time?: number }): Values;
  /** What is recorded when a message came. */
  message(name: string): Values;
}

/** Reads `scenarios/<name>.scenario.json` of the mock approval. */
export function sampleCase(name: string): SampleCase {
  const file = new URL(`../../../packages/measures/mock-approval/scenarios/${name}.scenario.json`, import.meta.url);
  const { startsAt, steps } = JSON.parse(readFileSync(file, 'utf8')) as Scenario;
  const completes = steps.filter((step): step is Complete => 'do' in step && step.do === 'complete');
  return {
    startsAt,
    at: (task, { of, time = 1 } = {}) => {
      const found = completes.filter((step) => step.task === task && (of === undefined || step.of === of))[time - 1];
      return required(found?.values, `${name} fills in nothing at ${task}`);
    },
    message: (wanted) => {
      const found = steps.find((step): step is Message => 'do' in step && step.do === 'message' && step.name === wanted);
      return required(found?.values, `${name} has no message ${wanted}`);
    },
  };
}

function required(values: Values | undefined, sentence: string): Values {
  if (values === undefined) throw new Error(sentence);
  return values;
}
