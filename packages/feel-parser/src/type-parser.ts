/** Reads a type: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`, `range<date>`, or a name of one's own. */
import type { FeelType } from '@tongban/model';
import { type Reader, SyntaxFault, singleSpaced } from './reader.ts';

const NAMES_WITH_AND = [
  'date and time',
  'years and months duration',
  'days and time duration',
  'day and time duration',
  'year and month duration',
];

/** The type at the reading head. */
export function readType(reader: Reader, depth = 0): FeelType {
  if (depth > 20) throw new SyntaxFault('FEEL_TEXT_TOO_DEEP', 0, reader.text.length, { limit: 20 });
  const name = typeName(reader);
  if (!reader.sees('<') || !['list', 'range', 'context', 'function'].includes(name)) return { name };
  reader.take('<');
  if (name === 'context') {
    const entries: { readonly name: string; readonly type: FeelType }[] = [];
    do {
      const entry = reader.boundName(':').name;
      reader.expect(':');
      entries.push({ name: entry, type: readType(reader, depth + 1) });
    } while (reader.take(','));
    reader.expect('>');
    return { name, entries };
  }
  if (name === 'function') {
    const parameters: FeelType[] = [];
    if (!reader.sees('>')) {
      do parameters.push(readType(reader, depth + 1));
      while (reader.take(','));
    }
    reader.expect('>');
    reader.expect('->');
    return { name, parameters, result: readType(reader, depth + 1) };
  }
  const of = readType(reader, depth + 1);
  reader.expect('>');
  return { name, of };
}

/** The text as a type name: a feel: prefix dropped, so that `feel:number` and `number` are one. */
export function typeFromText(text: string): FeelType {
  return { name: singleSpaced(text.replace(/^feel:/, '')) };
}

function typeName(reader: Reader): string {
  const special = NAMES_WITH_AND.find((name) => {
    const match = new RegExp(`^${name.replace(/ /g, '\\s+')}(?![\\w])`).exec(reader.text.slice(reader.position, reader.position + 60));
    if (match) reader.moveTo(reader.position + match[0].length);
    return match !== null;
  });
  if (special) return special;
  if (reader.takeWord('function')) return 'function';
  if (reader.takeWord('null')) return 'Null';
  const parts: string[] = [];
  do {
    parts.push((reader.name() ?? reader.fail('FEEL_SYNTAX_NAME_EXPECTED')).name);
  } while (!reader.sees('..') && reader.take('.'));
  return parts.join('.');
}
