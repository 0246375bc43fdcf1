/** Flags in the one spelling that moddle reads: XML lets `1` and `0` stand for `true` and `false`, with blanks around them (BR22). */

/** `xml` with each flag of BPMN and of our extension written `true` or `false`; the same text when it has no other spelling. */
export async function plainFlags(xml: string): Promise<string> {
  return UNUSUAL.test(xml) ? (await import('./spell-flags.ts')).spellFlags(xml) : xml;
}

// also fits what is no flag, such as x="0": a look at the text is all that nearly every file costs
const UNUSUAL = /=\s*["'](?:\s*[01]\s*|\s+(?:true|false)\s*|(?:true|false)\s+)["']/;
