/** Whether two documents say the same, whatever the order of their properties. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one).filter((name) => propertyOf(one, name) !== undefined);
  const count = Object.keys(other).filter((name) => propertyOf(other, name) !== undefined).length;
  return (
    names.length === count && names.every((name) => Object.hasOwn(other, name) && sameJson(propertyOf(one, name), propertyOf(other, name)))
  );
}

function propertyOf(holder: object, name: string): unknown {
  return (holder as Readonly<Record<string, unknown>>)[name];
}
