import type { MeasureManifest } from '@tongban/model';
import { expect, test } from 'vitest';
import { renameKey } from '../commands/rename-key.ts';
import { findField } from '../field-tree.ts';
import { application, circulation } from '../test-support/forms.ts';
import { contextOf, mockContext, mockSources } from '../test-support/measure.ts';
import { measureUses } from './measure-uses.ts';
import { renamedElsewhere } from './rename-elsewhere.ts';
import { withXmlTexts, xmlTexts } from './xml-texts.ts';

const manifest = mockContext.manifest as MeasureManifest;

test('every use of a key in flow, documents, samples and the naming of a case is found, with the place people know', () => {
  const placed = findField(application, 'F-01.projectName')!;
  const uses = measureUses(mockSources, manifest, { form: application, placed });
  const parts = uses.map(({ part, where }) => `${part} ${where}`);
  expect(parts).toContain('flow 生成流转单');
  expect(new Set(uses.map(({ part }) => part))).toEqual(new Set(['flow', 'document', 'scenario', 'manifest']));
});

test.each([
  [application, 'F-01.projectName', 'nameOfProject'],
  [application, 'F-01.opinionNaturalResources', 'landOpinion'],
  [circulation, 'F-04.rows', 'lines'],
  [circulation, 'F-04.rows/itemCode', 'code1'],
])('renamed in the whole measure it is read nowhere under the old key, and renaming back gives every file as it was', (form, id, to) => {
  const placed = findField(form, id)!;
  const from = placed.field.key;
  const fieldId = placed.field.id;
  const files = renamedElsewhere(mockContext, form, { fieldId, from, to });
  expect(Object.keys(files)).toContain('flow.bpmn');
  const renamed = renameKey(form, fieldId, to, true)!.execute(form);
  const after = contextOf({ ...mockSources, ...files });
  expect(measureUses(after.sources!, manifest, { form, placed })).toEqual([]);
  const back = renamedElsewhere(after, renamed, { fieldId, from: to, to: from });
  expect(Object.keys(back).sort()).toEqual(Object.keys(files).sort());
  const restored = { ...files, ...back };
  for (const [path, text] of Object.entries(restored)) expect(text, path).toBe(mockSources[path]);
});

test('a table, its cells and its examples follow', () => {
  const dmn = `<definitions><decision id="DT-1" name="金额"><decisionTable><input label="application.cost"><inputExpression><text>application.cost</text></inputExpression></input>
    <rule><inputEntry><text>&lt; application.cost, &gt; 3</text></inputEntry><outputEntry><text>"application.cost"</text></outputEntry></rule></decisionTable></decision></definitions>`;
  const examples = JSON.stringify({
    formatVersion: 1,
    decision: 'DT-1',
    given: {},
    examples: [{ name: 'a', inputs: { application: { cost: 1 } }, expected: 2 }],
  });
  const parts = { ...manifest.parts, tables: ['tables/a.dmn'], examples: ['tables/a.examples.json'] };
  const sources = { ...mockSources, 'tables/a.dmn': dmn, 'tables/a.examples.json': examples };
  const form = { ...application, fields: [{ kind: 'number', id: 'F-01.cost', key: 'cost', label: { 'zh-CN': '费用' } }] } as const;
  const files = renamedElsewhere({ ...mockContext, manifest: { ...manifest, parts }, sources }, form, {
    fieldId: 'F-01.cost',
    from: 'cost',
    to: 'price',
  });
  expect(Object.keys(files).sort()).toEqual(['tables/a.dmn', 'tables/a.examples.json']);
  expect(files['tables/a.dmn']).toBe(
    dmn.replaceAll('<text>application.cost', '<text>application.price').replace('&lt; application.cost', '&lt; application.price'),
  );
  expect(JSON.parse(files['tables/a.examples.json'] ?? '{}')).toMatchObject({ examples: [{ inputs: { application: { price: 1 } } }] });
});

test('a text of XML is changed where it stands, and every other sign stays', () => {
  const xml = `<?xml version="1.0"?><!-- <a b="x"/> --><p:a  name='甲' b="1 &lt; 2"><![CDATA[x > 1]]><c id="i">t &amp; u</c></p:a>`;
  const texts = xmlTexts(xml);
  expect(texts.map(({ element, attribute, text, name }) => [element, attribute, text, name])).toEqual([
    ['a', 'name', '甲', '甲'],
    ['a', 'b', '1 < 2', '甲'],
    ['a', undefined, 'x > 1', '甲'],
    ['c', 'id', 'i', '甲'],
    ['c', undefined, 't & u', '甲'],
  ]);
  const changed = withXmlTexts(xml, [
    [texts[1]!, '3 < "4"'],
    [texts[2]!, 'y < 2'],
    [texts[4]!, 'v & w'],
  ]);
  expect(changed).toBe(
    `<?xml version="1.0"?><!-- <a b="x"/> --><p:a  name='甲' b="3 &lt; &quot;4&quot;"><![CDATA[y < 2]]><c id="i">v &amp; w</c></p:a>`,
  );
});
