/**
 * Turns a tree into closures, once. Names are resolved while compiling: a local one becomes a place in a chain of frames, any other
 * is read from the context of the run; inside a filter the entries of the item come first.
 */
import type { FeelComparison, FeelExpression, FeelIterator, FeelNode, FeelPlace } from '@tongban/model';
import { type ArithmeticOperator, calculate, negateValue } from './arithmetic.ts';
import { builtIn, isBuiltIn } from './built-ins/index.ts';
import { conforms } from './conformance.ts';
import { add, parseNumber, subtract } from './decimal.ts';
import { entryOf } from './entries.ts';
import { compare, equals, isIn } from './equality.ts';
import { type Closure, Frame, type TestClosure } from './frame.ts';
import { itemsOf } from './iterate.ts';
import { LimitReached, RUN_LIMITS, type Run } from './run.ts';
import { parseTemporal } from './temporal.ts';
import { FeelFunction, FeelRange, type FeelValue, isContext, isList, kindOf } from './value.ts';

/** What the compiler knows of a frame. `item` frames hold an element whose entries are names as well. */
interface Scope {
  readonly names: string[];
  readonly isItem: boolean;
  readonly outer: Scope | undefined;
}

/** Compiles an expression, or unary tests that read the value under test as `?` in the root frame. */
export function compile(expression: FeelExpression | FeelNode): Closure {
  if ('tree' in expression) return new Compiler(new Set(expression.reads)).node(expression.tree, ROOT);
  return new Compiler(new Set()).node(expression, ROOT);
}

/** Compiles unary tests to a function of the value under test. */
export function compileTests(expression: FeelExpression): TestClosure {
  return new Compiler(new Set(expression.reads)).tests(expression.tree, undefined);
}

const ROOT: Scope | undefined = undefined;

class Compiler {
  /** Names that come from the context even when a built-in function is called the same. */
  private readonly reads: ReadonlySet<string>;

  constructor(reads: ReadonlySet<string>) {
    this.reads = reads;
  }

  node(node: FeelNode, scope: Scope | undefined): Closure {
    switch (node.kind) {
      case 'null':
        return () => null;
      case 'boolean':
      case 'string': {
        const { value } = node;
        return () => value;
      }
      case 'number': {
        const value = parseNumber(node.text);
        return () => value;
      }
      case 'at':
        return this.literal(node.text, node.at);
      case 'name':
        return this.name(node.name, node.at, scope);
      case 'path':
        return this.path(node, scope);
      case 'filter':
        return this.filter(node, scope);
      case 'negate':
        return this.negation(node, scope);
      case 'binary':
        return this.binary(node, scope);
      case 'between':
        return this.between(node, scope);
      case 'in':
        return this.inTests(node, scope);
      case 'if':
        return this.condition(node, scope);
      case 'for':
        return this.forLoop(node, scope);
      case 'some':
      case 'every':
        return this.quantified(node, scope);
      case 'list': {
        const items = node.items.map((item) => this.node(item, scope));
        return (frame) => items.map((item) => item(frame));
      }
      case 'context':
        return this.context(node, scope);
      case 'range':
        return this.range(node, scope);
      case 'function':
        return this.functionDefinition(node, scope);
      case 'call':
        return this.call(node, scope);
      case 'instanceOf': {
        const value = this.node(node.value, scope);
        return (frame) => conforms(value(frame), node.type);
      }
      case 'compare':
        return this.openRange(node, scope);
      case 'tests': {
        const input = this.name('?', node.at, scope);
        const tests = this.tests(node, scope);
        return (frame) => tests(frame, input(frame));
      }
    }
  }

  // names

  private name(name: string, at: FeelPlace, scope: Scope | undefined): Closure {
    const items: number[] = [];
    let depth = 0;
    for (let level = scope; level; level = level.outer) {
      const index = level.names.lastIndexOf(name);
      if (index >= 0) return throughItems(name, items, local(depth, index));
      if (level.isItem) items.push(depth);
      depth += 1;
    }
    const fallback = isBuiltIn(name) ? builtIn(name) : undefined;
    return throughItems(name, items, ({ run }) => {
      const value = run.read(name);
      if (value !== undefined) return value;
      return fallback ?? run.fault('FEEL_NAME_UNKNOWN', at, { name });
    });
  }

  private isLocal(name: string, scope: Scope | undefined): boolean {
    for (let level = scope; level; level = level.outer) if (level.names.includes(name)) return true;
    return false;
  }

  // operators

  private binary(node: FeelNode & { kind: 'binary' }, scope: Scope | undefined): Closure {
    const { op, at } = node;
    const left = this.node(node.left, scope);
    const right = this.node(node.right, scope);
    switch (op) {
      case 'and':
        return (frame) => {
          const a = left(frame);
          if (a === false) return false;
          const b = right(frame);
          if (b === false) return false;
          return a === true && b === true ? true : notBoolean(frame.run, at, op, a, b);
        };
      case 'or':
        return (frame) => {
          const a = left(frame);
          if (a === true) return true;
          const b = right(frame);
          if (b === true) return true;
          return a === false && b === false ? false : notBoolean(frame.run, at, op, a, b);
        };
      case '=':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          if (typeof a === 'string' && typeof b === 'string') return a === b;
          const same = equals(a, b);
          return same === null ? mismatch(frame.run, at, op, a, b) : same;
        };
      case '!=':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          const same = equals(a, b);
          return same === null ? mismatch(frame.run, at, op, a, b) : !same;
        };
      case '<':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          return typeof a === 'number' && typeof b === 'number' ? a < b : ordered(frame.run, at, op, a, b);
        };
      case '<=':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          return typeof a === 'number' && typeof b === 'number' ? a <= b : ordered(frame.run, at, op, a, b);
        };
      case '>':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          return typeof a === 'number' && typeof b === 'number' ? a > b : ordered(frame.run, at, op, a, b);
        };
      case '>=':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          return typeof a === 'number' && typeof b === 'number' ? a >= b : ordered(frame.run, at, op, a, b);
        };
      default:
        return arithmetic(op, left, right, at);
    }
  }

  private negation({ of, at }: FeelNode & { kind: 'negate' }, scope: Scope | undefined): Closure {
    const operand = this.node(of, scope);
    return (frame) => {
      const value = operand(frame);
      if (typeof value === 'number') return 0 - value;
      if (value === null) return null;
      return negateValue(value) ?? mismatch(frame.run, at, '-', null, value);
    };
  }

  private between(node: FeelNode & { kind: 'between' }, scope: Scope | undefined): Closure {
    const { at } = node;
    const value = this.node(node.value, scope);
    const low = this.node(node.low, scope);
    const high = this.node(node.high, scope);
    return (frame) => {
      const middle = value(frame);
      const a = ordered(frame.run, at, '>=', middle, low(frame));
      if (a === false) return false;
      const b = ordered(frame.run, at, '<=', middle, high(frame));
      return b === false ? false : a === null || b === null ? null : true;
    };
  }

  // tests

  private inTests(node: FeelNode & { kind: 'in' }, scope: Scope | undefined): Closure {
    const value = this.node(node.value, scope);
    const tests = this.anyTest(node.tests, scope);
    return (frame) => tests(frame, value(frame));
  }

  tests(node: FeelNode, scope: Scope | undefined): TestClosure {
    if (node.kind !== 'tests') return this.test(node, scope);
    if (node.tests.length === 0) return () => true;
    const any = this.anyTest(node.tests, scope);
    if (!node.negated) return any;
    return (frame, value) => {
      const result = any(frame, value);
      return result === null ? null : !result;
    };
  }

  private anyTest(nodes: readonly FeelNode[], scope: Scope | undefined): TestClosure {
    const tests = nodes.map((test) => this.test(test, scope));
    if (tests.length === 1) return tests[0] as TestClosure;
    return (frame, value) => {
      let result: boolean | null = false;
      for (const test of tests) {
        const one = test(frame, value);
        if (one === true) return true;
        if (one === null) result = null;
      }
      return result;
    };
  }

  private test(node: FeelNode, scope: Scope | undefined): TestClosure {
    if (node.kind === 'compare') {
      const { op, at } = node;
      const end = this.node(node.end, scope);
      return (frame, value) => related(frame.run, at, op, value, end(frame));
    }
    if (mentions(node, '?')) {
      const inner = this.node(node, { names: ['?'], isItem: false, outer: scope });
      return (frame, value) => {
        const result = inner(new Frame(frame.run, frame, [value]));
        return typeof result === 'boolean' ? result : isIn(value, result);
      };
    }
    if (node.kind === 'boolean') {
      const { value: wanted } = node;
      return (_, value) => isIn(value, wanted);
    }
    const expected = this.node(node, scope);
    return (frame, value) => {
      const result = expected(frame);
      if (typeof result === 'string' && typeof value === 'string') return result === value;
      return result === true && typeof value !== 'boolean' ? true : isIn(value, result);
    };
  }

  private openRange({ op, end }: FeelNode & { kind: 'compare' }, scope: Scope | undefined): Closure {
    const bound = this.node(end, scope);
    return (frame) => {
      const value = bound(frame);
      if (value === null || op === '!=') return null;
      if (op === '=') return new FeelRange(value, value, true, true);
      return op === '<' || op === '<=' ? new FeelRange(null, value, false, op === '<=') : new FeelRange(value, null, op === '>=', false);
    };
  }

  private range(node: FeelNode & { kind: 'range' }, scope: Scope | undefined): Closure {
    const { at, lowIncluded, highIncluded } = node;
    const low = this.node(node.low, scope);
    const high = this.node(node.high, scope);
    return (frame) => {
      const a = low(frame);
      const b = high(frame);
      if (a === null || b === null) return null;
      return compare(a, b) === null ? mismatch(frame.run, at, '..', a, b) : new FeelRange(a, b, lowIncluded, highIncluded);
    };
  }

  // choices and loops

  private condition(node: FeelNode & { kind: 'if' }, scope: Scope | undefined): Closure {
    const condition = this.node(node.condition, scope);
    const yes = this.node(node.yes, scope);
    const no = this.node(node.no, scope);
    return (frame) => {
      const value = condition(frame);
      if (value === true) return yes(frame);
      if (value !== false && value !== null) frame.run.fault('FEEL_CONDITION', node.condition.at, { kind: kindOf(value) });
      return no(frame);
    };
  }

  private forLoop(node: FeelNode & { kind: 'for' }, scope: Scope | undefined): Closure {
    const inner: Scope = { names: ['partial'], isItem: false, outer: scope };
    const iterate = this.iterators(node.iterators, inner);
    const body = this.node(node.body, inner);
    const readsPartial = mentions(node.body, 'partial');
    return (frame) => {
      const { run } = frame;
      const results: FeelValue[] = [];
      const loop = new Frame(run, frame, [null]);
      const ended = iterate(loop, 0, () => {
        if (results.length >= RUN_LIMITS.listLength) throw new LimitReached('listLength');
        const values = [...loop.values];
        if (readsPartial) {
          run.spend(results.length);
          values[0] = [...results];
        }
        results.push(body(new Frame(run, frame, values)));
        return true;
      });
      return ended === null ? null : results;
    };
  }

  private quantified(node: FeelNode & { kind: 'some' | 'every' }, scope: Scope | undefined): Closure {
    const inner: Scope = { names: [], isItem: false, outer: scope };
    const iterate = this.iterators(node.iterators, inner);
    const body = this.node(node.body, inner);
    const decisive = node.kind === 'some';
    return (frame) => {
      let result: boolean | null = !decisive;
      const loop = new Frame(frame.run, frame, []);
      const ended = iterate(loop, 0, () => {
        const one = body(new Frame(frame.run, frame, [...loop.values]));
        if (one === decisive) {
          result = decisive;
          return false;
        }
        if (typeof one !== 'boolean') result = null;
        return true;
      });
      return ended === null ? null : result;
    };
  }

  /** Runs a turn for every combination of the iterators; false when a turn ended it, null when there is nothing to go through. */
  private iterators(iterators: readonly FeelIterator[], scope: Scope): (loop: Frame, level: number, turn: () => boolean) => boolean | null {
    const levels = iterators.map(({ name, of, to }) => {
      const from = this.node(of, scope);
      const until = to && this.node(to, scope);
      scope.names.push(name);
      return { from, until, at: of.at, slot: scope.names.length - 1 };
    });
    return function iterate(loop, level, turn): boolean | null {
      const { from, until, at, slot } = levels[level] as (typeof levels)[number];
      const items = itemsOf(from(loop), until?.(loop), loop.run, at);
      if (items === null) return null;
      for (const item of items) {
        loop.run.spend(1);
        loop.values[slot] = item;
        const goesOn = level + 1 < levels.length ? iterate(loop, level + 1, turn) : turn();
        if (goesOn !== true) return goesOn;
      }
      return true;
    };
  }

  // lists, contexts, functions

  private path(node: FeelNode & { kind: 'path' }, scope: Scope | undefined): Closure {
    const { name, at } = node;
    const of = this.node(node.of, scope);
    // Outside all frames a name is read from the context: one entry of it need not convert the others.
    const root = isPlainEntry(name) && scope === undefined && node.of.kind === 'name' ? node.of.name : undefined;
    return (frame) => {
      const quick = root === undefined ? undefined : frame.run.readEntry(root, name);
      if (quick !== undefined) return quick;
      const value = of(frame);
      if (value === null) return null;
      const entry = isContext(value) ? value.get(name) : entryOf(value, name);
      return entry === undefined ? frame.run.fault('FEEL_NO_ENTRY', at, { kind: kindOf(value), name }) : entry;
    };
  }

  private filter(node: FeelNode & { kind: 'filter' }, scope: Scope | undefined): Closure {
    const of = this.node(node.of, scope);
    const by = this.node(node.by, { names: ['item'], isItem: true, outer: scope });
    return (frame) => {
      const source = of(frame);
      if (source === null) return null;
      const list = isList(source) ? source : [source];
      const { run } = frame;
      const found: FeelValue[] = [];
      for (const item of list.length === 0 ? [null] : list) {
        run.spend(1);
        const choice = by(new Frame(run, frame, [item]));
        if (typeof choice === 'number') return list.at(choice > 0 ? choice - 1 : choice === 0 ? list.length : choice) ?? null;
        if (choice === true && list.length > 0) found.push(item);
        else if (choice !== false && choice !== null) run.fault('FEEL_CONDITION', node.by.at, { kind: kindOf(choice) });
      }
      return found;
    };
  }

  private context(node: FeelNode & { kind: 'context' }, scope: Scope | undefined): Closure {
    const inner: Scope = { names: [], isItem: false, outer: scope };
    const entries = node.entries.map(({ name, value }) => {
      // a function may call itself by the name of its entry
      if (value.kind === 'function') inner.names.push(name);
      const closure = this.node(value, inner);
      if (value.kind !== 'function') inner.names.push(name);
      return [name, closure] as const;
    });
    return (frame) => {
      const values: FeelValue[] = [];
      const own = new Frame(frame.run, frame, values);
      const context = new Map<string, FeelValue>();
      for (const [name, closure] of entries) {
        const value = closure(own);
        values.push(value);
        context.set(name, value);
      }
      return context;
    };
  }

  private functionDefinition(node: FeelNode & { kind: 'function' }, scope: Scope | undefined): Closure {
    const names = node.parameters.map(({ name }) => name);
    const body = this.node(node.body, { names, isItem: false, outer: scope });
    return (frame) =>
      new FeelFunction(names, (args, run) => {
        if (args.length > names.length)
          return run.fault('FEEL_ARGUMENTS', node.at, { name: 'function', given: args.map(kindOf).join(', '), takes: names.join(', ') });
        const values = names.map((_, index) => args[index] ?? null);
        for (const [index, { type }] of node.parameters.entries()) {
          const value = values[index] as FeelValue;
          if (type && value !== null && conforms(value, type) === false) values[index] = null;
        }
        run.depth += 1;
        if (run.depth > RUN_LIMITS.calls) throw new LimitReached('calls');
        const result = body(new Frame(run, frame, values));
        run.depth -= 1;
        return result;
      });
  }

  private call(node: FeelNode & { kind: 'call' }, scope: Scope | undefined): Closure {
    const { callee, at, names } = node;
    const args = node.args.map((arg) => this.node(arg, scope));
    if (callee.kind === 'name' && isBuiltIn(callee.name) && !this.reads.has(callee.name) && !this.isLocal(callee.name, scope)) {
      return builtIn(callee.name).call(args, names, at);
    }
    const target = this.node(callee, scope);
    return (frame) => {
      const called = target(frame);
      frame.run.spend(1);
      if (!(called instanceof FeelFunction)) {
        return called === null
          ? null
          : frame.run.fault('FEEL_FUNCTION_UNKNOWN', callee.at, { name: callee.kind === 'name' ? callee.name : kindOf(called) });
      }
      const values = args.map((arg) => arg(frame));
      if (!names) return called.invoke(values, frame.run);
      if (names.some((name) => !called.parameters.includes(name))) {
        return frame.run.fault('FEEL_ARGUMENTS', at, {
          name: callee.kind === 'name' ? callee.name : 'function',
          given: names.join(', '),
          takes: called.parameters.join(', '),
        });
      }
      return called.invoke(
        called.parameters.map((name) => values[names.indexOf(name)] ?? null),
        frame.run,
      );
    };
  }

  private literal(text: string, at: FeelPlace): Closure {
    const value = parseTemporal(text);
    return value === null ? ({ run }) => run.fault('FEEL_LITERAL', at, { text }) : () => value;
  }
}

/** Whether it is neither named like a tag of wire forms nor like what every object inherits. */
export function isPlainEntry(name: string): boolean {
  return !name.startsWith('$') && !(name in Object.prototype);
}

// names in frames

function local(depth: number, index: number): Closure {
  if (depth === 0) return (frame) => frame.values[index] as FeelValue;
  if (depth === 1) return (frame) => (frame.outer as Frame).values[index] as FeelValue;
  return (frame) => frameAt(frame, depth).values[index] as FeelValue;
}

function frameAt(frame: Frame, depth: number): Frame {
  let at = frame;
  for (let level = 0; level < depth; level += 1) at = at.outer as Frame;
  return at;
}

/** Inside filters, the entries of the items (nearest first) come before the name further out. */
function throughItems(name: string, items: readonly number[], otherwise: Closure): Closure {
  if (items.length === 0) return otherwise;
  return (frame) => {
    for (const depth of items) {
      const item = frameAt(frame, depth).values[0] as FeelValue;
      const entry = isContext(item) ? item.get(name) : undefined;
      if (entry !== undefined) return entry;
    }
    return otherwise(frame);
  };
}

// operators on values of any kind

function arithmetic(op: ArithmeticOperator, left: Closure, right: Closure, at: FeelPlace): Closure {
  const slow = (run: Run, a: FeelValue, b: FeelValue): FeelValue => {
    if (a === null || b === null) return null;
    const result = calculate(op, a, b);
    if (result === undefined) return mismatch(run, at, op, a, b);
    if (typeof result === 'string' && result.length > RUN_LIMITS.textLength) throw new LimitReached('textLength');
    return result === null ? run.fault('FEEL_NOT_A_NUMBER', at, { op }) : result;
  };
  const fast = op === '+' ? add : op === '-' ? subtract : undefined;
  if (!fast) return (frame) => slow(frame.run, left(frame), right(frame));
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    return typeof a === 'number' && typeof b === 'number' ? fast(a, b) : slow(frame.run, a, b);
  };
}

function ordered(run: Run, at: FeelPlace, op: FeelComparison, a: FeelValue, b: FeelValue): boolean | null {
  const order = compare(a, b);
  if (order === null) return mismatch(run, at, op, a, b);
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  return op === '>' ? order > 0 : order >= 0;
}

function related(run: Run, at: FeelPlace, op: FeelComparison, a: FeelValue, b: FeelValue): boolean | null {
  if (op !== '=' && op !== '!=') return ordered(run, at, op, a, b);
  const same = equals(a, b);
  if (same === null) return mismatch(run, at, op, a, b);
  return op === '=' ? same : !same;
}

function mismatch(run: Run, at: FeelPlace, op: string, a: FeelValue, b: FeelValue): null {
  return a === null || b === null ? null : run.fault('FEEL_OPERANDS', at, { op, left: kindOf(a), right: kindOf(b) });
}

function notBoolean(run: Run, at: FeelPlace, op: string, a: FeelValue, b: FeelValue): null {
  const isFault = (value: FeelValue): boolean => value !== null && typeof value !== 'boolean';
  return isFault(a) || isFault(b) ? run.fault('FEEL_OPERANDS', at, { op, left: kindOf(a), right: kindOf(b) }) : null;
}

/** Whether the name occurs in the node. */
function mentions(node: FeelNode, name: string): boolean {
  return (node.kind === 'name' && node.name === name) || Object.values(node).some((part: unknown) => mentionsPart(part, name));
}

function mentionsPart(part: unknown, name: string): boolean {
  if (Array.isArray(part)) return part.some((item) => mentionsPart(item, name));
  return typeof part === 'object' && part !== null && mentions(part as FeelNode, name);
}
