/** One evaluation: where its names come from, its clock, its limits, and where its faults go. */
import { type FeelPlace, type Finding, isJsonObject, type Json, type JsonObject } from '@tongban/model';
import type { FeelErrorCode } from './errors.ts';
import type { FeelValue } from './value.ts';
import { fromWire } from './wire.ts';

/** Gives the value of a name as wire JSON, or undefined when there is no such name. */
export type FeelLookup = (name: string) => Json | undefined;

/** What an expression may know of the world. */
export interface FeelEnvironment {
  /** The instant that `now()` and `today()` take, in milliseconds since 1970. */
  readonly now: number;
  /** Minutes east of UTC of the clock they are read on; China 480. */
  readonly offsetMinutes: number;
}

/** A fault of an evaluation: its code, its place in the text, and the facts; `feelErrors.table` has the words. The result at that place was null. */
export type FeelFault = Finding;

/** How much one evaluation may do. */
export const RUN_LIMITS: {
  readonly steps: number;
  readonly calls: number;
  readonly listLength: number;
  readonly textLength: number;
  readonly faults: number;
} = {
  /** Turns of loops, items handled by functions, calls. */
  steps: 1_000_000,
  /** Calls of FEEL functions inside each other. */
  calls: 200,
  listLength: 100_000,
  textLength: 1_000_000,
  faults: 100,
};

/** Ends an evaluation that has reached a limit. Never leaves the package. */
export class LimitReached {
  readonly limit: string;

  constructor(limit: string) {
    this.limit = limit;
  }
}

/** The state of one evaluation. */
export class Run {
  readonly lookup: FeelLookup | undefined;
  /** Names that come before those of the lookup; the decision that is being made changes them. */
  values: ReadonlyMap<string, FeelValue> | undefined;
  readonly environment: FeelEnvironment;
  readonly faults: FeelFault[] | undefined;
  /** How many calls of FEEL functions are open. */
  depth = 0;
  /** The rule or decision whose expressions run, for the place of faults. */
  elementId: string | undefined;
  private steps = RUN_LIMITS.steps;
  private converted: Map<string, FeelValue> | undefined;

  constructor(
    lookup: FeelLookup | undefined,
    values: ReadonlyMap<string, FeelValue> | undefined,
    environment: FeelEnvironment,
    faults: FeelFault[] | undefined,
  ) {
    this.lookup = lookup;
    this.values = values;
    this.environment = environment;
    this.faults = faults;
  }

  /** The value of a name of the context, or undefined when there is none. Wire values are converted once. */
  read(name: string): FeelValue | undefined {
    const own = this.values?.get(name);
    if (own !== undefined || this.lookup === undefined) return own;
    const wire = this.lookup(name);
    if (typeof wire === 'string' || wire === null || wire === undefined || typeof wire === 'boolean') return wire;
    if (Number.isSafeInteger(wire)) return (wire as number) + 0;
    const known = this.converted?.get(name);
    if (known !== undefined) return known;
    const value = fromWire(wire);
    this.converted ??= new Map();
    this.converted.set(name, value);
    return value;
  }

  /**
   * One entry of a wire context, without converting the rest; undefined when the name is something else or has no such entry. Not to be
   * asked for an entry named like a tag of wire forms, or like what every object inherits.
   */
  readEntry(name: string, entry: string): FeelValue | undefined {
    if (this.lookup === undefined || this.values?.has(name)) return undefined;
    const wire = this.lookup(name);
    const value = isJsonObject(wire) ? wire[entry] : undefined;
    if (typeof value === 'string' || value === undefined) return value;
    if (typeof value !== 'object' || value === null) return fromWire(value);
    const key = `${name}\n${entry}`;
    const known = this.converted?.get(key);
    if (known !== undefined) return known;
    const converted = fromWire(value);
    this.converted ??= new Map();
    this.converted.set(key, converted);
    return converted;
  }

  /** Pays for `count` steps. */
  spend(count: number): void {
    this.steps -= count;
    if (this.steps < 0) throw new LimitReached('steps');
  }

  /** Reports a fault and gives the null that stands for it. */
  fault(code: FeelErrorCode, at: FeelPlace, details: JsonObject = {}): null {
    if (this.faults !== undefined && this.faults.length < RUN_LIMITS.faults) {
      const place = { from: at[0], to: at[1], ...(this.elementId === undefined ? {} : { elementId: this.elementId }) };
      this.faults.push({ code, severity: 'warning', place, details });
    }
    return null;
  }
}
