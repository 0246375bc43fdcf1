/**
 * The types of a model: checks whether a value is of the type that a column, parameter or input data names, with the allowed values of
 * its item definitions (DMN 1.5, 7.3.3). A type nobody defined is not checked.
 */
import type { DecisionModel, DecisionType, FeelType } from '@tongban/model';
import { compileTests } from '../compile.ts';
import { conforms } from '../conformance.ts';
import { Frame } from '../frame.ts';
import type { Run } from '../run.ts';
import { type FeelValue, isContext, isList } from '../value.ts';

/** Whether a value is of a type; null is of every type. */
export type TypeCheck = (value: FeelValue, run: Run) => boolean;

/** Checks of the types of one model, each made once. */
export class TypeWorld {
  private readonly types: ReadonlyMap<string, DecisionType>;
  private readonly checks = new Map<string, TypeCheck>();

  constructor(model: DecisionModel) {
    const types = new Map<string, DecisionType>();
    addTypes(model, '', types);
    this.types = types;
  }

  /** The check of a type; undefined when nothing can be said of it. */
  checkOf(type: FeelType | undefined): TypeCheck | undefined {
    if (type === undefined || type.name === 'Any') return undefined;
    const defined = this.types.get(type.name);
    if (defined) return this.checkOfDefined(type.name, defined);
    if (conforms(null, type) === null) return undefined;
    return (value) => value === null || conforms(value, type) !== false;
  }

  private checkOfDefined(name: string, type: DecisionType): TypeCheck {
    const known = this.checks.get(name);
    if (known) return known;
    // A type that contains itself finds this one while it is being made.
    let made: TypeCheck | undefined;
    const check: TypeCheck = (value, run) => made?.(value, run) ?? true;
    this.checks.set(name, check);
    made = this.compileType(type);
    return check;
  }

  private compileType({ type, isCollection, allowedValues, constraint, entries = [] }: DecisionType): TypeCheck {
    const base = this.checkOf(type);
    const parts = entries.map((entry) => ({ name: entry.name, check: this.compileType(entry) }));
    const allowed = allowedValues && compileTests(allowedValues);
    const whole = constraint && compileTests(constraint);
    const one: TypeCheck = (value, run) => {
      if (value === null) return true;
      if (base && !base(value, run)) return false;
      if (parts.length > 0 && !(isContext(value) && parts.every(({ name, check }) => check(value.get(name) ?? null, run)))) return false;
      return allowed === undefined || allowed(new Frame(run, undefined, []), value) === true;
    };
    return (value, run) => {
      if (value === null) return true;
      if (whole && whole(new Frame(run, undefined, []), value) !== true) return false;
      return isCollection ? (isList(value) ? value : [value]).every((item) => one(item, run)) : one(value, run);
    };
  }
}

function addTypes(model: DecisionModel, prefix: string, types: Map<string, DecisionType>): void {
  for (const type of model.types) types.set(`${prefix}${type.name}`, type);
  for (const { name, model: imported } of model.imports ?? []) {
    if (imported) addTypes(imported, name === '' ? prefix : `${prefix}${name}.`, types);
  }
}
