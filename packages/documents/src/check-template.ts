/** Whether an untrusted template can be used: its structure and sizes. Never throws. */
import {
  type ErrorSentences,
  FEEL_LIMITS,
  fillPlaceholders,
  isJsonObject,
  type JsonObject,
  type Problem,
  type ProblemPlace,
} from '@tongban/model';
import { type DocumentErrorCode, raise } from './errors.ts';

/** How large a template may be. */
export const TEMPLATE_LIMITS: { readonly blocks: number; readonly cells: number; readonly textLength: number; readonly rows: number } = {
  blocks: 500,
  /** Columns of a table, or rows of facts. */
  cells: 100,
  textLength: 50_000,
  /** Rows that a list or table is filled with. */
  rows: 10_000,
};

const BLOCKS = ['heading', 'paragraph', 'addressee', 'closing', 'list', 'table', 'facts'];
const VALIDITY = /^P(?=\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,5}D)?$/;

/** The problems of `template`; without one of severity `error` it is a {@link DocumentTemplate}. */
export function checkTemplate(template: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const templateId = isJsonObject(template) && typeof template['id'] === 'string' ? template['id'].slice(0, 100) : 'document';
  const place = { elementId: templateId };
  const expect = (fits: boolean, property: string, expected: ErrorSentences): void => {
    if (!fits) problems.push(inWords('DOCUMENT_TEMPLATE_INVALID', { ...place, property }, { templateId, property }, 'expected', expected));
  };
  if (!isJsonObject(template)) {
    expect(false, 'document', { en: 'an object', 'zh-CN': '对象' });
    return problems;
  }
  const { formatVersion, id, title, number, mark, validity, blocks } = template;
  expect(formatVersion === 1, 'formatVersion', same('1'));
  expect(isText(id), 'id', { en: 'a text', 'zh-CN': '文字' });
  expect(isLocal(title), 'title', { en: 'a text with "zh-CN"', 'zh-CN': '含“zh-CN”的文字' });
  expect(mark === undefined || isLocal(mark), 'mark', { en: 'a text with "zh-CN"', 'zh-CN': '含“zh-CN”的文字' });
  expect(number === undefined || (isJsonObject(number) && isText(number['series']) && isText(number['pattern'])), 'number', {
    en: '"series" and "pattern"',
    'zh-CN': '“series”和“pattern”',
  });
  expect(validity === undefined || (isText(validity) && (validity.startsWith('=') || VALIDITY.test(validity))), 'validity', {
    en: 'a duration such as P1Y, or "=" and FEEL',
    'zh-CN': '如 P1Y 的期限，或“=”加 FEEL',
  });
  expect(Array.isArray(blocks), 'blocks', { en: 'a list', 'zh-CN': '列表' });
  if (!Array.isArray(blocks)) return problems;
  if (blocks.length > TEMPLATE_LIMITS.blocks) {
    problems.push(
      inWords('DOCUMENT_TOO_LARGE', place, { templateId, limit: TEMPLATE_LIMITS.blocks }, 'what', { en: 'blocks', 'zh-CN': '段落' }),
    );
    return problems;
  }
  blocks.forEach((block: unknown, index) => {
    if (isJsonObject(block) && BLOCKS.includes(String(block['kind']))) checkBlock(block, `blocks[${index}]`, expect);
    else {
      const kind = isJsonObject(block) ? String(block['kind']).slice(0, 100) : '';
      const details = { templateId, kind, kinds: BLOCKS.join(', ') };
      problems.push(raise.problem('DOCUMENT_BLOCK_UNKNOWN', { ...place, property: `blocks[${index}]` }, details));
    }
  });
  return problems;
}

function checkBlock(block: JsonObject, at: string, expect: (fits: boolean, property: string, expected: ErrorSentences) => void): void {
  const { kind, text, each, item, ordered, head, row, rows } = block;
  if (kind === 'list') {
    expect(isTemplateText(item), `${at}.item`, { en: 'a text', 'zh-CN': '文字' });
    expect(ordered === undefined || typeof ordered === 'boolean', `${at}.ordered`, same('true / false'));
  } else if (kind === 'table') {
    expect(isTexts(head), `${at}.head`, { en: 'a list of texts', 'zh-CN': '文字列表' });
    expect(isTexts(row), `${at}.row`, { en: 'a list of texts', 'zh-CN': '文字列表' });
    expect(!isTexts(head) || !isTexts(row) || head.length === row.length, `${at}.row`, {
      en: 'as long as "head"',
      'zh-CN': '与“head”的列数相同',
    });
  } else if (kind === 'facts') {
    const fits =
      Array.isArray(rows) && rows.length <= TEMPLATE_LIMITS.cells && rows.every((one: unknown) => isTexts(one) && one.length === 2);
    expect(fits, `${at}.rows`, { en: 'pairs of texts', 'zh-CN': '成对的文字' });
  } else expect(isTemplateText(text), `${at}.text`, { en: 'a text', 'zh-CN': '文字' });
  const isFeel = typeof each === 'string' && each !== '' && each.length <= FEEL_LIMITS.textLength;
  expect(each === undefined || isFeel, `${at}.each`, { en: 'a FEEL text', 'zh-CN': 'FEEL 表达式' });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 1_000;
}

function isTemplateText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= TEMPLATE_LIMITS.textLength;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= TEMPLATE_LIMITS.cells && value.every(isTemplateText);
}

function isLocal(value: unknown): boolean {
  return isJsonObject(value) && isText(value['zh-CN']) && (value['en'] === undefined || typeof value['en'] === 'string');
}

function same(text: string): ErrorSentences {
  return { en: text, 'zh-CN': text };
}

/** A problem one of whose words, `name`, differs between the languages. */
function inWords(code: DocumentErrorCode, place: ProblemPlace, details: JsonObject, name: string, words: ErrorSentences): Problem {
  const { en, 'zh-CN': zh } = raise.table[code];
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
