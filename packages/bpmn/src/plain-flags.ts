/**
 * Flags in the one spelling that moddle reads: XML lets `1` and `0` stand for `true` and `false`, with blanks around them (BR22). Anything
 * else moddle would read as false, so it is told (BR23).
 */
import type { Problem } from '@tongban/model';

/** A file with each flag of BPMN and of our extension written `true` or `false`, and what is wrong with the flags that are neither. */
export interface PlainFlags {
  readonly xml: string;
  readonly problems: readonly Problem[];
}

/** `xml` with plain flags, the same text when it has no other spelling, and what is wrong with them. */
export async function readFlags(xml: string): Promise<PlainFlags> {
  return UNUSUAL.test(xml) ? (await import('./spell-flags.ts')).spellFlags(xml) : { xml, problems: [] };
}

/** `xml` with plain flags. */
export async function plainFlags(xml: string): Promise<string> {
  return (await readFlags(xml)).xml;
}

// also fits what is no flag, such as reason="1": a look at the text is all that nearly every file costs
const UNUSUAL =
  /\s(?:is[A-Z]\w+|cancel(?:Activity|RemainingInstances)|instantiate|mustUnderstand|parallelMultiple|testBefore|triggeredByEvent|waitForCompletion|starter|reason|danger|more)\s*=\s*["'](?!(?:true|false)["'])/;
