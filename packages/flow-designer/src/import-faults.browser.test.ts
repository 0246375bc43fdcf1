/** Files with faults, at every door they can come in by: what cannot be taken over is said in people's words, and nothing else changes. */
import { readBpmn } from '@tongban/bpmn';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import { beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { blankFlow } from './blank-flow.ts';
import type { FlowDesigner } from './flow-designer.ts';
import { allWithin, designerTemplate, enter, nextChange, openDesigner, shape, within } from './test-support/designer.ts';

beforeEach(() => browser.viewport(1440, 900));

const blank = blankFlow('demo', '示例', { start: '开始', step: '受理', end: '办结' });
const twiceDrawn = `<bpmndi:BPMNShape id="Task_2_di" bpmnElement="Task_1"><dc:Bounds x="1" y="1" width="100" height="80" /></bpmndi:BPMNShape>`;

test.each([
  ['an id used twice', '</bpmn:process>', '<bpmn:task id="Task_1" name="又一个" /></bpmn:process>', 'BPMN_ID_DUPLICATE'],
  ['an element that BPMN does not have', '</bpmn:process>', '<bpmn:approval id="a" /></bpmn:process>', 'BPMN_ELEMENT_UNKNOWN'],
  ['a default flow that is not there', 'id="Task_1"', 'id="Task_1" default="nowhere"', 'BPMN_REFERENCE_UNRESOLVED'],
  ['a line to nowhere', 'targetRef="End"', 'targetRef="Gone"', 'FLOW_DESIGNER_LINE_LOOSE'],
  ['a step drawn twice', '</bpmndi:BPMNPlane>', `${twiceDrawn}</bpmndi:BPMNPlane>`, 'FLOW_DESIGNER_DRAWN_TWICE'],
  [
    'a shape of nothing',
    '</bpmndi:BPMNPlane>',
    `${twiceDrawn.replace('"Task_1"', '"Gone"')}</bpmndi:BPMNPlane>`,
    'FLOW_DESIGNER_SHAPE_OF_NOTHING',
  ],
  [
    'an event on no step',
    '</bpmn:process>',
    '<bpmn:boundaryEvent id="b" attachedToRef="Gone" /></bpmn:process>',
    'BPMN_REFERENCE_UNRESOLVED',
  ],
])('opens a file with %s, and says what is not taken over', async (_name, from, to, code) => {
  const designer = await openDesigner(blank.replace(from, to));
  await expect.poll(() => reportOf(designer)).toContain(code);
  expect(shape(designer, 'Task_1')).not.toBeNull();
  const english = sentencesOf(designer).flatMap((text) => text.match(/\b[a-z]{3,} [a-z]{3,}\b/g) ?? []);
  expect(english).toEqual([]);
  expect(await axeFindings()).toEqual([]);
  within(designer, '.import-report button').click();
  await expect.poll(() => designer.shadowRoot?.querySelector('.import-report')).toBeNull();
});

test('a file that draws no flow is refused, and edits made before stay', async () => {
  const designer = await openDesigner(blank);
  await designer.select('Task_1');
  const told = nextChange(designer);
  enter(within(designer, '#name'), '刚改的名称');
  await told;
  drop(designer, new File([blank.replace('bpmnElement="Process_demo"', 'bpmnElement="Task_1"')], 'x.bpmn'));
  await confirmed();
  await expect.poll(() => reportOf(designer)).toContain('FLOW_DESIGNER_DRAWING_OF_OTHER');
  expect(designer.xml).toContain('刚改的名称');
  expect(shape(designer, 'Task_1')?.textContent).toContain('刚改的名称');
});

test.each([
  ['a diagram without a plane', blank.replace(/<bpmndi:BPMNPlane[\s\S]*<\/bpmndi:BPMNPlane>/, '')],
  ['a shape without a place', blank.replace(/<dc:Bounds x="256"[^>]*>/, '')],
  ['a diagram of something that is not in it', blank.replace('bpmnElement="Process_demo"', 'bpmnElement="gone"')],
])('a file with %s is drawn all the same', async (_name, xml) => {
  const designer = await openDesigner(xml);
  expect(shape(designer, 'Task_1')).not.toBeNull();
  await designer.select('Task_1');
  const told = nextChange(designer);
  enter(within(designer, '#name'), '改过的名称');
  expect(await told).toMatch(/BPMNShape[^>]*bpmnElement="Task_1"[\s\S]*?Bounds/);
});

test('a file dropped where there is no flow yet is opened without a question', async () => {
  const page = await onPage(designerTemplate(''));
  const designer = page.querySelector<FlowDesigner>('tb-flow-designer') as FlowDesigner;
  designer.style.height = '700px';
  await designer.updateComplete;
  drop(designer, new File(['rubbish'], 'x.bpmn'));
  await expect.poll(() => reportOf(designer)).toContain('BPMN_NOT_XML');
  expect(designer.xml).toBe('');
  expect(allWithin(designer, '.start-points button').length).toBe(2);
  const told = nextChange(designer);
  drop(designer, new File([blank], 'flow.bpmn'));
  expect(await told).toContain('Task_1');
  await expect.poll(() => shape(designer, 'Task_1')?.getBoundingClientRect().width).toBeGreaterThan(50);
  expect(designer.shadowRoot?.querySelector('.import-report')).toBeNull();
  await expect.poll(() => designer.shadowRoot?.querySelector('.canvas svg[role="application"]')).not.toBeNull();
});

test('several files, and a file where one may only look, are refused', async () => {
  const designer = await openDesigner(blank);
  drop(designer, new File([blank], 'a.bpmn'), new File([blank], 'b.bpmn'));
  await expect.poll(() => reportOf(designer)).toContain('FLOW_DESIGNER_ONE_FILE');
  designer.readonly = true;
  drop(designer, new File([blank], 'a.bpmn'));
  await expect.poll(() => reportOf(designer)).toContain('FLOW_DESIGNER_READ_ONLY');
  expect(designer.xml).toBe(blank);
});

const task = { $type: 'bpmn:UserTask', id: 'x' };
const di = { $type: 'bpmndi:BPMNShape', id: 'x_di' };

test.each([
  ['a kind of element that is none', { businessObject: { $type: 'bpmn:Nothing', id: 'x' }, di }],
  ['an element without its drawing', { businessObject: task }],
  ['an element that cannot be drawn', { businessObject: { $type: 'bpmn:Process', id: 'x' }, di }],
  ['a line as a shape', { businessObject: { $type: 'bpmn:SequenceFlow', id: 'x' }, di }],
  ['a parent that is not there', { parent: 'gone', businessObject: task, di }],
  ['a host that is not there', { host: 'gone', businessObject: { $type: 'bpmn:BoundaryEvent', id: 'x' }, di }],
  ['parts that are of no kind', { businessObject: { ...task, loopCharacteristics: 'often' }, di }],
])('%s among what was copied leaves a flow that is drawn, edited and saved', async (_name, element) => {
  const designer = await openDesigner(blank);
  localStorage.setItem('tongban.flow-clipboard', JSON.stringify({ 0: [{ id: 'x', x: 100, y: 100, width: 100, height: 80, ...element }] }));
  within(designer, '.canvas svg').focus();
  await userEvent.keyboard('{Control>}v{/Control}');
  localStorage.removeItem('tongban.flow-clipboard');
  await userEvent.click(within(designer, '.canvas svg'), { position: { x: 300, y: 400 } });
  await userEvent.keyboard('{Escape}');
  await designer.select('Task_1');
  const told = nextChange(designer);
  enter(within(designer, '#name'), '仍可编辑');
  const saved = await told;
  expect(saved).toContain('仍可编辑');
  const { problems } = await readBpmn(saved);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

function drop(designer: FlowDesigner, ...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  within(designer, '.work').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

async function confirmed(): Promise<void> {
  await userEvent.click(browser.getByRole('button', { name: '导入并替换' }));
}

function reportOf(designer: FlowDesigner): string {
  return designer.shadowRoot?.querySelector('.import-report')?.textContent ?? '';
}

function sentencesOf(designer: FlowDesigner): readonly string[] {
  return allWithin(designer, '.import-report > div > p').map((place) => place.textContent ?? '');
}
