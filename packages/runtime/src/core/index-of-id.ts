/** Where an entry with this id is in a list that is sorted by ids, or -1. Lists of a state are: ids only grow. */
export function indexOfId(list: readonly { readonly id: number }[], id: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = (list[middle] as { readonly id: number }).id;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
