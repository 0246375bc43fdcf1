/**
 * What bpmn-js says of a file while it draws it, as problems of ours: on the element, with what to do. What it says that we do not know
 * is kept word for word as `technical`, for those who look into the file; it never stands in a sentence.
 */
import type { ModdleElement } from '@tongban/bpmn';
import type { Problem } from '@tongban/model';
import { textOf } from '../diagram/moddle.ts';
import { raise } from '../errors.ts';

/** A remark of bpmn-js or of its parser. */
export interface DrawWarning {
  readonly message?: string;
  /** Where the drawing was; remarks of the parser are without it. */
  readonly context?: { readonly element?: ModdleElement };
}

type Code = Parameters<typeof raise.problem>[0];

const FATAL: readonly (readonly [pattern: RegExp, code: Code])[] = [
  [/^no (?:diagram|process or collaboration) to display|^no plane for/, 'FLOW_DESIGNER_NO_DRAWING'],
  [/^unsupported bpmnElement/, 'FLOW_DESIGNER_DRAWING_OF_OTHER'],
];

const KNOWN: readonly (readonly [pattern: RegExp, code: Code])[] = [
  [/^multiple DI elements|^already rendered/, 'FLOW_DESIGNER_DRAWN_TWICE'],
  [/^no bpmnElement referenced/, 'FLOW_DESIGNER_SHAPE_OF_NOTHING'],
  [/#(?:source|target)(?:Ref| Ref not specified)/, 'FLOW_DESIGNER_LINE_LOOSE'],
  [/#attachedToRef/, 'FLOW_DESIGNER_BOUNDARY_LOOSE'],
];

/** Put right by bpmn-js without a loss: nobody has to know. */
const HARMLESS = /^correcting missing bpmnElement|^unrecognized flowElement/;

/** Why a file could not be drawn at all. */
export function drawFault(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(FATAL, message);
  return code === undefined ? raise.problem('FLOW_DESIGNER_NOT_DRAWN', {}, { technical: message }) : raise.problem(code, {});
}

/** What of a file was not drawn, one problem for each element; remarks of the parser are not looked at. */
export function drawNotes(warnings: readonly DrawWarning[]): readonly Problem[] {
  const notes = new Map<string, Problem>();
  for (const { message = '', context } of warnings) {
    if (context === undefined || HARMLESS.test(message)) continue;
    const note = noteOf(message, context.element);
    const key = `${note.code} ${note.place.elementId}`;
    if (!notes.has(key)) notes.set(key, note);
  }
  return [...notes.values()];
}

function noteOf(message: string, element: ModdleElement | undefined): Problem {
  const id = textOf(element, 'id');
  const name = textOf(element, 'name') || id;
  const place = { elementId: id, ...(name !== id && { elementName: name }) };
  const known = codeOf(KNOWN, message);
  if (known !== undefined) return raise.problem(known, place, { element: name }, 'warning');
  return raise.problem('FLOW_DESIGNER_ELEMENT_NOT_DRAWN', place, { element: name, technical: message }, 'warning');
}

function codeOf(table: readonly (readonly [pattern: RegExp, code: Code])[], message: string): Code | undefined {
  return table.find(([pattern]) => pattern.test(message))?.[1];
}
