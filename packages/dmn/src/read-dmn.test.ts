import { decide } from '@tongban/feel';
import { describe, expect, test } from 'vitest';
import { DMN_SIZE_LIMIT, readDmn } from './index.ts';

const definitions = (body: string, namespace = 'https://www.omg.org/spec/DMN/20191111/MODEL/'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="${namespace}" id="defs" name="测试" namespace="urn:test">${body}</definitions>`;

const grades = (cells = '&gt; 90', extra = ''): string => `
  <decision id="grade" name="等级"><variable name="等级" typeRef="string"/>${extra}
    <decisionTable hitPolicy="FIRST">
      <input id="in" label="得分"><inputExpression typeRef="number"><text>得分</text></inputExpression></input>
      <output id="out" name="等级" typeRef="string"><outputValues><text>"A","A-"</text></outputValues></output>
      <annotation name="出处"/>
      <rule id="r1"><inputEntry><text>${cells}</text></inputEntry><outputEntry><text>"A"</text></outputEntry><annotationEntry><text>表 5</text></annotationEntry></rule>
      <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"A-"</text></outputEntry></rule>
    </decisionTable>
  </decision>`;

const environment = { now: 0, offsetMinutes: 480 };
const codesOf = async (xml: string): Promise<readonly string[]> => (await readDmn(xml)).problems.map(({ code }) => code);

describe('DMN1 files that are refused', () => {
  test.each([
    ['nothing', '', 'DMN_NOT_XML'],
    ['text', 'no xml', 'DMN_NOT_XML'],
    ['an open element', definitions('<decision id="d">').slice(0, -15), 'DMN_NOT_XML'],
    ['other XML', '<a/>', 'DMN_NOT_DMN'],
    ['BPMN', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"/>', 'DMN_NOT_DMN'],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${definitions('')}`, 'DMN_DOCTYPE'],
    ['a document type after a comment', `<!-- x --><!DocType a>${definitions('')}`, 'DMN_DOCTYPE'],
    ['too many bytes', definitions(`<!--${'中'.repeat(DMN_SIZE_LIMIT / 3)}-->`), 'DMN_TOO_LARGE'],
  ])('DMN1 %s', async (_, xml, code) => {
    const { model, problems } = await readDmn(xml);
    expect(model).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('DMN1 a comment may mention a document type', async () => {
    expect(await codesOf(definitions('<!-- <!DOCTYPE a> -->'))).toEqual([]);
  });
});

test.each([
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
])('DMN2 %s', async (namespace) => {
  const { model } = await readDmn(definitions(grades(), namespace));
  expect(model?.decisions.map(({ id }) => id)).toEqual(['grade']);
});

test('DMN3 a table is read with its columns, rules and remarks, and decides', async () => {
  const { model, problems } = await readDmn(definitions(grades()));
  expect(problems).toEqual([]);
  expect(model?.decisions[0]).toMatchObject({
    id: 'grade',
    name: '等级',
    variable: { name: '等级', type: { name: 'string' } },
    logic: {
      kind: 'table',
      hitPolicy: 'F',
      inputs: [{ id: 'in', label: '得分', expression: { text: '得分', reads: ['得分'] }, type: { name: 'number' } }],
      outputs: [{ id: 'out', name: '等级', allowedValues: { text: '"A","A-"' } }],
      annotations: ['出处'],
      rules: [
        { id: 'r1', annotations: ['表 5'] },
        { id: 'grade_rule_2', annotations: [] },
      ],
    },
  });
  const grade = (score: string): unknown => model && decide(model, 'grade', () => ({ $decimal: score }), environment).outputs;
  expect(['90', '90.01'].map(grade)).toEqual(['A-', 'A']);
});

test('DMN3 boxed expressions, functions and requirements are read, and run', async () => {
  const { model, problems } = await readDmn(
    definitions(`
    <itemDefinition name="tScore"><typeRef>number</typeRef><allowedValues><text>[0..100]</text></allowedValues></itemDefinition>
    <inputData id="in_score" name="score"><variable name="score" typeRef="tScore"/></inputData>
    <businessKnowledgeModel id="bkm" name="add up"><encapsulatedLogic>
      <formalParameter name="a" typeRef="number"/><formalParameter name="b"/>
      <literalExpression><text>a + b</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
    <decision id="base" name="base"><informationRequirement><requiredInput href="#in_score"/></informationRequirement>
      <context><contextEntry><variable name="one"/><literalExpression><text>score + 1</text></literalExpression></contextEntry>
        <contextEntry><variable name="two"/><list><literalExpression><text>one</text></literalExpression></list></contextEntry></context></decision>
    <decision id="final" name="final"><informationRequirement><requiredDecision href="#base"/></informationRequirement>
      <knowledgeRequirement><requiredKnowledge href="#bkm"/></knowledgeRequirement>
      <invocation><literalExpression><text>add up</text></literalExpression>
        <binding><parameter name="a"/><literalExpression><text>base.one</text></literalExpression></binding>
        <binding><parameter name="b"/><literalExpression><text>add up(base.two[1], 100)</text></literalExpression></binding></invocation></decision>`),
  );
  expect(problems).toEqual([]);
  expect(model?.decisions.map(({ requires, requiresInputs, requiresFunctions }) => [requires, requiresInputs, requiresFunctions])).toEqual([
    [[], ['in_score'], []],
    [['base'], [], ['bkm']],
  ]);
  expect(model && decide(model, 'final', () => 5, environment).outputs).toBe(112);
});

describe('DMN5 problems have their place', () => {
  test('DMN5 a cell that is no FEEL', async () => {
    const { model, problems } = await readDmn(definitions(grades('&gt; 90 and')));
    expect(model).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'FEEL_SYNTAX_TRAILING', place: { elementId: 'r1', property: '得分', from: 5, to: 8 } }]);
  });

  test.each([
    [
      'a requirement that is not there',
      grades('-', '<informationRequirement><requiredDecision href="#no"/></informationRequirement>'),
      'DMN_REFERENCE_UNKNOWN',
    ],
    [
      'another language',
      '<decision id="d"><literalExpression expressionLanguage="javascript"><text>1</text></literalExpression></decision>',
      'DMN_LANGUAGE',
    ],
    ['a decision without id', '<decision name="d"><literalExpression><text>1</text></literalExpression></decision>', 'DMN_ID_MISSING'],
    ['a hit policy', '<decision id="d"><decisionTable hitPolicy="SOME"/></decision>', 'DMN_HIT_POLICY'],
    [
      'a rule with a cell too few',
      '<decision id="d"><decisionTable><input><inputExpression><text>a</text></inputExpression></input><output/><rule id="r"><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>',
      'DMN_RULE_CELLS',
    ],
  ])('DMN5 %s', async (_, body, code) => {
    const { model, problems } = await readDmn(definitions(body));
    expect(model).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const sentence of problems.flatMap(({ sentences }) => Object.values(sentences))) expect(sentence).not.toMatch(/\{\w+\}/);
  });
});

test('DMN6 what plays no part is named', async () => {
  const { model, problems } = await readDmn(
    definitions('<knowledgeSource id="law" name="法规"/><decision id="d"><literalExpression><text>1</text></literalExpression></decision>'),
  );
  expect(model?.decisions).toHaveLength(1);
  expect(problems).toMatchObject([{ code: 'DMN_ELEMENT_IGNORED', severity: 'info', place: { elementId: 'law' } }]);
});

test('DMN3 a designer gets the table of a file with unreadable texts as well, with those texts', async () => {
  const xml = definitions(grades('[90..'));
  expect((await readDmn(xml)).model).toBeUndefined();
  const { model, problems } = await readDmn(xml, { unfinished: true });
  const logic = model?.decisions[0]?.logic;
  expect(logic?.kind === 'table' && logic.rules[0]?.inputEntries[0]?.text).toBe('[90..');
  expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
});
