/**
 * The grammar of FEEL by recursive descent, loosest binding first (DMN 1.5, 10.3.1.2). One method per rule; each returns the node of the
 * longest text it can read at the reading head.
 */
import {
  FEEL_LIMITS,
  type FeelComparison,
  type FeelContextEntry,
  type FeelIterator,
  type FeelNode,
  type FeelParameter,
} from '@tongban/model';
import { type Reader, type ReadName, SyntaxFault } from './reader.ts';
import { readType } from './type-parser.ts';

const COMPARISONS: readonly FeelComparison[] = ['<=', '>=', '!=', '=', '<', '>'];

/** Reads one expression or the unary tests of one cell from a reader. */
export class Parser {
  private readonly reader: Reader;
  private depth = 0;
  /** Above 0 inside the upper end of a range, where `[` may close the range. */
  private rangeEnds = 0;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** The whole text as one expression. */
  whole(): FeelNode {
    const node = this.expression();
    this.expectEnd();
    return node;
  }

  /** The whole text as unary tests; nothing and `-` are no test at all. */
  wholeTests(): FeelNode {
    const { reader } = this;
    const from = reader.position;
    const done = (negated: boolean, tests: readonly FeelNode[]): FeelNode => ({ kind: 'tests', at: [from, reader.end], negated, tests });
    if (reader.atEnd) return done(false, []);
    if (reader.take('-')) {
      if (reader.atEnd) return done(false, []);
      reader.moveTo(from);
    }
    const negated = this.attempt(() => {
      if (!reader.takeWord('not') || !reader.take('(')) return undefined;
      const tests = this.tests();
      return reader.take(')') && reader.atEnd ? tests : undefined;
    });
    if (negated) return done(true, negated);
    const tests = this.tests();
    this.expectEnd();
    return done(false, tests);
  }

  /** Rule 1: anything. */
  expression(): FeelNode {
    this.depth += 1;
    if (this.depth > FEEL_LIMITS.depth)
      throw new SyntaxFault('FEEL_TEXT_TOO_DEEP', 0, this.reader.text.length, { limit: FEEL_LIMITS.depth });
    const node = this.textual() ?? this.disjunction();
    this.depth -= 1;
    return node;
  }

  private expectEnd(): void {
    if (!this.reader.atEnd) this.reader.fail('FEEL_SYNTAX_TRAILING');
  }

  /** Runs `read`; when it gives nothing or faults, the reading head is where it was. */
  private attempt<Value>(read: () => Value | undefined): Value | undefined {
    const { reader, depth, rangeEnds } = this;
    const { position, end } = reader;
    const known = [...reader.known];
    try {
      const value = read();
      if (value !== undefined) return value;
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
    }
    reader.position = position;
    reader.end = end;
    reader.known.splice(0, reader.known.length, ...known);
    this.depth = depth;
    this.rangeEnds = rangeEnds;
    return undefined;
  }

  private textual(): FeelNode | undefined {
    const { reader } = this;
    const from = reader.position;
    if (reader.takeWord('if')) {
      const condition = this.expression();
      reader.expectWord('then');
      const yes = this.expression();
      reader.expectWord('else');
      const no = this.expression();
      return { kind: 'if', at: [from, reader.end], condition, yes, no };
    }
    if (reader.takeWord('for')) return this.iteration('for', from, 'return');
    if (reader.seesWord('some') || reader.seesWord('every')) {
      const kind = reader.seesWord('some') ? 'some' : 'every';
      reader.take(kind);
      return this.iteration(kind, from, 'satisfies');
    }
    if (reader.takeWord('function')) return this.functionDefinition(from);
    return undefined;
  }

  private iteration(kind: 'for' | 'some' | 'every', from: number, word: string): FeelNode {
    const { reader } = this;
    const iterators: FeelIterator[] = [];
    const unbind: (() => void)[] = kind === 'for' ? [reader.bind('partial')] : [];
    do {
      const { name } = reader.boundName('in');
      reader.expectWord('in');
      const of = this.expression();
      iterators.push(reader.take('..') ? { name, of, to: this.expression() } : { name, of });
      unbind.push(reader.bind(name));
    } while (reader.take(','));
    reader.expectWord(word);
    const body = this.expression();
    for (const undo of unbind) undo();
    return { kind, at: [from, reader.end], iterators, body };
  }

  private functionDefinition(from: number): FeelNode {
    const { reader } = this;
    const parameters: FeelParameter[] = [];
    reader.expect('(');
    while (!reader.sees(')')) {
      const { name } = reader.boundName(':', ',', ')');
      parameters.push(reader.take(':') ? { name, type: readType(reader) } : { name });
      if (!reader.take(',')) break;
    }
    reader.expect(')');
    if (reader.seesWord('external')) throw new SyntaxFault('FEEL_SYNTAX_EXTERNAL', reader.position, reader.text.length, {});
    const unbind = parameters.map(({ name }) => reader.bind(name));
    const body = this.expression();
    for (const undo of unbind) undo();
    return { kind: 'function', at: [from, reader.end], parameters, body };
  }

  private disjunction(): FeelNode {
    return this.leftToRight(
      () => this.conjunction(),
      () => (this.reader.takeWord('or') ? 'or' : undefined),
    );
  }

  private conjunction(): FeelNode {
    return this.leftToRight(
      () => this.comparison(),
      () => (this.reader.takeWord('and') ? 'and' : undefined),
    );
  }

  private comparison(): FeelNode {
    const { reader } = this;
    const from = reader.position;
    let left = this.addition();
    for (;;) {
      const op = this.comparisonSign();
      if (op) {
        const right = this.addition();
        left = { kind: 'binary', at: [from, reader.end], op, left, right };
      } else if (reader.takeWord('between')) {
        const low = this.addition();
        reader.expectWord('and');
        const high = this.addition();
        left = { kind: 'between', at: [from, reader.end], value: left, low, high };
      } else if (reader.takeWord('in')) {
        const tests = this.testsAfterIn();
        left = { kind: 'in', at: [from, reader.end], value: left, tests };
      } else return left;
    }
  }

  private comparisonSign(): FeelComparison | undefined {
    const { reader } = this;
    if (reader.sees('==') || reader.sees('<>')) reader.fail('FEEL_SYNTAX_TRAILING');
    return COMPARISONS.find((sign) => reader.take(sign));
  }

  private testsAfterIn(): readonly FeelNode[] {
    const { reader } = this;
    const listed = this.attempt(() => {
      if (!reader.take('(')) return undefined;
      const tests = this.tests();
      return reader.take(')') && !/^[-+*/.[(]/.test(reader.text.slice(reader.position, reader.position + 1)) ? tests : undefined;
    });
    return listed ?? [this.compare() ?? this.addition()];
  }

  private tests(): readonly FeelNode[] {
    const tests: FeelNode[] = [];
    do tests.push(this.compare() ?? this.expression());
    while (this.reader.take(','));
    return tests;
  }

  private compare(): FeelNode | undefined {
    const from = this.reader.position;
    const op = this.comparisonSign();
    if (!op) return undefined;
    const end = this.addition();
    return { kind: 'compare', at: [from, this.reader.end], op, end };
  }

  private addition(): FeelNode {
    return this.leftToRight(
      () => this.multiplication(),
      () => (this.reader.take('+') ? '+' : this.reader.take('-') ? '-' : undefined),
    );
  }

  private multiplication(): FeelNode {
    return this.leftToRight(
      () => this.power(),
      () => {
        if (this.reader.sees('**')) return undefined;
        return this.reader.take('*') ? '*' : this.reader.take('/') ? '/' : undefined;
      },
    );
  }

  private power(): FeelNode {
    return this.leftToRight(
      () => this.negation(),
      () => (this.reader.take('**') ? '**' : undefined),
    );
  }

  private leftToRight(operand: () => FeelNode, operator: () => (FeelNode & { kind: 'binary' })['op'] | undefined): FeelNode {
    const from = this.reader.position;
    let left = operand();
    for (let op = operator(); op; op = operator()) {
      const right = operand();
      left = { kind: 'binary', at: [from, this.reader.end], op, left, right };
    }
    return left;
  }

  private negation(): FeelNode {
    const { reader } = this;
    const from = reader.position;
    if (!reader.take('-')) return this.instanceOf();
    this.depth += 1;
    if (this.depth > FEEL_LIMITS.depth) throw new SyntaxFault('FEEL_TEXT_TOO_DEEP', 0, reader.text.length, { limit: FEEL_LIMITS.depth });
    const of = this.negation();
    this.depth -= 1;
    return { kind: 'negate', at: [from, reader.end], of };
  }

  private instanceOf(): FeelNode {
    const { reader } = this;
    const from = reader.position;
    const value = this.postfix();
    if (!reader.takeWord('instance')) return value;
    reader.expectWord('of');
    const type = readType(reader);
    return { kind: 'instanceOf', at: [from, reader.end], value, type };
  }

  private postfix(): FeelNode {
    const { reader } = this;
    const from = reader.position;
    let node = this.textual() ?? this.primary();
    for (;;) {
      if (reader.sees('.') && !reader.sees('..')) {
        reader.take('.');
        const name = this.requiredName().name;
        node = { kind: 'path', at: [from, reader.end], of: node, name };
      } else if (reader.sees('[')) {
        const filtered = this.filter(from, node);
        if (!filtered) return node;
        node = filtered;
      } else if (reader.take('(')) node = this.call(from, node);
      else return node;
    }
  }

  private filter(from: number, of: FeelNode): FeelNode | undefined {
    const { reader } = this;
    const read = (): FeelNode => {
      reader.take('[');
      const unbind = reader.bind('item');
      const by = this.inside(() => this.expression());
      unbind();
      reader.expect(']');
      return { kind: 'filter', at: [from, reader.end], of, by };
    };
    return this.rangeEnds > 0 ? this.attempt(read) : read();
  }

  private call(from: number, callee: FeelNode): FeelNode {
    const { reader } = this;
    const args: FeelNode[] = [];
    const names: string[] = [];
    this.inside(() => {
      while (!reader.sees(')')) {
        const name = this.argumentName();
        if (name === undefined && names.length > 0) reader.fail('FEEL_SYNTAX_NAME_EXPECTED');
        if (name !== undefined && names.length < args.length) reader.fail('FEEL_SYNTAX_EXPECTED', { expected: ',' });
        if (name !== undefined) names.push(name);
        args.push(this.compare() ?? this.expression());
        if (!reader.take(',')) break;
        if (reader.sees(')')) reader.fail('FEEL_SYNTAX_VALUE_EXPECTED');
      }
      reader.expect(')');
    });
    return { kind: 'call', at: [from, reader.end], callee, args, ...(names.length > 0 ? { names } : {}) };
  }

  private argumentName(): string | undefined {
    return this.attempt(() => {
      const { name } = this.reader.boundName(':');
      return this.reader.take(':') ? name : undefined;
    });
  }

  private primary(): FeelNode {
    const { reader } = this;
    const from = reader.position;
    const at = (): readonly [number, number] => [from, reader.end];
    const text = reader.number();
    if (text !== undefined) return { kind: 'number', at: at(), text };
    const string = reader.string();
    if (string !== undefined) return { kind: 'string', at: at(), value: string };
    if (reader.sees('@"')) {
      reader.take('@');
      const literal = reader.string() as string;
      return { kind: 'at', at: at(), text: literal };
    }
    if (reader.takeWord('null')) return { kind: 'null', at: at() };
    if (reader.takeWord('true')) return { kind: 'boolean', at: at(), value: true };
    if (reader.takeWord('false')) return { kind: 'boolean', at: at(), value: false };
    if (reader.take('(')) return this.inside(() => this.parenthesis(from));
    if (reader.take('[')) return this.inside(() => this.listOrRange(from));
    if (reader.take(']')) return this.inside(() => this.rangeFrom(from, false, this.addition()));
    if (reader.take('{')) return this.inside(() => this.context(from));
    const name = reader.name() ?? this.notAsName() ?? reader.fail('FEEL_SYNTAX_VALUE_EXPECTED');
    return { kind: 'name', at: [name.from, name.to], name: name.name };
  }

  /** `not` is a keyword of unary tests and a function elsewhere. */
  private notAsName(): ReadName | undefined {
    const from = this.reader.position;
    return this.reader.takeWord('not') ? { name: 'not', from, to: from + 3 } : undefined;
  }

  /** Inside brackets, `[` never closes a range further out. */
  private inside<Value>(read: () => Value): Value {
    const outer = this.rangeEnds;
    this.rangeEnds = 0;
    const value = read();
    this.rangeEnds = outer;
    return value;
  }

  private parenthesis(from: number): FeelNode {
    const { reader } = this;
    const node = this.compare() ?? this.expression();
    if (reader.sees('..')) return this.rangeFrom(from, false, node);
    reader.expect(')');
    return node;
  }

  private listOrRange(from: number): FeelNode {
    const { reader } = this;
    const items: FeelNode[] = [];
    while (!reader.sees(']')) {
      items.push(this.compare() ?? this.expression());
      if (items.length === 1 && reader.sees('..')) return this.rangeFrom(from, true, items[0] as FeelNode);
      if (!reader.take(',')) break;
      if (reader.sees(']')) reader.fail('FEEL_SYNTAX_VALUE_EXPECTED');
    }
    reader.expect(']');
    return { kind: 'list', at: [from, reader.end], items };
  }

  private rangeFrom(from: number, lowIncluded: boolean, low: FeelNode): FeelNode {
    const { reader } = this;
    reader.expect('..');
    this.rangeEnds += 1;
    const high = this.addition();
    this.rangeEnds -= 1;
    const highIncluded = reader.take(']');
    if (!highIncluded && !reader.take('[')) reader.expect(')');
    return { kind: 'range', at: [from, reader.end], low, high, lowIncluded, highIncluded };
  }

  private context(from: number): FeelNode {
    const { reader } = this;
    const entries: FeelContextEntry[] = [];
    const unbind: (() => void)[] = [];
    while (!reader.sees('}')) {
      const keyAt = reader.position;
      const name = reader.string() ?? reader.boundName(':').name;
      if (entries.some((entry) => entry.name === name)) throw new SyntaxFault('FEEL_SYNTAX_KEY_TWICE', keyAt, reader.end, { name });
      reader.expect(':');
      entries.push({ name, value: this.expression() });
      unbind.push(reader.bind(name));
      if (!reader.take(',')) break;
      if (reader.sees('}')) reader.fail('FEEL_SYNTAX_NAME_EXPECTED');
    }
    reader.expect('}');
    for (const undo of unbind) undo();
    return { kind: 'context', at: [from, reader.end], entries };
  }

  private requiredName(): ReadName {
    return this.reader.name() ?? this.reader.fail('FEEL_SYNTAX_NAME_EXPECTED');
  }
}
