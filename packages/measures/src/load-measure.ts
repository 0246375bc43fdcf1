/** Reads a measure's files, wherever they are kept: a folder in Node, an address on the web, an archive. */

/** Reads one file of a measure as text. `path` is relative to the folder of `measure.json`, with `/`. */
export type ReadText = (path: string) => Promise<string>;

interface Parts {
  readonly flow: string;
  readonly forms: readonly string[];
  readonly tables: readonly string[];
  readonly examples?: readonly string[];
  readonly documents: readonly string[];
  readonly items?: string;
  readonly lists?: readonly string[];
  readonly calendar: string;
  readonly scenarios: readonly string[];
}

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
  const paths = pathsOf((JSON.parse(manifest) as { parts: Parts }).parts);
  const texts = await Promise.all(paths.map(async (path) => [path, await readText(path)] as const));
  return { 'measure.json': manifest, ...Object.fromEntries(texts) };
}

function pathsOf(parts: Parts): readonly string[] {
  const items = [...(parts.items === undefined ? [] : [parts.items]), ...(parts.lists ?? [])];
  return [
    parts.flow,
    ...parts.forms,
    ...parts.tables,
    ...(parts.examples ?? []),
    ...parts.documents,
    ...items,
    parts.calendar,
    ...parts.scenarios,
  ];
}
