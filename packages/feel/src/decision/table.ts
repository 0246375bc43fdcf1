/** A decision table, compiled once: each column asked once, each cell a test of its value. */
import type { DecisionRule, DecisionTable, DecisionTableOutput, FeelExpression } from '@tongban/model';
import { compile, compileTests } from '../compile.ts';
import { type Closure, Frame, type TestClosure } from '../frame.ts';
import { textOf } from '../text.ts';
import { type FeelValue, isList, kindOf } from '../value.ts';
import { toWire } from '../wire.ts';
import { type Hit, outcomeOf, outcomeOfNone } from './hit-policy.ts';
import { headingOf, type Making, type UnmatchedRule } from './making.ts';
import { indexRules } from './rule-index.ts';
import type { TypeWorld } from './type-world.ts';

interface CompiledRule {
  readonly id: string;
  /** Only the cells that say something, with the number of their column. */
  readonly cells: readonly { readonly column: number; readonly test: TestClosure }[];
  readonly outputs: readonly Closure[];
}

/** Compiles a table to a function that makes its decision. */
export function compileTable(table: DecisionTable, types: TypeWorld): (making: Making) => FeelValue {
  const inputs = table.inputs.map((input) => ({
    value: compile(input.expression),
    isOfType: types.checkOf(input.type),
    type: input.type?.name ?? '',
    allowed: input.allowedValues && compileTests(input.allowedValues),
    name: headingOf(input),
  }));
  const rules = table.rules.map(compileRule);
  const candidates = indexRules(table);
  const ranks = table.outputs.map(rankIn);
  const defaults = table.outputs.map(({ defaultValue }) => defaultValue && compile(defaultValue));
  const stopsAtFirst = table.hitPolicy === 'F';

  return (making) => {
    const { run, decisionId } = making;
    const frame = new Frame(run, undefined, []);
    const values: FeelValue[] = [];
    for (const { value, isOfType, type, allowed, name } of inputs) {
      const input = value(frame);
      if (isOfType && !isOfType(input, run)) {
        making.problem('FEEL_DECISION_TYPE', { input: name, value: textOf(input), kind: kindOf(input), type });
        return null;
      }
      if (allowed && input !== null && !isAllowed(allowed, frame, input)) {
        making.problem('FEEL_DECISION_INPUT', { input: name, value: textOf(input) });
        return null;
      }
      values.push(input);
    }
    const matching: CompiledRule[] = [];
    for (const index of candidates(values)) {
      const rule = rules[index] as CompiledRule;
      run.spend(1);
      run.elementId = rule.id;
      if (!rule.cells.every(({ column, test }) => test(frame, values[column] as FeelValue) === true)) continue;
      matching.push(rule);
      if (stopsAtFirst) break;
    }
    making.matched(matching.map(({ id }) => id));
    if (making.isExplained) making.unmatched(explain(values, frame, new Set(matching)));
    const hits = matching.map((rule) => hitOf(rule, frame));
    run.elementId = decisionId;
    if (hits.length === 0) {
      if (defaults.some((value) => value !== undefined)) return combine(defaults.map((value) => value?.(frame) ?? null));
      if (!'ROC'.includes(table.hitPolicy)) making.problem('FEEL_DECISION_NO_RULE', {}, 'info');
      return outcomeOfNone(table);
    }
    const outcome = outcomeOf(table, hits, run);
    if ('value' in outcome) return outcome.value;
    making.problem(outcome.violated, { rules: hits.map(({ ruleId }) => ruleId) });
    return null;
  };

  /** Why each of the other rules does not match. Rules after the first of a First table may well match, and are left out. */
  function explain(values: readonly FeelValue[], frame: Frame, matching: ReadonlySet<CompiledRule>): readonly UnmatchedRule[] {
    return rules.flatMap((rule, index) => {
      const failed = matching.has(rule)
        ? undefined
        : rule.cells.find(({ column, test }) => test(frame, values[column] as FeelValue) !== true);
      const input = failed && table.inputs[failed.column];
      if (!failed || !input) return [];
      const test = table.rules[index]?.inputEntries[failed.column]?.text ?? '';
      return [{ ruleId: rule.id, inputId: input.id, input: headingOf(input), test, value: toWire(values[failed.column] as FeelValue) }];
    });
  }

  function hitOf({ id, outputs }: CompiledRule, frame: Frame): Hit {
    frame.run.elementId = id;
    const values = outputs.map((output) => output(frame));
    return { ruleId: id, value: combine(values), ranks: ranks.map((rank, column) => rank(frame, values[column] ?? null)) };
  }

  /** One output is the value itself, several are a context of their names. */
  function combine(values: readonly FeelValue[]): FeelValue {
    if (table.outputs.length === 1) return values[0] ?? null;
    return new Map(table.outputs.map(({ name, label, id }, column) => [name ?? label ?? id, values[column] ?? null]));
  }
}

function compileRule({ id, inputEntries, outputEntries }: DecisionRule): CompiledRule {
  const cells = inputEntries.map((entry, column) => ({ column, test: compileTests(entry), isEmpty: isEmpty(entry) }));
  return { id, cells: cells.filter((cell) => !cell.isEmpty), outputs: outputEntries.map(compile) };
}

/** Of a list every item must be allowed, unless the list itself is. */
function isAllowed(allowed: TestClosure, frame: Frame, value: FeelValue): boolean {
  return allowed(frame, value) === true || (isList(value) && value.every((item) => allowed(frame, item) === true));
}

/** Whether a cell is `-`. */
function isEmpty({ tree }: FeelExpression): boolean {
  return tree.kind === 'tests' && tree.tests.length === 0;
}

/** Where a value stands among the allowed values of its column. */
function rankIn({ allowedValues }: DecisionTableOutput): (frame: Frame, value: FeelValue) => number {
  const tree = allowedValues?.tree;
  if (!allowedValues || tree?.kind !== 'tests') return () => 0;
  const tests = tree.tests.map((test) => compileTests({ ...allowedValues, tree: test }));
  return (frame, value) => {
    const rank = tests.findIndex((test) => test(frame, value) === true);
    return rank < 0 ? tests.length : rank;
  };
}
