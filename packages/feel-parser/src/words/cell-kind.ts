/** What a cell of a decision table is about, as far as its words depend on it. */
import type { FeelType, Locale } from '@tongban/model';

/** How a cell is read and shown. */
export interface CellKind {
  /** Conditions are unary tests, results are expressions. */
  readonly dialect: 'unaryTests' | 'expression';
  /** The type of the column; without one it is guessed from what is written. */
  readonly type?: FeelType | undefined;
  /** Values that people know by another name. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** Names that FEEL may read. */
  readonly names?: readonly string[] | undefined;
}

/** The words for one language. */
export interface CellLanguage {
  readonly any: string;
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
  readonly not: string;
  readonly notEmpty: string;
  /** These two with the spaces around them. */
  readonly to: string;
  readonly and: string;
  readonly or: string;
  readonly list: string;
  /** Between an operator and its value. */
  readonly gap: string;
  readonly compare: Readonly<Record<'<' | '<=' | '>' | '>=', string>>;
  readonly compareTime: Readonly<Record<'<' | '<=' | '>' | '>=', string>>;
}

/** The words by language. */
export const CELL_LANGUAGES: Readonly<Record<Locale, CellLanguage>> = {
  'zh-CN': {
    any: '不限',
    empty: '为空',
    yes: '是',
    no: '否',
    not: '不是',
    notEmpty: '不为空',
    to: ' 至 ',
    and: ' 且',
    or: '或',
    list: '、',
    gap: ' ',
    compare: { '<': '小于', '<=': '不超过', '>': '大于', '>=': '不小于' },
    compareTime: { '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' },
  },
  en: {
    any: 'any',
    empty: 'empty',
    yes: 'yes',
    no: 'no',
    not: 'not',
    notEmpty: 'not empty',
    to: ' to ',
    and: ' and ',
    or: 'or',
    list: ', ',
    gap: ' ',
    compare: { '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least' },
    compareTime: { '<': 'before', '<=': 'on or before', '>': 'after', '>=': 'on or after' },
  },
};
