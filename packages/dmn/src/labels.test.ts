import type { DecisionModel, DecisionTable } from '@tongban/model';
import { expect, test } from 'vitest';
import { readDmn, writeDmn } from './index.ts';

const file = (prefix: string): string => {
  const p = prefix === '' ? '' : `${prefix}:`;
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return `<${p}definitions ${xmlns}="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:other="urn:other" id="m" name="m" namespace="urn:m">
  <${p}decision id="d" name="等级">
    <${p}description>说明</${p}description>
    <${p}extensionElements><other:note>keep</other:note></${p}extensionElements>
    <${p}decisionTable id="t">
      <${p}input id="i" label="得分"><${p}inputExpression><${p}text>1</${p}text></${p}inputExpression></${p}input>
      <${p}output id="o" name="r"/>
      <${p}annotation name="依据"/>
      <${p}annotation name="备注"/>
    </${p}decisionTable>
  </${p}decision>
</${p}definitions>`;
};

async function modelOf(xml: string): Promise<DecisionModel> {
  const { model, problems } = await readDmn(xml);
  expect(problems).toEqual([]);
  return model as DecisionModel;
}

function inEnglish(model: DecisionModel): DecisionModel {
  return {
    ...model,
    decisions: model.decisions.map((decision) => {
      const table = decision.logic as DecisionTable;
      const logic: DecisionTable = {
        ...table,
        inputs: table.inputs.map((input) => ({ ...input, labels: { en: 'Score <&>' } })),
        outputs: table.outputs.map((output) => ({ ...output, labels: { en: 'Result' } })),
        annotationLabels: [{}, { en: 'Remark' }],
      };
      return { ...decision, labels: { en: 'Grade' }, logic };
    }),
  };
}

test.each([[''], ['dmn']])(
  'DMN12 headings in English are written over a file with prefix “%s”, beside what other tools wrote',
  async (prefix) => {
    const original = file(prefix);
    const english = inEnglish(await modelOf(original));
    const xml = await writeDmn(english, { original });
    expect(await modelOf(xml)).toEqual(english);
    expect(xml).toContain('<other:note>keep</other:note>');
    expect(xml).toContain('lang="en">Score &lt;&amp;&gt;</tb:label>');
    expect(await writeDmn(await modelOf(xml), { original: xml })).toBe(xml);
  },
);

test('DMN12 without its headings the file is what it was, but for its spaces', async () => {
  const original = file('');
  const xml = await writeDmn(inEnglish(await modelOf(original)), { original });
  const back = await writeDmn(await modelOf(original), { original: xml });
  expect(back).not.toContain('tb:label');
  expect(back).toContain('<other:note>keep</other:note>');
  expect(await modelOf(back)).toEqual(await modelOf(original));
});

test('DMN12 a new file holds them too', async () => {
  const english = inEnglish(await modelOf(file('')));
  expect(await modelOf(await writeDmn(english))).toEqual(english);
});
