/** Gateways that join by looking at their whole scope: inclusive and complex ones. */
import { fireReadyJoin } from '../inclusive-join.ts';
import { complexGateway } from '../nodes/complex-gateway.ts';
import { inclusiveGateway } from '../nodes/inclusive-gateway.ts';
import type { AblePart } from './part.ts';

export const joins: AblePart<'joins'> = { name: 'joins', nodes: [inclusiveGateway, complexGateway], ability: { fireReady: fireReadyJoin } };
