/** Says which elements of a file play no part when decisions are made, and which are no DMN that we know. */
import { elementsAt, textAt } from './dmn-element.ts';
import { EXPRESSIONS, KEPT, SCHEMA } from './dmn-schema.ts';
import type { ExpressionReader } from './expression-reader.ts';
import type { XmlElement } from './xml/xml-node.ts';

/** Reports what stands in `element` and is not read. An expression that is not known is an error: its decision would be wrong. */
export function reportUnknown(element: XmlElement, reader: ExpressionReader, ownerId = ''): void {
  const schema = SCHEMA[element.local];
  const id = textAt(element, 'id') ?? ownerId;
  for (const child of elementsAt(element)) {
    if (schema?.children.includes(child.local) || (EXPRESSIONS.has(child.local) && schema?.children.includes('expression'))) {
      if (SCHEMA[child.local]) reportUnknown(child, reader, id);
    } else if (child.local === 'knowledgeSource') {
      reader.problem('DMN_ELEMENT_IGNORED', textAt(child, 'id') ?? '', { type: child.local }, 'info');
    } else if (!KEPT.has(child.local)) {
      const isLogic = schema?.children.includes('expression') ?? false;
      reader.problem(isLogic ? 'DMN_LOGIC_UNKNOWN' : 'DMN_ELEMENT_UNKNOWN', id, { type: child.local }, isLogic ? 'error' : 'warning');
    }
  }
}
