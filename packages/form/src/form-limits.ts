/** How large a form document and its values may be. Refused beyond, so that a hostile document or submission costs little. */
export const FORM_LIMITS: {
  readonly documentLength: number;
  readonly jsonDepth: number;
  readonly fields: number;
  readonly fieldDepth: number;
  readonly choices: number;
  readonly rules: number;
  readonly rows: number;
  readonly listLength: number;
  readonly textLength: number;
  readonly longTextLength: number;
  readonly labelLength: number;
  readonly clauseLength: number;
  readonly digits: number;
  readonly fileBytes: number;
  readonly problems: number;
} = {
  /** Characters of a form document as JSON text. */
  documentLength: 2 * 1024 * 1024,
  /** Brackets inside brackets of that text. */
  jsonDepth: 64,
  /** Fields of a form, columns and sections included. */
  fields: 2_000,
  /** Sections and rows inside one another. */
  fieldDepth: 8,
  /** Choices of one field. */
  choices: 2_000,
  /** Rules of a form or of a field. */
  rules: 500,
  /** Rows of one repeating field. */
  rows: 10_000,
  /** Entries of a list of choices, items or files. */
  listLength: 2_000,
  /** Characters of a one-line text, when the field says no less. */
  textLength: 2_000,
  /** Characters of a long text, when the field says no less. */
  longTextLength: 50_000,
  /** Characters of a label. */
  labelLength: 2_000,
  /** Characters of a clause, note or help. */
  clauseLength: 50_000,
  /** Digits of a number, as FEEL keeps them. */
  digits: 34,
  /** Bytes of one file, when the field says nothing. */
  fileBytes: 20 * 1024 * 1024,
  /** Problems reported of one submission. */
  problems: 500,
};
