/** `list` with `entries` in place of the one at `at`. (`toSpliced` is younger than the browsers we promise.) */
export function replaced<Entry>(list: readonly Entry[], at: number, ...entries: readonly Entry[]): readonly Entry[] {
  return [...list.slice(0, at), ...entries, ...list.slice(at + 1)];
}
