/** Takes imported fields into the form, behind those it has or in their place; reverting brings back what there was. */
import type { FormDocument, FormField, LocalText } from '@tongban/model';
import { beginForm } from '../begin-form.ts';
import type { DesignCommand } from '../design-command.ts';
import { type FieldDraft, newFields } from '../new-field.ts';

/** What was read, as people left it. */
export interface Imported {
  readonly title: string | undefined;
  readonly note: string | undefined;
  readonly layout: FormDocument['layout'];
  readonly fields: readonly FieldDraft[];
  /** The document of ours that it was read from. */
  readonly document: FormDocument | undefined;
}

/** See the module comment. */
export function importFields(form: FormDocument, imported: Imported, how: 'append' | 'replace'): DesignCommand {
  const fields = imported.fields.map(cleaned) as unknown as readonly FormField[];
  const made = how === 'append' ? newFields(form, undefined, fields) : [];
  const after = how === 'append' ? { ...form, fields: [...form.fields, ...made] } : replaced(form, imported, fields);
  const first = how === 'append' ? made[0] : after.fields[0];
  return { kind: 'importFields', subject: first?.id ?? '', subjectBefore: '', execute: () => after, revert: () => form };
}

/** The form keeps its names; rules of before spoke of fields that are gone. */
function replaced(form: FormDocument, { title, note, layout, document }: Imported, fields: readonly FormField[]): FormDocument {
  const { rules: _, ...plain } = document ?? form;
  const from = { ...plain, ...(document?.rules === undefined ? {} : { rules: document.rules }), layout, fields };
  const made = beginForm({ id: form.id, key: form.key, title: spoken(title, document?.title) ?? form.title }, from);
  const said = spoken(note, document?.note) ?? form.note;
  return said === undefined ? made : { ...made, note: said };
}

/** What was typed over has no English; what was left as it is keeps it. */
function spoken(text: string | undefined, before: LocalText | undefined): LocalText | undefined {
  if (!text) return undefined;
  return before?.['zh-CN'] === text ? before : { 'zh-CN': text };
}

/** Without properties that a correction took away. */
function cleaned(draft: FieldDraft): FieldDraft {
  const entries = Object.entries(draft).filter(([, value]) => value !== undefined);
  const own = Object.fromEntries(entries) as unknown as FieldDraft;
  for (const holder of ['fields', 'columns'] as const) {
    const inner = own[holder] as readonly FieldDraft[] | undefined;
    if (inner !== undefined) return { ...own, [holder]: inner.map(cleaned) };
  }
  return own;
}
