/** Reads reference lists from CSV, as Excel saves it: the first row gives the headings, two of them may say how long a row holds. */
import {
  isSafeName,
  type JsonObject,
  type MeasureManifest,
  type MeasureSources,
  type Problem,
  type ReferenceList,
  type ReferenceRow,
} from '@tongban/model';
import Papa from 'papaparse';
import { raise } from './errors.ts';
import { listId } from './list-id.ts';
import { type Findings, textsOf } from './read-parts.ts';

/** A list that could be read, or what is wrong with it. */
export interface ReferenceListReading {
  readonly list?: ReferenceList;
  readonly problems: readonly Problem[];
}

const FROM: readonly string[] = ['有效期起', '生效日期', 'validfrom', 'valid from'];
const TO: readonly string[] = ['有效期止', '失效日期', 'validto', 'valid to'];
const ROW_LIMIT = 20_000;

/** The lists of a measure by id; the file `lists/industries.csv` has the id `industries`. */
export function readLists(
  { parts }: MeasureManifest,
  sources: MeasureSources,
  findings: Findings,
): Readonly<Record<string, ReferenceList>> {
  const lists: Record<string, ReferenceList> = {};
  for (const [file, csv] of textsOf(parts.lists ?? [], sources)) {
    const { list, problems } = readReferenceList(csv);
    findings.add(file, problems);
    if (list) lists[listId(file)] = list;
  }
  return lists;
}

/** Reads the text of a CSV file. */
export function readReferenceList(csv: string): ReferenceListReading {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy', preview: ROW_LIMIT + 2 });
  const broken = errors
    .filter(({ code }) => code !== 'UndetectableDelimiter')
    .map(({ row, message }) => raise.problem('COMPILE_LIST_CSV', {}, { row: (row ?? 0) + 1, reason: message }));
  const [first = [], ...rows] = data;
  if (rows.length > ROW_LIMIT) return { problems: [raise.problem('COMPILE_LIST_TOO_MANY', {}, { limit: ROW_LIMIT })] };
  const headings = first.map((heading) => heading.replace(/\s+/g, ' ').trim());
  const problems = [...broken, ...headingProblems(headings), ...rows.flatMap((cells, index) => dayProblems(headings, cells, index + 2))];
  if (problems.length > 0) return { problems };
  return { list: rows.map((cells) => rowOf(headings, cells)), problems };
}

function headingProblems(headings: readonly string[]): readonly Problem[] {
  if (headings.length === 0) return [raise.problem('COMPILE_LIST_HEADING', {}, { column: 1, heading: '' })];
  return headings.flatMap((heading, index) => {
    const isUsable = heading !== '' && isSafeName(heading) && headings.indexOf(heading) === index;
    return isUsable ? [] : [raise.problem('COMPILE_LIST_HEADING', {}, { column: index + 1, heading })];
  });
}

function dayProblems(headings: readonly string[], cells: readonly string[], row: number): readonly Problem[] {
  return cells.flatMap((cell, column) => {
    const heading = headings[column] ?? '';
    if (!isOneOf(heading, [...FROM, ...TO]) || cell.trim() === '' || dayIn(cell) !== undefined) return [];
    return [raise.problem('COMPILE_LIST_DAY', {}, { row, heading, value: cell })];
  });
}

function rowOf(headings: readonly string[], cells: readonly string[]): ReferenceRow {
  const entries = headings.map((heading, column) => [heading, (cells[column] ?? '').trim()] as const);
  const isDay = ([heading]: readonly [string, string]): boolean => isOneOf(heading, [...FROM, ...TO]);
  const dayUnder = (names: readonly string[]): string | undefined => dayIn(entries.find(([heading]) => isOneOf(heading, names))?.[1] ?? '');
  const [validFrom, validTo] = [dayUnder(FROM), dayUnder(TO)];
  const content = entries.filter((entry) => !isDay(entry)).map(([heading, cell]) => [heading, cell === '' ? null : cell] as const);
  return {
    cells: Object.fromEntries(content) as JsonObject,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

function isOneOf(heading: string, names: readonly string[]): boolean {
  return names.includes(heading.toLowerCase());
}

/** `2023-02-20`, as Excel writes it too: `2023/2/20`. */
function dayIn(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}
