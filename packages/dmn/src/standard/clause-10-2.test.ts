/** Boxed expressions, requirements, services and imports against DMN 1.5, clauses 6, 10.2 and 10.4: from XML to the result. */
import { decide } from '@tongban/feel';
import type { DecisionModel, Json } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { readDmnFiles } from '../index.ts';
import { decided, decisionFile, dmnFile, literalXml as literal } from '../test-support/decided.ts';

const entry = (name: string, text: string): string =>
  `<contextEntry>${name === '' ? '' : `<variable name="${name}"/>`}${literal(text)}</contextEntry>`;

const invocation = (callee: string, args: Readonly<Record<string, string>>): string =>
  `<invocation>${literal(callee)}${Object.entries(args)
    .map(([name, text]) => `<binding><parameter name="${name}"/>${literal(text)}</binding>`)
    .join('')}</invocation>`;

describe('10.2.1 boxed expressions', () => {
  const CASES: readonly (readonly [clause: string, logic: string, expected: Json])[] = [
    ['10.2.1.1 literal expression', literal('x + 1'), 3],
    ['10.2.1.1 null where nothing is given', literal('y'), null],
    ['10.2.1.3 invocation of a built-in function', invocation('substring', { string: '"approval"', 'start position': 'x' }), 'pproval'],
    ['10.2.1.3 parameters in any order', invocation('contains', { match: '"prov"', string: '"approval"' }), true],
    ['10.2.1.3 an optional parameter', invocation('substring', { string: '"approval"', 'start position': 'x', length: '3' }), 'ppr'],
    ['10.2.1.3 another signature', invocation('date', { year: '2026', month: 'x', day: '28' }), { $date: '2026-02-28' }],
    ['10.2.1.3 a list for a parameter that takes many', invocation('max', { list: '[1, x]' }), 2],
    ['10.2.1.3 null where no signature has the name', invocation('contains', { text: '"approval"', match: '"prov"' }), null],
    ['10.2.1.3 null where a parameter is missing', invocation('contains', { string: '"approval"' }), null],
    ['10.2.1.4 context without a result', `<context>${entry('a', 'x * 2')}${entry('b', 'a + 1')}</context>`, { a: 4, b: 5 }],
    ['10.2.1.4 context with a result', `<context>${entry('a', 'x * 2')}${entry('', 'a + 1')}</context>`, 5],
    ['10.2.1.4 an entry hides a name from outside', `<context>${entry('x', '10')}${entry('', 'x')}</context>`, 10],
    ['10.2.1.5 list', `<list>${literal('x')}${literal('"b"')}</list>`, [2, 'b']],
    ['10.2.1.5 list of nothing', '<list/>', []],
    [
      '10.2.1.6 relation',
      `<relation><column name="n"/><column name="m"/><row>${literal('1')}${literal('"a"')}</row><row>${literal('x')}${literal('null')}</row></relation>`,
      [
        { n: 1, m: 'a' },
        { n: 2, m: null },
      ],
    ],
    [
      '10.2.1.7 function, called in a context',
      `<context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="a"/>${literal('a * x')}</functionDefinition></contextEntry>${entry('', 'f(5)')}</context>`,
      10,
    ],
    [
      '10.2.1.8 conditional',
      `<conditional><if>${literal('x = 2')}</if><then>${literal('"yes"')}</then><else>${literal('"no"')}</else></conditional>`,
      'yes',
    ],
    [
      '10.2.1.8 conditional: null is no',
      `<conditional><if>${literal('null')}</if><then>${literal('1')}</then><else>${literal('2')}</else></conditional>`,
      2,
    ],
    ['10.2.1.9 filter', `<filter><in>${literal('[1, 2, 3]')}</in><match>${literal('item >= x')}</match></filter>`, [2, 3]],
    ['10.2.1.10 for', `<for iteratorVariable="i"><in>${literal('[1..3]')}</in><return>${literal('i * x')}</return></for>`, [2, 4, 6]],
    ['10.2.1.10 some', `<some iteratorVariable="i"><in>${literal('[1, 5]')}</in><satisfies>${literal('i > x')}</satisfies></some>`, true],
    [
      '10.2.1.10 every',
      `<every iteratorVariable="i"><in>${literal('[1, 5]')}</in><satisfies>${literal('i > x')}</satisfies></every>`,
      false,
    ],
  ];

  test.each(CASES)('%s', async (_, logic, expected) => {
    expect(await decided(decisionFile(logic), 'd', { x: 2 })).toEqual(expected);
  });
});

const need = (id: string): string => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
const data = (id: string): string => `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`;
const know = (id: string): string => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`;

/** `top` needs `half` and the function `twice`; `half` needs the input `x`. */
const GRAPH = `<inputData id="x_data" name="x"><variable name="x" typeRef="number"/></inputData>
  <businessKnowledgeModel id="twice" name="twice"><encapsulatedLogic><formalParameter name="n"/>${literal('n * 2')}</encapsulatedLogic></businessKnowledgeModel>
  <decision id="half" name="half">${data('x_data')}${literal('x / 2')}</decision>
  <decision id="top" name="top">${need('half')}${know('twice')}${literal('twice(half) + 1')}</decision>`;

describe('6.3 and 10.4 decisions and what they require', () => {
  test('10.4 a decision reads the results of those it requires, and calls functions', async () => {
    expect(await decided(dmnFile(GRAPH), 'top', { x: 10 })).toBe(11);
  });

  test('10.4 an input of another type is null', async () => {
    expect(await decided(dmnFile(GRAPH), 'half', { x: 'ten' })).toBeNull();
  });

  test('6.3.9 a business knowledge model is called by an invocation', async () => {
    const call = `<invocation>${literal('twice')}<binding><parameter name="n"/>${literal('21')}</binding></invocation>`;
    expect(await decided(dmnFile(`${GRAPH}<decision id="d" name="d">${know('twice')}${call}</decision>`), 'd')).toBe(42);
  });

  test('10.4 a decision service with one output gives its value, with several a context', async () => {
    const service = (outputs: readonly string[]): string =>
      `<decisionService id="s" name="s">${outputs.map((id) => `<outputDecision href="#${id}"/>`).join('')}<inputData href="#x_data"/></decisionService>`;
    expect(await decided(dmnFile(GRAPH + service(['top'])), 's', { x: 10 })).toBe(11);
    expect(await decided(dmnFile(GRAPH + service(['top', 'half'])), 's', { x: 10 })).toEqual({ top: 11, half: 5 });
  });

  test('10.4 a decision service takes results as inputs, and is a function', async () => {
    const service = '<decisionService id="s" name="s"><outputDecision href="#top"/><inputDecision href="#half"/></decisionService>';
    const caller = `<decision id="d" name="d">${know('s')}${literal('s(100)')}</decision>`;
    expect(await decided(dmnFile(GRAPH + service + caller), 'd')).toBe(201);
  });
});

describe('6.3.2 and 10.4 imports', () => {
  test.each([
    ['under a name', 'm', 'm.top + 1'],
    ['without a name', '', 'top + 1'],
  ])('%s', async (_, name, text) => {
    const main = `<import name="${name}" namespace="urn:graph" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
      <decision id="d" name="d"><informationRequirement><requiredDecision href="urn:graph#top"/></informationRequirement>${literal(text)}</decision>`;
    const files = await readDmnFiles({ 'main.dmn': dmnFile(main), 'graph.dmn': dmnFile(GRAPH, 'urn:graph') });
    expect(files['main.dmn']?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const lookup = (read: string): Json => (read === 'x' ? 10 : null);
    expect(decide(files['main.dmn']?.model as DecisionModel, 'd', lookup, { now: 0, offsetMinutes: 480 }).outputs).toBe(12);
  });
});

describe('7.3.2 item definitions', () => {
  const types = `<itemDefinition name="grade"><typeRef>string</typeRef><allowedValues><text>"A", "B"</text></allowedValues></itemDefinition>
    <itemDefinition name="grades" isCollection="true"><typeRef>grade</typeRef></itemDefinition>
    <itemDefinition name="firm"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="grade"><typeRef>grade</typeRef></itemComponent></itemDefinition>`;
  const file = (type: string): string =>
    dmnFile(
      `${types}<inputData id="i" name="i"><variable name="i" typeRef="${type}"/></inputData><decision id="d" name="d">${data('i')}${literal('i')}</decision>`,
    );

  test.each([
    ['grade', 'A', 'A'],
    ['grade', 'C', null],
    ['grade', 1, null],
    ['grades', ['A', 'B'], ['A', 'B']],
    ['grades', ['A', 'C'], null],
    ['firm', { name: '甲', grade: 'A' }, { name: '甲', grade: 'A' }],
    ['firm', { name: '甲', grade: 'Z' }, null],
  ] as const)('a value of %s: %o is %o', async (type, value, expected) => {
    expect(await decided(file(type), 'd', { i: value as Json })).toEqual(expected);
  });
});
