/** Compiles a template: its structure checked, every FEEL text in it parsed once. */
import type { CompiledTemplate, DocumentTemplate, FeelExpression, Problem } from '@tongban/model';
import { checkTemplate } from './check-template.ts';
import { raise } from './errors.ts';
import { piecesOf } from './placeholders.ts';
import { type TemplateText, templateTexts } from './template-texts.ts';

/** Parses a FEEL text that may read `names`; handed in, so that this room needs no parser. */
export type ParseFeel = (
  text: string,
  names: readonly string[],
) => { readonly expression?: FeelExpression; readonly problems: readonly Problem[] };

/** The compiled template, when it has no error, and all its problems. */
export interface TemplateCompilation {
  readonly compiled?: CompiledTemplate;
  readonly problems: readonly Problem[];
}

/** Compiles `template`. With `names`, those that will be known when it is filled, reads of other names are reported. */
export function compileTemplate(template: DocumentTemplate, parse: ParseFeel, names?: readonly string[]): TemplateCompilation {
  const problems: Problem[] = [...checkTemplate(template)];
  if (problems.length > 0) return { problems };
  const expressions = new Map<string, FeelExpression>();
  for (const at of templateTexts(template)) {
    const place = { elementId: template.id, elementName: template.title['zh-CN'], property: at.property };
    const texts = feelTexts(at);
    if (texts === undefined) {
      problems.push(raise.problem('DOCUMENT_PLACEHOLDER_OPEN', place, { templateId: template.id, property: at.property }));
      continue;
    }
    const known = [...(names ?? []), ...(at.inRows ? ['row', 'rowNumber'] : [])];
    for (const text of texts) {
      const { expression, problems: found } = parse(text, known);
      for (const problem of found) problems.push({ ...problem, place: { ...problem.place, ...place } });
      if (expression === undefined) continue;
      expressions.set(text, expression);
      for (const name of names === undefined ? [] : expression.reads.filter((read) => !known.includes(read))) {
        problems.push(raise.problem('DOCUMENT_NAME_UNKNOWN', place, { text, name }, 'warning'));
      }
    }
  }
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  return { compiled: { template, expressions: Object.fromEntries(expressions) }, problems };
}

/** The FEEL texts in a text; undefined when a placeholder is not closed. */
function feelTexts({ kind, text }: TemplateText): readonly string[] | undefined {
  if (kind === 'feel') return [text];
  return piecesOf(text)?.flatMap((piece) => (piece.kind === 'feel' ? [piece.text] : []));
}
