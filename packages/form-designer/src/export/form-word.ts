/** The blank form as a Word file (.docx), ruled like the paper form: to hand out, to print, to fill in by hand. */
import { layoutRows, OPINION_CHOICES } from '@tongban/form';
import { type Choice, type FormDocument, type FormField, type Item, type Locale, type RowsField, textIn } from '@tongban/model';
import { strToU8, zipSync } from 'fflate';
import { paragraph, table, type WordCell, type WordRow, type WordXml } from './word-parts.ts';

/** A4 with margins of 2 cm, in twentieths of a point: label, value, label, value. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 } as const;
const COLUMNS: readonly number[] = [1_750, 3_069, 1_750, 3_069];
const WHOLE = COLUMNS.reduce((sum, width) => sum + width, 0);

/** Heights of rows. */
const TALL = 1_701;
const SIGNED = 1_418;

/** What the words of the paper need beside the form. */
export interface PaperAround {
  readonly items: readonly Item[];
  readonly locale: Locale;
}

/** The bytes of the file. */
export function formWord(form: FormDocument, around: PaperAround): Uint8Array<ArrayBuffer> {
  const note = textIn(form.note, around.locale);
  const body = [
    paragraph(textIn(form.title, around.locale), { align: 'center', bold: true, size: 36, after: 240 }),
    table(COLUMNS, rowsOf(form, form.fields, around)),
    paragraph(note, { size: 21 }),
  ].join('');
  const section = `<w:sectPr><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar w:top="${PAGE.margin}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" w:left="${PAGE.margin}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MAIN}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
    'word/document.xml': `<w:document ${WORD}><w:body>${body}${section}</w:body></w:document>`,
  };
  const declared = Object.entries(parts).map(([path, xml]) => [
    path,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`),
  ]);
  // the same form gives the same bytes
  return new Uint8Array(zipSync(Object.fromEntries(declared), { mtime: new Date('1980-01-01T00:00:00') }));
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function rowsOf(form: FormDocument, fields: readonly FormField[], around: PaperAround): readonly WordRow[] {
  const cells = form.layout === 'bordered' ? layoutRows(fields) : fields.map((field) => ({ field, wide: true }));
  const rows: WordRow[] = [];
  for (let at = 0; at < cells.length; at++) {
    const { field, wide } = cells[at] as (typeof cells)[number];
    if (wide) rows.push(...wideRows(form, field, around));
    else {
      const next = cells[++at];
      const pair = next === undefined ? [field] : [field, next.field];
      rows.push({ cells: pair.flatMap((each) => labelled(each, 1, around)), height: Math.max(...pair.map(heightOf)) });
    }
  }
  return rows;
}

/** What goes across the page. */
function wideRows(form: FormDocument, field: FormField, around: PaperAround): readonly WordRow[] {
  const label = textIn(field.label, around.locale);
  switch (field.kind) {
    case 'section':
      return [across(paragraph(label, { bold: true }), { shaded: true }), ...rowsOf(form, field.fields, around)];
    case 'note':
      return [{ ...across(paragraph(textIn(field.text, around.locale), { size: 21 })), mayBreak: true }];
    case 'clause':
      return [
        across(paragraph(label, { bold: true }), { shaded: true }),
        { ...across(paragraph(textIn(field.text, around.locale))), mayBreak: true },
      ];
    case 'rows':
      return [across(paragraph(label, { align: 'center' }), { shaded: true }), across(columnsTable(field, around), { flush: true })];
    case 'materials':
      return [
        across(paragraph(label, { align: 'center' }), { shaded: true }),
        across(
          gridTable(
            ['序号', '材料名称', '已交', '以后补交'],
            [800, WHOLE - 800 - 1_300 - 1_600, 1_300, 1_600],
            (field.materials ?? []).map((material, at) => [
              String(at + 1),
              textIn(material.name, around.locale),
              '□',
              material.tolerable === true ? '□　　年　月　日前' : '',
            ]),
          ),
          { flush: true },
        ),
      ];
    default:
      return [{ cells: labelled(field, 3, around), height: heightOf(field) }];
  }
}

function across(content: WordXml, look: Pick<WordCell, 'shaded' | 'flush'> = {}): WordRow {
  return { cells: [{ columns: COLUMNS.length, content, ...look }] };
}

function labelled(field: FormField, columns: number, around: PaperAround): readonly WordCell[] {
  const unit = field.kind === 'number' || field.kind === 'money' ? field.unit : undefined;
  const label = textIn(field.label, around.locale);
  const words = unit === undefined || label.includes(unit) ? label : `${label}（${unit}）`;
  return [
    { content: paragraph(words, { align: 'center' }), shaded: true },
    { columns, content: blankOf(field, around), top: field.kind === 'opinion' },
  ];
}

const DAY = '　　　　年　　月　　日';

/** What stands in the place of an answer: boxes to tick, a day to fill in, room to write. */
function blankOf(field: FormField, { items, locale }: PaperAround): WordXml {
  const ticks = (choices: readonly Choice[]): WordXml => paragraph(choices.map(({ label }) => `□${textIn(label, locale)}`).join('　　'));
  switch (field.kind) {
    case 'radio':
    case 'select':
    case 'checkboxes':
      return ticks(field.choices);
    case 'items': {
      const names = items
        .filter(({ modes }) => field.mode === undefined || modes?.includes(field.mode))
        .map(({ name }) => `□${textIn(name, locale)}`);
      return paragraph(names.length > 0 && names.length <= 30 ? names.join('　') : '');
    }
    case 'date':
      return paragraph(DAY);
    case 'dateRange':
      return paragraph(`${DAY}　至${DAY}`);
    case 'region':
      return paragraph('　　　　省（区、市）　　　　市（州）　　　　县（市、区）');
    case 'opinion':
      return `${ticks(field.choices ?? OPINION_CHOICES)}${paragraph('\n')}${paragraph(`签字（盖章）：　　　　　${DAY}`, { align: 'right' })}`;
    case 'signature':
    case 'seal':
      return `${paragraph('\n')}${paragraph(DAY, { align: 'right' })}`;
    default:
      return paragraph('');
  }
}

/** Columns with as many empty rows as must be filled in, three at least. */
function columnsTable(field: RowsField, { locale }: PaperAround): WordXml {
  const { columns, minRows = 0, maxRows = 100 } = field;
  const heads = columns.map(({ label }) => textIn(label, locale));
  const blank = Array.from({ length: Math.min(Math.max(minRows, 3), maxRows, 20) }, (_, at) => [String(at + 1), ...columns.map(() => '')]);
  const first = 700;
  const width = Math.floor((WHOLE - first) / Math.max(1, columns.length));
  return gridTable(['序号', ...heads], [first, ...columns.map(() => width)], blank);
}

/** A table inside a cell; a cell ends with a paragraph. */
function gridTable(heads: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): WordXml {
  const line = (texts: readonly string[], head: boolean): WordRow => ({
    cells: texts.map((text) => ({ content: paragraph(text, { align: 'center', size: 21 }) })),
    head,
  });
  return `${table(widths, [line(heads, true), ...rows.map((texts) => line(texts, false))], { inner: true })}${paragraph('', { size: 2 })}`;
}

function heightOf({ kind }: FormField): number {
  if (kind === 'longText' || kind === 'opinion') return TALL;
  if (kind === 'signature' || kind === 'seal' || kind === 'items') return SIGNED;
  return 567;
}
