/** What joins by looking at its whole scope: inclusive and complex gateways; and activities that several tokens begin together. */
import { gatherTokens } from '../gather-tokens.ts';
import { fireReadyJoin } from '../inclusive-join.ts';
import { complexGateway } from '../nodes/complex-gateway.ts';
import { inclusiveGateway } from '../nodes/inclusive-gateway.ts';
import type { AblePart } from './part.ts';

export const joins: AblePart<'joins'> = {
  name: 'joins',
  nodes: [inclusiveGateway, complexGateway],
  ability: { fireReady: fireReadyJoin, gather: gatherTokens },
};
