/** Loop characteristics of an activity: over a list or a number of times (multi-instance), or while a condition holds (standard). */
import type { FlowLoop } from '@tongban/model';
import { elementOf, flagOf, kindOf, type ModdleElement } from './moddle-element.ts';
import { present } from './present.ts';
import type { Reading } from './reading.ts';

/** How `activity` is repeated, or undefined when it is not. */
export function readLoop(activity: ModdleElement, reading: Reading): FlowLoop | undefined {
  const loop = elementOf(activity, 'loopCharacteristics');
  if (loop === undefined) return undefined;
  const text = (property: string): string | undefined => reading.expression(activity, elementOf(loop, property), property);
  if (kindOf(loop) === 'standardLoopCharacteristics') {
    const maximum = loop['loopMaximum'];
    return present<FlowLoop & { kind: 'standard' }>({
      kind: 'standard',
      testBefore: flagOf(loop, 'testBefore') ?? false,
      condition: text('loopCondition'),
      maximum: typeof maximum === 'number' && Number.isSafeInteger(maximum) ? maximum : undefined,
    });
  }
  return present<FlowLoop & { kind: 'multiInstance' }>({
    kind: 'multiInstance',
    sequential: flagOf(loop, 'isSequential') ?? false,
    cardinality: text('loopCardinality'),
    completion: text('completionCondition'),
  });
}
