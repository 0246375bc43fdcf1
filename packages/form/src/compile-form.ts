/** Compiles a form document: every FEEL text parsed once, circles and unknown names found. */
import type { CompiledForm, FeelExpression, FormDocument, Problem } from '@tongban/model';
import { checkForm } from './check-form.ts';
import { raiseOfDocument } from './document-errors.ts';
import { expressionsOf, type FormExpression } from './expressions-of.ts';
import { rowReads } from './row-reads.ts';
import { walkFields } from './walk-fields.ts';

/** Parses a FEEL text that may read `names`; handed in, so that this room needs no parser. */
export type ParseFeel = (
  text: string,
  names: readonly string[],
) => { readonly expression?: FeelExpression; readonly problems: readonly Problem[] };

/** The compiled form, when it has no error, and all its problems. */
export interface FormCompilation {
  readonly compiled?: CompiledForm;
  readonly problems: readonly Problem[];
}

/** Compiles `document`. `otherNames`: the other forms of the measure by key, and elements of tasks of many. */
export function compileForm(document: FormDocument, parse: ParseFeel, otherNames: readonly string[] = []): FormCompilation {
  const problems: Problem[] = [...checkForm(document)];
  if (problems.some(isError)) return { problems };
  const expressions = new Map<string, FeelExpression>();
  const parsed: (readonly [FormExpression, FeelExpression])[] = [];
  for (const at of expressionsOf(document)) {
    const known = expressions.get(at.text);
    const { expression = known, problems: found } = known === undefined ? parse(at.text, [...at.names, ...otherNames]) : { problems: [] };
    for (const problem of found) problems.push({ ...problem, place: { ...problem.place, ...placeOf(at) } });
    if (expression === undefined) continue;
    expressions.set(at.text, expression);
    parsed.push([at, expression]);
    problems.push(...unknownNames(at, expression, otherNames));
  }
  problems.push(...circles(document, parsed));
  if (problems.some(isError)) return { problems };
  return { compiled: { document, expressions: Object.fromEntries(expressions) }, problems };
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

function placeOf({ fieldId, fieldName, property }: FormExpression): Problem['place'] {
  return { elementId: fieldId, elementName: fieldName, property };
}

function unknownNames(at: FormExpression, expression: FeelExpression, otherNames: readonly string[]): readonly Problem[] {
  const unknown = expression.reads.filter((name) => !at.names.includes(name) && !otherNames.includes(name));
  return unknown.map((name) => raiseOfDocument.problem('FORM_NAME_UNKNOWN', placeOf(at), { text: at.text, name }, 'warning'));
}

/**
 * The circles in what values depend on: a field on those its `computed` and `visible` read, a field in a section on what shows the
 * section, a column on the columns of its row. (`required` and `readOnly` change no value, so two fields may require each other.)
 */
function circles(document: FormDocument, parsed: readonly (readonly [FormExpression, FeelExpression])[]): readonly Problem[] {
  const places = walkFields(document);
  const nameOf = new Map<string, (typeof places)[number]>();
  const edges = new Map<string, Set<string>>();
  for (const place of places) {
    const node = place.rows === undefined ? place.field.key : `${place.rows.key}.${place.field.key}`;
    nameOf.set(node, place);
    edges.set(node, new Set(place.rows === undefined ? place.sections.map(({ key }) => key) : []));
    // A table waits for all of its columns.
    if (place.rows !== undefined) edges.get(place.rows.key)?.add(node);
  }
  for (const [at, expression] of parsed) {
    if (at.key === undefined || (at.property !== 'computed' && at.property !== 'visible')) continue;
    const targets = edges.get(at.column === undefined ? at.key : `${at.key}.${at.column}`);
    for (const name of expression.reads) if (edges.has(name)) targets?.add(name);
    if (at.column === undefined) continue;
    const { columns, whole } = rowReads(expression);
    const read = whole
      ? [...edges.keys()].filter((node) => node.startsWith(`${at.key}.`))
      : [...columns].map((column) => `${at.key}.${column}`);
    for (const node of read) if (edges.has(node)) targets?.add(node);
  }
  return circlesIn(edges).map((circle) => {
    const first = nameOf.get(circle[0] as string) as (typeof places)[number];
    const fields = circle.map((node) => `“${nameOf.get(node)?.field.label['zh-CN']}”`).join('、');
    const place = { elementId: first.accessId, elementName: first.field.label['zh-CN'], property: 'computed' };
    const ids = circle.map((node) => nameOf.get(node)?.accessId ?? node);
    return raiseOfDocument.problem('FORM_COMPUTED_CYCLE', place, { fields, fieldIds: ids });
  });
}

/** Groups of nodes that reach each other (or themselves), each in the order of the nodes. Without recursion (Tarjan's algorithm on a stack). */
function circlesIn(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const number = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles: string[][] = [];
  const order = new Map([...edges.keys()].map((node, index) => [node, index]));
  for (const root of edges.keys()) {
    if (number.has(root)) continue;
    const work: { readonly node: string; readonly rest: Iterator<string> }[] = [];
    const enter = (node: string): void => {
      number.set(node, number.size);
      low.set(node, number.get(node) as number);
      open.push(node);
      isOpen.add(node);
      work.push({ node, rest: (edges.get(node) as ReadonlySet<string>).values() });
    };
    enter(root);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { node, rest } = top;
      const next = rest.next();
      if (next.done === true) {
        work.pop();
        const parent = work.at(-1)?.node;
        if (parent !== undefined) low.set(parent, Math.min(low.get(parent) as number, low.get(node) as number));
        if (low.get(node) !== number.get(node)) continue;
        const group = open.splice(open.lastIndexOf(node));
        for (const member of group) isOpen.delete(member);
        if (group.length > 1 || edges.get(node)?.has(node)) {
          circles.push(group.sort((a, b) => (order.get(a) as number) - (order.get(b) as number)));
        }
      } else if (!number.has(next.value)) enter(next.value);
      else if (isOpen.has(next.value)) low.set(node, Math.min(low.get(node) as number, number.get(next.value) as number));
    }
  }
  return circles;
}
