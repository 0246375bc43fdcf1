import { describe, expect, test } from 'vitest';
import camundaModeler from '../../bpmn/test/fixtures/camunda-modeler.bpmn?raw';
import flowable from '../../bpmn/test/fixtures/flowable.bpmn?raw';
import { deployBpmn } from './deploy-bpmn.ts';

const FILES = import.meta.glob('../../bpmn/test/fixtures/tools/*.bpmn', { query: '?raw', import: 'default', eager: true });
const TOOLS = Object.fromEntries(Object.entries(FILES).map(([path, xml]) => [path.replace(/^.*\//, ''), xml]));

/** What people have to write anew before a file runs. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'activiti-modeler.bpmn': ['COMPILE_EXPRESSION_FOREIGN sid-yes'],
  'jbpm-workbench.bpmn': ['BPMN_EXPRESSION_LANGUAGE _f3'],
  'flowable-ui.bpmn': ['COMPILE_EXPRESSION_FOREIGN c', 'COMPILE_EXPRESSION_FOREIGN d'],
};

const plain = (content: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${content}</process></definitions>`;

describe('plain BPMN', () => {
  test('DB1 compiles without a measure', async () => {
    const { program, problems } = await deployBpmn(
      plain(
        '<startEvent id="s"/><userTask id="t" name="审查"/><receiveTask id="r" messageRef="回函"/><sequenceFlow sourceRef="s" targetRef="t"/><sequenceFlow sourceRef="t" targetRef="r"/>',
      ),
    );
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning BPMN_MESSAGE_UNDECLARED']);
    expect(program?.nodes.map(({ kind }) => kind)).toEqual(['process', 'startEvent', 'userTask', 'receiveTask']);
    expect(program?.nodes[3]?.events).toEqual([{ kind: 'message', name: '回函' }]);
    expect(program?.nodes[2]?.task).toEqual({ performer: {}, filings: [], operations: [] });
  });

  test.each(['serviceTask', 'sendTask'])('DB5 the handler of a %s is told what data associations bring', async (kind) => {
    const { program, problems } = await deployBpmn(
      plain(
        `<dataObject id="order"/><dataObject id="total"/>
         <${kind} id="t"><ioSpecification><dataInput id="a" name="number"/><dataOutput id="z" name="sum"/><inputSet/><outputSet/></ioSpecification>
           <dataInputAssociation><sourceRef>order</sourceRef><targetRef>a</targetRef><transformation>order.number</transformation></dataInputAssociation>
           <dataOutputAssociation><sourceRef>z</sourceRef><targetRef>total</targetRef></dataOutputAssociation></${kind}>
         <startEvent id="s"/><endEvent id="e"/><sequenceFlow sourceRef="s" targetRef="t"/><sequenceFlow sourceRef="t" targetRef="e"/>`,
      ),
    );
    expect(problems).toEqual([]);
    const node = program?.nodes.find(({ id }) => id === 't');
    expect(node?.handler).toMatchObject({ name: 't', inputs: { number: { text: 'order.number' } }, result: 'sum' });
    expect(node?.assigns?.map(({ variable, value, at }) => `${variable} ${value.text} ${at}`)).toEqual(['total sum end']);
  });

  test('DB1 takes files of other engines once their expressions are FEEL', async () => {
    const asIs = await deployBpmn(flowable);
    expect(asIs.problems.map(({ code, place }) => `${code} ${place.elementId}`)).toEqual(['COMPILE_EXPRESSION_FOREIGN s2']);
    const { program } = await deployBpmn(flowable.replace(/\$\{days <= 3\}/, 'days <= 3'));
    expect(program?.nodes.find(({ id }) => id === 'record')?.handler).toEqual({ name: 'leaveRecorder', inputs: {}, result: 'recorded' });
    const rewritten = camundaModeler.replace(/\$\{approved\}/, 'approved').replace(/\$\{nrOf.*?\}/, 'numberOfCompletedInstances = 2');
    expect((await deployBpmn(rewritten)).program?.nodes.find(({ id }) => id === 'Activity_review')?.loop).toMatchObject({
      element: 'department',
    });
  });

  test.each(Object.entries(TOOLS))('DB1 takes %s, or says what stands in the way and how to write it', async (name, xml) => {
    const { program, problems } = await deployBpmn(xml);
    const errors = problems.filter(({ severity }) => severity === 'error').map(({ code, place }) => `${code} ${place.elementId}`);
    expect(errors).toEqual(REFUSED[name] ?? []);
    expect(program === undefined).toBe(errors.length > 0);
  });

  test('DB1 says how an expression of another engine is written in FEEL', async () => {
    const { problems } = await deployBpmn(TOOLS['flowable-ui.bpmn'] as string);
    expect(problems.map(({ details }) => details['hint']).filter((hint) => hint !== undefined)).toEqual([
      'amount > 1000 and type = "travel"',
      'amount <= 1000',
    ]);
  });

  test('DB2 leaves service tasks without a handler and scripts in other languages to the handler of their element', async () => {
    const { program, problems } = await deployBpmn(
      plain(
        `<startEvent id="s"/><subProcess id="inner"><serviceTask id="notify"/></subProcess>
         <scriptTask id="sum" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" scriptFormat="javascript" camunda:resultVariable="total"><script>a + "b"</script></scriptTask>
         <scriptTask id="own" scriptFormat="feel"><script>1 + 1</script></scriptTask><endEvent id="e"/>
         <sequenceFlow sourceRef="s" targetRef="inner"/><sequenceFlow sourceRef="inner" targetRef="sum"/>
         <sequenceFlow sourceRef="sum" targetRef="own"/><sequenceFlow sourceRef="own" targetRef="e"/>`,
      ),
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const node = (id: string) => program?.nodes.find((one) => one.id === id);
    expect(node('notify')?.handler).toEqual({ name: 'notify', inputs: {} });
    expect(node('sum')).toMatchObject({ kind: 'serviceTask', handler: { name: 'sum', result: 'total' } });
    expect(node('sum')?.handler?.inputs['script']?.tree).toMatchObject({ kind: 'string', value: 'a + "b"' });
    expect(node('own')?.kind).toBe('scriptTask');
  });

  test('DB2 leaves to handlers what a file does not say: by the name it gives, else by the id', async () => {
    const camunda = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';
    const { program, problems } = await deployBpmn(
      plain(
        `<startEvent id="s"/><sendTask id="send"/><businessRuleTask id="rule" ${camunda} camunda:type="external" camunda:topic="decide"/><scriptTask id="script"/>
         <sequenceFlow sourceRef="s" targetRef="send"/><sequenceFlow sourceRef="send" targetRef="rule"/><sequenceFlow sourceRef="rule" targetRef="script"/>`,
      ),
    );
    expect(problems).toEqual([]);
    const handlers = program?.nodes.flatMap(({ kind, handler }) => (handler === undefined ? [] : [`${kind} ${handler.name}`]));
    expect(handlers).toEqual(['serviceTask send', 'serviceTask decide', 'serviceTask script']);
  });

  test('DB2 hands over and keeps what the file says of a task that names no handler', async () => {
    const camunda = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';
    const { program } = await deployBpmn(
      plain(
        `<startEvent id="s"/><serviceTask id="ask" ${camunda} camunda:resultVariable="answer"><extensionElements><camunda:inputOutput>
           <camunda:inputParameter name="number">7</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>
         <sequenceFlow sourceRef="s" targetRef="ask"/>`,
      ),
    );
    expect(program?.nodes[2]?.handler).toMatchObject({ name: 'ask', result: 'answer', inputs: { number: { text: '"7"' } } });
  });

  test('DB4 leaves out what is foreign and stands where BPMN has no place for it', async () => {
    const { program, problems } = await deployBpmn(
      plain(
        '<x:note xmlns:x="urn:x"><x:inner/></x:note><startEvent id="s"/><userTask id="a"><x:note xmlns:x="urn:x"/></userTask><sequenceFlow sourceRef="s" targetRef="a"/>',
      ),
    );
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning BPMN_ELEMENT_UNKNOWN',
      'warning BPMN_ELEMENT_UNKNOWN',
    ]);
    expect(program?.nodes.map(({ kind }) => kind)).toEqual(['process', 'startEvent', 'userTask']);
    expect((await deployBpmn(plain('<robotTask id="r"/>'))).program).toBeUndefined();
  });

  test('DB3 names messages by their message flow or element, and signals without a name alike', async () => {
    const { program, problems } = await deployBpmn(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
        <collaboration id="c"><participant id="P1" processRef="p"/><participant id="P2" processRef="q"/><participant id="P3"/>
          <messageFlow id="m1" sourceRef="ask" targetRef="begin"/><messageFlow id="m2" sourceRef="send" targetRef="P3"/></collaboration>
        <process id="p"><startEvent id="s"/><intermediateThrowEvent id="ask"><messageEventDefinition/></intermediateThrowEvent><sendTask id="send"/>
          <receiveTask id="answer"/><intermediateCatchEvent id="hear"><signalEventDefinition/></intermediateCatchEvent>
          <sequenceFlow sourceRef="s" targetRef="ask"/><sequenceFlow sourceRef="ask" targetRef="send"/><sequenceFlow sourceRef="send" targetRef="answer"/>
          <sequenceFlow sourceRef="answer" targetRef="hear"/></process>
        <process id="q"><startEvent id="begin"><messageEventDefinition/></startEvent><endEvent id="call"><signalEventDefinition/></endEvent>
          <sequenceFlow sourceRef="begin" targetRef="call"/></process>
      </definitions>`,
    );
    expect(problems).toEqual([]);
    const named = program?.nodes.flatMap(({ id, events = [] }) =>
      events.map((event) => `${id}: ${event.kind} ${'name' in event ? event.name : ''}`),
    );
    expect(named).toEqual([
      'ask: message begin',
      'send: message send',
      'answer: message answer',
      'hear: signal signal',
      'begin: message begin',
      'call: signal signal',
    ]);
  });

  test('CF15 lets a flow without a condition hold in plain BPMN', async () => {
    const { program, problems } = await deployBpmn(
      plain(
        '<startEvent id="s"/><exclusiveGateway id="g" default="f"/><task id="a"/><task id="b"/><sequenceFlow sourceRef="s" targetRef="g"/><sequenceFlow id="f" sourceRef="g" targetRef="a"/><sequenceFlow id="f2" sourceRef="g" targetRef="b"/>',
      ),
    );
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning COMPILE_CONDITION_MISSING']);
    expect(program).toBeDefined();
  });

  test('CF23 refuses a boundary event on what is no activity', async () => {
    const { problems } = await deployBpmn(
      plain(
        '<startEvent id="s"/><exclusiveGateway id="g"/><boundaryEvent id="b" attachedToRef="g"><signalEventDefinition/></boundaryEvent><sequenceFlow sourceRef="s" targetRef="g"/>',
      ),
    );
    expect(problems.map(({ code, place }) => `${code} ${place.elementId}`)).toContain('COMPILE_BOUNDARY_LOOSE b');
  });

  test('CF50 knows that of the events of a gateway that starts a process one comes, or all', async () => {
    const waits = (id: string) => `<intermediateCatchEvent id="${id}"><messageEventDefinition/></intermediateCatchEvent>`;
    const gateway = (type: string) =>
      plain(
        `<eventBasedGateway id="g" instantiate="true" ${type}/>${waits('a')}${waits('b')}<userTask id="t"/><sequenceFlow sourceRef="g" targetRef="a"/>
         <sequenceFlow sourceRef="g" targetRef="b"/><sequenceFlow sourceRef="a" targetRef="t"/><sequenceFlow sourceRef="b" targetRef="t"/>`,
      );
    expect((await deployBpmn(gateway(''))).problems).toEqual([]);
    const all = await deployBpmn(gateway('eventGatewayType="Parallel"'));
    expect(all.problems.map(({ code, place }) => `${code} ${place.elementId}`)).toEqual(['COMPILE_DONE_TWICE t']);
  });

  test('DB1 hands out no program for a file with an error', async () => {
    expect((await deployBpmn('<x/>')).program).toBeUndefined();
    const unresolved = await deployBpmn(
      plain(
        '<startEvent id="s"/><endEvent id="e"/><sequenceFlow sourceRef="s" targetRef="e"/><sequenceFlow id="f" sourceRef="s" targetRef="gone"/>',
      ),
    );
    expect(unresolved.program).toBeUndefined();
  });
});
