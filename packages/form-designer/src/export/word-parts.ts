/** The few parts of WordprocessingML that a blank form needs: paragraphs, rows, cells, tables in cells. Lengths in twentieths of a point. */

/** Content of a cell or of the page: XML of paragraphs and tables. */
export type WordXml = string;

/** How a paragraph stands. */
export interface ParagraphLook {
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  /** In half points; 24 is the small four (小四) of Chinese documents. */
  readonly size?: number;
  /** Space after it. */
  readonly after?: number;
}

/** A paragraph; line ends in `text` are kept. */
export function paragraph(text: string, { align = 'left', bold = false, size = 24, after = 0 }: ParagraphLook = {}): WordXml {
  const look = `<w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  const runs = text
    .split('\n')
    .map((line, at) => `<w:r>${look}${at === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`);
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="${after}"/><w:jc w:val="${align}"/>${look}</w:pPr>${runs.join('')}</w:p>`;
}

/** A cell over `columns` columns of `widths`, which begin at `from`. */
export interface WordCell {
  readonly columns?: number;
  readonly content: WordXml;
  readonly shaded?: boolean;
  readonly top?: boolean;
  /** A table in it touches its borders. */
  readonly flush?: boolean;
}

/** A row of at least `height`; it is not torn apart between pages unless it is tall by nature. */
export interface WordRow {
  readonly cells: readonly WordCell[];
  readonly height?: number;
  readonly mayBreak?: boolean;
  readonly head?: boolean;
}

/** A ruled table with columns of `widths`. */
export function table(widths: readonly number[], rows: readonly WordRow[], { inner = false }: { readonly inner?: boolean } = {}): WordXml {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const side = (name: string, there: boolean): string =>
    `<w:${name} w:val="${there ? 'single' : 'nil'}" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = [
    side('top', !inner),
    side('left', !inner),
    side('bottom', !inner),
    side('right', !inner),
    side('insideH', true),
    side('insideV', true),
  ].join('');
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => rowXml(widths, row)).join('')}</w:tbl>`;
}

function rowXml(widths: readonly number[], { cells, height = 567, mayBreak = false, head = false }: WordRow): WordXml {
  let at = 0;
  const inside = cells.map(({ columns = 1, content, shaded = false, top = false, flush = false }) => {
    const width = widths.slice(at, at + columns).reduce((sum, each) => sum + each, 0);
    at += columns;
    const span = columns === 1 ? '' : `<w:gridSpan w:val="${columns}"/>`;
    const shade = shaded ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' : '';
    const margins = flush ? '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>' : '';
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${shade}${margins}<w:vAlign w:val="${top ? 'top' : 'center'}"/></w:tcPr>${content}</w:tc>`;
  });
  const look = `<w:trPr>${mayBreak ? '' : '<w:cantSplit/>'}<w:trHeight w:val="${height}" w:hRule="atLeast"/>${head ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return `<w:tr>${look}${inside.join('')}</w:tr>`;
}

/** Text inside XML; signs that XML cannot hold are left out. */
function escaped(text: string): string {
  const clean = [...text].filter((sign) => sign >= ' ' || sign === '\t').join('');
  return clean.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
}
