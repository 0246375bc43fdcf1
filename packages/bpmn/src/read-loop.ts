/** Loop characteristics of an activity: over a list or a number of times (multi-instance), or while a condition holds (standard). */
import type { Each, FlowExtension, FlowLoop, FlowLoopThrow } from '@tongban/model';
import { elementOf, elementsOf, flagOf, kindOf, type ModdleElement, textOf } from './moddle-element.ts';
import { present } from './present.ts';
import { readDefinition } from './read-events.ts';
import type { Reading } from './reading.ts';

/** What other engines call the counters of the standard. */
const COUNTERS = /\bnrOf(Active|Completed|)Instances\b/g;

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
  const throws = readThrows(activity, loop, reading);
  return present<FlowLoop & { kind: 'multiInstance' }>({
    kind: 'multiInstance',
    sequential: flagOf(loop, 'isSequential') ?? false,
    cardinality: text('loopCardinality'),
    completion: text('completionCondition')?.replace(COUNTERS, 'numberOf$1Instances'),
    throws: throws.length === 0 ? undefined : throws,
  });
}

/** Over which list, in the words of the standard: `loopDataInputRef`, `inputDataItem`, `loopDataOutputRef`, `outputDataItem`. */
export function standardEach(activity: ModdleElement): Pick<FlowExtension, 'each'> {
  const loop = elementOf(activity, 'loopCharacteristics');
  const collection = dataName(activity, elementOf(loop, 'loopDataInputRef'));
  if (collection === undefined) return {};
  const results = dataName(activity, elementOf(loop, 'loopDataOutputRef'));
  const result = results === undefined ? undefined : dataName(activity, elementOf(loop, 'outputDataItem'));
  const element = dataName(activity, elementOf(loop, 'inputDataItem')) ?? 'element';
  return { each: present<Each>({ collection, element, results, result }) };
}

/** The events that `behavior` asks for. */
function readThrows(activity: ModdleElement, loop: ModdleElement, reading: Reading): readonly FlowLoopThrow[] {
  const thrown = (when: FlowLoopThrow['when'], definition: ModdleElement | undefined, condition?: string): FlowLoopThrow => {
    const event = definition === undefined ? undefined : readDefinition(activity, definition, reading)[0];
    return present<FlowLoopThrow>({ when, condition, event });
  };
  const behavior = textOf(loop, 'behavior');
  if (behavior === 'None') return [thrown('each', elementOf(loop, 'noneBehaviorEventRef'))];
  if (behavior === 'One') return [thrown('first', elementOf(loop, 'oneBehaviorEventRef'))];
  if (behavior !== 'Complex') return [];
  return elementsOf(loop, 'complexBehaviorDefinition').map((one) => {
    const definition = elementsOf(elementOf(one, 'event'), 'eventDefinitions')[0];
    return thrown('condition', definition, reading.expression(activity, elementOf(one, 'condition'), 'complexBehaviorDefinition'));
  });
}

/** The name by which expressions read a data element: an input or output of the activity goes by what is associated with it. */
function dataName(activity: ModdleElement, data: ModdleElement | undefined): string | undefined {
  if (data === undefined) return undefined;
  const [from] = elementsOf(activity, 'dataInputAssociations').filter((one) => elementOf(one, 'targetRef') === data);
  const [to] = elementsOf(activity, 'dataOutputAssociations').filter((one) => elementsOf(one, 'sourceRef').includes(data));
  const other = elementsOf(from, 'sourceRef')[0] ?? elementOf(to, 'targetRef');
  if (other !== undefined) return dataName(activity, other);
  const object = elementOf(data, 'dataObjectRef');
  return textOf(data, 'name') ?? textOf(object, 'name') ?? textOf(object, 'id') ?? textOf(data, 'id');
}
