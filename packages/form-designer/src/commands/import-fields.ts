/** Takes imported fields into the form, behind those it has or in their place; reverting brings back what there was. */
import type { FormDocument, FormField } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { type FieldDraft, newField } from '../new-field.ts';

/** See the module comment. */
export function importFields(
  form: FormDocument,
  imported: {
    readonly title: string | undefined;
    readonly note: string | undefined;
    readonly layout: FormDocument['layout'];
    readonly fields: readonly FieldDraft[];
  },
  how: 'append' | 'replace',
): DesignCommand {
  const { title, note, layout } = imported;
  const texts = { ...(title ? { title: { 'zh-CN': title } } : {}), ...(note ? { note: { 'zh-CN': note } } : {}) };
  let next: FormDocument = how === 'replace' ? { ...form, layout, ...texts, fields: [] } : form;
  let first: FormField | undefined;
  for (const draft of imported.fields) {
    const field = newField(next, undefined, cleaned(draft));
    first ??= field;
    next = { ...next, fields: [...next.fields, field] };
  }
  const after = how === 'replace' ? withoutRules(next) : next;
  return { kind: 'importFields', subject: first?.id ?? '', subjectBefore: '', execute: () => after, revert: () => form };
}

/** Rules of the form spoke of fields that are gone. */
function withoutRules({ rules: _, ...form }: FormDocument): FormDocument {
  return form;
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
