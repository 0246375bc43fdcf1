/**
 * Templates of slips, notices and certificates: checked, compiled, and filled from a case as plain data.
 *
 * @example
 * ```ts
 * const { compiled } = compileTemplate(template, parse);
 * fillTemplate(compiled!, (name) => facts[name], { now, offsetMinutes: 480 });
 * ```
 */
// From template to document
export { checkTemplate, TEMPLATE_LIMITS } from './check-template.ts';
export { compileTemplate, type ParseFeel, type TemplateCompilation } from './compile-template.ts';
export { fillTemplate } from './fill-template.ts';
export { validThrough } from './valid-through.ts';

// Looking into templates, writing values
export { chineseDay, chineseText } from './chinese-text.ts';
export { piecesOf, type TextPiece } from './placeholders.ts';
export { type TemplateText, templateTexts } from './template-texts.ts';

// Errors
export { type DocumentErrorCode, raise as documentErrors } from './errors.ts';
