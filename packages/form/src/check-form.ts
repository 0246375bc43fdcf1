/** Whether an untrusted form document can be used: its structure, names, ids, sizes. Never throws; takes time linear in the document. */
import {
  type ErrorSentences,
  FEEL_FUNCTION_NAMES,
  isJsonObject,
  isSafeName,
  type JsonObject,
  type Problem,
  type ProblemPlace,
} from '@tongban/model';
import { type DocumentErrorCode, raiseOfDocument } from './document-errors.ts';
import { problemInWords } from './document-problem.ts';
import { raise } from './errors.ts';
import { FORM_LIMITS } from './form-limits.ts';
import { DOCUMENT_PROPERTIES, FIELD_KINDS, fieldProperties, type PropertyRule, RULE_PROPERTIES } from './form-properties.ts';

/** The problems of `document`; without one of severity `error` it is a {@link FormDocument}. */
export function checkForm(document: unknown): readonly Problem[] {
  if (!isJsonObject(document))
    return [problemInWords('FORM_DOCUMENT_INVALID', {}, { element: 'form', property: 'form' }, 'expected', OBJECT)];
  const check = new FormCheck();
  check.form(document);
  return check.problems;
}

const OBJECT: ErrorSentences = { en: 'an object', 'zh-CN': '对象' };

/** Names that expressions read beside the fields, so no field may be called so. */
const RESERVED: ReadonlySet<string> = new Set(['row', 'rowId', 'value', 'parameters', 'case', 'actor']);

/** Keys are names that FEEL reads as one and paths can hold. */
const KEY = /^[\p{L}_][\p{L}\p{N}_]*$/u;

class FormCheck {
  readonly problems: Problem[] = [];
  readonly #ids = new Set<string>();
  readonly #keys = new Set<string>();
  #count = 0;
  /** Lists of materials and the keys of the items they follow, to be looked up when all keys are known. */
  readonly #followed: { readonly place: ProblemPlace; readonly element: string; readonly key: string }[] = [];

  form(document: JsonObject): void {
    const name = typeof document['id'] === 'string' ? document['id'] : 'form';
    this.#properties(document, DOCUMENT_PROPERTIES, name, {});
    if (typeof document['key'] === 'string') this.#key(document['key'], { property: 'key' }, undefined);
    const { fields, rules } = document;
    if (Array.isArray(fields)) this.#fields(fields, 1, this.#keys, false);
    this.#itemsKeys();
    if (Array.isArray(rules)) this.#rules(rules, this.#keys);
  }

  #fields(fields: readonly unknown[], depth: number, keys: Set<string>, inRows: boolean): void {
    if (depth > FORM_LIMITS.fieldDepth) {
      this.#tooLarge(FORM_LIMITS.fieldDepth, { en: 'levels', 'zh-CN': '层级' });
      return;
    }
    for (const field of fields) {
      this.#count++;
      if (this.#count === FORM_LIMITS.fields + 1) this.#tooLarge(FORM_LIMITS.fields, { en: 'fields', 'zh-CN': '字段' });
      if (this.#count > FORM_LIMITS.fields) return;
      this.#field(field, depth, keys, inRows);
    }
  }

  #field(field: unknown, depth: number, keys: Set<string>, inRows: boolean): void {
    if (!isJsonObject(field)) {
      this.#invalid({}, 'fields', 'fields', OBJECT);
      return;
    }
    const element = nameOf(field);
    const place: ProblemPlace =
      typeof field['id'] === 'string' ? { elementId: shorten(field['id']), elementName: element } : { elementName: element };
    const kind = field['kind'];
    if (typeof kind !== 'string' || !FIELD_KINDS.has(kind)) {
      const kinds = [...FIELD_KINDS].join(', ');
      this.#add('FORM_KIND_UNKNOWN', { ...place, property: 'kind' }, { element, kind: shorten(String(kind ?? '')), kinds });
      return;
    }
    if (inRows && (kind === 'rows' || kind === 'section' || kind === 'note' || kind === 'materials')) {
      this.#add('FORM_KIND_NOT_IN_ROWS', { ...place, property: 'kind' }, { element, kind });
      return;
    }
    this.#properties(field, fieldProperties(kind), element, place);
    if (typeof field['id'] === 'string') this.#id(field['id'], place);
    if (typeof field['key'] === 'string') this.#key(field['key'], { ...place, property: 'key' }, keys);
    const { fields, columns, choices, rules } = field;
    if (kind === 'section' && Array.isArray(fields)) this.#fields(fields, depth + 1, keys, inRows);
    if (kind === 'rows' && Array.isArray(columns)) this.#columns(field, columns, depth, place, element);
    if (kind === 'materials' && typeof field['itemsKey'] === 'string')
      this.#followed.push({ place: { ...place, property: 'itemsKey' }, element, key: field['itemsKey'] });
    if (Array.isArray(choices)) this.#choices(choices, place, element);
    if (Array.isArray(rules)) this.#rules(rules, undefined);
  }

  #itemsKeys(): void {
    for (const { place, element, key } of this.#followed) {
      if (!this.#keys.has(key)) this.#add('FORM_KEY_NOT_FOUND', place, { element, key: shorten(key) });
    }
  }

  #columns(field: JsonObject, columns: readonly unknown[], depth: number, place: ProblemPlace, element: string): void {
    const keys = new Set<string>();
    this.#fields(columns, depth + 1, keys, true);
    const owner = field['ownerKey'];
    if (typeof owner === 'string' && !keys.has(owner))
      this.#add('FORM_KEY_NOT_FOUND', { ...place, property: 'ownerKey' }, { element, key: owner });
  }

  #choices(choices: readonly unknown[], place: ProblemPlace, element: string): void {
    const seen = new Set<unknown>();
    for (const choice of choices) {
      const value = isJsonObject(choice) ? choice['value'] : undefined;
      if (typeof value === 'string' && seen.has(value))
        this.#add('FORM_CHOICE_TWICE', { ...place, property: 'choices' }, { element, value: shorten(value) });
      seen.add(value);
    }
  }

  #rules(rules: readonly unknown[], keys: ReadonlySet<string> | undefined): void {
    for (const rule of rules) {
      if (!isJsonObject(rule)) {
        this.#invalid({}, 'rules', 'rules', OBJECT);
        continue;
      }
      const element = typeof rule['id'] === 'string' ? shorten(rule['id']) : 'rule';
      const place: ProblemPlace = { elementId: element };
      this.#properties(rule, RULE_PROPERTIES, element, place);
      if (typeof rule['id'] === 'string') this.#id(rule['id'], place);
      for (const key of keys !== undefined && Array.isArray(rule['fields']) ? rule['fields'] : []) {
        if (typeof key === 'string' && !keys?.has(key))
          this.#add('FORM_KEY_NOT_FOUND', { ...place, property: 'fields' }, { element, key: shorten(key) });
      }
    }
  }

  #properties(holder: JsonObject, rules: Readonly<Record<string, PropertyRule>>, element: string, place: ProblemPlace): void {
    for (const [property, rule] of Object.entries(rules)) {
      const value = Object.hasOwn(holder, property) ? holder[property] : undefined;
      if (value === undefined ? rule.optional !== true : !rule.fits(value)) {
        this.#invalid({ ...place, property }, element, property, rule.expected);
      }
    }
    for (const property of Object.keys(holder)) {
      if (Object.hasOwn(rules, property)) continue;
      if (isSafeName(property)) this.#add('FORM_PROPERTY_UNKNOWN', { ...place, property }, { element, property }, 'warning');
      else this.#forbidden(place, property);
    }
  }

  #id(id: string, place: ProblemPlace): void {
    if (!isSafeName(id) || id.includes('/')) {
      this.#forbidden({ ...place, property: 'id' }, id);
      return;
    }
    if (this.#ids.has(id)) this.#add('FORM_ID_TWICE', { ...place, property: 'id' }, { id });
    this.#ids.add(id);
  }

  #key(key: string, place: ProblemPlace, keys: Set<string> | undefined): void {
    if (!isSafeName(key) || !KEY.test(key)) {
      this.#forbidden(place, key);
      return;
    }
    if (keys === undefined) return;
    if (RESERVED.has(key)) {
      this.#add('FORM_NAME_RESERVED', place, { name: key });
      return;
    }
    if (FEEL_FUNCTION_NAMES.includes(key)) this.#add('FORM_NAME_RESERVED', place, { name: key }, 'warning');
    if (keys.has(key)) this.#add('FORM_KEY_TWICE', place, { key });
    keys.add(key);
  }

  #forbidden(place: ProblemPlace, name: string): void {
    this.#keep(raise.problem('FORM_NAME_FORBIDDEN', place, { name: shorten(name) }));
  }

  #invalid(place: ProblemPlace, element: string, property: string, expected: ErrorSentences): void {
    this.#keep(problemInWords('FORM_DOCUMENT_INVALID', place, { element, property }, 'expected', expected));
  }

  #tooLarge(limit: number, what: ErrorSentences): void {
    this.#keep(problemInWords('FORM_TOO_LARGE', {}, { limit }, 'what', what));
  }

  #add(code: DocumentErrorCode, place: ProblemPlace, details: JsonObject, severity: 'error' | 'warning' = 'error'): void {
    this.#keep(raiseOfDocument.problem(code, place, details, severity));
  }

  #keep(problem: Problem): void {
    if (this.problems.length < FORM_LIMITS.problems) this.problems.push(problem);
  }
}

function nameOf(field: JsonObject): string {
  const { label, key, id } = field;
  const text = isJsonObject(label) ? label['zh-CN'] : undefined;
  const name = [text, key, id].find((one) => typeof one === 'string' && one !== '');
  return shorten(typeof name === 'string' ? name : 'field');
}

function shorten(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100)}…`;
}
