/** BPMN XML → moddle objects, with everything the parser stumbled over as problems that name the element. */
import type { Problem } from '@tongban/model';
import { BpmnModdle } from 'bpmn-moddle';
import { raise } from './errors.ts';
import { BPMN_LIMITS, guardXml, tooMany } from './guard-xml.ts';
import { type CreateElement, localName, type ModdleElement, textOf } from './moddle-element.ts';
import { isFault, type ParsedDefinitions, type ParseWarning, parseDefinitions } from './parse-definitions.ts';
import { placeOf } from './place.ts';
import { readFlags } from './plain-flags.ts';
import { reasonWords } from './reason-words.ts';
import { tbModdle } from './tb-moddle.ts';

/** A file as moddle objects. */
export interface BpmnDocument {
  readonly definitions: ModdleElement;
  readonly create: CreateElement;
  /** The file again; foreign elements and attributes are kept. */
  toXml(): Promise<string>;
}

/** Namespaces of other engines, so that their prefixes are known whatever the file calls them. */
const FOREIGN_NAMESPACES: Readonly<Record<string, string>> = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://flowable.org/bpmn': 'flowable',
  'http://activiti.org/bpmn': 'activiti',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
};

/** Reads a BPMN file. Without `document` it could not be read at all, and `problems` says why. */
export async function readXml(xml: string): Promise<{ document?: BpmnDocument; problems: readonly Problem[] }> {
  const refused = typeof xml === 'string' ? guardXml(xml) : raise.problem('BPMN_NO_TEXT', {});
  if (refused !== undefined) return { problems: [refused] };
  const flags = await readFlags(xml);
  const reader = sharedModdle();
  const { rootElement, elementsById, warnings, failure = '', tooManyFaults } = await parseDefinitions(reader, flags.xml);
  if (tooManyFaults) return { problems: [...markupProblems(warnings), tooMany('faults', '错误', BPMN_LIMITS.faults)] };
  if (rootElement === undefined) return { problems: [whyUnreadable(xml, failure)] };
  const definitions = rootElement as ModdleElement;
  const document: BpmnDocument = {
    definitions,
    create: (type, properties) => reader.create(type, properties) as ModdleElement,
    toXml: async () => (await reader.toXML(definitions, { format: true })).xml,
  };
  return { document, problems: [...flags.problems, ...warnings.flatMap((warning) => warningToProblem(warning, elementsById, document))] };
}

/** The one moddle of this room: making it takes longer than reading a small file, and it keeps nothing of what it reads. */
function sharedModdle(): BpmnModdle {
  // A copy of the descriptor, because moddle writes into what it is given.
  moddle ??= new BpmnModdle({ tb: JSON.parse(JSON.stringify(tbModdle)) }, { nsMap: FOREIGN_NAMESPACES });
  return moddle;
}

let moddle: BpmnModdle | undefined;

function whyUnreadable(xml: string, message: string): Problem {
  const root = firstTag(xml);
  const wrongRoot = /unexpected element|failed to parse document|unknown type/.test(message);
  if (root !== undefined && wrongRoot) return raise.problem('BPMN_NOT_BPMN', {}, { root });
  return raise.problem('BPMN_NOT_XML', {}, { ...reasonWords(nestedReason(message)), line: lineIn(message) });
}

function firstTag(xml: string): string | undefined {
  const withoutProlog = xml.replace(/^\uFEFF?\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|\s+)*/, '');
  return /^<([A-Za-z_][\w.:-]*)/.exec(withoutProlog)?.[1];
}

function warningToProblem(
  warning: ParseWarning,
  elementsById: ParsedDefinitions['elementsById'],
  document: BpmnDocument,
): readonly Problem[] {
  if (isFault(warning)) return markupProblems([warning]);
  const { message, property } = warning;
  if (property !== undefined && message.startsWith('unresolved reference')) return unresolved(warning, property, elementsById, document);
  if (property?.startsWith('tb:') && message.startsWith('unknown attribute')) return [unknownAttribute(warning)];
  return [];
}

function markupProblems(warnings: readonly ParseWarning[]): readonly Problem[] {
  return warnings.filter(isFault).map(({ message }) => {
    const nested = nestedReason(message);
    const id = /<([^>]*)>/.exec(nested)?.[1] ?? '';
    if (nested.startsWith('illegal ID')) return raise.problem('BPMN_ID_ILLEGAL', { elementId: id }, { id });
    if (nested.startsWith('duplicate ID')) return raise.problem('BPMN_ID_DUPLICATE', { elementId: id }, { id });
    return unparsable(message, nested);
  });
}

function unparsable(message: string, reason: string): Problem {
  const element = /unparsable content <?\/?([^\s<>]*)/.exec(message)?.[1] ?? '';
  const broken = BROKEN_MARKUP.test(reason);
  if (broken) return raise.problem('BPMN_NOT_XML', {}, { ...reasonWords(reason), line: lineIn(message) });
  return raise.problem('BPMN_ELEMENT_UNKNOWN', {}, { element, line: lineIn(message), ...reasonWords(reason) });
}

/** What the parser says of markup that is not well-formed but that it could skip. */
const BROKEN_MARKUP = /attribute|quote|namespace|non-whitespace|illegal (?:first|character|declaration|value)|missing/i;

function unknownAttribute(warning: ParseWarning): Problem {
  const element = warning.element as ModdleElement;
  const attribute = warning.property ?? '';
  return raise.problem('BPMN_ATTRIBUTE_UNKNOWN', placeOf(element), { tag: localName(element), element: nameOf(element), attribute });
}

/** References as people have them: with blanks around them, or with the prefix of the file's own namespace. */
function unresolved(
  warning: ParseWarning,
  property: string,
  elementsById: ParsedDefinitions['elementsById'],
  document: BpmnDocument,
): readonly Problem[] {
  const element = warning.element as ModdleElement;
  const name = property.slice(property.indexOf(':') + 1);
  const value = warning.value ?? '';
  const target = elementsById[value.trim()] ?? elementsById[value.trim().replace(/^[^:]*:/, '')];
  if (target !== undefined) {
    link(element, name, target);
    return [];
  }
  if (value.trim() === '' || DECLARATIONS[name] !== undefined) return declare(element, name, value.trim(), document);
  const details = { element: nameOf(element), property: name, target: value.trim() };
  const severity = ESSENTIAL.has(name) ? 'error' : 'warning';
  return [raise.problem('BPMN_REFERENCE_UNRESOLVED', { ...placeOf(element), property: name }, details, severity)];
}

function link(element: ModdleElement, property: string, target: object): void {
  const writable = element as unknown as Record<string, unknown>;
  const present = writable[property];
  if (Array.isArray(present)) present.push(target);
  else writable[property] = target;
}

/** A message, signal, error or escalation that the file names and does not declare: it is declared, under the name it was given. */
function declare(element: ModdleElement, property: string, target: string, document: BpmnDocument): readonly Problem[] {
  const declaration = DECLARATIONS[property];
  if (declaration === undefined || target === '') return [];
  const [type, kind, kindZh] = declaration;
  const roots = document.definitions['rootElements'] as ModdleElement[];
  const id = target.replace(/^[^:]*:/, '');
  const known = roots.find((root) => root.$type === type && textOf(root, 'id') === id);
  const declared = known ?? document.create(type, { id, ...(CODED[type] === undefined ? { name: id } : { [CODED[type]]: id }) });
  if (known === undefined) roots.push(Object.assign(declared, { $parent: document.definitions }));
  link(element, property, declared);
  const details = { element: nameOf(element), kind, kindZh, target: id };
  return [raise.problem('BPMN_MESSAGE_UNDECLARED', { ...placeOf(element), property }, details, 'warning')];
}

const DECLARATIONS: Readonly<Record<string, readonly [type: string, words: string, chinese: string]>> = {
  messageRef: ['bpmn:Message', 'message', '消息'],
  signalRef: ['bpmn:Signal', 'signal', '信号'],
  errorRef: ['bpmn:Error', 'error', '错误'],
  escalationRef: ['bpmn:Escalation', 'escalation', '升级'],
};

/** Which property holds what is thrown and caught. */
const CODED: Readonly<Record<string, string>> = { 'bpmn:Error': 'errorCode', 'bpmn:Escalation': 'escalationCode' };

/** References without which the flow cannot run as drawn. */
const ESSENTIAL: ReadonlySet<string> = new Set(['sourceRef', 'targetRef', 'attachedToRef', 'default', 'activityRef']);

function nestedReason(message: string): string {
  return (/nested error: ([\s\S]*)$/.exec(message)?.[1] ?? message).trim();
}

function lineIn(message: string): number {
  return Number(/line: (\d+)/.exec(message)?.[1] ?? 0) + 1;
}

function nameOf(element: ModdleElement): string {
  const place = placeOf(element);
  return place.elementName ?? textOf(element, 'id') ?? place.elementId ?? localName(element);
}
