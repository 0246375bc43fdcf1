/** Parses the FEEL texts of a file and gathers what is wrong, each with the element it stands in. */
import { parseFeel, typeFromText } from '@tongban/feel-parser';
import type { DecisionVariable, FeelExpression, FeelType, JsonObject, Problem, Severity } from '@tongban/model';
import { textAt } from './dmn-element.ts';
import { type DmnErrorCode, raise } from './errors.ts';
import type { XmlElement } from './xml/xml-node.ts';

/** Where a text stands. */
export interface TextPlace {
  readonly elementId: string;
  readonly elementName?: string;
  readonly property?: string;
}

/** Reads the texts of one file. */
export class ExpressionReader {
  readonly problems: Problem[] = [];
  private readonly names: readonly string[];

  constructor(names: readonly string[]) {
    this.names = names;
  }

  problem(code: DmnErrorCode, elementId: string, details: JsonObject = {}, severity: Severity = 'error'): void {
    this.problems.push(raise.problem(code, { elementId }, { elementId, ...details }, severity));
  }

  /** An expression; what cannot be read is reported and stands as null. */
  expression(text: string, place: TextPlace, more: readonly string[] = []): FeelExpression {
    return this.parse(text, 'expression', place, more);
  }

  /** The cell of an input column, or a list of allowed values. */
  unaryTests(text: string, place: TextPlace): FeelExpression {
    return this.parse(text, 'unaryTests', place, []);
  }

  /** The allowed values in an element with a text, when there are any. */
  allowedValues(element: XmlElement | undefined, place: TextPlace): FeelExpression | undefined {
    const text = textAt(element, 'text');
    return text === undefined ? undefined : this.unaryTests(text, place);
  }

  /** Reports an element that is written in another language. */
  checkLanguage(element: XmlElement | undefined, elementId: string): void {
    const language = textAt(element, 'expressionLanguage');
    if (language !== undefined && !/feel/i.test(language)) this.problem('DMN_LANGUAGE', elementId, { language });
  }

  /** Reports a function that is written in another language. */
  checkKind(element: XmlElement | undefined, elementId: string): void {
    const kind = textAt(element, 'kind') ?? 'FEEL';
    if (kind !== 'FEEL') this.problem('DMN_LANGUAGE', elementId, { language: kind });
  }

  private parse(text: string, dialect: 'expression' | 'unaryTests', place: TextPlace, more: readonly string[]): FeelExpression {
    const { expression, problems } = parseFeel(text, { dialect, names: [...this.names, ...more] });
    for (const problem of problems) this.problems.push({ ...problem, place: { ...place, ...problem.place } });
    return expression ?? { text, tree: { kind: 'null', at: [0, text.length] }, reads: [] };
  }
}

/** The type named in an element. */
export function typeAt(element: XmlElement | undefined): { readonly type?: FeelType } {
  const text = textAt(element, 'typeRef');
  return text === undefined ? {} : { type: typeFromText(text) };
}

/** An information item. */
export function variableOf(element: XmlElement | undefined, otherwise: string): DecisionVariable {
  return { name: textAt(element, 'name') ?? otherwise, ...typeAt(element) };
}

/** An optional text as an optional property. */
export function optional<Name extends string>(name: Name, element: XmlElement, from: string = name): { readonly [key in Name]?: string } {
  const text = textAt(element, from);
  return (text === undefined ? {} : { [name]: text }) as { readonly [key in Name]?: string };
}
