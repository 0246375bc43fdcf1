/** Prints a tree as FEEL text, with as few brackets as its meaning needs. Parsing the result gives the same tree. */
import type { FeelIterator, FeelNode, FeelOperator, FeelType } from '@tongban/model';

// How tightly a node binds: what binds less than its surroundings gets brackets.
const TEXTUAL = 0;
const OR = 1;
const AND = 2;
const COMPARISON = 3;
const SUM = 4;
const PRODUCT = 5;
const POWER = 6;
const NEGATION = 7;
const INSTANCE = 8;
const POSTFIX = 9;

/** The text of `tree`. */
export function printFeel(tree: FeelNode): string {
  return tree.kind === 'tests' ? printTests(tree) : print(tree, TEXTUAL);
}

/** The text of a type. */
export function printFeelType(type: FeelType): string {
  if (type.of) return `${type.name}<${printFeelType(type.of)}>`;
  if (type.entries) return `context<${type.entries.map((entry) => `${entry.name}: ${printFeelType(entry.type)}`).join(', ')}>`;
  if (type.result) return `function<${(type.parameters ?? []).map(printFeelType).join(', ')}> -> ${printFeelType(type.result)}`;
  return type.name;
}

function printTests({ negated, tests }: FeelNode & { kind: 'tests' }): string {
  if (tests.length === 0) return '-';
  const list = tests.map((test) => print(test, TEXTUAL, true)).join(', ');
  return negated ? `not(${list})` : list;
}

/** `bare` says that a comparison without left side needs no brackets here. */
function print(node: FeelNode, around: number, bare = false): string {
  const [text, strength] = write(node, bare);
  return strength < around ? `(${text})` : text;
}

function write(node: FeelNode, bare: boolean): readonly [text: string, strength: number] {
  switch (node.kind) {
    case 'null':
      return ['null', POSTFIX];
    case 'boolean':
      return [String(node.value), POSTFIX];
    case 'number':
      return [node.text, POSTFIX];
    case 'string':
      return [quote(node.value), POSTFIX];
    case 'at':
      return [`@${quote(node.text)}`, POSTFIX];
    case 'name':
      return [node.name, POSTFIX];
    case 'path':
      return [`${print(node.of, POSTFIX)}.${node.name}`, POSTFIX];
    case 'filter':
      return [`${print(node.of, POSTFIX)}[${print(node.by, TEXTUAL)}]`, POSTFIX];
    case 'negate':
      return [`-${print(node.of, NEGATION)}`, NEGATION];
    case 'binary': {
      const strength = strengthOf(node.op);
      return [`${print(node.left, strength)} ${node.op} ${print(node.right, strength + 1)}`, strength];
    }
    case 'between':
      return [`${print(node.value, COMPARISON)} between ${print(node.low, SUM)} and ${print(node.high, SUM)}`, COMPARISON];
    case 'in':
      return [`${print(node.value, COMPARISON)} in (${node.tests.map((test) => print(test, TEXTUAL, true)).join(', ')})`, COMPARISON];
    case 'if':
      return [`if ${print(node.condition, TEXTUAL)} then ${print(node.yes, TEXTUAL)} else ${print(node.no, TEXTUAL)}`, TEXTUAL];
    case 'for':
      return [`for ${node.iterators.map(writeIterator).join(', ')} return ${print(node.body, TEXTUAL)}`, TEXTUAL];
    case 'some':
    case 'every':
      return [`${node.kind} ${node.iterators.map(writeIterator).join(', ')} satisfies ${print(node.body, TEXTUAL)}`, TEXTUAL];
    case 'list':
      return [`[${node.items.map((item) => print(item, TEXTUAL)).join(', ')}]`, POSTFIX];
    case 'context':
      return [`{${node.entries.map((entry) => `${writeKey(entry.name)}: ${print(entry.value, TEXTUAL)}`).join(', ')}}`, POSTFIX];
    case 'range':
      return [`${node.lowIncluded ? '[' : '('}${print(node.low, SUM)}..${print(node.high, SUM)}${node.highIncluded ? ']' : ')'}`, POSTFIX];
    case 'function':
      return [
        `function(${node.parameters.map(({ name, type }) => (type ? `${name}: ${printFeelType(type)}` : name)).join(', ')}) ${print(node.body, TEXTUAL)}`,
        TEXTUAL,
      ];
    case 'call':
      return [
        `${print(node.callee, POSTFIX)}(${node.args.map((arg, index) => (node.names ? `${node.names[index]}: ` : '') + print(arg, TEXTUAL)).join(', ')})`,
        POSTFIX,
      ];
    case 'instanceOf':
      return [`${print(node.value, POSTFIX)} instance of ${printFeelType(node.type)}`, INSTANCE];
    case 'compare': {
      const text = `${node.op} ${print(node.end, SUM)}`;
      return bare ? [text, POSTFIX] : [`(${text})`, POSTFIX];
    }
    case 'tests':
      return [printTests(node), TEXTUAL];
  }
}

function writeIterator({ name, of, to }: FeelIterator): string {
  return to ? `${name} in ${print(of, SUM)}..${print(to, SUM)}` : `${name} in ${print(of, TEXTUAL)}`;
}

function strengthOf(op: FeelOperator): number {
  if (op === 'or') return OR;
  if (op === 'and') return AND;
  if (op === '+' || op === '-') return SUM;
  if (op === '*' || op === '/') return PRODUCT;
  return op === '**' ? POWER : COMPARISON;
}

function writeKey(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*( [\p{L}\p{N}_]+)*$/u.test(name) &&
    !/^(for|return|if|then|else|some|every|satisfies|instance|in|function|external|or|and|between|null|true|false|not)\b/.test(name)
    ? name
    : quote(name);
}

function quote(text: string): string {
  return `"${text.replace(/[\\"\n\r\t]/g, (sign) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign] ?? `\\${sign}`)}"`;
}
