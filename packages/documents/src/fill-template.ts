/** Fills a template with the facts of a case. Pure: the same facts give the same document, in a page and in Node. */
import { type FeelEnvironment, type FeelLookup, type PreparedExpression, prepare } from '@tongban/feel';
import type { CompiledTemplate, DocumentBlock, FilledBlock, FilledDocument, Json, JsonObject } from '@tongban/model';
import { TEMPLATE_LIMITS } from './check-template.ts';
import { chineseText } from './chinese-text.ts';
import { raise } from './errors.ts';
import { piecesOf } from './placeholders.ts';

/**
 * The document that `compiled` becomes. Names are looked up in `extra` first, then by `lookup`. `{year}` and `{serial}` of the number
 * are left in place: only the keeper of records knows the next serial.
 *
 * @throws DOCUMENT_EXPRESSION_MISSING when the template was compiled without one of its expressions.
 */
export function fillTemplate(compiled: CompiledTemplate, lookup: FeelLookup, env: FeelEnvironment, extra: JsonObject = {}): FilledDocument {
  const { template } = compiled;
  const pen = new Pen(compiled, (name) => (Object.hasOwn(extra, name) ? extra[name] : lookup(name)), env);
  return {
    title: pen.write(template.title['zh-CN']),
    ...(template.number === undefined ? {} : { number: pen.write(template.number.pattern) }),
    ...(template.mark === undefined ? {} : { mark: pen.write(template.mark['zh-CN']) }),
    blocks: template.blocks.map((block) => fillBlock(block, pen)),
  };
}

/** Evaluates the FEEL text of a compiled template. */
export function evaluateIn(compiled: CompiledTemplate, text: string, lookup: FeelLookup, env: FeelEnvironment): Json {
  return new Pen(compiled, lookup, env).value(text);
}

/** Writes texts of one template, with the names at hand. */
class Pen {
  readonly #compiled: CompiledTemplate;
  readonly #lookup: FeelLookup;
  readonly #env: FeelEnvironment;
  readonly #prepared: Map<string, PreparedExpression>;

  constructor(compiled: CompiledTemplate, lookup: FeelLookup, env: FeelEnvironment, prepared: Map<string, PreparedExpression> = new Map()) {
    this.#compiled = compiled;
    this.#lookup = lookup;
    this.#env = env;
    this.#prepared = prepared;
  }

  write(text: string): string {
    const pieces = piecesOf(text) ?? [{ kind: 'text', text } as const];
    return pieces.map((piece) => (piece.kind === 'text' ? piece.text : chineseText(this.value(piece.text)))).join('');
  }

  value(text: string): Json {
    return this.#expression(text).evaluate(this.#lookup, this.#env);
  }

  /** One pen for each element of the list that `each` gives; this one when there is no `each`. */
  forEach(each: string | undefined): readonly Pen[] {
    if (each === undefined) return [this];
    const value = this.value(each);
    const list: readonly Json[] = Array.isArray(value) ? value : value === null ? [] : [value];
    return list.slice(0, TEMPLATE_LIMITS.rows).map((row, index) => this.#with({ row, rowNumber: index + 1 }));
  }

  #with(names: JsonObject): Pen {
    const lookup: FeelLookup = (name) => (Object.hasOwn(names, name) ? names[name] : this.#lookup(name));
    return new Pen(this.#compiled, lookup, this.#env, this.#prepared);
  }

  #expression(text: string): PreparedExpression {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const { expressions, template } = this.#compiled;
    const expression = Object.hasOwn(expressions, text) ? expressions[text] : undefined;
    if (expression === undefined) throw raise('DOCUMENT_EXPRESSION_MISSING', { templateId: template.id, text });
    const prepared = prepare(expression);
    this.#prepared.set(text, prepared);
    return prepared;
  }
}

function fillBlock(block: DocumentBlock<string>, pen: Pen): FilledBlock {
  switch (block.kind) {
    case 'list':
      return { kind: 'list', ordered: block.ordered ?? false, items: pen.forEach(block.each).map((one) => one.write(block.item)) };
    case 'table':
      return {
        kind: 'table',
        head: block.head.map((cell) => pen.write(cell)),
        rows: pen.forEach(block.each).map((one) => block.row.map((cell) => one.write(cell))),
      };
    case 'facts':
      return { kind: 'facts', rows: block.rows.map(([label, value]) => [pen.write(label), pen.write(value)] as const) };
    default:
      return { kind: block.kind, text: pen.write(block.text) };
  }
}
