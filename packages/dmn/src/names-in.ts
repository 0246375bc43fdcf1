/** The names that expressions of a file may read. A parser must know those that hold spaces and signs. */
import type { DecisionImport } from '@tongban/model';
import { elementsAt, textAt } from './dmn-element.ts';
import type { XmlElement } from './xml/xml-node.ts';

/** The names of variables, parameters, elements and imports in a file, and of what is in the imports. */
export function namesIn(root: XmlElement, imports: readonly DecisionImport[]): readonly string[] {
  const names = new Set<string>();
  collect(root, names);
  for (const { name, model } of imports) {
    if (name !== '') names.add(name);
    for (const element of model ? [...model.decisions, ...model.functions, ...(model.services ?? []), ...model.inputs] : []) {
      if (name === '' || !isPlain(element.name)) names.add(element.name);
    }
  }
  return [...names];
}

const NAMED: ReadonlySet<string> = new Set([
  ...['variable', 'inputData', 'decision', 'businessKnowledgeModel', 'decisionService', 'formalParameter', 'parameter'],
]);
/** Names of entries: known only when they cannot be read otherwise, since a name that is known counts as read from outside. */
const ENTRIES: ReadonlySet<string> = new Set(['itemComponent', 'column', 'output']);

function collect(element: XmlElement, names: Set<string>): void {
  const name = textAt(element, element.attributes.has('iteratorVariable') ? 'iteratorVariable' : 'name');
  if (name !== undefined && (NAMED.has(element.local) || element.attributes.has('iteratorVariable'))) names.add(name);
  else if (name !== undefined && ENTRIES.has(element.local) && !isPlain(name)) names.add(name);
  if (element.local === 'rule') return;
  for (const child of elementsAt(element)) collect(child, names);
}

function isPlain(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
}
