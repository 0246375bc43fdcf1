/** Events beside messages and timers: who catches errors, signals, escalations, conditions, what is thrown on the way, gateways that wait for events, and cases that events begin. */
import { cameOfAll, setAgain } from '../all-of-several.ts';
import { deliverSignal } from '../commands/deliver-signal.ts';
import { fireConditions } from '../conditions.ts';
import { eventBasedGateway } from '../nodes/event-based-gateway.ts';
import { intermediateThrowEvent } from '../nodes/intermediate-throw-event.ts';
import { throwOne } from '../signals.ts';
import { beginAt, beginsCases } from '../start-by-event.ts';
import { findCatcher } from '../throw-event.ts';
import type { AblePart } from './part.ts';

export const events: AblePart<'events'> = {
  name: 'events',
  nodes: [intermediateThrowEvent, eventBasedGateway],
  commands: [deliverSignal],
  ability: { throwOne, findCatcher, beginsCases, beginAt, fireConditions, cameOfAll, setAgain },
};
