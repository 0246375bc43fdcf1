/** Activities that are done more than once: standard loops, multi-instance, and the votes held over them. */
import { beginLoop, finishInstance } from '../multi-instance.ts';
import { preparedLoop } from '../prepared-loop.ts';
import type { AblePart } from './part.ts';

export const loops: AblePart<'loops'> = { name: 'loops', ability: { prepare: preparedLoop, begin: beginLoop, finishInstance } };
