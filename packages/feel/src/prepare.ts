/**
 * Expressions ready to be evaluated on wire data: what forms, flows and the runtime use.
 *
 * Only the names an expression reads are asked for, and only when it comes to them, so the context may be as large as it likes.
 */
import { type FeelExpression, type FeelNode, isJsonObject, type Json } from '@tongban/model';
import { compile, compileTests, isPlainEntry } from './compile.ts';
import { type Closure, Frame, type TestClosure } from './frame.ts';
import { type FeelEnvironment, type FeelFault, type FeelLookup, LimitReached, Run } from './run.ts';
import type { FeelValue } from './value.ts';
import { toWire } from './wire.ts';

/** An expression whose closures are made. */
export interface PreparedExpression {
  /** The names it asks `lookup` for. */
  readonly reads: readonly string[];
  /** The result as wire JSON; null where it has none, with the reasons in `faults`. Never throws for what the data holds. */
  evaluate(lookup: FeelLookup, environment: FeelEnvironment, faults?: FeelFault[]): Json;
  /** Whether the result is exactly true. */
  test(lookup: FeelLookup, environment: FeelEnvironment, faults?: FeelFault[]): boolean;
}

/** A compiled expression on FEEL values. */
export interface CompiledFeel {
  evaluate(context: ReadonlyMap<string, FeelValue>, environment: FeelEnvironment, faults?: FeelFault[]): FeelValue;
}

/** Prepares an expression once, for many evaluations. Unary tests read the value under test as the name `?`. */
export function prepare(expression: FeelExpression): PreparedExpression {
  const closure = compile(expression);
  const { tree } = expression;
  const read = quickText(tree);
  return {
    reads: expression.reads,
    evaluate(lookup, environment, faults) {
      const quick = read?.(lookup);
      if (quick !== undefined) return quick;
      const run = new Run(lookup, undefined, environment, faults);
      const value = runClosure(closure, run, tree);
      if (value === null || typeof value !== 'object') return value;
      try {
        return toWire(value, (kind) => run.fault('FEEL_RESULT', tree.at, { kind }));
      } catch (error) {
        return stopped(error, run, tree);
      }
    },
    test(lookup, environment, faults) {
      return runClosure(closure, new Run(lookup, undefined, environment, faults), tree) === true;
    },
  };
}

// A text that is written out, or that is one entry of a form (what flows read most), is the result as it is and needs no run.
function quickText(tree: FeelNode): ((lookup: FeelLookup) => string | undefined) | undefined {
  if (tree.kind === 'string') return () => tree.value;
  if (tree.kind !== 'path' || tree.of.kind !== 'name' || !isPlainEntry(tree.name)) return undefined;
  const { name: entry, of } = tree;
  return (lookup) => {
    const wire = lookup(of.name);
    const value = isJsonObject(wire) ? wire[entry] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
}

/** Compiles an expression or a bare tree to a function of FEEL values. */
export function compileFeel(expression: FeelExpression | FeelNode): CompiledFeel {
  const closure = compile(expression);
  const tree = 'tree' in expression ? expression.tree : expression;
  return {
    evaluate: (context, environment, faults) => runClosure(closure, new Run(undefined, context, environment, faults), tree),
  };
}

/** Compiles unary tests to a function that says whether a value passes: true, false, or null when it cannot be said. */
export function compileUnaryTests(
  expression: FeelExpression,
): (value: FeelValue, context: ReadonlyMap<string, FeelValue>, environment: FeelEnvironment, faults?: FeelFault[]) => boolean | null {
  const tests = compileTests(expression);
  return (value, context, environment, faults) => runTests(tests, new Run(undefined, context, environment, faults), value, expression.tree);
}

/** The outermost frame has no names of its own. */
const NO_VALUES: FeelValue[] = [];

/** Runs a closure; a limit that was reached is a fault and null. */
export function runClosure(closure: Closure, run: Run, tree: FeelNode): FeelValue {
  try {
    return closure(new Frame(run, undefined, NO_VALUES));
  } catch (error) {
    return stopped(error, run, tree);
  }
}

/** Runs unary tests; a limit that was reached is a fault and null. */
export function runTests(tests: TestClosure, run: Run, value: FeelValue, tree: FeelNode): boolean | null {
  try {
    return tests(new Frame(run, undefined, NO_VALUES), value);
  } catch (error) {
    return stopped(error, run, tree);
  }
}

function stopped(error: unknown, run: Run, tree: FeelNode): null {
  if (error instanceof LimitReached) return run.fault('FEEL_LIMIT', tree.at, { limit: error.limit });
  // the stack is a limit as well, and so is the size of integers and texts
  if (error instanceof RangeError) return run.fault('FEEL_LIMIT', tree.at, { limit: 'memory' });
  throw error;
}
