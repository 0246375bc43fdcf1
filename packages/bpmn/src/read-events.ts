/** Event definitions of an event, in document order, including those that stand at the root and are referred to. */
import type { EventDefinition } from '@tongban/model';
import { elementOf, elementsOf, flagOf, kindOf, type ModdleElement, textOf } from './moddle-element.ts';
import { present } from './present.ts';
import type { Reading } from './reading.ts';

/** What `event` waits for or throws. */
export function readEvents(event: ModdleElement, reading: Reading): readonly EventDefinition[] {
  return [...elementsOf(event, 'eventDefinitions'), ...elementsOf(event, 'eventDefinitionRef')].flatMap((definition) =>
    readDefinition(event, definition, reading),
  );
}

/** One definition of what `event` waits for or throws; none when its kind is not known. */
export function readDefinition(event: ModdleElement, definition: ModdleElement, reading: Reading): readonly EventDefinition[] {
  const kind = kindOf(definition).replace(/EventDefinition$/, '');
  switch (kind) {
    case 'message':
    case 'signal':
    case 'error':
    case 'escalation':
      return [present({ kind, ref: refOf(definition, `${kind}Ref`) }) as EventDefinition];
    case 'timer':
      return [readTimer(event, definition, reading)];
    case 'conditional':
      return [{ kind, text: reading.expression(event, elementOf(definition, 'condition'), 'condition') ?? '' }];
    case 'link':
      return [{ kind, name: textOf(definition, 'name') ?? textOf(event, 'name') ?? '' }];
    case 'compensate':
      return [readCompensate(definition)];
    case 'cancel':
    case 'terminate':
      return [{ kind }];
    default:
      return [];
  }
}

function readCompensate(definition: ModdleElement): EventDefinition {
  const wait = flagOf(definition, 'waitForCompletion') === false ? false : undefined;
  return present({ kind: 'compensate', ref: refOf(definition, 'activityRef'), wait }) as EventDefinition;
}

/** The id of what `property` refers to. */
export function refOf(element: ModdleElement, property: string): string | undefined {
  return textOf(elementOf(element, property), 'id');
}

function readTimer(event: ModdleElement, definition: ModdleElement, reading: Reading): EventDefinition {
  for (const [property, timer] of TIMERS) {
    const text = reading.expression(event, elementOf(definition, property), property);
    if (text !== undefined) return { kind: 'timer', timer, text };
  }
  return { kind: 'timer', timer: 'limit' };
}

const TIMERS = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
] as const;
