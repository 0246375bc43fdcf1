/** What a person may do with a field in a task: the task's permission, its sections, the department of an opinion. */
import type { Actor, FieldAccess, FormAccess, FormField } from '@tongban/model';

/** The access to the field at hand; `sections` from outermost to innermost, `rows` the repeating field of a column. */
export function fieldAccess(
  field: FormField,
  around: { readonly sections: readonly FormField[]; readonly rows?: FormField | undefined },
  access: FormAccess | undefined,
  actor: Actor | undefined,
): FieldAccess {
  if (access === undefined) return 'write';
  const named = (id: string): FieldAccess | undefined => (Object.hasOwn(access.fields ?? {}, id) ? access.fields?.[id] : undefined);
  const above = around.rows === undefined ? around.sections : [...around.sections, around.rows];
  if (above.some(({ id }) => named(id) === 'hidden')) return 'hidden';
  const own = named(around.rows === undefined ? field.id : `${around.rows.id}/${field.id}`);
  const inherited = above
    .map(({ id }) => named(id))
    .reverse()
    .find((one) => one !== undefined);
  const granted = own ?? inherited ?? access.default;
  const foreign = field.kind === 'opinion' && field.department !== undefined && field.department !== actor?.department;
  return granted === 'write' && foreign ? 'read' : granted;
}
