/** The version after `version`: `1.4` → `1.5`, `2025年版` → `2025年版.1`. */
export function nextVersion(version: string): string {
  const match = /^(.*?)(\d+)$/.exec(version.trim());
  return match === null ? `${version.trim()}.1` : `${match[1]}${Number(match[2]) + 1}`;
}
