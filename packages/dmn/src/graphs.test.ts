/** Files with services, imports and the boxes of DMN 1.4, from XML to results. */
import { decide } from '@tongban/feel';
import type { DecisionModel, Json } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { readDmn, readDmnFiles } from './index.ts';

const environment = { now: 0, offsetMinutes: 480 };
const file = (body: string, namespace = 'urn:main'): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="defs" name="${namespace}" namespace="${namespace}">${body}</definitions>`;
const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`;

async function decided(xml: string, id: string, data: Readonly<Record<string, Json>> = {}): Promise<Json> {
  const { model, problems } = await readDmn(xml);
  expect(problems).toEqual([]);
  return decide(model as DecisionModel, id, (name) => data[name], environment).outputs;
}

describe('DMN9 boxes of DMN 1.4', () => {
  test.each([
    ['if', `<conditional><if>${literal('x &gt; 1')}</if><then>${literal('"a"')}</then><else>${literal('"b"')}</else></conditional>`, 'a'],
    ['for', `<for iteratorVariable="i"><in>${literal('[1, 2]')}</in><return>${literal('i * x + count(partial)')}</return></for>`, [2, 5]],
    ['for over a range', `<for iteratorVariable="i"><in>${literal('[1..3]')}</in><return>${literal('i')}</return></for>`, [1, 2, 3]],
    ['some', `<some iteratorVariable="i"><in>${literal('[1, 2]')}</in><satisfies>${literal('i = x')}</satisfies></some>`, true],
    ['every', `<every iteratorVariable="i"><in>${literal('[1, 2]')}</in><satisfies>${literal('i = x')}</satisfies></every>`, false],
    ['filter', `<filter><in>${literal('[{a: 1}, {a: 3}]')}</in><match>${literal('a &gt; x and item.a = a')}</match></filter>`, [{ a: 3 }]],
    [
      'nested',
      `<for iteratorVariable="i"><in><filter><in>${literal('[1, 2, 3]')}</in><match>${literal('item &gt; 1')}</match></filter></in><return>${literal('i')}</return></for>`,
      [2, 3],
    ],
  ])('DMN9 %s', async (_, logic, expected) => {
    expect(await decided(file(`<decision id="d" name="d">${logic}</decision>`), 'd', { x: 2 })).toEqual(expected);
  });

  test('DMN9 an empty box is refused', async () => {
    const { problems } = await readDmn(file(`<decision id="d" name="d"><conditional><if>${literal('true')}</if></conditional></decision>`));
    expect(problems.map(({ code }) => code)).toEqual(['DMN_LOGIC_EMPTY', 'DMN_LOGIC_EMPTY']);
  });

  test('DMN9 a box nobody knows is refused', async () => {
    const { model, problems } = await readDmn(file('<decision id="d" name="d"><magic/></decision>'));
    expect(model).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'DMN_LOGIC_UNKNOWN', details: { type: 'magic' } }, { code: 'DMN_LOGIC_MISSING' }]);
  });
});

const service = `
  <inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData>
  <inputData id="y" name="y"><variable name="y" typeRef="number"/></inputData>
  <decision id="base" name="base"><informationRequirement><requiredInput href="#y"/></informationRequirement>${literal('y * 10')}</decision>
  <decision id="inner" name="inner"><informationRequirement><requiredInput href="#x"/></informationRequirement>${literal('x + 1')}</decision>
  <decision id="out" name="out"><informationRequirement><requiredDecision href="#inner"/></informationRequirement>
    <informationRequirement><requiredDecision href="#base"/></informationRequirement>${literal('inner + base')}</decision>
  <decisionService id="svc" name="应得 分数"><outputDecision href="#out"/><encapsulatedDecision href="#inner"/><inputDecision href="#base"/><inputData href="#x"/></decisionService>`;

describe('DMN10 decision services', () => {
  test('DMN10 are called by name, with data and with results', async () => {
    const caller = `<decision id="caller" name="caller"><knowledgeRequirement><requiredKnowledge href="#svc"/></knowledgeRequirement>
      ${literal('应得 分数(1, 500) + 应得 分数(base: 0, x: 2)')}</decision>`;
    expect(await decided(file(service + caller), 'caller', { x: 99, y: 99 })).toBe(502 + 3);
  });

  test('DMN10 are asked from outside by their id', async () => {
    expect(await decided(file(service), 'svc', { x: 1, base: 7 })).toBe(9);
  });

  test('DMN10 several outputs are a context', async () => {
    const two = service.replace('<outputDecision href="#out"/>', '<outputDecision href="#out"/><outputDecision href="#inner"/>');
    expect(await decided(file(two), 'svc', { x: 1, base: 7 })).toEqual({ out: 9, inner: 2 });
  });
});

const library = file(
  `<itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"A", "B"</text></allowedValues></itemDefinition>
   <inputData id="in" name="score"><variable name="score" typeRef="number"/></inputData>
   <businessKnowledgeModel id="add" name="add up"><encapsulatedLogic><formalParameter name="a"/><formalParameter name="b"/>${literal('a + b')}</encapsulatedLogic></businessKnowledgeModel>
   <decision id="base" name="基础 分"><knowledgeRequirement><requiredKnowledge href="#add"/></knowledgeRequirement>${literal('add up(40, 2)')}</decision>`,
  'urn:lib',
);
const importing = file(
  `<import name="lib" namespace="urn:lib" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
   <inputData id="g" name="g"><variable name="g" typeRef="lib.tGrade"/></inputData>
   <decision id="main" name="main"><informationRequirement><requiredDecision href="urn:lib#base"/></informationRequirement>
     <informationRequirement><requiredInput href="urn:lib#in"/></informationRequirement>
     <informationRequirement><requiredInput href="#g"/></informationRequirement>
     <knowledgeRequirement><requiredKnowledge href="urn:lib#add"/></knowledgeRequirement>
     ${literal('lib.add up(lib.基础 分, lib.score)')}</decision>`,
);

describe('DMN11 imports', () => {
  test('DMN11 files are read in the order in which they need each other', async () => {
    const files = await readDmnFiles({ 'a.dmn': importing, 'b.dmn': library });
    expect(Object.values(files).flatMap(({ problems }) => problems)).toEqual([]);
    const model = files['a.dmn']?.model as DecisionModel;
    const data: Readonly<Record<string, Json>> = { lib: { score: 8 }, g: 'A' };
    expect(decide(model, 'main', (name) => data[name], environment).outputs).toBe(50);
    const wrong = decide(model, 'main', (name) => (name === 'g' ? 'C' : data[name]), environment);
    expect(wrong).toMatchObject({ outputs: null, problems: [{ code: 'FEEL_DECISION_TYPE', details: { input: 'g', type: 'lib.tGrade' } }] });
  });

  test('DMN11 what no file gives, and circles, are refused', async () => {
    expect((await readDmn(importing)).problems.map(({ code }) => code)).toContain('DMN_IMPORT_MISSING');
    const back = library.replace('<itemDefinition', '<import name="m" namespace="urn:main" importType="x"/><itemDefinition');
    const files = await readDmnFiles({ 'a.dmn': importing, 'b.dmn': back });
    expect(Object.values(files).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['DMN_IMPORT_CIRCLE'],
      ['DMN_IMPORT_CIRCLE'],
    ]);
  });
});
