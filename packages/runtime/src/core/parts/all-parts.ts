/** Every part at once: for Node, for tests, and wherever the size of the first load does not matter. */
import { compensation } from './compensation.ts';
import { decisions } from './decisions.ts';
import { events } from './events.ts';
import { joins } from './joins.ts';
import { loops } from './loops.ts';
import { operations } from './operations.ts';
import { type AnyPart, type Parts, partsOf } from './parts.ts';
import { scopes } from './scopes.ts';
import { time } from './time.ts';

/** The parts one by one. */
export const everyPart: readonly AnyPart[] = [decisions, time, loops, joins, events, scopes, compensation, operations];

/** The core and every part. */
export const allParts: Parts = /* @__PURE__ */ partsOf(everyPart);
