/** Which field depends on which, what outside of the form reads each, and fields that lead nowhere. */
import { prepare } from '@tongban/feel';
import { parseFeel } from '@tongban/feel-parser';
import { type FormExpression, fieldAccess, hasValue } from '@tongban/form';
import type { FeelNode, FieldAccess, Flow, FormDocument, FormField, MeasureManifest, MeasureSources } from '@tongban/model';
import { type PlacedField, placedFields } from '../field-tree.ts';
import { type FormTask, formTasks, writesForm } from '../form-tasks.ts';
import { conditionOfFeel } from '../simple-condition.ts';
import { keyUses } from './key-uses.ts';
import { type MeasureUse, measureUses } from './measure-uses.ts';

/** How a field reads another one. */
export type RelationKind = FormExpression['property'] | 'itemsKey' | 'ownerKey';

/** The field `to` reads the field `from`; both are ids. `to` is empty where a rule of the whole form reads it. */
export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
}

/** A place outside of the form that reads the field. */
export type OutsideUse =
  | (MeasureUse & { readonly fieldId: string })
  | { readonly part: 'form'; readonly fieldId: string; readonly file: ''; readonly where: string; readonly form: FormDocument };

/** See the module comment. */
export interface Relations {
  readonly relations: readonly Relation[];
  readonly outside: readonly OutsideUse[];
}

/** The measure around the form, as far as it is known. */
export interface Around {
  readonly forms: readonly FormDocument[];
  readonly manifest?: MeasureManifest;
  readonly sources?: MeasureSources;
  readonly flow?: Flow;
}

/** What reads what. */
export function relationsOf(form: FormDocument, { forms, manifest, sources }: Around): Relations {
  const relations = new Map<string, Relation>();
  const outside: OutsideUse[] = [];
  const relate = (relation: Relation): void => {
    if (relation.to !== '' || relation.kind === 'test') relations.set(`${relation.from} ${relation.to} ${relation.kind}`, relation);
  };
  const placed = placedFields(form);
  const byKey = new Map(
    placed.filter(({ around }) => around.every(({ kind }) => kind === 'section')).map(({ field }) => [field.key, field.id]),
  );
  for (const each of placed.filter(({ field }) => hasValue(field))) {
    const from = each.field.id;
    for (const { form: reader, expression } of keyUses(form, each, forms)) {
      if (reader.id !== form.id) outside.push({ part: 'form', fieldId: from, file: '', where: expression.fieldName, form: reader });
      else for (const to of readersOf(form, expression, byKey)) relate({ from, to, kind: expression.property });
    }
    if (manifest !== undefined && sources !== undefined)
      outside.push(...measureUses(sources, manifest, { form, placed: each }).map((use) => ({ ...use, fieldId: from })));
  }
  for (const { field } of placed) {
    if (field.kind === 'materials' && field.itemsKey !== undefined)
      relate({ from: byKey.get(field.itemsKey) ?? '', to: field.id, kind: 'itemsKey' });
    const owner = field.kind === 'rows' ? field.columns.find(({ key }) => key === field.ownerKey) : undefined;
    if (owner !== undefined) relate({ from: owner.id, to: field.id, kind: 'ownerKey' });
  }
  return { relations: [...relations.values()].filter(({ from, to }) => from !== '' && from !== to), outside };
}

/** A rule of the form reads for the fields at which it stands. */
function readersOf(form: FormDocument, { fieldId, key }: FormExpression, byKey: ReadonlyMap<string, string>): readonly string[] {
  if (key !== undefined) return [fieldId.split('/').pop() ?? fieldId];
  const named = form.rules?.find(({ id }) => id === fieldId)?.fields ?? [];
  const ids = named.flatMap((name) => byKey.get(name) ?? []);
  return ids.length === 0 ? [''] : ids;
}

/** Why a field leads nowhere: its condition never holds, no task fills it in, none shows it, or nothing looks at it afterwards. */
export type DeadReason = 'neverShown' | 'neverWritten' | 'neverSeen' | 'neverRead';

/** A field that leads nowhere. */
export interface DeadField {
  readonly fieldId: string;
  readonly reason: DeadReason;
}

/** The fields that lead nowhere; one reason each, the gravest. What is inside a section that never shows is not said again. */
export function deadFields(form: FormDocument, around: Around, { relations, outside }: Relations): readonly DeadField[] {
  const read = new Set([
    ...relations.map(({ from }) => from),
    ...outside.filter(({ part }) => part !== 'scenario').map(({ fieldId }) => fieldId),
  ]);
  const tasks = around.flow === undefined ? [] : formTasks(around.flow, form.id).filter(({ access }) => access !== undefined);
  const filled = around.flow !== undefined && writesForm(around.flow, form.key);
  const gone = new Set<string>();
  return placedFields(form).flatMap((placed): readonly DeadField[] => {
    const { field } = placed;
    if (placed.around.some(({ id }) => gone.has(id))) return [];
    if (field.visible !== undefined && neverHolds(field.visible, placed, form)) {
      gone.add(field.id);
      return [{ fieldId: field.id, reason: 'neverShown' }];
    }
    if (!hasValue(field) || placed.around.some(({ kind }) => kind === 'rows') || tasks.length === 0) return [];
    const reason = unusedReason(placed, tasks, filled, read.has(field.id));
    return reason === undefined ? [] : [{ fieldId: field.id, reason }];
  });
}

function unusedReason(placed: PlacedField, tasks: readonly FormTask[], filled: boolean, read: boolean): DeadReason | undefined {
  const accesses = tasks.map((task) => accessIn(placed, task));
  const typed = placed.field.computed === undefined && !filled;
  const writers = accesses.filter((access) => access === 'write').length;
  if (accesses.every((access) => access === 'hidden')) return read ? undefined : 'neverSeen';
  if (typed && writers === 0) return 'neverWritten';
  if (typed && !read && writers > 0 && accesses.every((access) => access !== 'read') && tasks.length > writers) return 'neverRead';
  return undefined;
}

function accessIn({ field, around }: PlacedField, { access, performer }: FormTask): FieldAccess {
  const department = typeof performer.department === 'string' && !performer.department.startsWith('=') ? performer.department : undefined;
  const own = field.kind === 'opinion' ? (department ?? field.department) : department;
  const actor = { id: '', name: '', tenant: '', roles: [], ...(own === undefined ? {} : { department: own }) };
  return fieldAccess(field, { sections: around }, access, actor);
}

/** Whether `condition` can be seen to hold never: it reads nothing and is not true, or asks for a choice that there is not. */
function neverHolds(condition: string, placed: PlacedField, form: FormDocument): boolean {
  const expression = parseFeel(condition).expression;
  if (expression === undefined) return false;
  // what asks for the present may hold one day
  if (/\b(now|today)\s*\(/.test(condition)) return false;
  if (expression.reads.length === 0) return !prepare(expression).test(() => undefined, { now: 0, offsetMinutes: 480 });
  return conjuncts(expression.tree).some((part) => asksForNothing(condition.slice(...part.at), placed, form));
}

function conjuncts(node: FeelNode): readonly FeelNode[] {
  return node.kind === 'binary' && node.op === 'and' ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node];
}

function asksForNothing(text: string, placed: PlacedField, form: FormDocument): boolean {
  const simple = conditionOfFeel(text);
  if (simple === undefined || (simple.operator !== '=' && simple.operator !== 'contains')) return false;
  const rows = placed.around.find(({ kind }) => kind === 'rows');
  const inRow = simple.name.startsWith('row.');
  const key = inRow ? simple.name.slice('row.'.length) : simple.name;
  const asked = placedFields(form).find(
    ({ field, around }) => field.key === key && around.some(({ id }) => id === rows?.id) === inRow,
  )?.field;
  const choices = asked === undefined ? undefined : choicesOf(asked);
  return choices?.every((choice) => choice !== simple.value) ?? false;
}

function choicesOf(field: FormField): readonly string[] | undefined {
  return field.kind === 'radio' || field.kind === 'select' || field.kind === 'checkboxes'
    ? field.choices.map(({ value }) => value)
    : undefined;
}
