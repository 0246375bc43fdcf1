/** Every text and every list expression of a template, with its place. */
import type { DocumentTemplate } from '@tongban/model';

/** A text with placeholders, or a whole expression. */
export interface TemplateText {
  /** Where it stands, e.g. `blocks[2].row[1]`. */
  readonly property: string;
  readonly text: string;
  /** `feel`: all of it is one expression (`each`, `validity`). */
  readonly kind: 'text' | 'feel';
  /** Whether `row` and `rowNumber` are bound. */
  readonly inRows: boolean;
}

/** The texts of `template`, in document order. */
export function templateTexts(template: DocumentTemplate): readonly TemplateText[] {
  const texts: TemplateText[] = [];
  const add = (property: string, text: string | undefined, inRows = false, kind: 'text' | 'feel' = 'text'): void => {
    if (text !== undefined) texts.push({ property, text, inRows, kind });
  };
  add('title', template.title['zh-CN']);
  add('number.pattern', template.number?.pattern);
  add('mark', template.mark?.['zh-CN']);
  if (template.validity?.startsWith('=') === true) add('validity', template.validity.slice(1).trim(), false, 'feel');
  template.blocks.forEach((block, index) => {
    const at = `blocks[${index}]`;
    if (block.kind === 'list' || block.kind === 'table') add(`${at}.each`, block.each, false, 'feel');
    if (block.kind === 'list') add(`${at}.item`, block.item, block.each !== undefined);
    else if (block.kind === 'table') {
      block.head.forEach((cell, column) => {
        add(`${at}.head[${column}]`, cell);
      });
      block.row.forEach((cell, column) => {
        add(`${at}.row[${column}]`, cell, block.each !== undefined);
      });
    } else if (block.kind === 'facts') {
      block.rows.forEach(([label, value], row) => {
        add(`${at}.rows[${row}][0]`, label);
        add(`${at}.rows[${row}][1]`, value);
      });
    } else add(`${at}.text`, block.text);
  });
  return texts;
}
