/** Makes the elements of a model. */
import type {
  Decision,
  DecisionFunction,
  DecisionImport,
  DecisionInputData,
  DecisionModel,
  DecisionService,
  DecisionType,
} from '@tongban/model';
import { create, createText } from './dmn-element.ts';
import { labelled } from './labels.ts';
import { item, typeRef, unaryTests, writeLogic } from './write-logic.ts';
import type { XmlElement } from './xml/xml-node.ts';

const NAMESPACE = 'https://tongban.dev/decisions';

/** The definitions element of a model. */
export function writeDefinitions(model: DecisionModel): XmlElement {
  return create('definitions', { id: model.id, name: model.name, namespace: model.namespace ?? NAMESPACE }, [
    createText('description', model.description),
    ...(model.imports ?? []).map(writeImport),
    ...model.types.map((type) => writeType(type)),
    ...model.inputs.map(writeInputData),
    ...model.functions.map(writeFunction),
    ...model.decisions.map(writeDecision),
    ...(model.services ?? []).map(writeService),
  ]);
}

/** What an import of DMN says of its kind when nobody said it. */
const IMPORT_TYPE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

function writeImport({ name, namespace, locationUri, importType = IMPORT_TYPE }: DecisionImport): XmlElement {
  return create('import', { name, namespace, locationURI: locationUri, importType });
}

function writeType(type: DecisionType, element = 'itemDefinition'): XmlElement {
  return create(element, { id: type.id, name: type.name, isCollection: type.isCollection ? 'true' : undefined }, [
    createText('typeRef', typeRef(type.type)),
    unaryTests('allowedValues', type.allowedValues),
    unaryTests('typeConstraint', type.constraint),
    ...(type.entries ?? []).map((entry) => writeType(entry, 'itemComponent')),
  ]);
}

function writeInputData({ id, name, type, description }: DecisionInputData): XmlElement {
  return create('inputData', { id, name }, [
    createText('description', description),
    item('variable', { name, ...(type ? { type } : {}) }, `${id}_variable`),
  ]);
}

function writeDecision(decision: Decision): XmlElement {
  const { id, name, labels, variable, description, question, allowedAnswers } = decision;
  return create('decision', { id, name }, [
    createText('description', description),
    labelled(labels),
    createText('question', question),
    createText('allowedAnswers', allowedAnswers),
    item('variable', variable, `${id}_variable`),
    ...decision.requires.map((required) => requirement('informationRequirement', 'requiredDecision', required)),
    ...decision.requiresInputs.map((required) => requirement('informationRequirement', 'requiredInput', required)),
    ...decision.requiresFunctions.map(functionRequirement),
    decision.logic && writeLogic(decision.logic),
  ]);
}

function writeFunction({ id, name, description, type, parameters, body, requiresFunctions }: DecisionFunction): XmlElement {
  return create('businessKnowledgeModel', { id, name }, [
    createText('description', description),
    item('variable', { name, ...(type ? { type } : {}) }, `${id}_variable`),
    create('encapsulatedLogic', {}, [...parameters.map((parameter) => item('formalParameter', parameter)), writeLogic(body)]),
    ...requiresFunctions.map(functionRequirement),
  ]);
}

function writeService(service: DecisionService): XmlElement {
  const { id, name, description, type } = service;
  return create('decisionService', { id, name }, [
    createText('description', description),
    item('variable', { name, ...(type ? { type } : {}) }, `${id}_variable`),
    ...service.outputDecisions.map((reference) => referenceTo('outputDecision', reference)),
    ...service.encapsulatedDecisions.map((reference) => referenceTo('encapsulatedDecision', reference)),
    ...service.inputDecisions.map((reference) => referenceTo('inputDecision', reference)),
    ...service.inputData.map((reference) => referenceTo('inputData', reference)),
  ]);
}

function functionRequirement(reference: string): XmlElement {
  return requirement('knowledgeRequirement', 'requiredKnowledge', reference);
}

function requirement(element: string, property: string, reference: string): XmlElement {
  return create(element, {}, [referenceTo(property, reference)]);
}

function referenceTo(element: string, reference: string): XmlElement {
  return create(element, { href: reference.includes('#') ? reference : `#${reference}` });
}
