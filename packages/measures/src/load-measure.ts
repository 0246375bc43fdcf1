/** Reads a measure's files, wherever they are kept: a folder in Node, an address on the web, an archive. */
import { type MeasureManifest, partPaths } from '@tongban/model';

/** Reads one file of a measure as text. `path` is relative to the folder of `measure.json`, with `/`. */
export type ReadText = (path: string) => Promise<string>;

/**
 * The sources of the measure in a folder: text by path, as `compile` takes them. Reads `measure.json` and every part it names;
 * fails as `readText` fails.
 *
 * @example
 * ```ts
 * const sources = await loadMeasure((path) => fetch(`/measures/mock-approval/${path}`).then((answer) => answer.text()));
 * ```
 */
export async function loadMeasure(readText: ReadText): Promise<Record<string, string>> {
  const manifest = await readText('measure.json');
  const paths = partPaths((JSON.parse(manifest) as MeasureManifest).parts);
  const texts = await Promise.all(paths.map(async (path) => [path, await readText(path)] as const));
  return { 'measure.json': manifest, ...Object.fromEntries(texts) };
}
