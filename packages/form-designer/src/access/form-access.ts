/**
 * Whether everybody can fill the form in, as far as its document says: names, order, groups, ways of asking. What only shows on a page (sizes, contrast)
 * is measured there. The criteria are those of WCAG 2.2 named beside each.
 */
import { expressionsOf, hasValue } from '@tongban/form';
import { type FormDocument, type FormField, textIn } from '@tongban/model';
import { type PlacedField, placedFields } from '../field-tree.ts';
import { keyUses } from '../uses/key-uses.ts';

/** What was found, at which field. */
export interface AccessFinding {
  readonly kind: AccessKind;
  /** Empty for the form itself. */
  readonly fieldId: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** 2.4.6 and 3.3.2 names · 1.3.1 groups and headings · 1.3.2 and 3.2.2 order · 1.3.3 only by colour or place · 1.4.10 wide tables. */
export type AccessKind =
  | 'noName'
  | 'sameName'
  | 'longName'
  | 'sameChoices'
  | 'manyChoices'
  | 'emptySection'
  | 'longWithoutSections'
  | 'stepsWithoutSections'
  | 'askedTooLate'
  | 'byColourOrPlace'
  | 'wideTable';

const LONG_NAME = 30;
const MANY_CHOICES = 12;
const MANY_FIELDS = 20;
const MANY_COLUMNS = 8;

/** What only those understand who see colours and where things stand. */
const COLOUR_OR_PLACE = /红色|绿色|蓝色|黄色|标红|左侧|右侧|左边|右边|上方|下方|左图|右图/;

/** The findings, in document order, those of the form itself first. */
export function accessFindings(form: FormDocument): readonly AccessFinding[] {
  const placed = placedFields(form);
  return [...ofForm(form, placed), ...placed.flatMap((each) => [...namesOf(each, placed), ...waysOf(each.field)]), ...order(form, placed)];
}

function ofForm(form: FormDocument, placed: readonly PlacedField[]): readonly AccessFinding[] {
  const own = form.fields.filter(hasValue).length;
  const sections = placed.filter(({ field }) => field.kind === 'section').length;
  return [
    ...(own > MANY_FIELDS && sections === 0 ? [finding('longWithoutSections', '', { count: own })] : []),
    ...(form.steps === true && !form.fields.some(({ kind }) => kind === 'section') ? [finding('stepsWithoutSections', '')] : []),
  ];
}

function namesOf({ field, parentId }: PlacedField, placed: readonly PlacedField[]): readonly AccessFinding[] {
  const name = textIn(field.label).trim();
  if (!/[\p{L}\p{N}]/u.test(name)) return [finding('noName', field.id)];
  const twin = placed.find(
    (other) => other.field.id !== field.id && other.parentId === parentId && textIn(other.field.label).trim() === name,
  );
  return [
    ...(twin !== undefined && hasValue(field) ? [finding('sameName', field.id)] : []),
    ...([...name].length > LONG_NAME ? [finding('longName', field.id, { length: [...name].length })] : []),
  ];
}

function waysOf(field: FormField): readonly AccessFinding[] {
  const choices = 'choices' in field ? (field.choices ?? []) : [];
  const names = choices.map(({ label }) => textIn(label).trim());
  const told = [textIn(field.help), field.kind === 'note' || field.kind === 'clause' ? textIn(field.text) : ''].join('\n');
  const signal = COLOUR_OR_PLACE.exec(told)?.[0];
  return [
    ...(new Set(names).size < names.length ? [finding('sameChoices', field.id)] : []),
    ...(field.kind === 'radio' && choices.length > MANY_CHOICES ? [finding('manyChoices', field.id, { count: choices.length })] : []),
    ...(field.kind === 'section' && field.fields.length === 0 ? [finding('emptySection', field.id)] : []),
    ...(field.kind === 'rows' && field.columns.length > MANY_COLUMNS
      ? [finding('wideTable', field.id, { count: field.columns.length })]
      : []),
    ...(signal === undefined ? [] : [finding('byColourOrPlace', field.id, { words: signal })]),
  ];
}

/** A field that shows because of an answer further down appears where one has been already. */
function order(form: FormDocument, placed: readonly PlacedField[]): readonly AccessFinding[] {
  if (!expressionsOf(form).some(({ property }) => property === 'visible')) return [];
  const position = new Map(placed.map(({ field }, at) => [field.id, at]));
  return placed
    .filter(({ field }) => hasValue(field))
    .flatMap((each) =>
      keyUses(form, each, [])
        .filter(({ expression }) => expression.property === 'visible')
        .map(({ expression }) => expression.fieldId.split('/').pop() ?? '')
        .filter((reader) => (position.get(reader) ?? 0) < (position.get(each.field.id) ?? 0))
        .filter((reader) => !each.around.some(({ id }) => id === reader))
        .map((reader) => finding('askedTooLate', reader, { asked: textIn(each.field.label) })),
    );
}

function finding(kind: AccessKind, fieldId: string, details: AccessFinding['details'] = {}): AccessFinding {
  return { kind, fieldId, details };
}
