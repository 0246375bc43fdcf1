/** Reads files that import each other: each after those it imports. */
import type { DecisionModel, Problem } from '@tongban/model';
import { elementsAt, textAt } from './dmn-element.ts';
import { raise } from './errors.ts';
import { type DmnDocument, parseDmn } from './parse-dmn.ts';
import { type ReadDmn, type ReadDmnOptions, readDocument } from './read-dmn.ts';

/** What came of each file, by its path. Imports are found by namespace, wherever the files lie. */
export async function readDmnFiles(
  files: Readonly<Record<string, string>>,
  { models: known = [], unfinished = false }: ReadDmnOptions = {},
): Promise<Readonly<Record<string, ReadDmn>>> {
  const results = new Map<string, ReadDmn>();
  const waiting = new Map<string, DmnDocument>();
  for (const [path, xml] of Object.entries(files)) {
    const parsed = parseDmn(xml);
    if ('problem' in parsed) results.set(path, { problems: [parsed.problem] });
    else waiting.set(path, parsed.document);
  }
  const models: DecisionModel[] = [...known];
  const read = (path: string, document: DmnDocument): void => {
    const result = readDocument(document, { models, unfinished });
    results.set(path, result);
    if (result.model) models.push(result.model);
    waiting.delete(path);
  };
  for (;;) {
    const open = new Set([...waiting.values()].map(({ root }) => textAt(root, 'namespace')));
    const ready = [...waiting].filter(([, document]) => !importsOf(document).some((namespace) => open.has(namespace)));
    if (ready.length === 0) break;
    for (const [path, document] of ready) read(path, document);
  }
  for (const [path, document] of waiting) results.set(path, { problems: [circle(document)] });
  return Object.fromEntries(Object.keys(files).map((path) => [path, results.get(path) as ReadDmn]));
}

function importsOf({ root }: DmnDocument): readonly string[] {
  return elementsAt(root, 'import').map((element) => textAt(element, 'namespace') ?? '');
}

function circle({ root }: DmnDocument): Problem {
  const elementId = textAt(root, 'id') ?? '';
  return raise.problem('DMN_IMPORT_CIRCLE', { elementId }, { name: textAt(root, 'name') ?? elementId });
}
