/**
 * Evaluates parsed FEEL and decision tables: values, built-in functions, closures made once.
 *
 * @example
 * ```ts
 * import { prepare } from '@tongban/feel';
 *
 * const needsReview = prepare(expression); // parsed by @tongban/feel-parser, or read from a release
 * needsReview.test((name) => data[name], { now: clock.now(), offsetMinutes: 480 });
 * ```
 */

// Numbers and time
export { Decimal, type FeelNumber, numberText, parseNumber } from './decimal.ts';
// Decisions
export { type DecideOptions, type DecisionResult, decide, type PreparedDecisions, prepareDecisions } from './decision/decide.ts';
export type { UnmatchedRule } from './decision/making.ts';
export { type DecisionErrorCode, decisionErrors } from './decision/decision-errors.ts';
export { compare, equals } from './equality.ts';
// Errors and limits
export { type FeelErrorCode, feelErrors } from './errors.ts';
// Expressions on wire data
// Expressions on FEEL values
export { type CompiledFeel, compileFeel, compileUnaryTests, type PreparedExpression, prepare } from './prepare.ts';
export type { FeelEnvironment, FeelFault, FeelLookup } from './run.ts';
export { RUN_LIMITS } from './run.ts';
export {
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  type FeelTemporal,
  FeelTime,
  parseTemporal,
  temporalText,
} from './temporal.ts';
export { textOf } from './text.ts';
export { type FeelContext, FeelFunction, type FeelKind, FeelRange, type FeelValue, kindOf } from './value.ts';
export { fromWire, toWire, wireInstant } from './wire.ts';
