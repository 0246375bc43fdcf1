import { describe, expect, test } from 'vitest';
import { readBpmn } from './read-bpmn.ts';
import { rewriteBpmn } from './rewrite-bpmn.ts';

const FILES = import.meta.glob('../test/fixtures/tools/*.bpmn', { query: '?raw', import: 'default', eager: true });
const TOOLS = Object.fromEntries(Object.entries(FILES).map(([path, xml]) => [path.replace(/^.*\/|\.bpmn$/g, ''), xml]));

async function extensionsOf(name: string) {
  const { flow } = await readBpmn(TOOLS[name] ?? '');
  const nodes = flow?.processes.flatMap((process) => process.nodes) ?? [];
  return Object.fromEntries(nodes.filter(({ extension }) => Object.keys(extension).length > 0).map(({ id, extension }) => [id, extension]));
}

describe('files in the style of other tools', () => {
  test.each(Object.entries(TOOLS))('BR36 %s is read without an error', async (_, xml) => {
    const { flow, problems } = await readBpmn(xml);
    // what is written for another engine stays and is said on its element
    expect(problems.filter(({ severity, code }) => severity === 'error' && code !== 'BPMN_EXPRESSION_LANGUAGE')).toEqual([]);
    expect(flow?.processes[0]?.nodes.length).toBeGreaterThan(2);
  });

  test.each(Object.entries(TOOLS))('BR31 %s loses nothing foreign when it is saved, and is read the same', async (_, xml) => {
    const { xml: saved = '' } = await rewriteBpmn(xml, () => {});
    for (const foreign of foreignParts(xml)) expect(saved).toContain(foreign);
    const [before, after] = [await readBpmn(xml), await readBpmn(saved)];
    expect(after.flow).toEqual(before.flow);
  });

  test('BR33 reads who does what, forms, handlers and mappings', async () => {
    expect(await extensionsOf('camunda-8')).toEqual({
      review: { performer: { role: 'reviewer' }, filings: [{ form: 'reviewForm', access: 'write' }] },
      register: {
        assigns: [{ variable: 'number', value: '=permitNumber', at: 'end' }],
        handler: { name: 'register-permit', inputs: { holder: '=applicant.name' } },
      },
    });
    expect(await extensionsOf('flowable-ui')).toEqual({
      'sid-3F1': { performer: { starter: true } },
      'sid-3F2': { performer: { person: 'user' }, each: { collection: 'users', element: 'user' } },
    });
    expect(await extensionsOf('eclipse-modeler')).toEqual({ _2: { performer: { role: 'krisv' } } });
    expect(await extensionsOf('activiti-designer')).toMatchObject({ handle: { performer: { role: 'management' } } });
  });

  test('BR33 reads the counters of a multi-instance under their standard names', async () => {
    const { flow } = await readBpmn(TOOLS['flowable-ui'] ?? '');
    const loop = flow?.processes[0]?.nodes.find(({ id }) => id === 'sid-3F2')?.loop;
    expect(loop).toMatchObject({ completion: 'numberOfCompletedInstances = numberOfInstances' });
  });

  test('BR37 warns of candidates that cannot all be taken over', async () => {
    const { problems } = await readBpmn(TOOLS['activiti-designer'] ?? '');
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'BPMN_CANDIDATES_TOO_MANY', place: expect.objectContaining({ elementId: 'handle' }) }),
    );
  });
});

/** Attributes and elements with a prefix that is not BPMN's, without the prefix and in the spelling of a written file. */
function foreignParts(xml: string): readonly string[] {
  const attributes = [...xml.matchAll(/(?<!xmlns):([\w-]+="[^"]*")/g)].map(([, attribute]) => attribute ?? '');
  const values = [...xml.matchAll(/(?:metaValue|class|value|target|type)="[^"]+"/g)].map(([text]) => text);
  return [...attributes, ...values].filter(
    (text) => !/[&']/.test(text) && !/^(?:\w+)="bpmn2?:|schemaLocation|tFormalExpression/.test(text),
  );
}
