/**
 * One way to write a value as JSON: keys sorted by code unit, no blanks, `undefined` left out (RFC 8785 for what our data hold).
 * What is hashed is written like this.
 */

/** `value` as canonical JSON text. */
export function canonicalJson(value: unknown): string {
  return isSorted(value) ? (JSON.stringify(value) ?? 'null') : sortedText(value as object);
}

// helpers

// The platform writes objects much faster than we can, so those whose keys are in order already are left to it.
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let before = '';
  for (const key of Object.keys(value)) {
    if (key < before || !isSorted((value as { readonly [name: string]: unknown })[key])) return false;
    before = key;
  }
  return true;
}

function sortedText(value: object): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as { readonly [name: string]: unknown };
  let text = '';
  for (const key of Object.keys(record).sort()) {
    const part = record[key];
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(part)}`;
  }
  return `{${text}}`;
}
