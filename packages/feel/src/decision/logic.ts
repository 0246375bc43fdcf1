/** Boxed expressions (DMN 1.5, 10.2): each compiles to a function of one making. */
import type {
  DecisionConditional,
  DecisionContext,
  DecisionFilter,
  DecisionInvocation,
  DecisionIteration,
  DecisionLogic,
  DecisionRelation,
  DecisionVariable,
  FeelExpression,
  FeelPlace,
} from '@tongban/model';
import { BuiltIn } from '../built-ins/built-in.ts';
import { builtIn, isBuiltIn } from '../built-ins/index.ts';
import { compile } from '../compile.ts';
import { Frame } from '../frame.ts';
import { itemsOf } from '../iterate.ts';
import { LimitReached, RUN_LIMITS } from '../run.ts';
import { FeelFunction, type FeelValue, isContext, isList, kindOf } from '../value.ts';
import type { Making } from './making.ts';
import { compileTable } from './table.ts';
import type { TypeWorld } from './type-world.ts';

/** A compiled boxed expression. It reads the names of the making it is given. */
export type Logic = (making: Making) => FeelValue;

/** Compiles a boxed expression. */
export function compileLogic(logic: DecisionLogic, types: TypeWorld): Logic {
  switch (logic.kind) {
    case 'table':
      return compileTable(logic, types);
    case 'literal':
      return literal(logic.expression);
    case 'context':
      return compileContext(logic, types);
    case 'invocation':
      return compileInvocation(logic, types);
    case 'list': {
      const items = logic.items.map((item) => compileLogic(item, types));
      return (making) => items.map((item) => item(making));
    }
    case 'relation':
      return compileRelation(logic, types);
    case 'function':
      return compileFunction(logic.parameters, logic.body, types);
    case 'conditional':
      return compileConditional(logic, types);
    case 'for':
    case 'some':
    case 'every':
      return compileIteration(logic, types);
    case 'filter':
      return compileFilter(logic, types);
  }
}

/** A function whose body sees its parameters, and the names where it was defined. */
export function compileFunction(parameters: readonly DecisionVariable[], body: DecisionLogic, types: TypeWorld): Logic {
  const names = parameters.map(({ name }) => name);
  const checks = parameters.map(({ type }) => types.checkOf(type));
  const inner = compileLogic(body, types);
  return (making) =>
    new FeelFunction(names, (args, run) => {
      run.depth += 1;
      if (run.depth > RUN_LIMITS.calls) throw new LimitReached('calls');
      const own = new Map(making.names);
      for (const [index, name] of names.entries()) {
        const value = args[index] ?? null;
        own.set(name, checks[index]?.(value, run) === false ? null : value);
      }
      const scope = making.with(own);
      const result = scope.within(() => inner(scope));
      run.depth -= 1;
      return result;
    });
}

function literal(expression: FeelExpression): Logic {
  const closure = compile(expression);
  return ({ run }) => closure(new Frame(run, undefined, []));
}

function compileContext({ entries }: DecisionContext, types: TypeWorld): Logic {
  const compiled = entries.map(({ variable, value }) => ({ name: variable?.name, value: compileLogic(value, types) }));
  return (making) => {
    const scope = making.with(new Map(making.names));
    return scope.within(() => {
      const context = new Map<string, FeelValue>();
      for (const { name, value } of compiled) {
        const result = value(scope);
        if (name === undefined) return result;
        context.set(name, result);
        scope.names.set(name, result);
      }
      return context;
    });
  };
}

function compileInvocation({ callee, bindings }: DecisionInvocation, types: TypeWorld): Logic {
  const target = compileCallee(callee);
  const compiled = bindings.map(({ parameter, value }) => ({ name: parameter.name, value: compileLogic(value, types) }));
  return (making) => {
    const { run } = making;
    const called = target(making);
    const args = new Map(compiled.map(({ name, value }) => [name, value(making)]));
    if (called instanceof BuiltIn) return called.invokeNamed(args, run, callee.tree.at);
    if (!(called instanceof FeelFunction)) {
      return run.fault('FEEL_FUNCTION_UNKNOWN', callee.tree.at, { name: called === null ? callee.text : kindOf(called) });
    }
    const unknown = [...args.keys()].filter((name) => !called.parameters.includes(name));
    if (unknown.length > 0) {
      const facts = { name: callee.text, given: unknown.join(', '), takes: called.parameters.join(', ') };
      return run.fault('FEEL_ARGUMENTS', callee.tree.at, facts);
    }
    const given = called.parameters.map((name) => args.get(name) ?? null);
    return called.invoke(given, run);
  };
}

// values from outside are data, never functions: a name of a built-in function is only hidden by a name of the model
function compileCallee(callee: FeelExpression): Logic {
  const { tree } = callee;
  const target = literal(callee);
  if (tree.kind !== 'name' || !isBuiltIn(tree.name)) return target;
  const { name } = tree;
  return (making) => (making.run.values?.has(name) ? target(making) : builtIn(name));
}

function compileRelation({ columns, rows }: DecisionRelation, types: TypeWorld): Logic {
  const compiled = rows.map(({ cells }) => cells.map((cell) => compileLogic(cell, types)));
  return (making) => compiled.map((cells) => new Map(columns.map(({ name }, index) => [name, cells[index]?.(making) ?? null])));
}

function compileConditional(logic: DecisionConditional, types: TypeWorld): Logic {
  const [condition, yes, no] = [logic.condition, logic.yes, logic.no].map((part) => compileLogic(part, types)) as [Logic, Logic, Logic];
  return (making) => {
    const value = condition(making);
    if (value === true) return yes(making);
    if (value !== false && value !== null) making.run.fault('FEEL_CONDITION', NOWHERE, { kind: kindOf(value) });
    return no(making);
  };
}

function compileIteration({ kind, variable, over, body }: DecisionIteration, types: TypeWorld): Logic {
  const source = compileLogic(over, types);
  const inner = compileLogic(body, types);
  return (making) => {
    const items = itemsOf(source(making), undefined, making.run, NOWHERE);
    if (items === null) return null;
    const results: FeelValue[] = [];
    const scope = making.with(new Map(making.names));
    return scope.within(() => {
      for (const item of items) {
        making.run.spend(1);
        scope.names.set(variable, item);
        if (kind === 'for') scope.names.set('partial', [...results]);
        const result = inner(scope);
        if (kind !== 'for' && result === (kind === 'some')) return result;
        results.push(result);
      }
      if (kind === 'for') return results;
      return results.every((result) => typeof result === 'boolean') ? kind === 'every' : null;
    });
  };
}

function compileFilter({ over, match }: DecisionFilter, types: TypeWorld): Logic {
  const source = compileLogic(over, types);
  const inner = compileLogic(match, types);
  return (making) => {
    const value = source(making);
    if (value === null) return null;
    const list = isList(value) ? value : [value];
    return list.filter((item) => {
      making.run.spend(1);
      const scope = making.with(new Map([...making.names, ...(isContext(item) ? item : []), ['item', item] as const]));
      return scope.within(() => inner(scope)) === true;
    });
  };
}

/** Boxes have no place in a text. */
const NOWHERE: FeelPlace = [0, 0];
