import type { Flow, FlowNode, Problem } from '@tongban/model';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import camundaModeler from '../test/fixtures/camunda-modeler.bpmn?raw';
import everyExtension from '../test/fixtures/every-extension.bpmn?raw';
import flowable from '../test/fixtures/flowable.bpmn?raw';
import withoutIds from '../test/fixtures/without-ids-and-drawing.bpmn?raw';
import { BPMN_LIMITS } from './guard-xml.ts';
import { readBpmn } from './read-bpmn.ts';
import { readXml } from './read-xml.ts';
import { FLAGS, spellFlags } from './spell-flags.ts';

const bpmn = (content: string, attributes = ''): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1" ` +
  `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" ${attributes}>${content}</bpmn:definitions>`;

const process = (content: string): string => bpmn(`<bpmn:process id="p" isExecutable="true">${content}</bpmn:process>`);

async function read(xml: string): Promise<{ flow: Flow; problems: readonly Problem[]; node: (id: string) => FlowNode }> {
  const { flow, problems } = await readBpmn(xml);
  if (flow === undefined) throw new Error(problems.map(({ code }) => code).join());
  const node = (id: string): FlowNode => {
    const found = flow.processes.flatMap(({ nodes }) => nodes).find((one) => one.id === id);
    if (found === undefined) throw new Error(`no node ${id}`);
    return found;
  };
  return { flow, problems, node };
}

async function codes(xml: string): Promise<readonly string[]> {
  return (await readBpmn(xml)).problems.map(({ code }) => code);
}

describe('refusing', () => {
  test.each([
    ['plain text', '这不是 XML'],
    ['nothing', ''],
    ['a cut-off file', flowable.slice(0, 900)],
    ['a wrong closing tag', process('<bpmn:task id="t"></bpmn:tusk>')],
    ['JSON', '{"process": []}'],
  ])('BR1 refuses %s as no XML', async (_, xml) => {
    const { flow, problems } = await readBpmn(xml);
    expect(flow).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'BPMN_NOT_XML', severity: 'error' }]);
  });

  test('BR1 reports markup that could be skipped but is broken', async () => {
    expect(await codes(process('<bpmn:task id="t" name=unquoted />'))).toContain('BPMN_NOT_XML');
  });

  test.each([
    ['html', '<html><body>流程</body></html>'],
    ['definitions', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>'],
    ['bpmn:process', '<?xml version="1.0"?><!-- x --><bpmn:process xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'],
  ])('BR2 refuses <%s> as no BPMN', async (root, xml) => {
    const { flow, problems } = await readBpmn(xml);
    expect(flow).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'BPMN_NOT_BPMN', details: { root } }]);
  });

  test('BR3 refuses a document type', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>${process('<bpmn:task id="t" name="&lol2;"/>')}`;
    const { flow, problems } = await readBpmn(xml);
    expect(flow).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'BPMN_DOCTYPE' }]);
    expect(problems[0]?.sentences['zh-CN']).toContain('DOCTYPE');
  });

  test.each([
    ['an attribute', process('<bpmn:task id="t" name="a&nbsp;b"/>')],
    ['text', process('<bpmn:documentation>&xxe;</bpmn:documentation>')],
  ])('BR3 refuses an unknown entity in %s', async (_, xml) => {
    expect(await codes(xml)).toEqual(['BPMN_ENTITY']);
  });

  test('BR3 takes comments, CDATA and predefined entities as they are', async () => {
    const xml = process(
      '<!-- <!DOCTYPE x> &foo; --><bpmn:task id="t" name="&lt;&#20013;&gt;&amp;"><bpmn:documentation><![CDATA[<!DOCTYPE &x;]]></bpmn:documentation></bpmn:task>',
    );
    const { node, problems } = await read(xml);
    expect(problems).toEqual([]);
    expect(node('t')).toMatchObject({ name: '<中>&', documentation: '<!DOCTYPE &x;' });
  });

  test('BR4 refuses a file of 10 MiB', async () => {
    const xml = process(`<bpmn:documentation>${'a'.repeat(10 * 1024 * 1024)}</bpmn:documentation>`);
    const { flow, problems } = await readBpmn(xml);
    expect(flow).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'BPMN_TOO_LARGE', details: { limit: BPMN_LIMITS.bytes, bytes: xml.length } }]);
  });

  test('BR4 counts bytes, not characters', async () => {
    const xml = process(`<bpmn:documentation>${'字'.repeat(BPMN_LIMITS.bytes / 2)}</bpmn:documentation>`);
    expect(await codes(xml)).toEqual(['BPMN_TOO_LARGE']);
  });

  test('BR4 refuses too many elements and too deep a nesting', async () => {
    expect(await codes(process('<bpmn:task/>'.repeat(BPMN_LIMITS.elements)))).toEqual(['BPMN_TOO_COMPLEX']);
    const deep = BPMN_LIMITS.depth + 1;
    expect(await codes(process(`${'<bpmn:subProcess>'.repeat(deep)}${'</bpmn:subProcess>'.repeat(deep)}`))).toEqual(['BPMN_TOO_COMPLEX']);
  });

  test('BR4 stops at a hundred faults in the markup', async () => {
    const found = await codes(process('<bpmn:robot a b c/>text'.repeat(20_000)));
    expect(found).toHaveLength(BPMN_LIMITS.faults + 2);
    expect(found.at(-1)).toBe('BPMN_TOO_COMPLEX');
  });

  test('BR5 refuses a file without a process', async () => {
    expect(await codes(bpmn('<bpmn:collaboration id="c"/>'))).toEqual(['BPMN_NO_PROCESS']);
  });
});

describe('reading', () => {
  test('BR10 keeps document order and the content of sub-processes', async () => {
    const { flow, node } = await read(
      process(
        '<bpmn:startEvent id="b"/><bpmn:subProcess id="s" triggeredByEvent="true"><bpmn:startEvent id="i" isInterrupting="false"/></bpmn:subProcess><bpmn:endEvent id="a"/><bpmn:sequenceFlow id="f" sourceRef="b" targetRef="a"/>',
      ),
    );
    expect(flow.processes[0]?.nodes.map(({ id }) => id)).toEqual(['b', 's', 'a']);
    expect(node('s')).toMatchObject({ triggeredByEvent: true, inner: { nodes: [{ id: 'i', interrupting: false }], flows: [] } });
  });

  test('BR11 gives ids to what has none, the same every time', async () => {
    const first = await read(withoutIds);
    const second = await read(withoutIds);
    expect(first.flow).toEqual(second.flow);
    expect(first.flow.processes[0]?.flows.map(({ id }) => id)).toEqual([
      'online-merge',
      'byMessage-merge',
      'merge-accept',
      'accept-wait',
      'wait-end',
      'wait-end_2',
    ]);
    expect(first.problems).toContainEqual(
      expect.objectContaining({
        code: 'BPMN_ID_MISSING',
        severity: 'warning',
        place: { elementId: 'task_1', elementName: '未连接的步骤' },
      }),
    );
  });

  test('BR12 finds references with a prefix or with blanks around them', async () => {
    const { flow, node, problems } = await read(
      bpmn(
        '<bpmn:process id="p"><bpmn:laneSet><bpmn:lane id="l"><bpmn:flowNodeRef>\n  t\n</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:receiveTask id="t" messageRef="tns:m"/></bpmn:process><bpmn:message id="m" name="来函"/>',
        'xmlns:tns="http://example.org"',
      ),
    );
    expect(problems).toEqual([]);
    expect(node('t').messageRef).toBe('m');
    expect(flow.processes[0]?.lanes).toEqual([{ id: 'l', nodes: ['t'] }]);
  });

  test('BR13 declares messages that are only used', async () => {
    const { flow, problems } = await read(withoutIds);
    expect(flow.messages).toEqual([
      { id: 'pushed', name: '平台推送项目' },
      { id: 'corrected', name: 'corrected' },
    ]);
    expect(flow.signals).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'BPMN_MESSAGE_UNDECLARED', severity: 'warning' }));
  });

  test('BR14 names references to nothing', async () => {
    const { problems, flow } = await read(
      process('<bpmn:task id="t" name="受理"/><bpmn:sequenceFlow id="f" sourceRef="t" targetRef="gone"/>'),
    );
    expect(problems).toMatchObject([
      {
        code: 'BPMN_REFERENCE_UNRESOLVED',
        severity: 'error',
        place: { elementId: 'f', property: 'targetRef' },
        details: { target: 'gone' },
      },
    ]);
    expect(flow.processes[0]?.flows).toEqual([]);
    const lane = await read(
      process('<bpmn:laneSet><bpmn:lane id="l"><bpmn:flowNodeRef>gone</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>'),
    );
    expect(lane.problems).toMatchObject([{ severity: 'warning' }]);
  });

  test.each(['constructor', '__proto__', 'toString'])('BR14 takes %s as an id like any other', async (id) => {
    const { problems } = await read(process(`<bpmn:task id="t"/><bpmn:sequenceFlow id="f" sourceRef="t" targetRef="${id}"/>`));
    expect(problems).toMatchObject([{ code: 'BPMN_REFERENCE_UNRESOLVED', details: { target: id } }]);
  });

  test('BR15 names ids that are used twice or not allowed, and elements it does not know', async () => {
    const { problems } = await read(
      process('<bpmn:task id="t"/><bpmn:task id="t"/><bpmn:task id="受理"/>\n<bpmn:robotTask id="r"/><tb:performer role="x"/>'),
    );
    expect(problems).toMatchObject([
      { code: 'BPMN_ID_DUPLICATE', details: { id: 't' } },
      { code: 'BPMN_ID_ILLEGAL', details: { id: '受理' } },
      { code: 'BPMN_ELEMENT_UNKNOWN', details: { element: 'bpmn:robotTask', line: 2 } },
      { code: 'BPMN_ELEMENT_UNKNOWN', details: { element: 'tb:performer', line: 2 } },
    ]);
  });

  test('BR16 reads pools, several starts and any prefix', async () => {
    const camunda = await read(camundaModeler);
    expect(camunda.problems).toEqual([]);
    expect(camunda.flow.processes).toMatchObject([{ id: 'Process_approval', name: '县投资项目审批', executable: true }]);
    const several = await read(withoutIds);
    expect(several.flow.processes[0]?.nodes.filter(({ kind }) => kind === 'startEvent').map(({ id }) => id)).toEqual([
      'online',
      'byMessage',
    ]);
  });

  test('BR17 flattens nested lanes', async () => {
    const { flow } = await read(camundaModeler);
    expect(flow.processes[0]?.lanes).toEqual([
      { id: 'Lane_window', name: '综合窗口', nodes: ['StartEvent_1', 'Activity_register', 'Event_done'] },
      { id: 'Lane_departments', name: '审批部门', nodes: [] },
      { id: 'Lane_land', name: '自然资源', nodes: ['Activity_review'] },
      { id: 'Lane_others', name: '其他部门', nodes: ['Gateway_decide', 'Activity_archive'] },
    ]);
  });

  test('BR18 refuses conditions in other languages than FEEL', async () => {
    const flowOf = (language: string): string =>
      process(
        `<bpmn:task id="t"/><bpmn:task id="u"/><bpmn:sequenceFlow id="f" sourceRef="t" targetRef="u"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="${language}">x</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      );
    expect((await read(flowOf('javascript'))).problems).toMatchObject([{ code: 'BPMN_EXPRESSION_LANGUAGE', place: { elementId: 'f' } }]);
    expect((await read(flowOf('https://www.omg.org/spec/DMN/20191111/FEEL/'))).problems).toEqual([]);
  });
});

describe('events and loops', () => {
  test('BR20 reads event definitions in order', async () => {
    const { node } = await read(
      bpmn(
        '<bpmn:process id="p"><bpmn:intermediateCatchEvent id="c"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition><bpmn:conditionalEventDefinition><bpmn:condition>x &gt; 1</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>' +
          '<bpmn:intermediateThrowEvent id="l" name="去转换"><bpmn:linkEventDefinition/></bpmn:intermediateThrowEvent>' +
          '<bpmn:task id="t"/><bpmn:boundaryEvent id="b" attachedToRef="t"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>' +
          '<bpmn:endEvent id="x"><bpmn:escalationEventDefinition/></bpmn:endEvent></bpmn:process><bpmn:error id="e" errorCode="E-1"/>',
      ),
    );
    expect(node('c').events).toEqual([
      { kind: 'timer', timer: 'duration', text: 'P3D' },
      { kind: 'conditional', text: 'x > 1' },
    ]);
    expect(node('l').events).toEqual([{ kind: 'link', name: '去转换' }]);
    expect(node('b')).toMatchObject({ attachedTo: 't', cancelActivity: true, events: [{ kind: 'error', ref: 'e' }] });
    expect(node('x').events).toEqual([{ kind: 'escalation' }]);
  });

  test('BR20 takes a timer without text as a timer by limit', async () => {
    const { node } = await read(everyExtension);
    expect(node('late')).toMatchObject({
      cancelActivity: false,
      events: [{ kind: 'timer', timer: 'limit' }],
      extension: { clocks: ['review'] },
    });
  });

  test('BR21 reads loops', async () => {
    const { node } = await read(
      process(
        '<bpmn:task id="m"><bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task><bpmn:task id="s"><bpmn:standardLoopCharacteristics testBefore="true" loopMaximum="5"><bpmn:loopCondition>again</bpmn:loopCondition></bpmn:standardLoopCharacteristics></bpmn:task>',
      ),
    );
    expect(node('m').loop).toEqual({ kind: 'multiInstance', sequential: true, cardinality: '3' });
    expect(node('s').loop).toEqual({ kind: 'standard', testBefore: true, condition: 'again', maximum: 5 });
  });
});

describe('rare elements', () => {
  test('BR45 reads a list in the words of the standard', async () => {
    const { node } = await read(
      process(
        '<bpmn:dataObject id="o" name="offices"/><bpmn:dataObjectReference id="or" dataObjectRef="o"/><bpmn:property id="answers"/>' +
          '<bpmn:userTask id="m"><bpmn:ioSpecification><bpmn:dataInput id="in"/><bpmn:inputSet id="is"><bpmn:dataInputRefs>in</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet id="os"/></bpmn:ioSpecification>' +
          '<bpmn:dataInputAssociation id="a"><bpmn:sourceRef>or</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>' +
          '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>in</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>answers</bpmn:loopDataOutputRef>' +
          '<bpmn:inputDataItem id="i" name="office"/><bpmn:outputDataItem id="o2" name="vote"/></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>',
      ),
    );
    expect(node('m').extension.each).toEqual({ collection: 'offices', element: 'office', results: 'answers', result: 'vote' });
  });

  test('BR46 reads the events that instances throw', async () => {
    const thrown = (more: string, inside = ''): string =>
      `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:signal id="s" name="S"/><bpmn:signalEventDefinition id="d" signalRef="s"/><bpmn:process id="p"><bpmn:startEvent id="st"/><bpmn:task id="m"><bpmn:multiInstanceLoopCharacteristics ${more}>${inside}</bpmn:multiInstanceLoopCharacteristics></bpmn:task></bpmn:process></bpmn:definitions>`;
    const throwsOf = async (xml: string) => {
      const loop = (await read(xml)).node('m').loop;
      return loop?.kind === 'multiInstance' ? loop.throws : undefined;
    };
    const event = { kind: 'signal', ref: 's' };
    expect(await throwsOf(thrown('behavior="None" noneBehaviorEventRef="d"'))).toEqual([{ when: 'each', event }]);
    expect(await throwsOf(thrown('behavior="One" oneBehaviorEventRef="d"'))).toEqual([{ when: 'first', event }]);
    expect(await throwsOf(thrown('behavior="One"'))).toEqual([{ when: 'first' }]);
    expect(await throwsOf(thrown('behavior="All"'))).toBeUndefined();
    const complex =
      '<bpmn:complexBehaviorDefinition id="c"><bpmn:condition>n &gt; 1</bpmn:condition><bpmn:event id="e"><bpmn:signalEventDefinition id="cd" signalRef="s"/></bpmn:event></bpmn:complexBehaviorDefinition>';
    expect(await throwsOf(thrown('behavior="Complex"', complex))).toEqual([{ when: 'condition', condition: 'n > 1', event }]);
  });

  test('BR47 reads what undoes an activity, in either direction of the association, and quantities', async () => {
    const undone = (ends: string): string =>
      process(
        `<bpmn:task id="a" startQuantity="2" completionQuantity="3"/><bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent><bpmn:task id="h" isForCompensation="true"/><bpmn:association id="as" ${ends}/>` +
          '<bpmn:intermediateThrowEvent id="t"><bpmn:compensateEventDefinition activityRef="a" waitForCompletion="false"/></bpmn:intermediateThrowEvent>',
      );
    const { node } = await read(undone('sourceRef="b" targetRef="h"'));
    expect(node('b').compensation).toBe('h');
    expect(node('h').forCompensation).toBe(true);
    expect(node('a')).toMatchObject({ startQuantity: 2, completionQuantity: 3 });
    expect(node('t').events).toEqual([{ kind: 'compensate', ref: 'a', wait: false }]);
    expect((await read(undone('sourceRef="h" targetRef="b"'))).node('b').compensation).toBe('h');
  });

  test('BR48 reads when a complex gateway is activated and how an ad-hoc sub-process goes', async () => {
    const { node } = await read(
      process(
        '<bpmn:complexGateway id="g"><bpmn:activationCondition>activationCount &gt;= 2</bpmn:activationCondition></bpmn:complexGateway>' +
          '<bpmn:adHocSubProcess id="x" ordering="Sequential" cancelRemainingInstances="false"><bpmn:task id="a"/><bpmn:completionCondition>enough</bpmn:completionCondition></bpmn:adHocSubProcess>',
      ),
    );
    expect(node('g').activation).toBe('activationCount >= 2');
    expect(node('x').adHoc).toEqual({ sequential: true, completion: 'enough', keepRemaining: true });
  });
});

describe('the picture', () => {
  test('BR40 moves the drawing to the origin', async () => {
    const { flow } = await read(camundaModeler);
    expect(flow.picture).toMatchObject({ width: 940, height: 670 });
    const shape = flow.picture.shapes.find(({ id }) => id === 'StartEvent_1');
    expect(shape).toEqual({
      id: 'StartEvent_1',
      kind: 'startEvent',
      name: '收件',
      x: 112,
      y: 222,
      width: 36,
      height: 36,
      label: { x: 119, y: 265, width: 22, height: 14 },
    });
    expect(flow.picture.edges.find(({ id }) => id === 'Flow_yes')).toMatchObject({
      source: 'Gateway_decide',
      target: 'Activity_archive',
      points: [
        { x: 565, y: 570 },
        { x: 640, y: 570 },
      ],
      label: { x: 592, y: 552 },
    });
  });

  test('BR41 draws pools, then lanes from outside in, then the rest', async () => {
    const { flow } = await read(camundaModeler);
    expect(flow.picture.shapes.slice(0, 6).map(({ id }) => id)).toEqual([
      'Participant_county',
      'Participant_applicant',
      'Lane_departments',
      'Lane_window',
      'Lane_land',
      'Lane_others',
    ]);
  });

  test('BR42 marks events and loops', async () => {
    const { flow } = await read(camundaModeler);
    expect(flow.picture.shapes.find(({ id }) => id === 'Event_late')).toMatchObject({ event: 'timer' });
    expect(flow.picture.shapes.find(({ id }) => id === 'Activity_review')).toMatchObject({ repeat: 'parallel' });
  });

  test('BR43 draws what has no drawing', async () => {
    const { flow } = await read(withoutIds);
    const at = (id: string): { x: number; y: number } | undefined => flow.picture.shapes.find((shape) => shape.id === id);
    expect(flow.picture.shapes).toHaveLength(7);
    expect(flow.picture.edges).toHaveLength(6);
    expect((at('accept')?.x ?? 0) - (at('merge')?.x ?? 0)).toBeGreaterThan(100);
    expect(at('byMessage')?.y).toBeGreaterThan(at('online')?.y ?? Infinity);
  });
});

test('BR19 reads global tasks as processes with this one task', async () => {
  const { flow } = await readBpmn(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><callActivity id="c" calledElement="calc"/></process>` +
      `<globalScriptTask id="calc" name="计算" scriptLanguage="feel" script="1 + 1"/><globalManualTask id="hand"/></definitions>`,
  );
  expect(flow?.processes.map(({ id, global, nodes }) => [id, global, nodes.map((node) => `${node.kind} ${node.id}`)])).toEqual([
    ['p', undefined, ['callActivity c']],
    ['calc', true, ['scriptTask calc_task']],
    ['hand', true, ['manualTask hand_task']],
  ]);
  expect(flow?.processes[1]?.nodes[0]).toMatchObject({ name: '计算', script: { text: '1 + 1', format: 'feel' } });
});

test('BR33 reads what other engines hand into a call and take out of it', async () => {
  const call = (inner: string): string =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"><process id="p"><callActivity id="c"><extensionElements>${inner}</extensionElements></callActivity></process></definitions>`;
  const read = async (inner: string) => (await readBpmn(call(inner))).flow?.processes[0]?.nodes[0];
  const camunda = await read(
    '<camunda:in variables="all"/><camunda:in source="a" target="b"/><camunda:out sourceExpression="c + 1" target="d"/>',
  );
  expect(camunda?.extension).toEqual({
    assigns: [
      { variable: 'b', value: 'a', at: 'in' },
      { variable: 'd', value: 'c + 1', at: 'out' },
    ],
    call: { in: 'all' },
  });
  const zeebe = await read(
    '<zeebe:calledElement processId="q"/><zeebe:ioMapping><zeebe:input source="=a" target="b"/><zeebe:output source="=c" target="d"/></zeebe:ioMapping>',
  );
  expect(zeebe?.calledElement).toBe('q');
  expect(zeebe?.extension.assigns?.map(({ variable, at }) => `${variable} ${at}`)).toEqual(['b in', 'd out']);
});

test('BR49 reads what message flows connect, pools as well', async () => {
  const { flow } = await read(
    bpmn(
      `<bpmn:collaboration id="c"><bpmn:participant id="P" processRef="p"/><bpmn:participant id="Q"/>
        <bpmn:messageFlow id="m1" sourceRef="tell" targetRef="Q"/><bpmn:messageFlow id="m2" sourceRef="Q" targetRef="gone"/></bpmn:collaboration>
       <bpmn:process id="p"><bpmn:startEvent id="s"/><bpmn:sendTask id="tell"/><bpmn:sequenceFlow sourceRef="s" targetRef="tell"/></bpmn:process>`,
    ),
  );
  expect(flow.messageFlows).toEqual([{ source: 'tell', target: 'Q' }]);
});

test('BR33 reads the key under which Camunda 8 waits for a message', async () => {
  const { node } = await read(
    bpmn(
      `<bpmn:message id="m" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=orderId"/></bpmn:extensionElements></bpmn:message>
       <bpmn:process id="p"><bpmn:receiveTask id="wait" messageRef="m"/><bpmn:endEvent id="tell"><bpmn:messageEventDefinition messageRef="m"/></bpmn:endEvent>
       <bpmn:sequenceFlow sourceRef="wait" targetRef="tell"/></bpmn:process>`,
      'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
    ),
  );
  expect(node('wait').extension.arrival).toEqual({ correlation: '=orderId' });
  expect(node('tell').extension.arrival).toBeUndefined();
});

test('BR49 reads the correlation of the standard: the data paths for the properties of the message', async () => {
  const property = (id: string, message: string) =>
    `<bpmn:correlationProperty id="${id}"><bpmn:correlationPropertyRetrievalExpression messageRef="${message}"><bpmn:messagePath>x</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression></bpmn:correlationProperty>`;
  const binding = (id: string, path: string) =>
    `<bpmn:correlationPropertyBinding correlationPropertyRef="${id}"><bpmn:dataPath>${path}</bpmn:dataPath></bpmn:correlationPropertyBinding>`;
  const wait = (id: string, message: string) =>
    `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="${message}"/></bpmn:intermediateCatchEvent>`;
  const { node } = await read(
    bpmn(
      `<bpmn:message id="m1"/><bpmn:message id="m2"/><bpmn:message id="m3"/>${property('c1', 'm1')}${property('c2', 'm2')}${property('c3', 'm2')}
       <bpmn:collaboration id="c"><bpmn:correlationKey id="k"><bpmn:correlationPropertyRef>c1</bpmn:correlationPropertyRef></bpmn:correlationKey></bpmn:collaboration>
       <bpmn:process id="p"><bpmn:correlationSubscription id="cs" correlationKeyRef="k">${binding('c1', 'order.id')}${binding('c2', 'a')}${binding('c3', 'b')}</bpmn:correlationSubscription>
         <bpmn:subProcess id="sub">${wait('w1', 'm1')}</bpmn:subProcess>${wait('w2', 'm2')}${wait('w3', 'm3')}</bpmn:process>`,
    ),
  );
  expect(node('sub').inner?.nodes[0]?.extension.arrival).toEqual({ correlation: 'order.id' });
  expect([node('w2').extension.arrival, node('w3').extension.arrival]).toEqual([{ correlation: '[a, b]' }, undefined]);
});

const data = `<bpmn:dataObject id="o1" name="order"/><bpmn:dataObjectReference id="r1" name="order" dataObjectRef="o1"/>
  <bpmn:dataObject id="total"/><bpmn:dataObjectReference id="r2" dataObjectRef="total"/><bpmn:dataStoreReference id="store" name="archive"/>`;
const spec = (ins: string, outs: string): string =>
  `<bpmn:ioSpecification>${ins}${outs}<bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>`;
const input = (id: string): string => `<bpmn:dataInput id="${id}" name="${id}Name"/>`;
const output = (id: string): string => `<bpmn:dataOutput id="${id}" name="${id}Name"/>`;
const goesIn = (target: string, source: string, more = ''): string =>
  `<bpmn:dataInputAssociation>${source === '' ? '' : `<bpmn:sourceRef>${source}</bpmn:sourceRef>`}<bpmn:targetRef>${target}</bpmn:targetRef>${more}</bpmn:dataInputAssociation>`;
const comesOut = (source: string, target: string, more = ''): string =>
  `<bpmn:dataOutputAssociation>${source === '' ? '' : `<bpmn:sourceRef>${source}</bpmn:sourceRef>`}<bpmn:targetRef>${target}</bpmn:targetRef>${more}</bpmn:dataOutputAssociation>`;
const assignment = (from: string, to: string): string =>
  `<bpmn:assignment><bpmn:from xsi:type="bpmn:tFormalExpression">${from}</bpmn:from><bpmn:to xsi:type="bpmn:tFormalExpression">${to}</bpmn:to></bpmn:assignment>`;
const transformation = (text: string): string => `<bpmn:transformation>${text}</bpmn:transformation>`;

describe('data associations', () => {
  test('BR50 what goes in and comes out of a task is copied, transformed or assigned', async () => {
    const { node, problems } = await read(
      process(`${data}<bpmn:userTask id="t">${spec(input('a') + input('b') + input('c'), output('z'))}
        ${goesIn('a', 'r1')}${goesIn('b', 'r1', transformation('order.lines[1]'))}${goesIn('c', '', assignment('3 + 4', 'c'))}
        ${comesOut('z', 'r2')}</bpmn:userTask>`),
    );
    expect(problems).toEqual([]);
    expect(node('t').extension.assigns).toEqual([
      { variable: 'aName', value: 'order', at: 'start' },
      { variable: 'bName', value: 'order.lines[1]', at: 'start' },
      { variable: 'cName', value: '3 + 4', at: 'start' },
      { variable: 'total', value: 'zName', at: 'end' },
    ]);
  });

  test('BR50 the handler of a service task is told its inputs, and its answer goes on', async () => {
    const { node } = await read(
      process(
        `${data}<bpmn:serviceTask id="t">${spec(input('a'), output('z'))}${goesIn('a', 'r1')}${comesOut('z', 'r2', transformation('zName * 2'))}</bpmn:serviceTask>`,
      ),
    );
    expect(node('t').unhandled).toEqual({ inputs: { aName: 'order' }, result: 'zName' });
    expect(node('t').extension.assigns).toEqual([{ variable: 'total', value: 'zName * 2', at: 'end' }]);
  });

  test('BR50 a call gets and gives back, a message brings, an arrival is taken over', async () => {
    const { node } = await read(
      bpmn(`<bpmn:message id="m" name="m"/><bpmn:process id="p">${data}
        <bpmn:callActivity id="call" calledElement="q">${spec(input('a'), output('z'))}${goesIn('a', 'r1')}${comesOut('z', 'r2')}</bpmn:callActivity>
        <bpmn:endEvent id="tell">${input('e')}${goesIn('e', 'r1')}<bpmn:messageEventDefinition messageRef="m"/></bpmn:endEvent>
        <bpmn:startEvent id="hear">${output('f')}${comesOut('f', 'r1')}<bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent></bpmn:process>`),
    );
    expect(node('call').extension.assigns?.map(({ variable, value, at }) => `${variable} ${value} ${at}`)).toEqual([
      'aName order in',
      'total zName out',
    ]);
    expect(node('tell').extension.assigns).toEqual([{ variable: 'eName', value: 'order', at: 'out' }]);
    expect(node('hear').extension.assigns).toEqual([{ variable: 'order', value: 'fName', at: 'end' }]);
  });

  test('BR50 jBPM assigns plain texts; to a user task they are settings of its own', async () => {
    const content = `${spec(input('a') + input('b'), '')}${goesIn('a', '', assignment('check', 'a'))}${goesIn('b', '', assignment('#{amount}', 'b'))}`;
    const { node } = await read(
      bpmn(
        `<bpmn:process id="p"><bpmn:serviceTask id="s">${content}</bpmn:serviceTask>
         <bpmn:userTask id="t">${content.replaceAll(/\b([ab])(?=["<N])/g, '$12')}</bpmn:userTask></bpmn:process>`,
        'xmlns:drools="http://www.jboss.org/drools"',
      ),
    );
    expect(node('s').unhandled?.inputs).toEqual({ aName: '"check"', bName: 'amount' });
    expect(node('t').extension.assigns).toEqual([{ variable: 'b2Name', value: 'amount', at: 'start' }]);
  });

  test.each([
    ['drawn by bpmn-js', `<bpmn:property id="x" name="__targetRef_placeholder"/>${goesIn('x', 'r1')}${comesOut('', 'r2')}`],
    ['to the same name', `${spec('<bpmn:dataInput id="a" name="order"/>', '')}${goesIn('a', 'r1')}`],
    ['to an input that nothing can name', `${spec('<bpmn:dataInput id="a"/>', '')}${goesIn('a', 'r1')}`],
  ])('BR51 an association %s says nothing', async (_, content) => {
    const { node, problems } = await read(process(`${data}<bpmn:userTask id="t">${content}</bpmn:userTask>`));
    expect([problems, node('t').extension]).toEqual([[], {}]);
  });

  test.each([
    ['a data store', 'userTask', spec(input('a'), '') + goesIn('a', 'store'), '数据存储'],
    [
      'several sources',
      'userTask',
      spec(input('a'), '') + goesIn('a', 'r1').replace('<bpmn:targetRef>', '<bpmn:sourceRef>r2</bpmn:sourceRef><bpmn:targetRef>'),
      '多个来源',
    ],
    ['an assignment to no name', 'userTask', spec(input('a'), '') + goesIn('a', '', assignment('1', 'order/line')), '名称'],
    ['a name that expressions cannot read', 'userTask', spec('<bpmn:dataInput id="a" name="my order"/>', '') + goesIn('a', 'r1'), '名称'],
    ['several answers', 'serviceTask', spec('', output('z') + output('e')) + comesOut('z', 'r1') + comesOut('e', 'r2'), '一个结果'],
    ['an event that sends nothing', 'endEvent', input('a') + goesIn('a', 'r1'), '带出'],
  ])('BR51 says that %s is not carried out', async (_, kind, content, why) => {
    const { problems } = await read(process(`${data}<bpmn:${kind} id="t" name="办理">${content}</bpmn:${kind}>`));
    expect(problems.map(({ code, severity, place }) => `${severity} ${code} ${place.elementId}`)).toEqual([
      'warning BPMN_DATA_NOT_CARRIED t',
    ]);
    expect(problems[0]?.sentences['zh-CN']).toContain(why);
  });
});

test.each([
  ['one set says nothing', 1, []],
  ['several sets are said not to be waited for', 2, ['warning BPMN_DATA_SETS_NOT_AWAITED t']],
] as const)('BR52 %s, and are kept', async (_, count, expected) => {
  const sets = Array.from({ length: count }, () => '<bpmn:inputSet><bpmn:dataInputRefs>a</bpmn:dataInputRefs></bpmn:inputSet>').join('');
  const content = `<bpmn:ioSpecification><bpmn:dataInput id="a"/>${sets}<bpmn:outputSet/></bpmn:ioSpecification>`;
  const xml = bpmn(`<bpmn:process id="p" isExecutable="true"><bpmn:userTask id="t">${content}</bpmn:userTask></bpmn:process>`);
  const { problems } = await readBpmn(xml);
  expect(problems.map(({ code, severity, place }) => `${severity} ${code} ${place.elementId}`)).toEqual(expected);
  const { document } = await readXml(xml);
  expect((await document?.toXml())?.match(/<bpmn:inputSet>/g)).toHaveLength(count);
});

test.each([
  ['1', '0'],
  [' true ', ' false '],
  ['\n1', '0\t'],
])('BR22 reads the flags "%s" and "%s"', async (yes, no) => {
  const { flow, node } = await read(
    bpmn(
      `<bpmn:process id="p" isExecutable="${yes}"><bpmn:userTask id="t"><bpmn:extensionElements><tb:performer starter='${yes}'/>
         <tb:operations><tb:operation kind="transfer" reason="${yes}"/></tb:operations></bpmn:extensionElements>
         <bpmn:multiInstanceLoopCharacteristics isSequential="${yes}"/></bpmn:userTask>
       <bpmn:boundaryEvent id="on" attachedToRef="t" cancelActivity="${yes}" parallelMultiple="${yes}"/>
       <bpmn:boundaryEvent id="beside" attachedToRef="t" cancelActivity="${no}" parallelMultiple="${no}"/>
       <bpmn:subProcess id="sub" triggeredByEvent="${yes}"><bpmn:startEvent id="s" isInterrupting="${no}"/></bpmn:subProcess></bpmn:process>`,
    ),
  );
  expect(flow.processes[0]?.executable).toBe(true);
  expect(node('t')).toMatchObject({
    loop: { sequential: true },
    extension: { performer: { starter: true }, operations: [{ kind: 'transfer', reason: true }] },
  });
  expect([node('on').cancelActivity, node('on').parallel]).toEqual([true, true]);
  expect([node('beside').cancelActivity, node('beside').parallel]).toEqual([false, undefined]);
  expect(node('sub')).toMatchObject({ triggeredByEvent: true, inner: { nodes: [{ interrupting: false }] } });
});

test('BR22 takes nothing for a flag that only looks like one', async () => {
  const content = `<bpmn:startEvent id="s" name='cancelActivity="1"'/><!-- isExecutable="1" -->
    <bpmn:task id="t" x:instantiate="1"><bpmn:documentation>isExecutable="1" <![CDATA[<a isExecutable="1">]]></bpmn:documentation>
      <bpmn:extensionElements><tb:pause reason="1"/></bpmn:extensionElements></bpmn:task>`;
  const xml = bpmn(`<bpmn:process id="p" isExecutable="1">${content}</bpmn:process>`, 'xmlns:x="http://x"');
  expect(spellFlags(xml).xml).toBe(xml.replace('<bpmn:process id="p" isExecutable="1">', '<bpmn:process id="p" isExecutable="true">'));
});

test('BR23 a flag that is neither true nor false is told, at its element', async () => {
  const content = `<bpmn:userTask id="t"><bpmn:extensionElements><tb:performer starter="YES"/></bpmn:extensionElements>
      <bpmn:multiInstanceLoopCharacteristics isSequential=""/></bpmn:userTask>
    <bpmn:boundaryEvent id="b" attachedToRef="t" cancelActivity="no"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>`;
  const { problems } = await readBpmn(bpmn(`<bpmn:process id="p" isExecutable="true">${content}</bpmn:process>`));
  const flags = problems.filter(({ code }) => code === 'BPMN_FLAG_WRONG');
  expect(flags.map(({ place, details, severity }) => [place.elementId, details['attribute'], details['value'], severity])).toEqual([
    ['t', 'starter', 'YES', 'error'],
    ['t', 'isSequential', '', 'error'],
    ['b', 'cancelActivity', 'no', 'error'],
  ]);
});

test.each([null, undefined, 7, {}])('BR1 what is no text (%s) is said to be none', async (given) => {
  expect((await readBpmn(given as unknown as string)).problems.map(({ code }) => code)).toEqual(['BPMN_NO_TEXT']);
});

test('BR22 knows every flag of BPMN and its diagrams', () => {
  type Package = { readonly prefix: string; readonly types: readonly { readonly properties?: readonly Property[] }[] };
  type Property = { readonly name: string; readonly type: string; readonly isAttr?: boolean };
  const moddle = new BpmnModdle() as unknown as { getPackages(): readonly Package[] };
  const flags = moddle
    .getPackages()
    .filter(({ prefix }) => ['bpmn', 'bpmndi', 'dc', 'di'].includes(prefix))
    .flatMap(({ types }) => types.flatMap(({ properties = [] }) => properties))
    .filter(({ type, isAttr }) => type === 'Boolean' && isAttr === true)
    .map(({ name }) => name.replace(/^.*:/, ''))
    // these describe extensions to a tool, no file has them
    .filter((name) => name !== 'isReference' && name !== 'isRequired');
  expect([...FLAGS].sort()).toEqual([...new Set(flags)].sort());
});

test('BR14 a flow without one of its ends is said once', async () => {
  const { problems } = await read(
    process(
      '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s"/><bpmn:sequenceFlow id="f2" sourceRef="" targetRef="s"/><bpmn:sequenceFlow id="f3" sourceRef="s" targetRef="gone"/>',
    ),
  );
  const said = problems.map(({ severity, code, place }) => `${severity} ${code} ${place.elementId} ${place.property}`);
  expect(said.sort()).toEqual([
    'error BPMN_REFERENCE_UNRESOLVED f1 targetRef',
    'error BPMN_REFERENCE_UNRESOLVED f2 sourceRef',
    'error BPMN_REFERENCE_UNRESOLVED f3 targetRef',
  ]);
});
