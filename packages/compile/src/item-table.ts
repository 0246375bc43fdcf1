/** Reads the county's item list (事项清单) from CSV, as Excel saves it: headings in Chinese or English, problems by row. */
import { type Department, type Item, type ItemKind, isSafeName, type LimitUnit, type Problem } from '@tongban/model';
import Papa from 'papaparse';
import { raise } from './errors.ts';
import { present } from './present.ts';

/** The items that could be read, and the problems of the others. */
export interface ItemTableReading {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

/** Where the table stands, and which departments there are (when it is known): cells may hold their id or their name. */
export interface ItemTableOptions {
  readonly file?: string;
  readonly departments?: readonly Department[];
}

type Column = 'code' | 'name' | 'subItem' | 'department' | 'kind' | 'limit' | 'unit' | 'modes' | 'prerequisites';

/** Headings by which a column is known, the Chinese one first. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  code: ['事项编码', '编码', 'code'],
  name: ['事项名称', '名称', 'name'],
  subItem: ['子项', '子项名称', 'subitem', 'sub-item', 'sub item'],
  department: ['部门', '审批部门', 'department'],
  kind: ['类型', '办件类型', 'kind', 'type'],
  limit: ['时限', '承诺时限', '办理时限', 'limit'],
  unit: ['单位', '时限单位', 'unit'],
  modes: ['办理方式', 'modes', 'mode'],
  prerequisites: ['前置事项', 'prerequisites', 'prerequisite'],
};

const REQUIRED: readonly Column[] = ['code', 'name', 'department', 'kind'];

const KINDS: Readonly<Record<string, ItemKind>> = {
  即办件: 'instant',
  即办: 'instant',
  instant: 'instant',
  承诺件: 'promised',
  承诺: 'promised',
  promised: 'promised',
  上报件: 'reported',
  上报: 'reported',
  reported: 'reported',
};

const UNITS: Readonly<Record<string, LimitUnit>> = {
  工作日: 'workingDay',
  workingday: 'workingDay',
  日: 'calendarDay',
  天: 'calendarDay',
  自然日: 'calendarDay',
  calendarday: 'calendarDay',
  月: 'month',
  个月: 'month',
  month: 'month',
  年: 'year',
  year: 'year',
  小时: 'hour',
  hour: 'hour',
};

const ROW_LIMIT = 20_000;

/** Reads the text of a CSV file. Rows with a problem are left out of `items`. */
export function readItemTable(csv: string, { file, departments }: ItemTableOptions = {}): ItemTableReading {
  const place = file === undefined ? {} : { file };
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy', preview: ROW_LIMIT + 2 });
  const broken = errors
    .filter(({ code }) => code !== 'UndetectableDelimiter')
    .map(({ row, message }) => raise.problem('COMPILE_ITEMS_CSV', place, { row: (row ?? 0) + 1, reason: message }));
  const [headings = [], ...rows] = data;
  if (rows.length > ROW_LIMIT) return { items: [], problems: [raise.problem('COMPILE_ITEMS_TOO_MANY', place, { limit: ROW_LIMIT })] };
  const columns = columnsOf(headings);
  const missing = REQUIRED.filter((column) => !columns.has(column)).map((column) =>
    raise.problem('COMPILE_ITEMS_COLUMN_MISSING', { ...place, property: column }, { column: HEADINGS[column][0] ?? column }),
  );
  if (missing.length > 0 || broken.length > 0) return { items: [], problems: [...broken, ...missing] };
  const table = new ItemRows(columns, place, departments);
  for (const [index, cells] of rows.entries()) table.read(cells, index + 2);
  table.checkPrerequisites();
  return { items: table.items, problems: table.problems };
}

function columnsOf(headings: readonly string[]): ReadonlyMap<Column, number> {
  const known = headings.map((heading) => heading.replace(/\s+/g, ' ').trim().toLowerCase());
  const found = Object.entries(HEADINGS).flatMap(([column, names]): readonly (readonly [Column, number])[] => {
    const index = known.findIndex((heading) => names.includes(heading));
    return index === -1 ? [] : [[column as Column, index]];
  });
  return new Map(found);
}

class ItemRows {
  readonly items: Item[] = [];
  readonly problems: Problem[] = [];
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #place: { readonly file?: string };
  readonly #departments: readonly Department[] | undefined;
  readonly #rowOf = new Map<string, number>();

  constructor(columns: ReadonlyMap<Column, number>, place: { readonly file?: string }, departments: readonly Department[] | undefined) {
    this.#columns = columns;
    this.#place = place;
    this.#departments = departments;
  }

  read(cells: readonly string[], row: number): void {
    const before = this.problems.length;
    const text = (column: Column): string => cells[this.#columns.get(column) ?? -1]?.trim() ?? '';
    const [code, name, department] = [text('code'), text('name'), this.#department(text('department'))];
    if (!isSafeName(code)) this.#invalid(row, 'code', code, '一个编码（a code）', code);
    else if (this.#rowOf.has(code)) this.#add('COMPILE_ID_TWICE', code, { what: 'item（事项）', id: code, row });
    else this.#rowOf.set(code, row);
    if (name === '') this.#invalid(row, 'name', name, '事项名称（a name）', code);
    if (department === undefined) {
      const known = (this.#departments ?? []).map(({ id }) => id);
      this.#add('COMPILE_ITEM_DEPARTMENT_UNKNOWN', code, { row, id: text('department'), known });
    }
    const kind = KINDS[text('kind').toLowerCase()];
    if (kind === undefined) this.#invalid(row, 'kind', text('kind'), '即办件（instant）、承诺件（promised）、上报件（reported）', code);
    const limit = this.#limit(row, text('limit'), text('unit'), code);
    if (this.problems.length > before || kind === undefined || department === undefined) return;
    const [subItem, modes, prerequisites] = [text('subItem'), split(text('modes')), split(text('prerequisites'))];
    this.items.push(
      present<Item>({
        code,
        name: { 'zh-CN': name },
        subItem: subItem === '' ? undefined : { 'zh-CN': subItem },
        department,
        kind,
        limit,
        prerequisites: prerequisites.length === 0 ? undefined : prerequisites,
        modes: modes.length === 0 ? undefined : modes,
      }),
    );
  }

  checkPrerequisites(): void {
    for (const { code, prerequisites = [] } of this.items) {
      for (const id of prerequisites) {
        if (!this.#rowOf.has(id)) this.#add('COMPILE_ITEM_PREREQUISITE_UNKNOWN', code, { row: this.#rowOf.get(code) ?? 0, id });
      }
    }
  }

  /** The id of the department in a cell. */
  #department(cell: string): string | undefined {
    if (this.#departments === undefined) return cell === '' ? undefined : cell;
    return this.#departments.find(({ id, name }) => id === cell || name === cell)?.id;
  }

  #limit(row: number, amount: string, unit: string, code: string): Item['limit'] {
    if (amount === '') return undefined;
    const [, number = '', unitInCell = ''] = /^(\d+)\s*个?\s*(\D*)$/.exec(amount) ?? [];
    const named = unit === '' ? unitInCell : unit;
    const known = UNITS[named.trim().toLowerCase()];
    if (number === '' || Number(number) < 1 || Number(number) > 10_000)
      this.#invalid(row, 'limit', amount, '正整数（a whole number）', code);
    else if (known === undefined) this.#invalid(row, 'unit', named, '工作日、日、月、年、小时（a unit）', code);
    else return { amount: Number(number), unit: known };
    return undefined;
  }

  #invalid(row: number, column: Column, value: string, expected: string, code: string): void {
    this.#add('COMPILE_ITEM_INVALID', code, { row, column: HEADINGS[column][0] ?? column, value, expected });
  }

  #add(code: Parameters<typeof raise.problem>[0], item: string, details: Parameters<typeof raise.problem>[2]): void {
    this.problems.push(raise.problem(code, { ...this.#place, ...(item === '' ? {} : { elementId: item }) }, details));
  }
}

/** The parts of a cell with several values. */
function split(cell: string): readonly string[] {
  return cell
    .split(/[、;；,，\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
