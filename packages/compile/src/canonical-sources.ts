/** One way to write the sources of a measure, so that the same measure has the same hash and a diff is readable. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Json, MeasureSources } from '@tongban/model';

/** `value` as JSON text with sorted keys, two blanks of indentation, and a line feed at the end. */
export function canonicalJson(value: Json): string {
  return `${JSON.stringify(sortKeys(value), undefined, 2)}\n`;
}

/** The sources with sorted paths, canonical JSON, and line feeds; JSON that cannot be parsed stays as it is. */
export function canonicalSources(sources: MeasureSources): MeasureSources {
  const paths = Object.keys(sources).sort(byCodeUnits);
  return Object.fromEntries(paths.map((path) => [path, canonicalText(path, sources[path] ?? '')]));
}

/** `sha256:<hex>` over the canonical sources: each path and text with its length before it, so that no two measures run together. */
export function releaseId(sources: MeasureSources): string {
  const hash = sha256.create();
  for (const [path, text] of Object.entries(canonicalSources(sources))) {
    for (const part of [path, text]) {
      const bytes = utf8ToBytes(part);
      hash.update(utf8ToBytes(`${bytes.length}:`)).update(bytes);
    }
  }
  return `sha256:${bytesToHex(hash.digest())}`;
}

function canonicalText(path: string, text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!path.endsWith('.json')) return plain;
  try {
    return canonicalJson(JSON.parse(plain));
  } catch {
    return plain;
  }
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => byCodeUnits(one, other));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sortKeys(entry)]));
}

/** The same order everywhere, whatever the language of the machine. */
function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
