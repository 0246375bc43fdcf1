/** A format that reads the same text once: the versions of an upgrade are asked for again with every choice. */
import type { PartFormat, Parts } from './part.ts';

/** How many texts are remembered: the versions of an upgrade, and what came of it. */
const MOST = 12;

/** `format` with the parts of the texts that were read last; parts are never changed, so they can be handed out again. */
export function remembered(format: PartFormat): PartFormat {
  const known = new Map<string, Parts | undefined>();
  return {
    ...format,
    read: (text) => {
      const parts = known.has(text) ? known.get(text) : format.read(text);
      known.delete(text);
      known.set(text, parts);
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return parts;
    },
  };
}
