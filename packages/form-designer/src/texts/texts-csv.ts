/** The texts of a form as a table for translators: out as CSV that Excel opens, and back from CSV or Excel. */
import type { LocalText } from '@tongban/model';
import type { FormText } from './form-texts.ts';

/** The first row: what each column holds. The first names the text and must stay. */
const HEAD = ['id', 'where', 'zh-CN', 'en'];

/** The table; `where` says in words which text it is. */
export function textsCsv(texts: readonly FormText[], where: (text: FormText) => string): string {
  const rows = texts.map((text) => [text.id, where(text), text.value?.['zh-CN'] ?? '', text.value?.en ?? '']);
  // the mark tells Excel that it is UTF-8
  return `\uFEFF${[HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What a table changes; rows that name no text of the form are counted. */
export function changesFromRows(
  texts: readonly FormText[],
  rows: readonly (readonly string[])[],
): { readonly changes: ReadonlyMap<string, LocalText | undefined>; readonly unknown: number } {
  const head = rows[0]?.map((name) => name.replace('\uFEFF', '').trim()) ?? [];
  const [id, zh, en] = ['id', 'zh-CN', 'en'].map((name) => head.indexOf(name)) as [number, number, number];
  const byId = new Map(texts.map((text) => [text.id, text]));
  const changes = new Map<string, LocalText | undefined>();
  let unknown = 0;
  for (const row of id < 0 ? [] : rows.slice(1)) {
    const text = byId.get(row[id]?.trim() ?? '');
    if (text === undefined) unknown++;
    else changes.set(text.id, textOf(text, zh < 0 ? undefined : row[zh], en < 0 ? undefined : row[en]));
  }
  return { changes, unknown };
}

/** The text with what was written in its place; what is `undefined` stays. An empty Chinese text takes a help away and changes nothing else. */
export function textOf({ kind, value }: FormText, zh: string | undefined, en: string | undefined): LocalText | undefined {
  const chinese = (zh ?? value?.['zh-CN'] ?? '').trim();
  const english = (en ?? value?.en ?? '').trim();
  if (chinese === '' && english === '' && kind === 'help') return undefined;
  return { 'zh-CN': chinese === '' && kind !== 'help' ? (value?.['zh-CN'] ?? '') : chinese, ...(english === '' ? {} : { en: english }) };
}

/** A cell may not begin a formula in Excel. */
function cell(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
