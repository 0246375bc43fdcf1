/**
 * The form document: what a county's paper form is to us. Plain data; FEEL stands in it as text.
 * Values of a form are an object by field `key`; see {@link FieldKind} for the shape of each value.
 */
import type { FeelExpression } from './feel-tree.ts';
import type { Material } from './item.ts';
import type { Json, JsonObject } from './json.ts';
import type { LocalText } from './text.ts';

/** FEEL text; an expression whose context is the form's own values by key, the other forms by their key, `parameters`, `case`, `actor`, and `row` inside rows. */
export type Feel = string;

/** What a task or role may do with a field. */
export type FieldAccess = 'write' | 'read' | 'hidden';

/** A form as it stands in `forms/*.form.json`. */
export interface FormDocument {
  readonly formatVersion: 1;
  /** Stable id, e.g. `F-01`. */
  readonly id: string;
  /** The name under which flows, tables and other forms read its values, e.g. `application`. */
  readonly key: string;
  readonly title: LocalText;
  /** A line under the title or the table, as printed. */
  readonly note?: LocalText;
  /** `bordered` prints and shows the two-column ruled table of the paper form; `stacked` is one column. */
  readonly layout: 'stacked' | 'bordered';
  /** Whether it is filled in step by step: each section of the form itself is a step, and answers are checked at the end. Paper shows all. */
  readonly steps?: boolean;
  readonly fields: readonly FormField[];
  /** Rules between fields, asked on submission. */
  readonly rules?: readonly FormRule[];
}

/** A rule between fields: `test` must be true, else `message` is shown at the fields named. */
export interface FormRule {
  readonly id: string;
  readonly test: Feel;
  readonly message: LocalText;
  /** Keys of the fields the message stands at; none means the form as a whole. */
  readonly fields?: readonly string[];
}

/** What every field has. */
export interface FieldBase {
  /** Stable id: survives renaming and moving. */
  readonly id: string;
  /** The name of its value. */
  readonly key: string;
  readonly label: LocalText;
  readonly help?: LocalText;
  /** What the value means, from the data dictionary: `project.name`, `enterprise.uscc` … Prefill and "asked once" rest on it. */
  readonly meaning?: string;
  /** Columns it takes in a bordered layout; default 1 for short kinds, 2 for long ones. */
  readonly span?: 1 | 2;
  readonly required?: boolean | Feel;
  /** Default: visible. A hidden field's value is dropped on submission. */
  readonly visible?: Feel;
  readonly readOnly?: boolean | Feel;
  /** The value is computed by this expression and never typed. */
  readonly computed?: Feel;
  /** Rules of this field alone; `value` names its own value in `test`. */
  readonly rules?: readonly FormRule[];
}

/** One choice of a select, radio or checkbox field. */
export interface Choice {
  readonly value: string;
  readonly label: LocalText;
}

/**
 * The kinds of fields, and the value of each (always JSON, `null` or absent when empty):
 * text, longText, phone, uscc, idNumber, projectCode, qrCode → string · number, money → wire number · date → wire date ·
 * dateRange → {@link DateRangeValue} · region → {@link RegionValue} · radio, select → string · checkboxes, items → list of strings ·
 * files → list of {@link FileRef} · materials → list of {@link MaterialValue} · rows → list of objects, each with a `rowId` ·
 * opinion → {@link OpinionValue} · signature, seal → {@link SignatureValue} · clause → {@link ClauseValue} ·
 * note, section → no value (a section's fields belong to the form itself).
 */
export type FormField =
  | TextField
  | NumberField
  | DateField
  | DateRangeField
  | RegionField
  | ChoiceField
  | ItemsField
  | FilesField
  | MaterialsField
  | QrCodeField
  | RowsField
  | OpinionField
  | SignatureField
  | ClauseField
  | NoteField
  | SectionField;

/** The discriminator of {@link FormField}. */
export type FieldKind = FormField['kind'];

/** One or several lines of text; the kinds with a check digit or pattern are checked. */
export interface TextField extends FieldBase {
  readonly kind: 'text' | 'longText' | 'phone' | 'uscc' | 'idNumber' | 'projectCode';
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A number with a unit, or money; exact. */
export interface NumberField extends FieldBase {
  readonly kind: 'number' | 'money';
  /** `万元`, `元`, `平方米`, `米` … */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Most digits after the point; default 2 for money, none for number means any. */
  readonly decimals?: number;
}

/** A calendar day. */
export interface DateField extends FieldBase {
  readonly kind: 'date';
  /** FEEL giving the first and last day allowed, e.g. `today()`. */
  readonly earliest?: Feel;
  readonly latest?: Feel;
}

/** From one day to another, both included. */
export interface DateRangeField extends FieldBase {
  readonly kind: 'dateRange';
  /** FEEL giving the first and last day allowed, of both ends. */
  readonly earliest?: Feel;
  readonly latest?: Feel;
}

/** A region of GB/T 2260, chosen level by level. */
export interface RegionField extends FieldBase {
  readonly kind: 'region';
  /** The level that must be reached; default `county`. */
  readonly level?: 'province' | 'city' | 'county';
  /** Only regions whose code begins so: `62`, `6229`. */
  readonly within?: string;
}

/** One choice (radio, select) or several (checkboxes). */
export interface ChoiceField extends FieldBase {
  readonly kind: 'radio' | 'select' | 'checkboxes';
  readonly choices: readonly Choice[];
}

/** Items (事项) chosen from the county's item list, by code. */
export interface ItemsField extends FieldBase {
  readonly kind: 'items';
  /** Only items that allow this mode, e.g. `mock`. */
  readonly mode?: string;
  readonly min?: number;
  readonly max?: number;
}

/** Files, each by reference to the host's file store. */
export interface FilesField extends FieldBase {
  readonly kind: 'files';
  /** Media types or extensions accepted, e.g. `.pdf`, `image/*`. */
  readonly accept?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Largest file in bytes; default 20 MiB. */
  readonly maxBytes?: number;
}

/** Materials (要件), each with what became of it: handed in, seen as an original, or promised for later (容缺). */
export interface MaterialsField extends FieldBase {
  readonly kind: 'materials';
  /** Those that are always listed. */
  readonly materials?: readonly Material[];
  /** Key of a field of items: the materials of the items chosen there are listed too. */
  readonly itemsKey?: string;
  /** FEEL giving the last day for which a material may be promised, e.g. `today() + duration("P30D")`. */
  readonly latest?: Feel;
  /** Media types or extensions accepted, e.g. `.pdf`, `image/*`. */
  readonly accept?: readonly string[];
  /** Largest file in bytes; default 20 MiB. */
  readonly maxBytes?: number;
}

/** A two-dimensional bar code of a text, which is computed as a rule. */
export interface QrCodeField extends FieldBase {
  readonly kind: 'qrCode';
}

/** Repeating rows. */
export interface RowsField extends FieldBase {
  readonly kind: 'rows';
  readonly columns: readonly FormField[];
  readonly minRows?: number;
  readonly maxRows?: number;
  /** Key of the column that holds a department id: a row is writable only by that department. */
  readonly ownerKey?: string;
  /** FEEL, true for the rows that the task at hand may write, e.g. `row.item = item.code`. */
  readonly writableRow?: Feel;
  /** Whether people add and delete rows; `false` when the system opens them. Default `true`. */
  readonly extensible?: boolean;
}

/** The opinion of one department; only its own people write it. */
export interface OpinionField extends FieldBase {
  readonly kind: 'opinion';
  /** Department id whose opinion it is. */
  readonly department?: string;
  /** Default: 同意 `agree` and 不同意 `disagree`. */
  readonly choices?: readonly Choice[];
}

/** A signature or a seal: confirmed, drawn by hand, host's e-seal, print–stamp–scan, or "original seen at the window". */
export interface SignatureField extends FieldBase {
  readonly kind: 'signature' | 'seal';
}

/** Fixed text with a version, which the person acknowledges. */
export interface ClauseField extends FieldBase {
  readonly kind: 'clause';
  readonly text: LocalText;
  readonly version: string;
  /** Whether a tick is asked; default `true`. */
  readonly acknowledge?: boolean;
}

/** Text between fields. */
export interface NoteField extends FieldBase {
  readonly kind: 'note';
  readonly text: LocalText;
}

/** Fields under a heading. */
export interface SectionField extends FieldBase {
  readonly kind: 'section';
  readonly fields: readonly FormField[];
}

/** A file kept by the host's file store. */
export interface FileRef {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** `sha256:<hex>`. */
  readonly digest?: string;
}

/** The value of an opinion field. `by`, `department` and `at` are set by the runtime, never by the page. */
export interface OpinionValue {
  readonly choice: string;
  readonly text: string;
  readonly by?: string;
  readonly byName?: string;
  readonly department?: string;
  /** `YYYY-MM-DD`. */
  readonly day?: string;
}

/** The value of a signature or seal field. */
export interface SignatureValue {
  readonly method: 'confirmed' | 'drawn' | 'original' | 'scan' | 'eSeal';
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The picture of a drawn signature, or the scan. */
  readonly fileId?: string;
  /** Of an e-seal: the digest of what it was put on, `sha256:<hex>` of `sealedText` of `@tongban/form`. */
  readonly digest?: string;
}

/** The value of a date range; a draft may lack one end. */
export interface DateRangeValue {
  readonly from?: { readonly $date: string };
  readonly to?: { readonly $date: string };
}

/** The value of a region: the six digits of GB/T 2260 and the names of all its levels, `甘肃省临夏回族自治州积石山…县`. */
export interface RegionValue {
  readonly code: string;
  readonly name: string;
}

/** What became of one material. */
export interface MaterialValue {
  /** Its id. */
  readonly material: string;
  readonly state: 'files' | 'original' | 'promised';
  /** With `files`. */
  readonly files?: readonly FileRef[];
  /** With `promised`: by which day it follows. */
  readonly by?: { readonly $date: string };
}

/** The value of a clause: which version was acknowledged. */
export interface ClauseValue {
  readonly version: string;
  readonly acknowledged: boolean;
}

/** Field access of one task (or reader): by field id, with a default for the rest. Columns are named `rowsId/columnId`. */
export interface FormAccess {
  readonly default: FieldAccess;
  readonly fields?: Readonly<Record<string, FieldAccess>>;
}

/** A form document with every FEEL text in it already parsed: what the runtime and the page work with. */
export interface CompiledForm {
  readonly document: FormDocument;
  /** Parsed expressions by their text. */
  readonly expressions: Readonly<Record<Feel, FeelExpression>>;
}

/** Values of a form, by field key. */
export type FormValues = JsonObject;

/** One stored version of a form's values in a case. */
export interface FormVersion {
  readonly version: number;
  readonly values: FormValues;
}

/** A change of one value, for histories: path like `contacts[2].name`. */
export interface ValueChange {
  readonly path: string;
  readonly before: Json;
  readonly after: Json;
}
