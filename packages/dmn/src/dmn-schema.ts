/**
 * Which attributes and elements of DMN the model holds, in the order in which the schema wants them. What is not listed here is
 * kept as it stands when a file is written again.
 */

interface ElementSchema {
  readonly attributes: readonly string[];
  /** Elements inside, in order; `expression` stands for any boxed expression. */
  readonly children: readonly string[];
}

/** The boxed expressions. */
export const EXPRESSIONS: ReadonlySet<string> = new Set([
  'decisionTable',
  'literalExpression',
  'context',
  'invocation',
  'list',
  'relation',
  'functionDefinition',
  'conditional',
  'for',
  'some',
  'every',
  'filter',
]);

/** Those of them that came with DMN 1.4. */
export const EXPRESSIONS_OF_1_4: ReadonlySet<string> = new Set(['conditional', 'for', 'some', 'every', 'filter']);

const schema = (attributes: string, children: string): ElementSchema => ({
  attributes: attributes.split(' ').filter(Boolean),
  children: children.split(' ').filter(Boolean),
});

const boxed = (attributes: string, children: string): ElementSchema => schema(`id typeRef ${attributes}`, children);

/** By local name. */
export const SCHEMA: Readonly<Record<string, ElementSchema>> = {
  definitions: schema('id name namespace', 'description import itemDefinition inputData businessKnowledgeModel decision decisionService'),
  import: schema('name namespace locationURI importType', ''),
  itemDefinition: schema('id name isCollection', 'typeRef allowedValues typeConstraint itemComponent'),
  itemComponent: schema('id name isCollection', 'typeRef allowedValues typeConstraint itemComponent'),
  inputData: schema('id name href', 'description variable'),
  decision: schema('id name', 'description question allowedAnswers variable informationRequirement knowledgeRequirement expression'),
  businessKnowledgeModel: schema('id name', 'description variable encapsulatedLogic knowledgeRequirement'),
  decisionService: schema('id name', 'description variable outputDecision encapsulatedDecision inputDecision inputData'),
  informationRequirement: schema('', 'requiredDecision requiredInput'),
  knowledgeRequirement: schema('', 'requiredKnowledge'),
  requiredDecision: schema('href', ''),
  requiredInput: schema('href', ''),
  requiredKnowledge: schema('href', ''),
  outputDecision: schema('href', ''),
  encapsulatedDecision: schema('href', ''),
  inputDecision: schema('href', ''),
  variable: schema('name typeRef', ''),
  parameter: schema('name typeRef', ''),
  formalParameter: schema('name typeRef', ''),
  column: schema('name typeRef', ''),
  encapsulatedLogic: schema('', 'formalParameter expression'),
  literalExpression: boxed('', 'text'),
  functionDefinition: boxed('', 'formalParameter expression'),
  context: boxed('', 'contextEntry'),
  contextEntry: schema('id', 'variable expression'),
  invocation: boxed('', 'expression binding'),
  binding: schema('', 'parameter expression'),
  list: boxed('', 'expression'),
  relation: boxed('', 'column row'),
  row: schema('id', 'expression'),
  conditional: boxed('', 'if then else'),
  for: boxed('iteratorVariable', 'in return'),
  some: boxed('iteratorVariable', 'in satisfies'),
  every: boxed('iteratorVariable', 'in satisfies'),
  filter: boxed('', 'in match'),
  if: schema('', 'expression'),
  // biome-ignore lint/suspicious/noThenProperty: the name of an element
  then: schema('', 'expression'),
  else: schema('', 'expression'),
  in: schema('', 'expression'),
  return: schema('', 'expression'),
  satisfies: schema('', 'expression'),
  match: schema('', 'expression'),
  decisionTable: boxed('hitPolicy aggregation', 'input output annotation rule'),
  input: schema('id label', 'inputExpression inputValues'),
  inputExpression: schema('typeRef', 'text'),
  output: schema('id name label typeRef', 'outputValues defaultOutputEntry'),
  annotation: schema('name', ''),
  rule: schema('id', 'description inputEntry outputEntry annotationEntry'),
  inputValues: schema('', 'text'),
  outputValues: schema('', 'text'),
  allowedValues: schema('', 'text'),
  typeConstraint: schema('', 'text'),
  defaultOutputEntry: schema('', 'text'),
  inputEntry: schema('', 'text'),
  outputEntry: schema('', 'text'),
  annotationEntry: schema('', 'text'),
};

/** Elements of DMN that the model leaves out because they play no part when decisions are made. They are kept. */
export const KEPT: ReadonlySet<string> = new Set([
  ...['description', 'extensionElements', 'extensionAttribute', 'knowledgeSource', 'textAnnotation', 'association', 'group'],
  ...['elementCollection', 'performanceIndicator', 'organizationUnit', 'organisationalUnit', 'authorityRequirement'],
  ...['supportedObjective', 'impactedPerformanceIndicator', 'decisionMaker', 'decisionOwner', 'usingProcess', 'usingTask'],
  ...['functionItem', 'importedValues'],
]);
