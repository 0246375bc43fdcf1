/**
 * Errors and problems: a permanent code, facts as fields, and one sentence per language that says what happened,
 * to which element, and what to do. Rooms whose results are kept for years (the step, FEEL) give codes and facts alone, see
 * `findings.ts`; the sentences are put to them where people read them.
 *
 * @example
 * ```ts
 * const raise = defineErrors({
 *   FORM_FIELD_UNKNOWN: {
 *     en: 'The form "{formId}" has no field "{fieldKey}". Remove the value or add the field.',
 *     'zh-CN': '表单“{formId}”没有字段“{fieldKey}”。请删除该值，或在表单中添加此字段。',
 *   },
 * });
 * throw raise('FORM_FIELD_UNKNOWN', { formId: 'application', fieldKey: 'x' });
 * ```
 */
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { type Locale, type LocalText, textIn } from './text.ts';

/** What kind of answer an HTTP API gives to an error; `fault` is ours, the rest the caller's. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'tooLarge' | 'unavailable' | 'fault';

/** One entry of a package's error table. Placeholders are `{name}`, filled from `details`. */
export interface ErrorText {
  readonly en: string;
  readonly 'zh-CN': string;
  /** Default `invalid`. */
  readonly kind?: ErrorKind;
  /** The usual causes, for the page in `docs/reference/errors/`. */
  readonly causes?: string;
  /** What values of `details` are called, by name and value: a fact is `department`, people read 部门. May hold placeholders. */
  readonly terms?: Readonly<Record<string, Readonly<Record<string, ErrorSentences>>>>;
}

/** The table of all codes of a package. */
export type ErrorTable = Readonly<Record<string, ErrorText>>;

/** The sentences of an error, by language. */
export type ErrorSentences = Readonly<Record<Locale, string>>;

const BRAND: unique symbol = Symbol.for('tongban.error') as never;

/** Every error that Tongban throws. Ask with {@link isTongbanError}, not with `instanceof`. */
export class TongbanError extends Error {
  override readonly name = 'TongbanError';
  readonly code: string;
  readonly kind: ErrorKind;
  readonly details: JsonObject;
  /** The same sentence as `message`, in every language of the interface. */
  readonly sentences: ErrorSentences;

  constructor(
    code: string,
    sentences: ErrorSentences,
    options: { readonly kind?: ErrorKind; readonly details?: JsonObject; readonly cause?: unknown } = {},
  ) {
    super(sentences.en, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.kind = options.kind ?? 'invalid';
    this.details = options.details ?? {};
    this.sentences = sentences;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether `error` is ours (from any copy of the package), and of `code` when one is given. */
export function isTongbanError(error: unknown, code?: string): error is TongbanError {
  return (
    typeof error === 'object' &&
    error !== null &&
    BRAND in error &&
    (code === undefined || (error as unknown as TongbanError).code === code)
  );
}

/** The function that makes a package's errors; `table` keeps the texts for the documentation. */
export interface Raise<Code extends string> {
  (code: Code, details?: JsonObject, cause?: unknown): TongbanError;
  readonly table: Readonly<Record<Code, ErrorText>>;
  /** The same as a {@link Problem}, for what is reported and not thrown. */
  problem(code: Code, place: ProblemPlace, details?: JsonObject, severity?: Severity): Problem;
}

/** Makes the error function of a package from its table of codes. */
export function defineErrors<const Table extends ErrorTable>(table: Table): Raise<keyof Table & string> {
  const raise = (code: keyof Table & string, details: JsonObject = {}, cause?: unknown): TongbanError => {
    const kind = (table[code] as ErrorText).kind;
    return new TongbanError(code, sentencesOf(table, code, details), { details, cause, ...(kind === undefined ? {} : { kind }) });
  };
  const problem = (code: keyof Table & string, place: ProblemPlace, details: JsonObject = {}, severity: Severity = 'error'): Problem => ({
    code,
    severity,
    place,
    details,
    sentences: sentencesOf(table, code, details),
  });
  return Object.assign(raise, { table, problem });
}

/** The sentences of a code, filled in. */
export function sentencesOf(table: ErrorTable, code: string, details: JsonObject): ErrorSentences {
  return { en: sentenceIn('en', table, code, details), 'zh-CN': sentenceIn('zh-CN', table, code, details) };
}

/** How grave a problem is: an `error` stops publishing, a `warning` does not. */
export type Severity = 'error' | 'warning' | 'info';

/** Where a problem is: the file of the measure, the element in it, and the place in a text. */
export interface ProblemPlace {
  /** Path inside the measure, e.g. `flow.bpmn` or `forms/application.form.json`. */
  readonly file?: string;
  /** The stable id of the flow element, field, rule or limit. */
  readonly elementId?: string;
  /** The name people know it by. */
  readonly elementName?: string;
  /** Which property of the element, e.g. `condition`, `performer`, `visible`. */
  readonly property?: string;
  /** Offsets in the property's text, in UTF-16 units, end exclusive. */
  readonly from?: number;
  readonly to?: number;
}

/** Something wrong as facts alone, which is how it is kept: nobody's later wording changes it. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: ProblemPlace;
  readonly details: JsonObject;
}

/** What went wrong before, as a detail of what is wrong now; read as the sentence of its code. */
export type Reason = Readonly<Pick<Finding, 'code' | 'details'>> & JsonObject;

/** Something wrong that is reported where it is, with its fix in the sentence. */
export interface Problem extends Finding {
  readonly sentences: ErrorSentences;
}

/** A sentence with its `{name}` placeholders filled from `details`; unknown ones stay as they are. */
export function fillPlaceholders(sentence: string, details: JsonObject): string {
  return filled(sentence, details, (_, value) => showJson(value));
}

/** How an error travels: the body of every failed answer of the HTTP API. */
export interface WireError {
  readonly error: {
    readonly code: string;
    readonly kind: ErrorKind;
    readonly details: JsonObject;
    readonly sentences: ErrorSentences;
    readonly problems?: readonly Problem[];
  };
}

/** `error` as it travels. */
export function toWireError(error: TongbanError): WireError {
  return { error: { code: error.code, kind: error.kind, details: error.details, sentences: error.sentences } };
}

/** The error that travelled. */
export function fromWireError(wire: WireError): TongbanError {
  const { code, sentences, kind, details } = wire.error;
  return new TongbanError(code, sentences, { kind, details });
}

function sentenceIn(locale: Locale, table: ErrorTable, code: string, details: JsonObject): string {
  const { [locale]: sentence, terms } = table[code] as ErrorText;
  return filled(sentence, details, (name, value) => {
    const term = typeof value === 'string' ? ownOf(ownOf(terms, name), value) : undefined;
    if (term !== undefined) return fillPlaceholders(term[locale], details);
    if (isLocalText(value)) return textIn(value, locale);
    return isReason(value) && Object.hasOwn(table, value.code) ? sentenceIn(locale, table, value.code, value.details) : showJson(value);
  });
}

// A fact may be called like what every object inherits.
function ownOf<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function filled(sentence: string, details: JsonObject, show: (name: string, value: Json) => string): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = ownOf(details, name);
    return value === undefined ? whole : show(name, value);
  });
}

/** A detail that people read in their language, such as what an element without a name is. */
function isLocalText(value: Json): value is LocalText & JsonObject {
  return isJsonObject(value) && typeof value['zh-CN'] === 'string';
}

function isReason(value: Json): value is Reason {
  return isJsonObject(value) && typeof value['code'] === 'string' && isJsonObject(value['details']);
}

function showJson(value: Json): string {
  if (Array.isArray(value)) return value.map(showJson).join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
