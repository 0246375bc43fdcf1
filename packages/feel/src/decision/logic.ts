/** Boxed expressions (DMN 1.5, 10.2): each compiles to a function of one making. */
import type { DecisionContext, DecisionInvocation, DecisionLogic, DecisionRelation, DecisionVariable } from '@tongban/model';
import { compile } from '../compile.ts';
import { Frame } from '../frame.ts';
import { LimitReached, RUN_LIMITS } from '../run.ts';
import { FeelFunction, type FeelValue, kindOf } from '../value.ts';
import type { Making } from './making.ts';
import { compileTable } from './table.ts';

/** A compiled boxed expression. */
export type Logic = (making: Making) => FeelValue;

/** Compiles a boxed expression. */
export function compileLogic(logic: DecisionLogic): Logic {
  switch (logic.kind) {
    case 'table':
      return compileTable(logic);
    case 'literal': {
      const closure = compile(logic.expression);
      return ({ run }) => closure(new Frame(run, undefined, []));
    }
    case 'context':
      return compileContext(logic);
    case 'invocation':
      return compileInvocation(logic);
    case 'list': {
      const items = logic.items.map(compileLogic);
      return (making) => items.map((item) => item(making));
    }
    case 'relation':
      return compileRelation(logic);
    case 'function':
      return compileFunction(logic.parameters, logic.body);
  }
}

/** A function whose body sees its parameters. */
export function compileFunction(parameters: readonly DecisionVariable[], body: DecisionLogic): Logic {
  const names = parameters.map(({ name }) => name);
  const inner = compileLogic(body);
  return (making) =>
    new FeelFunction(names, (args, run) => {
      run.depth += 1;
      if (run.depth > RUN_LIMITS.calls) throw new LimitReached('calls');
      const result = making.within(
        names.map((name, index) => [name, args[index] ?? null] as const),
        () => inner(making),
      );
      run.depth -= 1;
      return result;
    });
}

function compileContext({ entries }: DecisionContext): Logic {
  const compiled = entries.map(({ variable, value }) => ({ name: variable?.name, value: compileLogic(value) }));
  return (making) =>
    making.within([], () => {
      const context = new Map<string, FeelValue>();
      for (const { name, value } of compiled) {
        const result = value(making);
        if (name === undefined) return result;
        context.set(name, result);
        making.names.set(name, result);
      }
      return context;
    });
}

function compileInvocation({ callee, bindings }: DecisionInvocation): Logic {
  const target = compile(callee);
  const compiled = bindings.map(({ parameter, value }) => ({ name: parameter.name, value: compileLogic(value) }));
  return (making) => {
    const { run } = making;
    const called = target(new Frame(run, undefined, []));
    const args = new Map(compiled.map(({ name, value }) => [name, value(making)]));
    if (called instanceof FeelFunction) {
      return called.invoke(
        called.parameters.map((name) => args.get(name) ?? null),
        run,
      );
    }
    return run.fault('FEEL_FUNCTION_UNKNOWN', callee.tree.at, { name: called === null ? callee.text : kindOf(called) });
  };
}

function compileRelation({ columns, rows }: DecisionRelation): Logic {
  const compiled = rows.map(({ cells }) => cells.map(compileLogic));
  return (making) => compiled.map((cells) => new Map(columns.map(({ name }, index) => [name, cells[index]?.(making) ?? null])));
}
