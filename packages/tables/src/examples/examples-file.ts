/**
 * Saved examples of a decision (`tables/*.examples.json`): what goes in, and what must come out. They are the tests of a table, shown
 * and run beside it.
 */
import { decide, equals, type FeelEnvironment, fromWire } from '@tongban/feel';
import type { DecisionModel, Json, JsonObject } from '@tongban/model';
import type { FindingKind } from '../analysis/finding.ts';

/** A file of examples of one decision. */
export interface ExamplesFile {
  readonly formatVersion: 1;
  /** The id of the decision. */
  readonly decision: string;
  /** Values that hold for every example that does not say otherwise, such as the parameters of a measure. */
  readonly given?: JsonObject;
  readonly examples: readonly TableExample[];
  /** Findings of the analysis that are as they should be, each with its reason. */
  readonly accepted?: readonly AcceptedFinding[];
}

/** A finding that was looked at and is right. */
export interface AcceptedFinding {
  readonly kind: FindingKind;
  /** The decision it is about; default that of the file. */
  readonly decision?: string;
  readonly because: string;
}

/** One example. */
export interface TableExample {
  /** What people call it. */
  readonly name: string;
  /** Values by the names that the decision reads, as wire JSON. */
  readonly inputs: JsonObject;
  readonly expected: Json;
  /** Another decision of the same file. */
  readonly decision?: string;
  /** The rules that must match, where that matters. */
  readonly rules?: readonly string[];
  /** Where the expectation comes from, such as the article of a document. */
  readonly source?: string;
}

/** What came of one example. */
export interface ExampleResult {
  readonly example: TableExample;
  readonly passed: boolean;
  readonly actual: Json;
  readonly rules: readonly string[];
}

/** Decides every example. */
export function runExamples(model: DecisionModel, file: ExamplesFile, environment: FeelEnvironment): readonly ExampleResult[] {
  return file.examples.map((example) => {
    const decision = example.decision ?? file.decision;
    const inputs: JsonObject = { ...file.given, ...example.inputs };
    const { outputs, matchedRules } = decide(model, decision, (name) => inputNamed(inputs, name), environment);
    const rules = matchedRules[decision] ?? [];
    const isSame = equals(fromWire(outputs), fromWire(example.expected)) === true;
    const hasRules = example.rules === undefined || example.rules.join('\n') === rules.join('\n');
    return { example, passed: isSame && hasRules, actual: outputs, rules };
  });
}

/** A name that an example leaves out is null: nothing outside is read. */
function inputNamed(inputs: JsonObject, name: string): Json {
  return Object.hasOwn(inputs, name) ? (inputs[name] as Json) : null;
}
