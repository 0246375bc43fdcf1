/** A value from the text it is kept as. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}
