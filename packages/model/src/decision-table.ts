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
}

/** An item definition: a named type, its base or entries, and its allowed values. */
export interface DecisionType {
  readonly id?: string;
  readonly name: string;
  readonly type?: FeelType;
  readonly isCollection?: boolean;
  readonly allowedValues?: FeelExpression;
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
  readonly variable: DecisionVariable;
  readonly description?: string;
  readonly question?: string;
  readonly allowedAnswers?: string;
  /** Ids of the decisions whose results this one reads. */
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
  | DecisionFunctionLogic;

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
  readonly rules: readonly DecisionRule[];
}

/** An input column. */
export interface DecisionTableInput {
  readonly id: string;
  readonly label?: string;
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
