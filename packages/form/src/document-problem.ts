/** A problem of the document one of whose words, `name`, differs between the languages. */
import { type ErrorSentences, fillPlaceholders, type JsonObject, type Problem, type ProblemPlace } from '@tongban/model';
import { type DocumentErrorCode, raiseOfDocument } from './document-errors.ts';

/** See the module comment. */
export function problemInWords(
  code: DocumentErrorCode,
  place: ProblemPlace,
  details: JsonObject,
  name: string,
  words: ErrorSentences,
): Problem {
  const { en, 'zh-CN': zh } = raiseOfDocument.table[code];
  return {
    code,
    severity: 'error',
    place,
    details: { ...details, [name]: words.en },
    sentences: {
      en: fillPlaceholders(en, { ...details, [name]: words.en }),
      'zh-CN': fillPlaceholders(zh, { ...details, [name]: words['zh-CN'] }),
    },
  };
}
