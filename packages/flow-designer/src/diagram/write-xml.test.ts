import { type ModdleElement, rewriteBpmn } from '@tongban/bpmn';
import { expect, test } from 'vitest';
import { writeXml } from './write-xml.ts';

const files = {
  ...import.meta.glob('../../../bpmn/test/fixtures/**/*.bpmn', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob('../../../measures/*/flow.bpmn', { query: '?raw', import: 'default', eager: true }),
};
const named = Object.entries(files).map(([path, xml]) => [path.split('/').slice(-2).join('/'), xml] as const);

test.each(named)('%s is written in slices as in one go', async (_name, xml) => {
  const { definitions, text } = await read(xml);
  expect(sorted(await writeXml(definitions, () => true, 4))).toBe(sorted(text));
});

test('a prefix that means two things in one file, and a text that looks like a mark, come out as in one go', async () => {
  const tasks = [1, 2, 3].map(
    (id) => `<task id="t${id}" x:a="1" xmlns:x="urn:x${id}"><documentation>a
      b &lt;task id="tb-list-0" /&gt;</documentation></task>`,
  );
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><process id="p">${tasks.join('')}</process></definitions>`;
  const { definitions, text } = await read(xml);
  expect(sorted(await writeXml(definitions, () => true, 1))).toBe(sorted(text));
});

test('namespaces keep the order of the file, and what is used first in a slice is declared', async () => {
  const around = (inner: string) =>
    `<b:definitions xmlns:z="urn:z" xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><b:process id="p">${inner}</b:process></b:definitions>`;
  const { definitions } = await read(
    around(
      '<b:task id="t1" z:a="1" /><b:task id="t2" /><b:sequenceFlow id="f"><b:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="b:tFormalExpression">=x</b:conditionExpression></b:sequenceFlow>',
    ),
  );
  for (const slice of [1, 100])
    expect((await writeXml(definitions, () => true, slice))?.match(/xmlns:\w+/g)).toEqual(['xmlns:z', 'xmlns:b', 'xmlns:xsi']);
});

test('gives up between two slices when it is told to', async () => {
  const { definitions } = await read(named[0]?.[1] ?? '');
  let slices = 0;
  expect(await writeXml(definitions, () => ++slices < 3, 1)).toBeUndefined();
  expect(slices).toBe(3);
});

// the namespaces of the file in one order
function sorted(xml: string | undefined): string | undefined {
  return xml?.replace(/^(<\?[^>]*>\n<[^\s>]+)((?: [^\s=]+="[^"]*")*)/, (_all, start: string, attributes: string) =>
    [start, ...(attributes.match(/ [^\s=]+="[^"]*"/g) ?? []).sort()].join(''),
  );
}

async function read(xml: string): Promise<{ readonly definitions: ModdleElement; readonly text: string }> {
  let definitions: ModdleElement | undefined;
  const { xml: text = '' } = await rewriteBpmn(xml, (document) => {
    definitions = document.definitions;
  });
  return { definitions: definitions as ModdleElement, text };
}
