import type { ModdleElement } from '@tongban/bpmn';
import importer from 'bpmn-js/lib/import/BpmnImporter.js?raw';
import walker from 'bpmn-js/lib/import/BpmnTreeWalker.js?raw';
import start from 'bpmn-js/lib/import/Importer.js?raw';
import { describe, expect, test } from 'vitest';
import { drawFault, drawNotes } from './draw-faults.ts';

const line = { $type: 'bpmn:SequenceFlow', id: 'f1' } as unknown as ModdleElement;
const task = { $type: 'bpmn:UserTask', id: 't1', name: '受理' } as unknown as ModdleElement;

describe('a file that cannot be drawn', () => {
  test.each([
    ['no diagram to display', 'FLOW_DESIGNER_NO_DRAWING'],
    ['no process or collaboration to display', 'FLOW_DESIGNER_NO_DRAWING'],
    ['no plane for <bpmndi:BPMNDiagram id="d" />', 'FLOW_DESIGNER_NO_DRAWING'],
    ['unsupported bpmnElement for <bpmndi:BPMNPlane id="p" />: <bpmn:Choreography id="c" />', 'FLOW_DESIGNER_DRAWING_OF_OTHER'],
  ])('%s', (message, code) => {
    expect(drawFault(new Error(message))).toMatchObject({ code, details: {} });
  });

  test('for another reason, which is kept and stands in no sentence', () => {
    const { code, details, sentences } = drawFault(new TypeError('x is not a function'));
    expect([code, details]).toEqual(['FLOW_DESIGNER_NOT_DRAWN', { technical: 'x is not a function' }]);
    expect(Object.values(sentences).join()).not.toContain('x is not');
  });
});

describe('what is left out of a drawing', () => {
  test.each([
    ['multiple DI elements defined for <bpmn:UserTask id="t1" />', 'FLOW_DESIGNER_DRAWN_TWICE'],
    ['already rendered <bpmn:UserTask id="t1" />', 'FLOW_DESIGNER_DRAWN_TWICE'],
    ['no bpmnElement referenced in <bpmndi:BPMNShape id="t1" />', 'FLOW_DESIGNER_SHAPE_OF_NOTHING'],
    ['<bpmn:SequenceFlow id="t1" />#target Ref not specified', 'FLOW_DESIGNER_LINE_LOOSE'],
    ['element <bpmn:Task id="x" /> referenced by <bpmn:SequenceFlow id="t1" />#sourceRef not yet drawn', 'FLOW_DESIGNER_LINE_LOOSE'],
    ['missing <bpmn:BoundaryEvent id="t1" />#attachedToRef', 'FLOW_DESIGNER_BOUNDARY_LOOSE'],
    [
      'element <bpmn:Task id="x" /> referenced by <bpmn:BoundaryEvent id="t1" />#attachedToRef not yet drawn',
      'FLOW_DESIGNER_BOUNDARY_LOOSE',
    ],
  ])('%s', (message, code) => {
    const [note, ...more] = drawNotes([{ message, context: { element: task } }]);
    expect(note).toMatchObject({ code, severity: 'warning', place: { elementId: 't1', elementName: '受理' } });
    expect([more, note?.sentences['zh-CN'].includes('受理')]).toEqual([[], true]);
  });

  test('anything else is told of the element, and its words are kept aside', () => {
    const [note] = drawNotes([{ message: 'unknown di <null> for element <bpmn:UserTask id="t1" />', context: { element: task } }]);
    expect(note).toMatchObject({ code: 'FLOW_DESIGNER_ELEMENT_NOT_DRAWN', details: { element: '受理', technical: expect.any(String) } });
  });

  test('once for each element; remarks of the parser and what is put right without a loss are not told', () => {
    const loose = { message: '<bpmn:SequenceFlow id="f1" />#target Ref not specified', context: { element: line } };
    expect(drawNotes([loose, loose]).length).toBe(1);
    expect(
      drawNotes([{ message: 'unresolved reference <x>' }, { message: 'correcting missing bpmnElement on <a> to <b>', context: {} }]),
    ).toEqual([]);
  });
});

test('bpmn-js says nothing while it draws that is not looked at here', () => {
  const said = [walker, importer, start].flatMap((source) =>
    [...source.matchAll(/(?:Error|logError)\(\s*[`']([^`']+)[`']/g)].map(([, text = '']) => text.replace(/\$\{.*?\}/g, '…')),
  );
  expect([...new Set(said)].sort()).toEqual(
    [
      '…#… Ref not specified',
      'already rendered …',
      'correcting missing bpmnElement on … to …',
      'diagram not part of <bpmn:Definitions />',
      'element … referenced by …#… not yet drawn',
      'missing …#attachedToRef',
      'multiple DI elements defined for …',
      'no bpmnElement referenced in …',
      'no diagram to display',
      'no plane for …',
      'no process or collaboration to display',
      'unknown di … for element …',
      'unrecognized flowElement … in context …',
      'unsupported bpmnElement for …: …',
    ].sort(),
  );
});
