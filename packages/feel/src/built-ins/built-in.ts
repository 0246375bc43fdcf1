/**
 * How built-in functions are declared: `define(name, 'from: number, to?: number', (from, to) => …)`.
 *
 * Arguments are checked against the signature, so a body sees the kinds it names. A null argument gives null, unless the kind is
 * `any`; a single value stands for a list of one and the other way round (DMN 1.5, 10.3.2.9.4). A body returns undefined when the
 * function has no result for the values: that is a fault and null.
 */
import type { FeelPlace } from '@tongban/model';
import type { Closure } from '../frame.ts';
import { LimitReached, RUN_LIMITS, type Run } from '../run.ts';
import { FeelDate, FeelDateTime, MIDNIGHT } from '../temporal.ts';
import { FeelFunction, type FeelValue, kindOf } from '../value.ts';

/** A body: its arguments are as its signature says, and the run comes last. */
export type Body = (...args: never[]) => FeelValue | undefined;

interface Parameter {
  readonly name: string;
  readonly kind: string;
  readonly isOptional: boolean;
  readonly isRest: boolean;
}

interface Overload {
  readonly signature: string;
  readonly parameters: readonly Parameter[];
  readonly least: number;
  readonly most: number;
  readonly body: (...args: unknown[]) => FeelValue | undefined;
}

/** A built-in function: a value like any other, and a direct way to compile calls of it. */
export class BuiltIn extends FeelFunction {
  readonly name: string;
  private readonly overloads: readonly Overload[];

  constructor(name: string, overloads: readonly Overload[]) {
    super(overloads[0]?.parameters.map((parameter) => parameter.name) ?? [], (args, run) => this.run(args, undefined, run, [0, 0]));
    this.name = name;
    this.overloads = overloads;
  }

  /** The closure of a call with these arguments. */
  call(args: readonly Closure[], names: readonly string[] | undefined, at: FeelPlace): Closure {
    return (frame) => {
      const values = args.map((arg) => arg(frame));
      return this.run(values, names, frame.run, at);
    };
  }

  /** Its result for arguments given by the names of their parameters, of any overload. */
  invokeNamed(args: ReadonlyMap<string, FeelValue>, run: Run, at: FeelPlace): FeelValue {
    return this.run([...args.values()], [...args.keys()], run, at);
  }

  private run(values: readonly FeelValue[], names: readonly string[] | undefined, run: Run, at: FeelPlace): FeelValue {
    run.spend(1 + sizeOf(values));
    for (const overload of this.overloads) {
      const args = arrange(overload, values, names);
      if (args === undefined) continue;
      if (args === null) return null;
      const result = overload.body(...args, run);
      if (result === undefined) return run.fault('FEEL_ARGUMENT_VALUE', at, { name: this.name });
      if (typeof result === 'string' && result.length > RUN_LIMITS.textLength) throw new LimitReached('textLength');
      if (Array.isArray(result)) {
        if (result.length > RUN_LIMITS.listLength) throw new LimitReached('listLength');
        run.spend(result.length);
      }
      return result;
    }
    const takes = this.overloads.map(({ signature }) => `(${signature})`).join(' ');
    return run.fault('FEEL_ARGUMENTS', at, { name: this.name, given: values.map(kindOf).join(', '), takes });
  }
}

/** The built-in functions of one family, by name. */
export type Family = Readonly<Record<string, readonly Overload[]>>;

/** One way to call a function. */
export function overload(signature: string, body: Body): Overload {
  const parameters = signature === '' ? [] : signature.split(', ').map(parameterOf);
  const most = parameters.at(-1)?.isRest ? Number.POSITIVE_INFINITY : parameters.length;
  return {
    signature,
    parameters,
    least: parameters.filter(({ isOptional, isRest }) => !isOptional && !isRest).length,
    most,
    body: body as unknown as Overload['body'],
  };
}

function parameterOf(text: string): Parameter {
  const [name = '', kind = 'any'] = text.split(': ');
  return { name: name.replace(/\?|\.\.\./, ''), kind, isOptional: name.endsWith('?'), isRest: name.endsWith('...') };
}

/** The arguments in the order of the parameters; undefined when they do not fit, null when one is null that may not be. */
function arrange(
  { parameters, least, most }: Overload,
  values: readonly FeelValue[],
  names: readonly string[] | undefined,
): unknown[] | null | undefined {
  let given = values;
  if (names) {
    if (names.some((name) => !parameters.some((parameter) => parameter.name === name))) return undefined;
    const positions = parameters.map(({ name }) => names.indexOf(name));
    if (parameters.some(({ isOptional, isRest }, index) => !isOptional && !isRest && positions[index] === -1)) return undefined;
    given = positions.map((position) => (position < 0 ? null : (values[position] as FeelValue)));
  } else if (values.length < least || values.length > most) return undefined;
  const args: unknown[] = [];
  let isNull = false;
  for (const [index, { kind, isOptional, isRest }] of parameters.entries()) {
    if (isRest) {
      const rest = given.slice(index);
      args.push(names && rest.length === 1 && Array.isArray(rest[0]) ? rest[0] : rest);
      break;
    }
    const value = given[index] ?? null;
    if (value === null && kind !== 'any') {
      if (isOptional) args.push(undefined);
      else isNull = true;
      continue;
    }
    const fitting = fit(value, kind);
    if (fitting === undefined) return undefined;
    args.push(index >= given.length ? undefined : fitting);
  }
  return isNull ? null : args;
}

function fit(value: FeelValue, kind: string): FeelValue | undefined {
  if (kind === 'any') return value;
  const own = kindOf(value);
  if (own === kind || kind.split('|').includes(own)) return value;
  if (kind === 'list') return [value];
  if (kind === 'date and time' && value instanceof FeelDate) return new FeelDateTime(value, MIDNIGHT);
  return Array.isArray(value) && value.length === 1 && value[0] !== null ? fit(value[0], kind) : undefined;
}

// Functions go through texts and lists from end to end: a long one in a loop costs as many steps as it takes time.
function sizeOf(values: readonly FeelValue[]): number {
  let size = 0;
  for (const value of values) if (typeof value === 'string' || Array.isArray(value)) size += value.length >> 5;
  return size;
}
