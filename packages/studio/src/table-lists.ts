/** The reference lists of a measure, as its tables are bound to them and tried with them. Read again only when a list or the day changes. */
import { CHINA_OFFSET_MINUTES } from '@tongban/element-kit';
import { cellsOn, type JsonObject, type MeasureSources } from '@tongban/model';
import type { TableList } from '@tongban/table-designer';

type Compiler = Pick<typeof import('@tongban/compile'), 'listId' | 'readReferenceList'>;

/** What holds on a day. */
export interface HeldLists {
  /** The rows, as FEEL reads them: `lists.industries`. */
  readonly rows: JsonObject;
  /** Every column that FEEL can name, with its values, each once. */
  readonly columns: readonly TableList[];
}

/** Of a measure without lists. */
export const NO_LISTS: HeldLists = { rows: {}, columns: [] };

const MINUTE_MS = 60_000;
const SIMPLE_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Reads the lists, and remembers what it read last. */
export class TableLists {
  #known: { readonly texts: readonly string[]; readonly lists: HeldLists } | undefined;

  /** The lists in `files` as they hold at `now`, epoch milliseconds. What cannot be read is left to the check. */
  at(now: number, files: readonly string[], sources: MeasureSources, compiler: Compiler): HeldLists {
    if (files.length === 0) return NO_LISTS;
    const day = new Date(now + CHINA_OFFSET_MINUTES * MINUTE_MS).toISOString().slice(0, 10);
    const texts = [day, ...files, ...files.map((file) => sources[file] ?? '')];
    const known = this.#known;
    if (known?.texts.length === texts.length && texts.every((text, at) => text === known.texts[at])) return known.lists;
    const held = files.map(
      (file) => [compiler.listId(file), cellsOn(compiler.readReferenceList(sources[file] ?? '').list ?? [], day)] as const,
    );
    const lists = { rows: Object.fromEntries(held), columns: held.flatMap(([id, rows]) => columnsOf(id, rows)) };
    this.#known = { texts, lists };
    return lists;
  }
}

function columnsOf(id: string, rows: readonly JsonObject[]): readonly TableList[] {
  const headings = Object.keys(rows[0] ?? {}).filter((heading) => SIMPLE_NAME.test(heading));
  if (!SIMPLE_NAME.test(id)) return [];
  return headings.map((heading) => {
    const values = new Set(rows.map((row) => row[heading]).filter((value) => typeof value === 'string'));
    return { expression: `lists.${id}.${heading}`, label: `${id}：${heading}`, values: [...values] };
  });
}
