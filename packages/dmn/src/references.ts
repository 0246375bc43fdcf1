/** References between elements, in the file and into imported ones. */
import type { DecisionImport, DecisionModel } from '@tongban/model';
import { elementAt, elementsAt, textAt } from './dmn-element.ts';
import type { ExpressionReader } from './expression-reader.ts';
import type { XmlElement } from './xml/xml-node.ts';

const REFERRED = ['decision', 'inputData', 'businessKnowledgeModel', 'decisionService'];

/** Knows what may be referred to, and reports what may not. */
export class References {
  private readonly known: ReadonlySet<string>;
  private readonly namespace: string | undefined;
  private readonly reader: ExpressionReader;

  constructor(root: XmlElement, imports: readonly DecisionImport[], reader: ExpressionReader) {
    const elements = REFERRED.flatMap((name) => elementsAt(root, name));
    for (const element of elements) {
      if (textAt(element, 'id') === undefined) {
        reader.problem('DMN_ID_MISSING', '', { type: element.local, name: textAt(element, 'name') ?? '' });
      }
    }
    const own = elements.map((element) => textAt(element, 'id') ?? '');
    this.reader = reader;
    this.namespace = textAt(root, 'namespace');
    this.known = new Set([...own, ...imports.flatMap(({ namespace, model }) => idsOf(model).map((id) => `${namespace}#${id}`))]);
    for (const id of new Set(own.filter((one, index) => one !== '' && own.indexOf(one) !== index))) reader.problem('DMN_ID_TWICE', id);
  }

  /** The ids that the `list` elements of `element` refer to, by their `property` when there is one. */
  in(element: XmlElement, list: string, property?: string): readonly string[] {
    return elementsAt(element, list).flatMap((each) => {
      const href = textAt(property === undefined ? each : elementAt(each, property), 'href');
      if (href === undefined) return [];
      const [namespace = '', id = ''] = href.includes('#') ? href.split('#') : ['', href];
      const reference = namespace === '' || namespace === this.namespace ? id : `${namespace}#${id}`;
      if (!this.known.has(reference)) this.reader.problem('DMN_REFERENCE_UNKNOWN', textAt(element, 'id') ?? '', { href });
      return [reference];
    });
  }
}

function idsOf(model: DecisionModel | undefined): readonly string[] {
  if (!model) return [];
  return [model.decisions, model.inputs, model.functions, model.services ?? []].flatMap((elements) => elements.map(({ id }) => id));
}
