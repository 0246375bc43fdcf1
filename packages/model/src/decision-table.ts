/**
 * Decisions as plain data, in parsed form: what `dmn` reads from and writes to DMN XML, releases carry, and `feel` decides with.
 * Running needs no parser. Names follow DMN 1.5 (chapters 6 to 8 and 10.2).
 */
import type { FeelExpression, FeelType } from './feel-tree.ts';

/** A DMN definitions element: decisions and what they need. */
export interface DecisionModel {
  readonly id: string;
  readonly name: string;
  readonly namespace?: string;
  readonly description?: string;
  /** Types that columns and data refer to by name. */
  readonly types: readonly DecisionType[];
  readonly inputs: readonly DecisionInputData[];
  readonly decisions: readonly Decision[];
  /** Business knowledge models: functions that decisions call by name. */
  readonly functions: readonly DecisionFunction[];
  /** Decision services; absent when there are none. */
  readonly services?: readonly DecisionService[];
  /** Other models whose elements this one uses; absent when there are none. */
  readonly imports?: readonly DecisionImport[];
}

/**
 * Another model under a name: its results, functions and services are read as `name.element`. Elements of it are required as
 * `namespace#id`. An import without a name adds its elements to those of the file.
 */
export interface DecisionImport {
  readonly name: string;
  readonly namespace: string;
  readonly locationUri?: string;
  readonly importType?: string;
  /** The model itself, once the files of a measure have been linked. */
  readonly model?: DecisionModel;
}

/** A decision service: some decisions as one function, whose parameters are its input data, then its input decisions. */
export interface DecisionService {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type?: FeelType;
  /** Ids of the decisions whose results it gives: one gives its value, several a context of their names. */
  readonly outputDecisions: readonly string[];
  /** Ids of the decisions it makes on the way. */
  readonly encapsulatedDecisions: readonly string[];
  /** Ids of the decisions whose results it is given. */
  readonly inputDecisions: readonly string[];
  readonly inputData: readonly string[];
}

/** An item definition: a named type, its base or entries, and its allowed values. */
export interface DecisionType {
  readonly id?: string;
  readonly name: string;
  readonly type?: FeelType;
  readonly isCollection?: boolean;
  /** Unary tests that every value, or every item of a collection, must pass. */
  readonly allowedValues?: FeelExpression;
  /** Unary tests that the value as a whole must pass (DMN 1.5). */
  readonly constraint?: FeelExpression;
  readonly entries?: readonly DecisionType[];
}

/** A piece of data that comes from outside. */
export interface DecisionInputData {
  readonly id: string;
  readonly name: string;
  readonly type?: FeelType;
  readonly description?: string;
}

/** One decision and how it is made. */
export interface Decision {
  readonly id: string;
  /** Under this name its result can be read by the decisions that require it. */
  readonly name: string;
  /** What people call it in other languages. */
  readonly labels?: DecisionLabels;
  readonly variable: DecisionVariable;
  readonly description?: string;
  readonly question?: string;
  readonly allowedAnswers?: string;
  /** Ids of the decisions whose results this one reads; `namespace#id` for those of an import. */
  readonly requires: readonly string[];
  /** Ids of the input data this one reads. */
  readonly requiresInputs: readonly string[];
  /** Ids of the functions this one calls. */
  readonly requiresFunctions: readonly string[];
  readonly logic?: DecisionLogic;
}

/** The name and type of a result. */
export interface DecisionVariable {
  readonly name: string;
  readonly type?: FeelType;
}

/** A business knowledge model. */
export interface DecisionFunction {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type?: FeelType;
  readonly parameters: readonly DecisionVariable[];
  readonly requiresFunctions: readonly string[];
  readonly body: DecisionLogic;
}

/** A boxed expression. */
export type DecisionLogic =
  | DecisionTable
  | DecisionLiteral
  | DecisionContext
  | DecisionInvocation
  | DecisionList
  | DecisionRelation
  | DecisionFunctionLogic
  | DecisionConditional
  | DecisionIteration
  | DecisionFilter;

/** A FEEL expression in a box. */
export interface DecisionLiteral {
  readonly kind: 'literal';
  readonly id?: string;
  readonly type?: FeelType;
  readonly expression: FeelExpression;
}

/** Named entries, each of which may read those before it; an entry without a name is the result. */
export interface DecisionContext {
  readonly kind: 'context';
  readonly id?: string;
  readonly type?: FeelType;
  readonly entries: readonly DecisionContextEntry[];
}

/** One entry of a boxed context. */
export interface DecisionContextEntry {
  readonly id?: string;
  readonly variable?: DecisionVariable;
  readonly value: DecisionLogic;
}

/** A call of a function with its parameters bound. */
export interface DecisionInvocation {
  readonly kind: 'invocation';
  readonly id?: string;
  readonly type?: FeelType;
  readonly callee: FeelExpression;
  readonly bindings: readonly { readonly parameter: DecisionVariable; readonly value: DecisionLogic }[];
}

/** A list of boxed expressions. */
export interface DecisionList {
  readonly kind: 'list';
  readonly id?: string;
  readonly type?: FeelType;
  readonly items: readonly DecisionLogic[];
}

/** Rows of boxed expressions under named columns: a list of contexts. */
export interface DecisionRelation {
  readonly kind: 'relation';
  readonly id?: string;
  readonly type?: FeelType;
  readonly columns: readonly DecisionVariable[];
  readonly rows: readonly { readonly id?: string; readonly cells: readonly DecisionLogic[] }[];
}

/** A function in a box. */
export interface DecisionFunctionLogic {
  readonly kind: 'function';
  readonly id?: string;
  readonly type?: FeelType;
  readonly parameters: readonly DecisionVariable[];
  readonly body: DecisionLogic;
}

/** `if`, `then` and `else` in boxes (DMN 1.4). */
export interface DecisionConditional {
  readonly kind: 'conditional';
  readonly id?: string;
  readonly type?: FeelType;
  readonly condition: DecisionLogic;
  readonly yes: DecisionLogic;
  readonly no: DecisionLogic;
}

/** `for`, `some` or `every` in boxes (DMN 1.4): `body` is what is returned or satisfied, and reads the item as `variable`. */
export interface DecisionIteration {
  readonly kind: 'for' | 'some' | 'every';
  readonly id?: string;
  readonly type?: FeelType;
  readonly variable: string;
  readonly over: DecisionLogic;
  readonly body: DecisionLogic;
}

/** A filter in boxes (DMN 1.4): the items of `over` for which `match` is true, which reads the item as `item`. */
export interface DecisionFilter {
  readonly kind: 'filter';
  readonly id?: string;
  readonly type?: FeelType;
  readonly over: DecisionLogic;
  readonly match: DecisionLogic;
}

/** Which of the rules that match give the result: Unique, Any, Priority, First, Rule order, Output order, Collect. */
export type HitPolicy = 'U' | 'A' | 'P' | 'F' | 'R' | 'O' | 'C';

/** What a Collect table makes of its hits; without one, a list. */
export type HitAggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

/** A table of rules: when all its input cells hold, a rule gives its output cells. */
export interface DecisionTable {
  readonly kind: 'table';
  readonly id?: string;
  readonly type?: FeelType;
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: HitAggregation;
  readonly inputs: readonly DecisionTableInput[];
  readonly outputs: readonly DecisionTableOutput[];
  /** Headings of the columns with remarks. */
  readonly annotations: readonly string[];
  /** The same in other languages, in their order; absent when there are none. */
  readonly annotationLabels?: readonly DecisionLabels[];
  readonly rules: readonly DecisionRule[];
}

/** A heading in other languages than the first, by language tag: `{ en: 'Score' }`. */
export type DecisionLabels = Readonly<Record<string, string>>;

/** An input column. */
export interface DecisionTableInput {
  readonly id: string;
  readonly label?: string;
  readonly labels?: DecisionLabels;
  readonly expression: FeelExpression;
  readonly type?: FeelType;
  /** Unary tests that every value of the column must pass. */
  readonly allowedValues?: FeelExpression;
}

/** An output column; its `name` is needed as soon as there are two. */
export interface DecisionTableOutput {
  readonly id: string;
  readonly name?: string;
  readonly label?: string;
  readonly labels?: DecisionLabels;
  readonly type?: FeelType;
  /** Unary tests; for the hit policies P and O their order is the priority. */
  readonly allowedValues?: FeelExpression;
  /** The result when no rule matches. */
  readonly defaultValue?: FeelExpression;
}

/** One row: cells in the order of the columns. */
export interface DecisionRule {
  readonly id: string;
  readonly description?: string;
  /** Parsed as unary tests. */
  readonly inputEntries: readonly FeelExpression[];
  readonly outputEntries: readonly FeelExpression[];
  readonly annotations: readonly string[];
}
