/** DMN files as parts: what a file defines, and the rows of a table each by its id. */
import type { Json } from '@tongban/model';
import { childrenOf, type Part, type PartFormat, type Parts, partsByKey } from './part.ts';
import { remembered } from './remembered.ts';
import { elementOf, propertiesOf } from './xml-properties.ts';
import { attribute, elementsIn, nameIn, readXmlValue, writeXmlValue, type XmlValue } from './xml-value.ts';

/** Decision tables row by row: where all versions have the same columns. */
export const tableRowParts: PartFormat = /* @__PURE__ */ remembered({
  read: (text) => read(text, true),
  write,
  quiet: new Set(['<dmndi:DMNDI']),
});

/** Decision tables each as a whole: a row of one version would not fit into the columns of another. */
export const wholeTableParts: PartFormat = /* @__PURE__ */ remembered({ ...tableRowParts, read: (text) => read(text, false) });

/** The ids of the columns of all tables, to tell whether rows fit. */
export function columnsIn(parts: Parts): Json {
  return [...parts.values()].flatMap(({ key, properties }) => {
    const table = tableOf(properties[TABLE]);
    const columns = table === undefined ? [] : elementsIn(table).filter((child) => /^(?:input|output|annotation)$/.test(nameIn(child)));
    return columns.map((column) => [key, nameIn(column), attribute(column, 'id') ?? '']);
  });
}

const TABLE = '<decisionTable';
const ROWS = 'rows';
const DEFINED = 'definitions';

function read(text: string, byRow: boolean): Parts | undefined {
  const root = readXmlValue(text);
  if (root === undefined || nameIn(root) !== 'definitions') return undefined;
  const isDefined = (child: XmlValue): boolean => attribute(child, 'id') !== undefined && nameIn(child) !== 'DMNDI';
  const list: Part[] = [{ ...partOf(root, '', ''), key: '', properties: propertiesOf(root, isDefined) }];
  for (const element of elementsIn(root).filter(isDefined)) {
    const part = partOf(element, '', DEFINED);
    const table = byRow ? tableOf(part.properties[TABLE]) : undefined;
    if (table === undefined) list.push(part);
    else {
      const [name, attributes, ...children] = table;
      const isRow = (child: XmlValue | string): child is XmlValue => typeof child !== 'string' && nameIn(child) === 'rule';
      const frame = [name, attributes, ...children.filter((child) => !isRow(child))] as unknown as Json;
      list.push({ ...part, properties: { ...part.properties, [TABLE]: [frame] } });
      list.push(...children.filter(isRow).map((row, at) => ({ ...partOf(row, part.key, ROWS), name: String(at + 1) })));
    }
  }
  return list.some(({ list: place, id }) => place === ROWS && id === '') ? undefined : partsByKey(list);
}

function partOf(element: XmlValue, parent: string, list: string): Part {
  const id = attribute(element, 'id') ?? '';
  const name = attribute(element, 'name') ?? '';
  return { key: id, id, kind: element[0], name, parent, list, properties: propertiesOf(element, () => false) };
}

function tableOf(value: Json | undefined): XmlValue | undefined {
  return Array.isArray(value) ? (value[0] as unknown as XmlValue) : undefined;
}

function write(parts: Parts): string {
  const children = childrenOf(parts);
  const asValue = ({ key, id, kind, properties }: Part): XmlValue => {
    const rows = key === '' ? [] : children(key, ROWS).map(asValue);
    const table = tableOf(properties[TABLE]);
    const own =
      rows.length === 0 || table === undefined ? properties : { ...properties, [TABLE]: [[...table, ...rows] as unknown as Json] };
    return elementOf(kind, id, own, key === '' ? children('', DEFINED).map(asValue) : []);
  };
  const root = parts.get('');
  return root === undefined ? '' : writeXmlValue(drawingLast(asValue(root)));
}

function drawingLast([name, attributes, ...children]: XmlValue): XmlValue {
  const isDrawing = (child: XmlValue | string): boolean => typeof child !== 'string' && nameIn(child) === 'DMNDI';
  return [name, attributes, ...children.filter((child) => !isDrawing(child)), ...children.filter(isDrawing)];
}
