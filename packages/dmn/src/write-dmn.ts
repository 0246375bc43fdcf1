/**
 * Writes decisions as DMN XML. Over the file they came from, only what was changed is written anew: diagrams, extensions of other
 * tools, comments and everything else that the model does not hold stay as they are.
 */
import type { DecisionModel } from '@tongban/model';
import { EXPRESSIONS_OF_1_4 } from './dmn-schema.ts';
import { mergeElements } from './merge-elements.ts';
import { DMN_1_3, DMN_1_5, RAISED } from './namespaces.ts';
import { parseDmn } from './parse-dmn.ts';
import { readDefinitions } from './read-definitions.ts';
import { sameModel, unchangedIds } from './unchanged-ids.ts';
import { writeDefinitions } from './write-definitions.ts';
import { writeXmlTree } from './xml/write-xml-tree.ts';
import { isElement, type XmlElement } from './xml/xml-node.ts';

/** How a model is written. */
export interface WriteDmnOptions {
  /** The file that the model was read from. */
  readonly original?: string;
}

/** The XML of a model. A new file is DMN 1.3, which most tools read, or 1.5 when it holds boxes that came later. */
export async function writeDmn(model: DecisionModel, { original }: WriteDmnOptions = {}): Promise<string> {
  const parsed = original === undefined ? undefined : parseDmn(original);
  const fresh = writeDefinitions(model);
  if (original === undefined || !parsed || 'problem' in parsed) return newFile(fresh);
  const { document } = parsed;
  const models = (model.imports ?? []).flatMap((one) => (one.model ? [one.model] : []));
  const base = readDefinitions(document.root, models).model;
  if (sameModel(base, model)) return original;
  const merged = mergeElements(document.root, fresh, unchangedIds(base, model));
  return writeXmlTree({ ...document, root: needsLaterVersion(merged) ? raised(merged) : merged });
}

function newFile(root: XmlElement): string {
  const namespace = needsLaterVersion(root) ? DMN_1_5 : DMN_1_3;
  const attributes = new Map([['xmlns', namespace], ...root.attributes]);
  return writeXmlTree({ before: '<?xml version="1.0" encoding="UTF-8"?>\n', root: { ...root, attributes }, after: '\n' });
}

function needsLaterVersion(element: XmlElement): boolean {
  return (
    (EXPRESSIONS_OF_1_4.has(element.local) && element.namespace === DMN_1_3) ||
    (element.local !== 'rule' && element.children.some((child) => isElement(child) && needsLaterVersion(child)))
  );
}

/** A root whose namespaces are those of DMN 1.5. */
function raised({ written: _, ...root }: XmlElement): XmlElement {
  const attributes = [...root.attributes].map(
    ([name, value]) => [name, name.startsWith('xmlns') ? (RAISED.get(value) ?? value) : value] as const,
  );
  return { ...root, attributes: new Map(attributes) };
}
