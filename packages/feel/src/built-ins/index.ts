/** All built-in functions by name, each made when it is first asked for. */
import { BuiltIn, type Family } from './built-in.ts';
import { contextFunctions } from './context.ts';
import { listFunctions } from './list.ts';
import { numberFunctions } from './number.ts';
import { rangeFunctions } from './range.ts';
import { temporalFunctions } from './temporal.ts';
import { textFunctions } from './text.ts';

const FAMILIES: readonly Family[] = [textFunctions, numberFunctions, listFunctions, temporalFunctions, rangeFunctions, contextFunctions];
const made = new Map<string, BuiltIn>();

/** Whether there is a built-in function of this name; they are those of `FEEL_FUNCTION_NAMES`. */
export function isBuiltIn(name: string): boolean {
  return FAMILIES.some((family) => Object.hasOwn(family, name));
}

/** The built-in function of a name that there is. */
export function builtIn(name: string): BuiltIn {
  const known = made.get(name);
  if (known) return known;
  const overloads = FAMILIES.find((family) => Object.hasOwn(family, name))?.[name] ?? [];
  const created = new BuiltIn(name, overloads);
  made.set(name, created);
  return created;
}
