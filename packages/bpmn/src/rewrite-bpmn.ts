/** Edits a BPMN file in place: everything the edit does not touch, foreign extensions included, is written back. */
import type { Problem } from '@tongban/model';
import { type BpmnDocument, readXml } from './read-xml.ts';

/** Reads `xml`, lets `edit` change its moddle objects, and writes it. Without `xml` in the answer it could not be read. */
export async function rewriteBpmn(
  xml: string,
  edit: (document: BpmnDocument) => void,
): Promise<{ readonly xml?: string; readonly problems: readonly Problem[] }> {
  const { document, problems } = await readXml(xml);
  if (document === undefined) return { problems };
  edit(document);
  return { xml: await document.toXml(), problems };
}
