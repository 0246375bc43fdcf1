/** The decisions in an XML tree, in parsed form. */
import type {
  Decision,
  DecisionFunction,
  DecisionImport,
  DecisionInputData,
  DecisionModel,
  DecisionService,
  DecisionType,
  Problem,
} from '@tongban/model';
import { elementAt, elementsAt, textAt } from './dmn-element.ts';
import { ExpressionReader, optional, typeAt, variableOf } from './expression-reader.ts';
import { labelsAt } from './labels.ts';
import { namesIn } from './names-in.ts';
import { readLogic } from './read-logic.ts';
import { References } from './references.ts';
import { reportUnknown } from './report-unknown.ts';
import type { XmlElement } from './xml/xml-node.ts';

/** Reads a definitions element. `models` are those its imports may mean. */
export function readDefinitions(
  root: XmlElement,
  models: readonly DecisionModel[],
): { readonly model: DecisionModel; readonly problems: readonly Problem[] } {
  const imports = elementsAt(root, 'import').map((element) => readImport(element, models));
  const reader = new ExpressionReader(namesIn(root, imports));
  const references = new References(root, imports, reader);
  reportUnknown(root, reader);
  for (const { name, namespace, model } of imports) {
    if (!model) reader.problem('DMN_IMPORT_MISSING', name || namespace, { name: name || namespace, namespace });
  }
  const services = elementsAt(root, 'decisionService').map((element) => readService(element, references));
  const model: DecisionModel = {
    id: textAt(root, 'id') ?? 'definitions',
    name: textAt(root, 'name') ?? textAt(root, 'id') ?? 'definitions',
    ...optional('namespace', root),
    ...optional('description', root),
    types: elementsAt(root, 'itemDefinition').map((type) => readType(type, reader)),
    inputs: elementsAt(root, 'inputData').map(readInputData),
    decisions: elementsAt(root, 'decision').map((decision) => readDecision(decision, references, reader)),
    functions: elementsAt(root, 'businessKnowledgeModel').map((element) => readFunction(element, references, reader)),
    ...(services.length > 0 ? { services } : {}),
    ...(imports.length > 0 ? { imports } : {}),
  };
  return { model, problems: reader.problems };
}

function readImport(element: XmlElement, models: readonly DecisionModel[]): DecisionImport {
  const namespace = textAt(element, 'namespace') ?? '';
  const model = models.find((candidate) => candidate.namespace === namespace);
  return {
    name: textAt(element, 'name') ?? '',
    namespace,
    ...optional('locationUri', element, 'locationURI'),
    ...optional('importType', element),
    ...(model ? { model } : {}),
  };
}

function readType(element: XmlElement, reader: ExpressionReader): DecisionType {
  const name = textAt(element, 'name') ?? '';
  const entries = elementsAt(element, 'itemComponent').map((entry) => readType(entry, reader));
  const place = { elementId: textAt(element, 'id') ?? name };
  const allowedValues = reader.allowedValues(elementAt(element, 'allowedValues'), { ...place, property: 'allowedValues' });
  const constraint = reader.allowedValues(elementAt(element, 'typeConstraint'), { ...place, property: 'typeConstraint' });
  return {
    ...optional('id', element),
    name,
    ...typeAt(element),
    ...(textAt(element, 'isCollection') === 'true' ? { isCollection: true } : {}),
    ...(allowedValues ? { allowedValues } : {}),
    ...(constraint ? { constraint } : {}),
    ...(entries.length > 0 ? { entries } : {}),
  };
}

function readInputData(element: XmlElement): DecisionInputData {
  const id = textAt(element, 'id') ?? '';
  const name = textAt(element, 'name') ?? id;
  return { id, name, ...typeAt(elementAt(element, 'variable')), ...optional('description', element) };
}

function readDecision(element: XmlElement, references: References, reader: ExpressionReader): Decision {
  const id = textAt(element, 'id') ?? '';
  const name = textAt(element, 'name') ?? id;
  const logic = elementAt(element, 'expression');
  if (!logic) reader.problem('DMN_LOGIC_MISSING', id, {}, 'warning');
  return {
    id,
    name,
    ...labelsAt(element),
    variable: variableOf(elementAt(element, 'variable'), name),
    ...optional('description', element),
    ...optional('question', element),
    ...optional('allowedAnswers', element),
    requires: references.in(element, 'informationRequirement', 'requiredDecision'),
    requiresInputs: references.in(element, 'informationRequirement', 'requiredInput'),
    requiresFunctions: references.in(element, 'knowledgeRequirement', 'requiredKnowledge'),
    ...(logic ? { logic: readLogic(logic, id, reader) } : {}),
  };
}

function readFunction(element: XmlElement, references: References, reader: ExpressionReader): DecisionFunction {
  const id = textAt(element, 'id') ?? '';
  const definition = elementAt(element, 'encapsulatedLogic');
  reader.checkKind(definition, id);
  const variable = elementAt(element, 'variable');
  return {
    id,
    name: textAt(variable, 'name') ?? textAt(element, 'name') ?? id,
    ...optional('description', element),
    ...typeAt(variable),
    parameters: elementsAt(definition, 'formalParameter').map((parameter) => variableOf(parameter, '')),
    requiresFunctions: references.in(element, 'knowledgeRequirement', 'requiredKnowledge'),
    body: readLogic(elementAt(definition, 'expression'), id, reader),
  };
}

function readService(element: XmlElement, references: References): DecisionService {
  const id = textAt(element, 'id') ?? '';
  const variable = elementAt(element, 'variable');
  return {
    id,
    name: textAt(variable, 'name') ?? textAt(element, 'name') ?? id,
    ...optional('description', element),
    ...typeAt(variable),
    outputDecisions: references.in(element, 'outputDecision'),
    encapsulatedDecisions: references.in(element, 'encapsulatedDecision'),
    inputDecisions: references.in(element, 'inputDecision'),
    inputData: references.in(element, 'inputData'),
  };
}
