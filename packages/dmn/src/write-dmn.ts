/** Writes decisions as DMN 1.3 XML. Reading the result gives the same decisions. */
import type { Decision, DecisionFunction, DecisionInputData, DecisionModel, DecisionType } from '@tongban/model';
import { create, type ModdleElement, moddle } from './moddle.ts';
import { item, typeRef, unaryTests, writeLogic } from './write-logic.ts';

const NAMESPACE = 'https://tongban.dev/decisions';

/** The XML of a model. */
export async function writeDmn(model: DecisionModel): Promise<string> {
  const root = create('dmn:Definitions', {
    id: model.id,
    name: model.name,
    namespace: model.namespace ?? NAMESPACE,
    description: model.description,
    itemDefinition: model.types.map(writeType),
    drgElement: [...model.inputs.map(writeInputData), ...model.functions.map(writeFunction), ...model.decisions.map(writeDecision)],
  });
  const { xml } = await moddle.toXML(root, { format: true });
  return xml;
}

function writeType(type: DecisionType): ModdleElement {
  return create('dmn:ItemDefinition', {
    id: type.id,
    name: type.name,
    typeRef: typeRef(type.type),
    isCollection: type.isCollection,
    allowedValues: unaryTests(type.allowedValues),
    itemComponent: type.entries?.map(writeType),
  });
}

function writeInputData({ id, name, type, description }: DecisionInputData): ModdleElement {
  return create('dmn:InputData', {
    id,
    name,
    description,
    variable: create('dmn:InformationItem', { id: `${id}_variable`, name, typeRef: typeRef(type) }),
  });
}

function writeDecision(decision: Decision): ModdleElement {
  const { id, name, variable, description, question, allowedAnswers } = decision;
  return create('dmn:Decision', {
    id,
    name,
    description,
    question,
    allowedAnswers,
    variable: create('dmn:InformationItem', { id: `${id}_variable`, name: variable.name, typeRef: typeRef(variable.type) }),
    informationRequirement: [
      ...decision.requires.map((required) => requirement('dmn:InformationRequirement', 'requiredDecision', required)),
      ...decision.requiresInputs.map((required) => requirement('dmn:InformationRequirement', 'requiredInput', required)),
    ],
    knowledgeRequirement: decision.requiresFunctions.map(functionRequirement),
    decisionLogic: decision.logic && writeLogic(decision.logic),
  });
}

function writeFunction(fn: DecisionFunction): ModdleElement {
  const { id, name, description, type } = fn;
  return create('dmn:BusinessKnowledgeModel', {
    id,
    name,
    description,
    variable: create('dmn:InformationItem', { id: `${id}_variable`, name, typeRef: typeRef(type) }),
    encapsulatedLogic: create('dmn:FunctionDefinition', {
      formalParameter: fn.parameters.map(item),
      body: writeLogic(fn.body),
    }),
    knowledgeRequirement: fn.requiresFunctions.map(functionRequirement),
  });
}

function functionRequirement(id: string): ModdleElement {
  return requirement('dmn:KnowledgeRequirement', 'requiredKnowledge', id);
}

function requirement(type: string, property: string, id: string): ModdleElement {
  return create(type, { [property]: create('dmn:DMNElementReference', { href: `#${id}` }) });
}
