/**
 * DMN XML to decisions in parsed form, and back.
 *
 * @example
 * ```ts
 * import { readDmn } from '@tongban/dmn';
 *
 * const { model, problems } = await readDmn(xml);
 * ```
 */

// XML to decisions
export { readDmn, type ReadDmn, type ReadDmnOptions } from './read-dmn.ts';
export { readDmnFiles } from './read-dmn-files.ts';
export { DMN_SIZE_LIMIT } from './safe-xml.ts';
// Decisions to XML
export { writeDmn, type WriteDmnOptions } from './write-dmn.ts';
// Errors
export { type DmnErrorCode, raise as dmnErrors } from './errors.ts';
// XML as a tree that keeps what was written
export { readXmlTree, type XmlReading } from './xml/read-xml-tree.ts';
export { writeXmlTree } from './xml/write-xml-tree.ts';
export { charactersOf, isElement, type XmlDocument, type XmlElement, type XmlNode, type XmlOther, type XmlText } from './xml/xml-node.ts';
