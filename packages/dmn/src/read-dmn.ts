/** Reads DMN XML into decisions in parsed form. What cannot be read is a list of problems, never an exception. */
import type { Decision, DecisionFunction, DecisionInputData, DecisionModel, DecisionType, Problem } from '@tongban/model';
import { raise } from './errors.ts';
import { ExpressionReader, optional, typeAt, variableOf } from './expression-reader.ts';
import { elementAt, elementsAt, type ModdleElement, moddle, textAt } from './moddle.ts';
import { asDmn13 } from './namespaces.ts';
import { readLogic } from './read-logic.ts';
import { refuseUnsafeXml } from './safe-xml.ts';

/** The decisions of a file, when it has no errors, and what is wrong with it. */
export interface ReadDmn {
  readonly model?: DecisionModel;
  readonly problems: readonly Problem[];
}

/** Reads a DMN 1.1 to 1.5 file. */
export async function readDmn(xml: string): Promise<ReadDmn> {
  const refused = refuseUnsafeXml(xml);
  if (refused) return { problems: [refused] };
  let parsed: Awaited<ReturnType<typeof moddle.fromXML>>;
  try {
    parsed = await moddle.fromXML(asDmn13(xml));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const isOtherXml = reason.startsWith('failed to parse document as');
    return { problems: [isOtherXml ? raise.problem('DMN_NOT_DMN', {}) : raise.problem('DMN_NOT_XML', {}, { reason })] };
  }
  const warnings = parsed.warnings.map(({ message }) =>
    raise.problem('DMN_ELEMENT_UNKNOWN', {}, { reason: message.split('\n')[0] ?? '' }, 'warning'),
  );
  const { model, problems } = readDefinitions(parsed.rootElement);
  const all = [...warnings, ...problems];
  return all.some(({ severity }) => severity === 'error') ? { problems: all } : { model, problems: all };
}

function readDefinitions(root: ModdleElement): { readonly model: DecisionModel; readonly problems: readonly Problem[] } {
  const elements = elementsAt(root, 'drgElement');
  const ofType = (type: string): readonly ModdleElement[] => elements.filter(({ $type }) => $type === `dmn:${type}`);
  const reader = new ExpressionReader(namesIn(root));
  const ids = new Set(elements.map((element) => textAt(element, 'id')));
  for (const element of elements) {
    const type = element.$type.replace('dmn:', '');
    const elementId = textAt(element, 'id') ?? '';
    if (elementId === '') reader.problem('DMN_ID_MISSING', '', { type, name: textAt(element, 'name') ?? '' });
    if (!READ.has(type)) reader.problem('DMN_ELEMENT_IGNORED', elementId, { type }, 'info');
  }
  const model: DecisionModel = {
    id: textAt(root, 'id') ?? 'definitions',
    name: textAt(root, 'name') ?? textAt(root, 'id') ?? 'definitions',
    ...optional('namespace', root),
    ...optional('description', root),
    types: elementsAt(root, 'itemDefinition').map((type) => readType(type, reader)),
    inputs: ofType('InputData').map(readInputData),
    decisions: ofType('Decision').map((decision) => readDecision(decision, ids, reader)),
    functions: ofType('BusinessKnowledgeModel').map((element) => readFunction(element, ids, reader)),
  };
  return { model, problems: reader.problems };
}

const READ: ReadonlySet<string> = new Set(['Decision', 'InputData', 'BusinessKnowledgeModel']);

/** All names that expressions of the file may read: they may hold spaces and signs. */
function namesIn(root: ModdleElement): readonly string[] {
  const names = new Set<string>();
  const visit = (element: ModdleElement): void => {
    const name = NAMED.has(element.$type) ? textAt(element, 'name') : undefined;
    if (name !== undefined) names.add(name);
    for (const part of PARTS) {
      const value = PARTS_OF[element.$type]?.includes(part) ? element.get(part) : undefined;
      for (const child of Array.isArray(value) ? (value as ModdleElement[]) : value ? [value as ModdleElement] : []) visit(child);
    }
  };
  for (const element of elementsAt(root, 'drgElement')) visit(element);
  return [...names];
}

const NAMED: ReadonlySet<string> = new Set(['dmn:InformationItem', 'dmn:InputData', 'dmn:Decision', 'dmn:BusinessKnowledgeModel']);
const PARTS_OF: Readonly<Record<string, readonly string[]>> = {
  'dmn:InputData': ['variable'],
  'dmn:Decision': ['variable', 'decisionLogic'],
  'dmn:BusinessKnowledgeModel': ['variable', 'encapsulatedLogic'],
  'dmn:FunctionDefinition': ['formalParameter', 'body'],
  'dmn:Context': ['contextEntry'],
  'dmn:ContextEntry': ['variable', 'value'],
};
const PARTS: ReadonlySet<string> = new Set(Object.values(PARTS_OF).flat());

function readType(element: ModdleElement, reader: ExpressionReader): DecisionType {
  const name = textAt(element, 'name') ?? '';
  const entries = elementsAt(element, 'itemComponent').map((entry) => readType(entry, reader));
  const allowedValues = reader.allowedValues(elementAt(element, 'allowedValues'), {
    elementId: textAt(element, 'id') ?? name,
    property: 'allowedValues',
  });
  return {
    ...optional('id', element),
    name,
    ...typeAt(element),
    ...(element.get('isCollection') === true ? { isCollection: true } : {}),
    ...(allowedValues ? { allowedValues } : {}),
    ...(entries.length > 0 ? { entries } : {}),
  };
}

function readInputData(element: ModdleElement): DecisionInputData {
  const id = textAt(element, 'id') ?? '';
  const name = textAt(element, 'name') ?? id;
  return { id, name, ...typeAt(elementAt(element, 'variable')), ...optional('description', element) };
}

function readDecision(element: ModdleElement, ids: ReadonlySet<string | undefined>, reader: ExpressionReader): Decision {
  const id = textAt(element, 'id') ?? '';
  const name = textAt(element, 'name') ?? id;
  const logic = elementAt(element, 'decisionLogic');
  if (!logic) reader.problem('DMN_LOGIC_MISSING', id, {}, 'warning');
  const required = (list: string, property: string): readonly string[] => requirements(element, list, property, ids, id, reader);
  return {
    id,
    name,
    variable: variableOf(elementAt(element, 'variable'), name),
    ...optional('description', element),
    ...optional('question', element),
    ...optional('allowedAnswers', element),
    requires: required('informationRequirement', 'requiredDecision'),
    requiresInputs: required('informationRequirement', 'requiredInput'),
    requiresFunctions: required('knowledgeRequirement', 'requiredKnowledge'),
    ...(logic ? { logic: readLogic(logic, id, reader) } : {}),
  };
}

function readFunction(element: ModdleElement, ids: ReadonlySet<string | undefined>, reader: ExpressionReader): DecisionFunction {
  const id = textAt(element, 'id') ?? '';
  const definition = elementAt(element, 'encapsulatedLogic');
  const kind = textAt(definition, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') reader.problem('DMN_LANGUAGE', id, { language: kind });
  return {
    id,
    name: textAt(elementAt(element, 'variable'), 'name') ?? textAt(element, 'name') ?? id,
    ...optional('description', element),
    ...typeAt(elementAt(element, 'variable')),
    parameters: elementsAt(definition, 'formalParameter').map((parameter) => variableOf(parameter, '')),
    requiresFunctions: requirements(element, 'knowledgeRequirement', 'requiredKnowledge', ids, id, reader),
    body: readLogic(elementAt(definition, 'body'), id, reader),
  };
}

function requirements(
  element: ModdleElement,
  list: string,
  property: string,
  ids: ReadonlySet<string | undefined>,
  elementId: string,
  reader: ExpressionReader,
): readonly string[] {
  const hrefs = elementsAt(element, list).map((requirement) => textAt(elementAt(requirement, property), 'href'));
  return hrefs
    .filter((href) => href !== undefined)
    .map((href) => {
      const id = href.replace(/^#/, '');
      if (!ids.has(id)) reader.problem('DMN_REFERENCE_UNKNOWN', elementId, { href });
      return id;
    });
}
