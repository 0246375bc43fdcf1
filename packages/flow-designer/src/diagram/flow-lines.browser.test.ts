import { expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import type { FlowDesigner } from '../flow-designer.ts';
import { openDesigner, shape } from '../test-support/designer.ts';

const BOUNDS: Readonly<Record<string, string>> = {
  start: 'x="100" y="102" width="36" height="36"',
  task: 'x="200" y="80" width="100" height="80"',
  one: 'x="400" y="20" width="100" height="80"',
  two: 'x="400" y="140" width="100" height="80"',
};
const FLOWS = [
  ['arrow', 'start', 'task', ''],
  ['when', 'task', 'one', ''],
  ['usual', 'task', 'two', ''],
  ['coloured', 'one', 'two', ' color:border-color="#b32626"'],
] as const;

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" id="d" targetNamespace="http://tongban">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:userTask id="task" default="usual" /><bpmn:userTask id="one" /><bpmn:userTask id="two" />
    ${FLOWS.map(([id, from, to]) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${id === 'when' ? '<bpmn:conditionExpression>true</bpmn:conditionExpression>' : ''}</bpmn:sequenceFlow>`).join('')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="dd"><bpmndi:BPMNPlane id="dp" bpmnElement="p">
    ${Object.entries(BOUNDS)
      .map(([id, bounds]) => `<bpmndi:BPMNShape id="${id}_s" bpmnElement="${id}"><dc:Bounds ${bounds} /></bpmndi:BPMNShape>`)
      .join('')}
    ${FLOWS.map(([id, , , colour], at) => `<bpmndi:BPMNEdge id="${id}_e" bpmnElement="${id}"${colour}><di:waypoint x="140" y="${120 + 20 * at}" /><di:waypoint x="${380 + at}" y="120" /></bpmndi:BPMNEdge>`).join('')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

test('lines of one colour share their arrow; a condition has a diamond, a default a slash, and a colour of its own an end of its own', async () => {
  await browser.viewport(1440, 900);
  const designer = await openDesigner(xml);
  const [arrow, when, usual, coloured] = FLOWS.map(([id]) => styleOf(designer, id));
  expect(arrow?.markerEnd).toMatch(/^url\("#flow-end-\d+-\d+"\)$/);
  expect(when?.markerEnd).toBe(arrow?.markerEnd);
  expect(arrow?.markerStart).toBe('');
  expect(usual?.markerStart).not.toBe('');
  expect(when?.markerStart).not.toBe(usual?.markerStart);
  expect(coloured?.markerEnd).not.toBe(arrow?.markerEnd);
  expect(endIn(designer, coloured?.markerEnd)?.getAttribute('stroke')).toBe('#b32626');
  expect(endIn(designer, when?.markerStart)?.getAttribute('d')).toContain('L 16 10');
  expect(endIn(designer, usual?.markerStart)?.getAttribute('fill')).toBe('none');
});

test('the drawing taken out as SVG has the ends its lines speak of, and two designers have ends of their own', async () => {
  const designer = await openDesigner(xml);
  const other = await openDesigner(xml);
  const svg = new DOMParser().parseFromString(await designer.exportSvg(), 'image/svg+xml');
  const spoken = [...svg.querySelectorAll('path')].flatMap(({ style }) => [style.markerStart, style.markerEnd]).filter((end) => end !== '');
  expect(spoken.length).toBe(6);
  for (const end of spoken) expect(svg.querySelector(/#[^"]+/.exec(end)?.[0] ?? '-')).not.toBeNull();
  expect(styleOf(other, 'arrow')?.markerEnd).not.toBe(styleOf(designer, 'arrow')?.markerEnd);
});

function styleOf(designer: FlowDesigner, id: string): CSSStyleDeclaration | undefined {
  return shape(designer, id)?.querySelector<SVGPathElement>('.djs-visual > path')?.style;
}

function endIn(designer: FlowDesigner, reference = ''): Element | null | undefined {
  return designer.shadowRoot?.querySelector(`${/#[^"]+/.exec(reference)?.[0]} path`);
}
