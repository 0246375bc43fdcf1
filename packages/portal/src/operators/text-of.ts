/** What stands in the field, list or area that an event came from. */
export function textOf({ target }: Event): string {
  return (target as HTMLInputElement).value;
}
