/**
 * How easily a Chinese text is read. The measure: characters between full stops (。！？；and line ends), punctuation not counted; a sentence of
 * more than {@link LONG_SENTENCE} is long, a clause between commas of more than {@link LONG_CLAUSE} too. And words of offices for which there are plain ones.
 */

/** More characters than these are hard to take in at once. */
export const LONG_SENTENCE = 50;
export const LONG_CLAUSE = 25;

/** What is hard in a text. */
export type Hardness =
  | { readonly kind: 'longSentence'; readonly text: string; readonly length: number }
  | { readonly kind: 'longClause'; readonly text: string; readonly length: number }
  | { readonly kind: 'officialese'; readonly text: string; readonly plain: string };

/** Words of offices, and how people say it. */
const PLAIN: Readonly<Record<string, string>> = {
  予以: '给',
  兹: '现在',
  之规定: '的规定',
  届时: '到时候',
  尚未: '还没有',
  如若: '如果',
  若干: '几个',
  亦可: '也可以',
  均须: '都要',
  须经: '要经过',
  逾期: '超过期限',
  缴纳: '交',
  递交: '交',
  呈报: '上报',
  知悉: '知道',
  上述: '上面的',
  下述: '下面的',
  依据: '按照',
  鉴于: '因为',
  系指: '是指',
  特此: '（可删去）',
  务必: '一定要',
  自行承担: '自己承担',
  不予受理: '不受理',
  填列: '填写',
};

/** What is hard to read in `text`. */
export function hardnessOf(text: string): readonly Hardness[] {
  const sentences = text.split(/[。！？；\n!?;]/).filter((sentence) => sentence.trim() !== '');
  const long = sentences.flatMap((sentence): readonly Hardness[] => {
    const length = readLength(sentence);
    if (length > LONG_SENTENCE) return [{ kind: 'longSentence', text: opening(sentence), length }];
    const clause = sentence.split(/[，、：,:（）()]/).find((each) => readLength(each) > LONG_CLAUSE);
    return clause === undefined ? [] : [{ kind: 'longClause', text: opening(clause), length: readLength(clause) }];
  });
  const official = Object.entries(PLAIN)
    .filter(([word]) => text.includes(word))
    .map(([word, plain]): Hardness => ({ kind: 'officialese', text: word, plain }));
  return [...long, ...official];
}

/** The average and the longest sentence of `texts`, in characters. */
export function sentenceLengths(texts: readonly string[]): { readonly average: number; readonly longest: number } {
  const lengths = texts
    .flatMap((text) => text.split(/[。！？；\n!?;]/))
    .map(readLength)
    .filter((length) => length > 0);
  if (lengths.length === 0) return { average: 0, longest: 0 };
  return { average: Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length), longest: Math.max(...lengths) };
}

/** Words of Latin letters and figures count as one. */
function readLength(text: string): number {
  const words = text.match(/[A-Za-z0-9]+/g)?.length ?? 0;
  return words + [...text.replace(/[A-Za-z0-9]+/g, '').replace(/[\p{P}\p{S}\s]/gu, '')].length;
}

function opening(text: string): string {
  const signs = [...text.trim()];
  return signs.length > 14 ? `${signs.slice(0, 13).join('')}…` : signs.join('');
}
