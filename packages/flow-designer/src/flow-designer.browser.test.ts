import { readBpmn } from '@tongban/bpmn';
import { axeFindings, inside, onPage, settled } from '@tongban/element-kit/testing';
import type { Flow, FlowNode, Problem } from '@tongban/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import undrawn from '../../bpmn/test/fixtures/without-ids-and-drawing.bpmn?raw';
import { untranslatedByDiagram } from './diagram/translate.ts';
import type { FlowDesigner } from './flow-designer.ts';
import type { MeasureChangeEvent } from './flow-events.ts';
import {
  allWithin,
  designerTemplate,
  enter,
  namedShapes,
  nextChange,
  openDesigner,
  shape,
  until,
  within,
} from './test-support/designer.ts';
import { realFlow } from './test-support/measure.ts';

beforeEach(() => browser.viewport(1440, 900));
afterEach(() => expect([...untranslatedByDiagram]).toEqual([]));

test('opens the real flow and gives it back with all that was in it', async () => {
  const designer = await openDesigner();
  await designer.select('Task_accept');
  expect(within(designer, '.panel-head h2').textContent).toBe('受理并一次性告知');
  const told = nextChange(designer);
  enter(within(designer, '#name'), '受理');
  const before = await flowOf(realFlow);
  const after = await flowOf(await told);
  const renamed = (flow: Flow): string =>
    JSON.stringify({ ...flow, picture: undefined }).replace('"name":"受理并一次性告知"', '"name":"受理"');
  expect(renamed(after)).toBe(renamed(before));
});

test('keeps what other tools wrote', async () => {
  const foreign = realFlow
    .replace('<bpmn:definitions ', '<bpmn:definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:x="urn:x" ')
    .replace('<bpmn:userTask id="Task_accept"', '<bpmn:userTask camunda:priority="7" id="Task_accept"')
    .replace('<tb:performer role="window" />', '<x:note level="2"><x:deep /></x:note><tb:performer role="window" />');
  const designer = await openDesigner(foreign);
  await designer.select('Task_accept');
  const told = nextChange(designer);
  enter(within(designer, '#performer-department'), 'housing');
  const xml = await told;
  expect(xml).toContain('camunda:priority="7"');
  expect(xml).toMatch(/<x:note level="2">\s*<x:deep \/>\s*<\/x:note>\s*<tb:performer role="window" department="housing" \/>/);
});

test('adds a step by drag and drop, which undo takes away and redo brings back', async () => {
  const designer = await openDesigner();
  await namedShapes(designer);
  const told = nextChange(designer);
  await userEvent.dragAndDrop(within(designer, '[data-kind="userTask"]'), within<SVGElement>(designer, '.djs-container > svg'), {
    targetPosition: { x: 420, y: 70 },
    steps: 12,
  });
  const before = await flowOf(realFlow);
  const after = await flowOf(await told);
  const added = nodes(after).filter((node) => !nodes(before).some((one) => one.id === node.id));
  expect(added.map((node) => node.kind)).toEqual(['userTask']);
  const id = added[0]?.id ?? '';
  designer.undo();
  expect(shape(designer, id)).toBeNull();
  designer.redo();
  expect(shape(designer, id)).not.toBeNull();
});

test('adds a step by keyboard: behind the selected one, the line leads through it, one step of undo', async () => {
  const designer = await openDesigner();
  await namedShapes(designer);
  const first = within<SVGGElement>(designer, '.djs-shape[tabindex="0"]');
  first.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(designer.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('办理环节 填写申请并作出承诺');
  within(designer, '.palette [data-tool]').focus();
  await userEvent.keyboard('{ArrowDown>11/}');
  const told = nextChange(designer);
  await userEvent.keyboard('{Enter}');
  const flow = await flowOf(await told);
  const added = nodes(flow).find((node) => node.name === '新环节');
  const lines = flow.processes[0]?.flows ?? [];
  expect(lines.filter((line) => line.source === 'Task_file').map((line) => line.target)).toEqual([added?.id]);
  expect(lines.filter((line) => line.source === added?.id).map((line) => line.target)).toEqual(['Service_check']);
  await designer.updateComplete;
  expect(within(designer, '.panel-head h2').textContent).toBe('新环节');
  within(designer, '.canvas svg').focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(shape(designer, added?.id ?? '')).toBeNull();
  await userEvent.keyboard('{Control>}y{/Control}');
  expect(shape(designer, added?.id ?? '')).not.toBeNull();
});

test('the new step does not lie on another, and lanes hold it', async () => {
  const designer = await openDesigner();
  await designer.select('Service_slip');
  const told = nextChange(designer);
  within(designer, '[data-kind="userTask"]').click();
  const { picture } = await flowOf(await told);
  const boxes = picture.shapes.filter((one) => /^(Task|Service|Activity|Rule|Script)_/.test(one.id));
  const overlaps = boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .flatMap((b) =>
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height ? [`${a.id} on ${b.id}`] : [],
      ),
  );
  expect(overlaps).toEqual([]);
});

test('changes who does it and by when; the limit belongs to the measure', async () => {
  const designer = await openDesigner();
  await designer.select('Task_natural_resources', 'performer.department');
  expect(designer.shadowRoot?.activeElement?.id).toBe('performer-department');
  const told = nextChange(designer);
  await userEvent.selectOptions(within(designer, '#performer-department'), '县住建局');
  const flow = await flowOf(await told);
  expect(node(flow, 'Task_natural_resources').extension?.performer).toEqual({ role: 'handler', department: 'housing' });

  const manifests: MeasureChangeEvent[] = [];
  designer.addEventListener('tb-measure-change', (event) => manifests.push(event));
  await designer.updateComplete;
  enter(within(designer, '#limit-0-amount'), '很多');
  await designer.updateComplete;
  expect(within(designer, '#limit-0-amount-error').textContent).toContain('请填写大于 0 的整数');
  expect(within<HTMLInputElement>(designer, '#limit-0-amount').value).toBe('很多');
  expect(manifests).toEqual([]);
  enter(within(designer, '#limit-0-amount'), '4');
  expect(manifests[0]?.manifest.limits.find((limit) => limit.id === 'first-opinion')?.amount).toBe(4);

  const clocks = nextChange(designer);
  await designer.updateComplete;
  await userEvent.selectOptions(within(designer, '#limit-0'), '新建时限…');
  const id = node(await flowOf(await clocks), 'Task_natural_resources').extension?.clocks?.[0];
  expect(manifests.at(-1)?.manifest.limits.some((limit) => limit.id === id)).toBe(true);
});

test('sets forms, outcomes, operations and several people', async () => {
  const designer = await openDesigner();
  await designer.select('Task_accept');
  await choose(designer, '#filings-0', 'hidden');
  await choose(designer, '#filings-add', 'F-04');
  const filings = async () => node(await flowOf(designer.xml), 'Task_accept').extension?.filings ?? [];
  const last = () => allWithin(designer, '.access-table').at(-1) as HTMLElement;
  last().closest('details')!.open = true;
  const [group] = [...last().querySelectorAll<HTMLInputElement>('tbody tr:not(:first-child) input')];
  group?.click();
  await expect.poll(async () => Object.values((await filings()).at(-1)?.fields ?? {})).toEqual(['write']);
  await designer.updateComplete;
  last().querySelector<HTMLInputElement>('tbody tr input')?.focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(async () => (await filings()).at(-1)?.fields).toBeUndefined();
  expect((await filings()).at(-1)?.access).toBe('read');
  const review = allWithin(designer, '.choice')
    .find((one) => one.textContent?.includes('转办'))
    ?.querySelector('input');
  const transferBefore = review?.checked;
  review?.click();
  await designer.updateComplete;
  await choose(designer, '#each-mode', 'sequential');
  await enterFeel(designer, '#each-collection', 'items[');
  expect(inside(within(designer, '#each-collection'), '.field-error').textContent).not.toBe('');
  await enterFeel(designer, '#each-collection', 'items');
  await until(() => designer.xml.includes('collection="items"'));
  const { extension, loop } = node(await flowOf(designer.xml), 'Task_accept');
  expect(extension?.filings?.map(({ form, access }) => `${form} ${access}`)).toEqual([
    'F-01 hidden',
    'F-02 read',
    'acceptance write',
    'F-04 read',
  ]);
  expect(Object.keys(extension?.filings?.[0]?.fields ?? {})).toEqual(['F-01.opinionNaturalResources', 'F-01.opinionMarketSupervision']);
  expect(extension?.operations?.some(({ kind }) => kind === 'transfer')).toBe(!transferBefore);
  expect(extension?.each).toEqual({ collection: 'items', element: 'item' });
  expect(loop).toMatchObject({ sequential: true });
});

test('how many must agree: 会签, then 票签 with its part', async () => {
  const designer = await openDesigner();
  await designer.select('Task_accept');
  await choose(designer, '#each-mode', 'parallel');
  await choose(designer, '#vote-rule', 'share');
  await enterText(designer, '#vote-needed', 'most');
  expect(within(designer, '#vote-needed-error').textContent).toContain('2/3');
  await enterText(designer, '#vote-needed', '2/3');
  await until(() => designer.xml.includes('2/3'));
  const vote = async () => node(await flowOf(designer.xml), 'Task_accept').extension?.vote;
  expect(await vote()).toMatchObject({ rule: 'share', needed: '2/3', more: true, agree: ['accept'] });
  await choose(designer, '#vote-rule', 'all');
  await until(() => !designer.xml.includes('2/3'));
  expect(await vote()).toMatchObject({ rule: 'all', agree: ['accept'] });
});

test('a condition: by what a form says, as FEEL with its fault, or the default', async () => {
  const designer = await openDesigner();
  await designer.select('Flow_Gateway_joint_joint', 'condition');
  await enterFeel(designer, '#condition', 'count(pendingItems) >>');
  expect(inside(within(designer, '#condition'), '.field-error').textContent).not.toBe('');
  await until(() => designer.xml.includes('count(pendingItems) &gt;&gt;'));
  await enterFeel(designer, '#condition', '');
  const builder = within(designer, '#condition-builder');
  await userEvent.click(inside(builder, '[data-add]'));
  await userEvent.click(inside(inside(builder, 'tb-combobox'), 'input'));
  await userEvent.keyboard('mockOutcome{Enter}');
  await userEvent.selectOptions(inside(builder, '[data-value]'), '"joint"');
  await until(() => designer.xml.includes('mockOutcome = "joint"'));
  const again = nextChange(designer);
  within(designer, '[data-property~="condition"] input[type="checkbox"]').click();
  expect(node(await flowOf(await again), 'Gateway_joint').default).toBe('Flow_Gateway_joint_joint');
});

test('another kind, a message, an end: what an event says', async () => {
  const designer = await openDesigner();
  const chosen: string[] = [];
  designer.addEventListener('tb-flow-select', (event) => chosen.push(event.elementId));
  await designer.select('Event_land', 'messageRef');
  const renamed = nextChange(designer);
  enter(within(designer, '#message-name'), 'land-registered');
  const flow = await flowOf(await renamed);
  expect(flow.messages.map((message) => message.name)).toContain('land-registered');
  await designer.select('Service_slip', 'kind');
  const swapped = nextChange(designer);
  await choose(designer, '#kind', 'userTask');
  const { kind, extension, name } = node(await flowOf(await swapped), 'Service_slip');
  expect({ kind, extension, name }).toEqual({ kind: 'userTask', extension: {}, name: '出具受理单' });
  await designer.select('End_done', 'ending');
  const ended = nextChange(designer);
  await choose(designer, '#ending', 'terminated');
  expect(node(await flowOf(await ended), 'End_done').extension?.ending).toBe('terminated');
  expect(chosen).toEqual(expect.arrayContaining(['Event_land', 'Service_slip', 'End_done']));
});

test('problems stand on the elements and in the panel; select goes to the field', async () => {
  const designer = await openDesigner();
  designer.problems = [problem('Task_accept', 'performer')];
  await designer.updateComplete;
  expect(within(designer, '.tb-problem').title).toBe('没有人能办理');
  await until(() => shape(designer, 'Task_accept')?.getAttribute('aria-label') === '办理环节 受理并一次性告知，1 个问题');
  await designer.select('Task_accept', 'performer');
  expect(within(designer, '.own-problems tb-problem-list').shadowRoot?.textContent).toContain('没有人能办理');
  expect(designer.shadowRoot?.activeElement?.closest('[data-property]')?.getAttribute('data-property')).toBe('performer');
});

// of BPMN, but nothing that one side can run
const choreography = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <choreography id="c"><participant id="a" name="企业"/><participant id="b" name="窗口"/>
    <choreographyTask id="t" name="申报" initiatingParticipantRef="a"><participantRef>a</participantRef><participantRef>b</participantRef></choreographyTask>
  </choreography></definitions>`;

test('a file that cannot be read is said in place, and the last good drawing stays', async () => {
  const designer = await openDesigner();
  for (const [xml, code] of [
    ['not xml', 'BPMN_NOT_XML'],
    ['<html/>', 'BPMN_NOT_BPMN'],
    [choreography, 'BPMN_NO_PROCESS'],
    [`<!DOCTYPE x>${realFlow}`, 'BPMN_DOCTYPE'],
  ] as const) {
    designer.xml = xml;
    await until(() => designer.shadowRoot?.querySelector('.callout')?.textContent?.includes(code) === true);
    expect(shape(designer, 'Task_accept')).not.toBeNull();
  }
  designer.xml = realFlow;
  await until(() => designer.shadowRoot?.querySelector('.callout') === null);
});

test('an edit is told at once when the page is left, and to a host that asks for the file', async () => {
  const designer = await openDesigner();
  await designer.select('Task_accept');
  const told: string[] = [];
  designer.addEventListener('tb-flow-change', ({ xml }) => told.push(xml));
  enter(within(designer, '#name'), '最后一改');
  window.dispatchEvent(new Event('beforeunload'));
  // no timer runs in between
  for (let turn = 0; turn < 200 && told.length === 0; turn++) await Promise.resolve();
  expect(told[0]).toContain('最后一改');
  enter(within(designer, '#name'), '又一改');
  expect(await designer.saveXml()).toContain('又一改');
  expect(told.length).toBe(2);
});

test('an empty flow offers a start', async () => {
  const page = await onPage(designerTemplate(''));
  const designer = page.querySelector<FlowDesigner>('tb-flow-designer') as FlowDesigner;
  const told = nextChange(designer);
  within(designer, '.start-points button').click();
  const flow = await flowOf(await told);
  expect(nodes(flow).map((one) => one.kind)).toEqual(['startEvent', 'userTask', 'endEvent']);
  await until(() => shape(designer, 'Task_1') !== null);
});

test('a file without a drawing is laid out', async () => {
  const designer = await openDesigner(undrawn);
  await namedShapes(designer);
  const names = [...(designer.shadowRoot?.querySelectorAll('.djs-shape[aria-label]') ?? [])].map((one) => one.getAttribute('aria-label'));
  expect(names).toContain('办理环节 受理审查');
});

test('a pool makes a collaboration; what follows nothing finds a free place in it', async () => {
  const designer = await openDesigner();
  const told = nextChange(designer);
  within(designer, '[data-kind="startEvent"]').click();
  const flow = await flowOf(await told);
  expect(nodes(flow).filter((one) => one.kind === 'startEvent').length).toBe(2);
  designer.undo();
  designer.xml = undrawn;
  await until(() => shape(designer, 'accept') !== null);
  const again = nextChange(designer);
  within(designer, '[data-kind="participant"]').click();
  expect(await again).toContain('<bpmn:participant'.replace('bpmn', 'semantic'));
});

test('survives being moved, with its undo stack; two on one page do not disturb each other', async () => {
  const designer = await openDesigner();
  const other = document.createElement('tb-flow-designer');
  other.xml = realFlow;
  designer.parentElement?.append(other);
  await designer.select('Task_accept');
  const elsewhere = document.createElement('section');
  designer.parentElement?.append(elsewhere);
  const told = nextChange(designer);
  enter(within(designer, '#name'), '受理');
  elsewhere.append(designer);
  expect(await told).toContain('name="受理"');
  designer.undo();
  await designer.updateComplete;
  expect(within<HTMLInputElement>(designer, '#name').value).toBe('受理并一次性告知');
  await other.select('Task_accept');
  expect(within(other, '.panel-head h2').textContent).toBe('受理并一次性告知');
});

test('read only: nothing can be changed', async () => {
  const designer = await openDesigner();
  designer.readonly = true;
  await designer.select('Task_accept');
  await designer.updateComplete;
  expect(designer.shadowRoot?.querySelector('.palette')).toBeNull();
  expect(within<HTMLInputElement>(designer, '#name').readOnly).toBe(true);
  expect(within<HTMLSelectElement>(designer, '#performer-role').disabled).toBe(true);
  within(designer, '.canvas svg').focus();
  await userEvent.keyboard('{Delete}');
  expect(shape(designer, 'Task_accept')).not.toBeNull();
});

test('axe finds nothing, on canvas, list and phone; the mark of bpmn.io is in sight', async () => {
  const designer = await openDesigner();
  designer.problems = [problem('Task_accept', 'performer')];
  await namedShapes(designer);
  expect(await axeFindings()).toEqual([]);
  for (const id of ['Task_review', 'Flow_Gateway_entry_notice', 'Event_land', 'Start_apply', 'Timer_conversion']) {
    await designer.select(id);
    expect(await axeFindings(within(designer, '.side'))).toEqual([]);
  }
  const mark = within(designer, '.bjs-powered-by').getBoundingClientRect();
  const top = designer.shadowRoot?.elementFromPoint(mark.x + mark.width / 2, mark.y + mark.height / 2);
  expect(top?.closest('.bjs-powered-by')).not.toBeNull();
  (allWithin(designer, '.views button')[1] as HTMLElement).click();
  await until(() => designer.shadowRoot?.querySelector('.step') != null);
  expect(await axeFindings(within(designer, '.steps'))).toEqual([]);
  await browser.viewport(390, 844);
  await until(() => designer.hasAttribute('narrow'));
  await settled();
  expect(await axeFindings()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

async function flowOf(xml: string): Promise<Flow> {
  const { flow, problems } = await readBpmn(xml);
  if (flow === undefined) throw new Error(problems.map((one) => one.code).join());
  return flow;
}

function nodes(flow: Flow): readonly FlowNode[] {
  return flow.processes.flatMap((process) => process.nodes);
}

function node(flow: Flow, id: string): FlowNode {
  const found = nodes(flow).find((one) => one.id === id);
  if (found === undefined) throw new Error(`No node ${id}`);
  return found;
}

async function choose(designer: FlowDesigner, field: string, value: string): Promise<void> {
  await designer.updateComplete;
  await userEvent.selectOptions(within(designer, field), value);
  await designer.updateComplete;
}

async function enterText(designer: FlowDesigner, field: string, value: string): Promise<void> {
  await designer.updateComplete;
  enter(within(designer, field), value);
  await designer.updateComplete;
}

async function enterFeel(designer: FlowDesigner, field: string, value: string): Promise<void> {
  await designer.updateComplete;
  const text = inside(within(designer, field), 'textarea');
  await userEvent.fill(text, value);
  text.blur();
  await designer.updateComplete;
}

function problem(elementId: string, property: string): Problem {
  return {
    code: 'COMPILE_PERFORMER_MISSING',
    severity: 'error',
    place: { file: 'flow.bpmn', elementId, property },
    details: {},
    sentences: { en: 'Nobody can do it', 'zh-CN': '没有人能办理' },
  };
}
