/**
 * A parsed FEEL expression as plain JSON: what `feel-parser` makes at design time, releases carry, and `feel` turns into closures.
 * The kinds follow the grammar of DMN 1.5, 10.3.1.2. Every node keeps its place, so a fault at run time can point into the text.
 */

/** Offsets in the expression's text, in UTF-16 units, end exclusive. */
export type FeelPlace = readonly [from: number, to: number];

/** An expression with its text, its tree, and the names it reads from its context (each once, in order of first use). */
export interface FeelExpression {
  readonly text: string;
  readonly tree: FeelNode;
  readonly reads: readonly string[];
}

/** The operators between two expressions. */
export type FeelOperator = '+' | '-' | '*' | '/' | '**' | FeelComparison | 'and' | 'or';

/** The comparison operators, in expressions and in front of a unary test. */
export type FeelComparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One node of a parsed expression. */
export type FeelNode =
  | FeelNullNode
  | FeelBooleanNode
  | FeelNumberNode
  | FeelStringNode
  | FeelAtNode
  | FeelNameNode
  | FeelPathNode
  | FeelFilterNode
  | FeelNegateNode
  | FeelBinaryNode
  | FeelBetweenNode
  | FeelInNode
  | FeelIfNode
  | FeelForNode
  | FeelQuantifiedNode
  | FeelListNode
  | FeelContextNode
  | FeelRangeNode
  | FeelFunctionNode
  | FeelCallNode
  | FeelInstanceOfNode
  | FeelCompareNode
  | FeelTestsNode;

/** `null`. */
export interface FeelNullNode {
  readonly kind: 'null';
  readonly at: FeelPlace;
}
/** `true`, `false`. */
export interface FeelBooleanNode {
  readonly kind: 'boolean';
  readonly at: FeelPlace;
  readonly value: boolean;
}
/** `1.50`: the decimal text, never rounded. */
export interface FeelNumberNode {
  readonly kind: 'number';
  readonly at: FeelPlace;
  readonly text: string;
}
/** `"text"`, its escapes resolved. */
export interface FeelStringNode {
  readonly kind: 'string';
  readonly at: FeelPlace;
  readonly value: string;
}
/** `@"2026-11-21"`: a date, time, date and time, or duration. */
export interface FeelAtNode {
  readonly kind: 'at';
  readonly at: FeelPlace;
  readonly text: string;
}
/** A name, its inner spaces made single; `?` is the value under test. */
export interface FeelNameNode {
  readonly kind: 'name';
  readonly at: FeelPlace;
  readonly name: string;
}
/** `of.name`. */
export interface FeelPathNode {
  readonly kind: 'path';
  readonly at: FeelPlace;
  readonly of: FeelNode;
  readonly name: string;
}
/** `of[by]`. */
export interface FeelFilterNode {
  readonly kind: 'filter';
  readonly at: FeelPlace;
  readonly of: FeelNode;
  readonly by: FeelNode;
}
/** `-of`. */
export interface FeelNegateNode {
  readonly kind: 'negate';
  readonly at: FeelPlace;
  readonly of: FeelNode;
}
/** `left op right`. */
export interface FeelBinaryNode {
  readonly kind: 'binary';
  readonly at: FeelPlace;
  readonly op: FeelOperator;
  readonly left: FeelNode;
  readonly right: FeelNode;
}
/** `value between low and high`, both ends included. */
export interface FeelBetweenNode {
  readonly kind: 'between';
  readonly at: FeelPlace;
  readonly value: FeelNode;
  readonly low: FeelNode;
  readonly high: FeelNode;
}
/** `value in (tests)`. */
export interface FeelInNode {
  readonly kind: 'in';
  readonly at: FeelPlace;
  readonly value: FeelNode;
  readonly tests: readonly FeelNode[];
}
/** `if condition then yes else no`. */
export interface FeelIfNode {
  readonly kind: 'if';
  readonly at: FeelPlace;
  readonly condition: FeelNode;
  readonly yes: FeelNode;
  readonly no: FeelNode;
}
/** `name in of`, or `name in of..to`. */
export interface FeelIterator {
  readonly name: string;
  readonly of: FeelNode;
  readonly to?: FeelNode;
}
/** `for a in list, b in 1..3 return body`; `partial` is bound to the results so far. */
export interface FeelForNode {
  readonly kind: 'for';
  readonly at: FeelPlace;
  readonly iterators: readonly FeelIterator[];
  readonly body: FeelNode;
}
/** `some …` or `every a in list satisfies body`. */
export interface FeelQuantifiedNode {
  readonly kind: 'some' | 'every';
  readonly at: FeelPlace;
  readonly iterators: readonly FeelIterator[];
  readonly body: FeelNode;
}
/** `[a, b]`. */
export interface FeelListNode {
  readonly kind: 'list';
  readonly at: FeelPlace;
  readonly items: readonly FeelNode[];
}
/** `{ name: value }`. */
export interface FeelContextNode {
  readonly kind: 'context';
  readonly at: FeelPlace;
  readonly entries: readonly FeelContextEntry[];
}
/** One entry of a context. */
export interface FeelContextEntry {
  readonly name: string;
  readonly value: FeelNode;
}
/** `[low..high)`. */
export interface FeelRangeNode {
  readonly kind: 'range';
  readonly at: FeelPlace;
  readonly low: FeelNode;
  readonly high: FeelNode;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}
/** `function(a: number) body`. */
export interface FeelFunctionNode {
  readonly kind: 'function';
  readonly at: FeelPlace;
  readonly parameters: readonly FeelParameter[];
  readonly body: FeelNode;
}
/** A formal parameter. */
export interface FeelParameter {
  readonly name: string;
  readonly type?: FeelType;
}
/** `callee(a, b)`, or `callee(x: a, y: b)` with `names`. */
export interface FeelCallNode {
  readonly kind: 'call';
  readonly at: FeelPlace;
  readonly callee: FeelNode;
  readonly args: readonly FeelNode[];
  readonly names?: readonly string[];
}
/** `value instance of type`. */
export interface FeelInstanceOfNode {
  readonly kind: 'instanceOf';
  readonly at: FeelPlace;
  readonly value: FeelNode;
  readonly type: FeelType;
}
/** `< end`: a unary test against the value under test; as a value, the range that is open on the other side. */
export interface FeelCompareNode {
  readonly kind: 'compare';
  readonly at: FeelPlace;
  readonly op: FeelComparison;
  readonly end: FeelNode;
}
/** Unary tests, the root of a table cell: holds when one test holds, or none when `negated`; `-` is no test at all, which always holds. */
export interface FeelTestsNode {
  readonly kind: 'tests';
  readonly at: FeelPlace;
  readonly negated: boolean;
  readonly tests: readonly FeelNode[];
}

/** A type as written: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`, or a name of an item definition. */
export interface FeelType {
  readonly name: string;
  /** Of `list` and `range`: the type of the elements. */
  readonly of?: FeelType;
  /** Of `context`: its entries. */
  readonly entries?: readonly { readonly name: string; readonly type: FeelType }[];
  /** Of `function`: the types of its parameters and of its result. */
  readonly parameters?: readonly FeelType[];
  readonly result?: FeelType;
}

/** How deep a tree may be nested, and how long a text may be. The parser refuses more; the evaluator relies on it. */
export const FEEL_LIMITS: { readonly textLength: number; readonly depth: number } = { textLength: 10_000, depth: 200 };

/**
 * The built-in functions of DMN 1.5, 10.3.4, by name, and four that other engines have as well (`is defined`, `get or else`, `is empty`, `trim`). The parser reads these as one name (`date and time(…)`) and leaves them out of
 * `reads`; `feel` runs them. A variable of the same name wins where the parser was told about it.
 */
export const FEEL_FUNCTION_NAMES: readonly string[] = (
  'date|date and time|time|number|string|duration|years and months duration|not|get or else|is defined|' +
  'substring|string length|upper case|lower case|substring before|substring after|replace|contains|starts with|ends with|matches|split|' +
  'string join|trim|list contains|count|min|max|sum|mean|all|any|sublist|append|concatenate|insert before|remove|list replace|' +
  'reverse|index of|union|distinct values|flatten|product|median|stddev|mode|is empty|sort|' +
  'decimal|floor|ceiling|round up|round down|round half up|round half down|abs|modulo|sqrt|log|exp|odd|even|' +
  'before|after|meets|met by|overlaps|overlaps before|overlaps after|finishes|finished by|includes|during|starts|started by|coincides|' +
  'day of year|day of week|month of year|week of year|is|range|get value|get entries|context|context put|context merge|now|today'
).split('|');
