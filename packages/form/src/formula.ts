/** A FEEL expression of a form, made ready once; the only file of this room that runs the evaluator. */
import { type FeelEnvironment, type FeelLookup, prepare } from '@tongban/feel';
import type { CompiledForm, FeelExpression, Json } from '@tongban/model';
import { raise } from './errors.ts';

/** An expression that can be asked again and again. */
export interface Formula {
  readonly expression: FeelExpression;
  /** Its value, `null` when it faults. */
  value(lookup: FeelLookup, env: FeelEnvironment): Json;
  /** Whether it is true; null is not. */
  holds(lookup: FeelLookup, env: FeelEnvironment): boolean;
}

/** Makes the formula for `text` of a compiled form. @throws FORM_EXPRESSION_MISSING when the form was compiled without it. */
export function formulaOf(compiled: CompiledForm, text: string): Formula {
  const expression = Object.hasOwn(compiled.expressions, text) ? compiled.expressions[text] : undefined;
  if (expression === undefined) throw raise('FORM_EXPRESSION_MISSING', { formId: compiled.document.id, text });
  const prepared = prepare(expression);
  return {
    expression,
    value: (lookup, env) => prepared.evaluate(lookup, env),
    holds: (lookup, env) => prepared.test(lookup, env),
  };
}
