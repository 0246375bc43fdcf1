import type { Decision, DecisionModel, DecisionTable } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { readDmn, writeDmn } from './index.ts';

const original = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by another tool -->
<dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/"
  xmlns:x="http://example.org/x" id="defs" name="测试" namespace="urn:test" exporter="Other 1.0">
  <dmn:extensionElements><x:setting on='yes'/></dmn:extensionElements>
  <dmn:itemDefinition name="tGrade"><dmn:typeRef>feel:string</dmn:typeRef></dmn:itemDefinition>
  <dmn:knowledgeSource id="law" name="管理办法" locationURI="http://example.org/law"/>
  <dmn:decision id="grade" name="等级" x:colour="red">
    <dmn:description>按得分</dmn:description>
    <dmn:extensionElements>
      <x:note>保留 &amp; 不变</x:note>
    </dmn:extensionElements>
    <dmn:authorityRequirement><dmn:requiredAuthority href="#law"/></dmn:authorityRequirement>
    <dmn:decisionTable id="t" preferredOrientation="Rule-as-Row" outputLabel="等级">
      <dmn:input id="in" label="得分" x:width="120">
        <dmn:inputExpression id="ie" typeRef="number"><dmn:text><![CDATA[得分]]></dmn:text></dmn:inputExpression>
      </dmn:input>
      <dmn:output id="out" name="等级"/>
      <dmn:rule id="r1"><!-- best --><dmn:inputEntry id="c1"><dmn:text>&gt; 90</dmn:text></dmn:inputEntry><dmn:outputEntry id="c2"><dmn:text>"A"</dmn:text></dmn:outputEntry></dmn:rule>
      <dmn:rule>
        <dmn:inputEntry id="c3"><dmn:text>-</dmn:text></dmn:inputEntry>
        <dmn:outputEntry id="c4"><dmn:text>"B"</dmn:text></dmn:outputEntry>
      </dmn:rule>
    </dmn:decisionTable>
  </dmn:decision>
  <dmn:textAnnotation id="note"><dmn:text>第十五条</dmn:text></dmn:textAnnotation>
  <dmndi:DMNDI><dmndi:DMNDiagram id="d"><dmndi:DMNShape id="s" dmnElementRef="grade"/></dmndi:DMNDiagram></dmndi:DMNDI>
</dmn:definitions>
<!-- end -->
`;

async function read(xml: string): Promise<DecisionModel> {
  const { model, problems } = await readDmn(xml);
  if (!model) throw new Error(JSON.stringify(problems));
  return model;
}

type Change = (table: DecisionTable) => DecisionTable;

async function changed(change: Change): Promise<string> {
  const model = await read(original);
  const decisions = model.decisions.map((decision): Decision => ({ ...decision, logic: change(decision.logic as DecisionTable) }));
  return writeDmn({ ...model, decisions }, { original });
}

/** The lines that are only in one of two texts. */
function difference(before: string, after: string): { readonly gone: readonly string[]; readonly added: readonly string[] } {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return { gone: a.filter((line) => !b.includes(line)), added: b.filter((line) => !a.includes(line)) };
}

const swap: Change = (table) => ({ ...table, rules: [...table.rules].reverse() });

describe('DMN7 a file is written over', () => {
  test('DMN7 unchanged to the letter', async () => {
    expect(await writeDmn(await read(original), { original })).toBe(original);
  });

  test('DMN7 one cell, and nothing else', async () => {
    const cell = (
      await read(
        '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="d"><decisionTable><input><inputExpression><text>a</text></inputExpression></input><output/><rule><inputEntry><text>(80..90]</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision></definitions>',
      )
    ).decisions[0]?.logic as DecisionTable;
    const text = await changed((table) => ({
      ...table,
      rules: table.rules.map((rule, index) => (index === 1 ? { ...rule, inputEntries: cell.rules[0]?.inputEntries ?? [] } : rule)),
    }));
    expect(difference(original, text)).toEqual({
      gone: ['      <dmn:rule>', '        <dmn:inputEntry id="c3"><dmn:text>-</dmn:text></dmn:inputEntry>'],
      added: ['      <dmn:rule id="grade_rule_2">', '        <dmn:inputEntry id="c3"><dmn:text>(80..90]</dmn:text></dmn:inputEntry>'],
    });
  });

  test('DMN7 rules change places, go and come with what stands in them', async () => {
    const swapped = await changed(swap);
    expect(swapped.indexOf('id="grade_rule_2"')).toBeLessThan(swapped.indexOf('id="r1"'));
    expect(swapped).toContain('<!-- best -->');
    const removed = await changed((table) => ({ ...table, rules: table.rules.slice(1) }));
    expect(removed).not.toContain('best');
    const more = await changed((table) => ({
      ...table,
      rules: [...table.rules, { ...(table.rules[1] as (typeof table.rules)[0]), id: 'r3' }],
    }));
    expect(more).toContain(`</dmn:rule>
      <dmn:rule id="r3">
        <dmn:inputEntry>
          <dmn:text>-</dmn:text>`);
    for (const text of [swapped, removed, more]) {
      for (const kept of [
        'x:width="120"',
        '<x:note>保留 &amp; 不变</x:note>',
        'dmnElementRef="grade"',
        '<!-- end -->',
        "on='yes'",
        '第十五条',
        'requiredAuthority',
      ])
        expect(text).toContain(kept);
    }
  });

  test('DMN7 cells follow their columns', async () => {
    const wide = original
      .replace(
        '<dmn:output id="out"',
        '<dmn:input id="in2"><dmn:inputExpression><dmn:text>类别</dmn:text></dmn:inputExpression></dmn:input><dmn:output id="out"',
      )
      .replace(
        '<dmn:outputEntry id="c2">',
        '<dmn:inputEntry id="k1" x:a="1"><dmn:text>"甲"</dmn:text></dmn:inputEntry><dmn:outputEntry id="c2">',
      )
      .replace(
        '<dmn:outputEntry id="c4">',
        '<dmn:inputEntry id="k2" x:a="2"><dmn:text>-</dmn:text></dmn:inputEntry><dmn:outputEntry id="c4">',
      );
    const model = await read(wide);
    const decision = model.decisions[0] as Decision;
    const logic = decision.logic as DecisionTable;
    const write = (change: Change): Promise<string> =>
      writeDmn({ ...model, decisions: [{ ...decision, logic: change(logic) }] }, { original: wide });
    const cells = (text: string): readonly string[] =>
      [...text.matchAll(/<dmn:inputEntry id="(\w+)"(?: x:a="(\d)")?><dmn:text>(.*?)</g)].map((match) => match.slice(1).join(' '));

    const turned = await write((table) => ({
      ...table,
      inputs: [...table.inputs].reverse(),
      rules: table.rules.map((rule) => ({ ...rule, inputEntries: [...rule.inputEntries].reverse() })),
    }));
    expect(cells(turned)).toEqual(['k1 1 "甲"', 'c1  &gt; 90', 'k2 2 -', 'c3  -']);
    const fewer = await write((table) => ({
      ...table,
      inputs: table.inputs.slice(1),
      rules: table.rules.map((rule) => ({ ...rule, inputEntries: rule.inputEntries.slice(1) })),
    }));
    expect(cells(fewer)).toEqual(['k1 1 "甲"', 'k2 2 -']);
    const more = await write((table) => ({
      ...table,
      inputs: [{ ...(table.inputs[0] as DecisionTable['inputs'][0]), id: 'new' }, ...table.inputs],
      rules: table.rules.map((rule) => ({
        ...rule,
        inputEntries: [rule.inputEntries[0] as DecisionTable['rules'][0]['inputEntries'][0], ...rule.inputEntries],
      })),
    }));
    expect(cells(more)).toEqual(['c1  &gt; 90', 'k1 1 "甲"', 'c3  -', 'k2 2 -']);
    expect((await read(more)).decisions[0]?.logic).toMatchObject({ inputs: [{ id: 'new' }, { id: 'in' }, { id: 'in2' }] });
  });

  test('DMN7 what is read again is the model that was written', async () => {
    const base = await read(original);
    const literal = base.decisions[0]?.logic as DecisionTable;
    const model: DecisionModel = {
      ...base,
      types: [{ name: 'tScore', type: { name: 'number' } }, ...base.types],
      inputs: [{ id: 'score', name: '得分', type: { name: 'tScore' } }],
      decisions: [
        { ...(base.decisions[0] as Decision), name: '等次', requiresInputs: ['score'], logic: { ...literal, hitPolicy: 'F' } },
        {
          id: 'next',
          name: 'next',
          variable: { name: 'next' },
          requires: ['grade'],
          requiresInputs: [],
          requiresFunctions: [],
          logic: { kind: 'literal', expression: (literal.inputs[0] as DecisionTable['inputs'][0]).expression },
        },
      ],
    };
    expect(await read(await writeDmn(model, { original }))).toEqual(model);
  });

  test('DMN8 boxes of DMN 1.4 raise the version of the file', async () => {
    const base = await read(original);
    const expression = ((base.decisions[0] as Decision).logic as DecisionTable).inputs[0]?.expression;
    if (!expression) throw new Error('no column');
    const box = { kind: 'literal', expression } as const;
    const decisions = [{ ...(base.decisions[0] as Decision), logic: { kind: 'conditional', condition: box, yes: box, no: box } as const }];
    const text = await writeDmn({ ...base, decisions }, { original });
    expect(text).toContain('xmlns:dmn="https://www.omg.org/spec/DMN/20230324/MODEL/"');
    expect(text).toContain('xmlns:dmndi="https://www.omg.org/spec/DMN/20230324/DMNDI/"');
    expect((await read(text)).decisions).toEqual(decisions);
    expect(await writeDmn({ ...base, decisions })).toContain('xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"');
    expect(await writeDmn(base)).toContain('xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"');
  });
});
