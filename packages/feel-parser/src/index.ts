/**
 * FEEL text to JSON tree with places, and back.
 *
 * @example
 * ```ts
 * import { parseFeel } from '@tongban/feel-parser';
 *
 * const { expression, problems } = parseFeel('建筑面积 > 500 and 区域 = "A"');
 * expression?.reads; // ['建筑面积', '区域']
 * ```
 */

// Looking at trees
export { childrenOf } from './children-of.ts';
// Errors
export { type FeelSyntaxCode, raise as feelSyntaxErrors } from './errors.ts';
// Text to tree
export { type ParsedFeel, type ParseFeelOptions, parseFeel } from './parse-feel.ts';
// Tree to text
export { printFeel, printFeelType } from './print-feel.ts';
export { readsOf } from './reads.ts';
export { typeFromText } from './type-parser.ts';
// Cells of decision tables in plain words
export type { CellKind } from './words/cell-kind.ts';
export { cellWords } from './words/cell-words.ts';
export { readCellWords } from './words/read-cell-words.ts';
// What may be written at a place, and a text in the words of people
export { type CompletionOptions, completionsAt, type FeelCompletion, type FeelCompletions } from './complete/completions-at.ts';
export { feelInWords } from './complete/feel-in-words.ts';
export { allNames, type FeelName, type FeelNamedValue, type FeelNameType, feelNameType, nameAt } from './complete/feel-name.ts';
export { FEEL_FUNCTION_GUIDE, type FeelFunctionGuide } from './complete/function-guide.ts';
export { nameOfForm, namesOfFields } from './complete/names-of-form.ts';
export { nameOfSettings } from './complete/names-of-settings.ts';
export { type FeelResult, resultOfDecision } from './complete/result-of-decision.ts';
// Conditions built by choosing
export {
  CONDITION_DEPTH,
  type Condition,
  type ConditionGroup,
  type ConditionOperator,
  type ConditionTest,
} from './conditions/condition.ts';
export { readCondition } from './conditions/read-condition.ts';
export { writeCondition } from './conditions/write-condition.ts';
