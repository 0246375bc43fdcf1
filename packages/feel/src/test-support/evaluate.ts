/** Parses and evaluates in one go, for tests. */
import { parseFeel } from '@tongban/feel-parser';
import type { FeelExpression, Json } from '@tongban/model';
import { type FeelEnvironment, type FeelFault, prepare } from '../index.ts';

/** Sunday 2026-11-22, 10:00 in China. */
export const noon: FeelEnvironment = { now: Date.UTC(2026, 10, 22, 2), offsetMinutes: 480 };

/** The expression of a text. */
export function parsed(text: string, dialect: 'expression' | 'unaryTests' = 'expression', names: readonly string[] = []): FeelExpression {
  const { expression, problems } = parseFeel(text, { dialect, names });
  if (!expression) throw new Error(`${text}: ${problems[0]?.sentences.en}`);
  return expression;
}

/** The result of an expression as wire JSON. */
export function evaluate(text: string, context: Readonly<Record<string, Json>> = {}, faults?: FeelFault[]): Json {
  return prepare(parsed(text, 'expression', Object.keys(context))).evaluate((name) => context[name], noon, faults);
}

/** The result as FEEL's `string()` writes it, which reads better in tables of cases. */
export function shown(text: string, context: Readonly<Record<string, Json>> = {}): Json {
  const result = evaluate(`{shown: ${text}}`, context) as { readonly shown: Json };
  return result.shown === null ? null : evaluate('string(value)', { value: result.shown });
}
