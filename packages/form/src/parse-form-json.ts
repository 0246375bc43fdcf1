/** Reads a form document from JSON text that may be anything: limited in size and depth, with every problem found. */
import type { FormDocument, Problem } from '@tongban/model';
import { checkForm } from './check-form.ts';
import { raise } from './errors.ts';
import { FORM_LIMITS } from './form-limits.ts';

/** The document, when it can be used, and the problems of the text. */
export interface ParsedForm {
  readonly document?: FormDocument;
  readonly problems: readonly Problem[];
}

/** Reads `text`. */
export function parseFormJson(text: string): ParsedForm {
  if (text.length > FORM_LIMITS.documentLength)
    return failed('FORM_TOO_LARGE', { limit: FORM_LIMITS.documentLength, what: 'characters（字符数）' });
  if (depthOf(text) > FORM_LIMITS.jsonDepth) return failed('FORM_TOO_LARGE', { limit: FORM_LIMITS.jsonDepth, what: 'levels（层级）' });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return failed('FORM_JSON_INVALID', { reason: error instanceof Error ? error.message : String(error) });
  }
  const problems = checkForm(document);
  return problems.some(({ severity }) => severity === 'error') ? { problems } : { document: document as FormDocument, problems };
}

function failed(code: 'FORM_TOO_LARGE' | 'FORM_JSON_INVALID', details: Record<string, string | number>): ParsedForm {
  return { problems: [raise.problem(code, {}, details)] };
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
