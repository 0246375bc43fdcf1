/** The order of a list that two sides changed: of the side that changed it, ours where both did; what was added follows what it stood behind. */

/** The keys of `present` in order. */
export function mergeOrder(
  present: ReadonlySet<string>,
  { base, theirs, ours }: { readonly base: readonly string[]; readonly theirs: readonly string[]; readonly ours: readonly string[] },
): readonly string[] {
  const known = new Set(base);
  const common = (list: readonly string[], other: readonly string[]): string =>
    list.filter((key) => known.has(key) && other.includes(key)).join('\n');
  const oursMoved = common(ours, base) !== base.filter((key) => ours.includes(key)).join('\n');
  const [leading, following] = oursMoved ? [ours, theirs] : [theirs, ours];
  const order = leading.filter((key) => present.has(key));
  for (const [at, key] of following.entries()) {
    if (!present.has(key) || order.includes(key)) continue;
    const before = following
      .slice(0, at)
      .reverse()
      .find((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  for (const key of present) if (!order.includes(key)) order.push(key);
  return order;
}
