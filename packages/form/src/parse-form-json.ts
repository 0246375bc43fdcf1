/** Reads a form document from JSON text that may be anything: limited in size and depth, with every problem found. */
import type { ErrorSentences, FormDocument, Problem } from '@tongban/model';
import { checkForm } from './check-form.ts';
import { raiseOfDocument } from './document-errors.ts';
import { problemInWords } from './document-problem.ts';
import { FORM_LIMITS } from './form-limits.ts';

/** The document, when it can be used, and the problems of the text. */
export interface ParsedForm {
  readonly document?: FormDocument;
  readonly problems: readonly Problem[];
}

/** Reads `text`. */
export function parseFormJson(text: string): ParsedForm {
  if (text.length > FORM_LIMITS.documentLength) return tooLarge(FORM_LIMITS.documentLength, { en: 'characters', 'zh-CN': '字符数' });
  if (depthOf(text) > FORM_LIMITS.jsonDepth) return tooLarge(FORM_LIMITS.jsonDepth, { en: 'levels', 'zh-CN': '层级' });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [raiseOfDocument.problem('FORM_JSON_INVALID', {}, { reason })] };
  }
  const problems = checkForm(document);
  return problems.some(({ severity }) => severity === 'error') ? { problems } : { document: document as FormDocument, problems };
}

function tooLarge(limit: number, what: ErrorSentences): ParsedForm {
  return { problems: [problemInWords('FORM_TOO_LARGE', {}, { limit }, 'what', what)] };
}

/** How deep brackets stand inside one another, outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 92) index++;
      else if (unit === 34) inString = false;
    } else if (unit === 34) inString = true;
    else if (unit === 91 || unit === 123) deepest = Math.max(deepest, ++depth);
    else if (unit === 93 || unit === 125) depth--;
  }
  return deepest;
}
