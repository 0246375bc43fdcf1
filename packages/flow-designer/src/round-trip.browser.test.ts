/** Files of many tools are opened, drawn, edited in one place and saved: all the rest comes back, the drawing included. */
import { readBpmn } from '@tongban/bpmn';
import type { Flow } from '@tongban/model';
import { expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import { enter, nextChange, openDesigner, shape, within } from './test-support/designer.ts';

const files = {
  ...import.meta.glob('../../bpmn/test/fixtures/**/*.bpmn', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob('../../measures/*/flow.bpmn', { query: '?raw', import: 'default', eager: true }),
};
const named = Object.entries(files).map(([path, xml]) => [path.split('/').slice(-2).join('/'), xml] as const);
// elements without an id get one, so these cannot come back the same
const whole = named.filter(([name]) => !/without-ids|activiti-designer|by-program/.test(name));
const drawn = whole.filter(([name, xml]) => xml.includes('BPMNShape') && !name.includes('partly-drawn'));

test.each(whole)('%s means the same after an edit, and keeps what other tools wrote', async (_name, xml) => {
  const { saved, edited } = await rename(xml);
  const [before, after] = [await flowOf(xml), await flowOf(saved)];
  expect(meaning(after, edited)).toEqual(meaning(before, edited));
  expect(foreignIn(saved)).toEqual(foreignIn(xml));
});

test.each(drawn)('%s comes back element by element, the drawing included', async (_name, xml) => {
  const { saved, edited } = await rename(xml);
  expect(missing(partsOf(xml, edited), partsOf(saved, edited))).toEqual([]);
});

test.each(named)('%s is drawn: every step of its first process and its pools has its shape', async (_name, xml) => {
  await browser.viewport(1440, 900);
  const designer = await openDesigner(xml);
  const { processes } = await flowOf(await savedBy(designer));
  const shown = /[<:]collaboration[\s>]/.test(xml) ? processes : processes.slice(0, 1);
  const ids = shown.flatMap(({ nodes }) => nodes.map(({ id }) => id));
  expect(ids.filter((id) => shape(designer, id) === null)).toEqual([]);
});

test('what a file does not draw gets a place of its own, beside what it follows', async () => {
  const xml = named.find(([name]) => name.includes('partly-drawn'))?.[1] ?? '';
  const { saved } = await rename(xml);
  const { picture } = await flowOf(saved);
  const [there, made] = ['drawn', 'undrawn'].map((id) => picture.shapes.find((one) => one.id === id));
  expect(made?.x).toBeGreaterThan((there?.x ?? 0) + 100);
  expect(picture.edges.map(({ id }) => id).sort()).toEqual(['f1', 'f2', 'f3', 'f4']);
});

test('a flag that a file writes as a number is drawn and saved as it was meant', async () => {
  const flow = named.find(([name]) => name.includes('camunda-modeler'))?.[1] ?? '';
  const xml = flow.replace(
    /<bpmn:boundaryEvent id="([^"]+)"[^>]*?attachedToRef="([^"]+)"[^>]*>/,
    '<bpmn:boundaryEvent id="$1" cancelActivity="1" attachedToRef="$2">',
  );
  expect(xml).not.toBe(flow);
  const id = /id="([^"]+)" cancelActivity="1"/.exec(xml)?.[1];
  const { saved } = await rename(xml);
  expect((await flowOf(saved)).processes.flatMap(({ nodes }) => nodes).find((one) => one.id === id)?.cancelActivity).toBe(true);
});

interface Renamed {
  readonly saved: string;
  readonly edited: string;
}

const renamed = new Map<string, Promise<Renamed>>();

// opened and edited once for all that is asked of a file
function rename(xml: string): Promise<Renamed> {
  const known = renamed.get(xml) ?? renameIn(xml);
  renamed.set(xml, known);
  void known.catch(() => renamed.delete(xml));
  return known;
}

async function renameIn(xml: string): Promise<Renamed> {
  await browser.viewport(1440, 900);
  const designer = await openDesigner(xml);
  const [node] = (await flowOf(xml)).processes
    .flatMap(({ nodes }) => nodes)
    .filter(({ id, kind }) => (kind.endsWith('Task') || kind === 'task') && shape(designer, id) !== null);
  if (node === undefined) throw new Error('The file has no task.');
  await designer.select(node.id);
  const told = nextChange(designer);
  enter(within(designer, '#name'), '改过的名称');
  return { saved: await told, edited: node.id };
}

// as the host gets it after an edit that is taken back
async function savedBy(designer: Awaited<ReturnType<typeof openDesigner>>): Promise<string> {
  const { editor } = designer as unknown as { readonly editor: import('./flow-editor.ts').FlowEditor };
  return editor.save();
}

async function flowOf(xml: string): Promise<Flow> {
  const { flow, problems } = await readBpmn(xml);
  if (flow === undefined) throw new Error(problems.map(({ code }) => code).join());
  return flow;
}

// all but the name that was edited and the drawing, which has a test of its own
function meaning(flow: Flow, edited: string): unknown {
  return JSON.parse(JSON.stringify({ ...flow, picture: 0 }), (_key, value: unknown) => {
    const isEdited = typeof value === 'object' && value !== null && 'id' in value && value.id === edited;
    return isEdited ? { ...value, name: '' } : value;
  });
}

const OMG = /^http:\/\/www\.(omg\.org\/spec\/(BPMN|DD)|w3\.org)/;

// the elements and attributes of other tools, by name, value and how often
function foreignIn(xml: string): readonly string[] {
  return elementsOf(xml)
    .flatMap((element) => [
      ...(OMG.test(element.namespaceURI ?? '') ? [] : [`<${element.nodeName}> ${ownText(element)}`]),
      ...[...element.attributes]
        .filter(({ namespaceURI, prefix }) => prefix !== null && prefix !== 'xmlns' && !OMG.test(namespaceURI ?? ''))
        .map(({ name, value }) => `${name}=${value}`),
    ])
    .sort();
}

// what BPMN means when a file does not say it is not written
const DEFAULTS = new Set(
  `typeLanguage=http://www.w3.org/2001/XMLSchema expressionLanguage=http://www.w3.org/1999/XPath isForCompensation=false startQuantity=1
  completionQuantity=1 isInterrupting=true parallelMultiple=false gatewayDirection=Unspecified triggeredByEvent=false testBefore=false
  implementation=##unspecified textFormat=text/plain minimum=0 messageVisibleKind=initiating isMarkerVisible=true`.split(/\s+/),
);

/** Each element as its name, its attributes and its own text; what an edit of the name changes is left out. */
function partsOf(xml: string, edited: string): readonly string[] {
  const skipped = new Set(['incoming', 'outgoing', 'BPMNLabel']);
  return elementsOf(xml)
    .filter(({ localName, parentElement }) => !skipped.has(localName) && parentElement?.localName !== 'BPMNLabel')
    .map((element) => {
      const attributes = [...element.attributes]
        .filter(({ prefix, localName, name }) => prefix !== 'xmlns' && name !== 'xmlns' && !(element.id === edited && localName === 'name'))
        .map(({ name, value }) => `${name}=${numeric(value)}`)
        .filter((attribute) => !DEFAULTS.has(attribute) && !attribute.startsWith('xsi:type='));
      return `${element.localName.replace(/^formalExpression$/, 'expression')} ${attributes.sort().join(' ')} ${ownText(element)}`;
    });
}

function missing(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...after];
  return before.filter((part) => {
    const at = left.indexOf(part);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function elementsOf(xml: string): readonly Element[] {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return [...parsed.querySelectorAll('*')];
}

function ownText(element: Element): string {
  return element.children.length > 0 ? '' : (element.textContent ?? '').trim();
}

// 30.0 and 30 are the same place
function numeric(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? String(Number(value)) : value;
}
