/** From the text of a file to the result of a decision, for the cases of the standard. */
import { decide } from '@tongban/feel';
import type { DecisionModel, Json } from '@tongban/model';
import { readDmn } from '../index.ts';

/** One rule as texts. */
export interface RuleTexts {
  readonly when: readonly string[];
  readonly gives: readonly string[];
}

/** A table as texts; its inputs ask for names. */
export interface TableTexts {
  readonly policy: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly { readonly name: string; readonly values?: string; readonly otherwise?: string }[];
  readonly rules: readonly RuleTexts[];
  /** Allowed values of every input. */
  readonly allowed?: string;
  /** Further attributes. */
  readonly more?: string;
}

/** The element of a table. */
export function tableXml({ policy, inputs, outputs, rules, allowed, more = '' }: TableTexts): string {
  const text = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}><text>${escaped(value)}</text></${name}>`;
  return `<decisionTable hitPolicy="${policy}" ${more}>
    ${inputs.map((name) => `<input><inputExpression><text>${name}</text></inputExpression>${text('inputValues', allowed)}</input>`).join('')}
    ${outputs.map(({ name, values, otherwise }) => `<output name="${name}">${text('outputValues', values)}${text('defaultOutputEntry', otherwise)}</output>`).join('')}
    ${rules.map(({ when, gives }) => `<rule>${when.map((cell) => text('inputEntry', cell)).join('')}${gives.map((cell) => text('outputEntry', cell)).join('')}</rule>`).join('')}
  </decisionTable>`;
}

/** A literal expression as an element. */
export function literalXml(text: string): string {
  return `<literalExpression><text>${escaped(text)}</text></literalExpression>`;
}

/** A file with these elements. */
export function dmnFile(body: string, namespace = 'urn:standard'): string {
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="defs" name="standard" namespace="${namespace}">${body}</definitions>`;
}

/** A file with one decision `d`. */
export function decisionFile(logic: string): string {
  return dmnFile(`<decision id="d" name="d">${logic}</decision>`);
}

/** What the decision or service `id` gives. */
export async function decided(xml: string, id: string, data: Readonly<Record<string, Json>> = {}): Promise<Json> {
  const { model, problems } = await readDmn(xml);
  const wrong = problems.filter(({ severity }) => severity === 'error').map(({ sentences }) => sentences.en);
  if (wrong.length > 0) throw new Error(wrong.join(' '));
  return decide(model as DecisionModel, id, (name) => data[name] ?? null, { now: 0, offsetMinutes: 480 }).outputs;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
