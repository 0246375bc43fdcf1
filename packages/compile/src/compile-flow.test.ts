import { readBpmn } from '@tongban/bpmn';
import { parseFeel } from '@tongban/feel-parser';
import { compileForm } from '@tongban/form';
import type { CompiledForm, Problem, Program, ProgramNode } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { compileFlow } from './compile-flow.ts';
import { type MeasureWorld, namesOfMeasure } from './measure-world.ts';

const application = compileForm(
  {
    formatVersion: 1,
    id: 'F-01',
    key: 'application',
    title: { 'zh-CN': '申请表' },
    layout: 'stacked',
    fields: [
      { id: 'F-01.amount', key: 'amount', kind: 'number', label: { 'zh-CN': '投资额' } },
      {
        id: 'F-01.facts',
        key: 'facts',
        kind: 'section',
        label: { 'zh-CN': '基本情况' },
        fields: [{ id: 'F-01.area', key: 'area', kind: 'number', label: { 'zh-CN': '面积' } }],
      },
      {
        id: 'F-01.people',
        key: 'people',
        kind: 'rows',
        label: { 'zh-CN': '人员' },
        columns: [{ id: 'name', key: 'name', kind: 'text', label: { 'zh-CN': '姓名' } }],
      },
    ],
  },
  (text, names) => parseFeel(text, { names }),
).compiled as CompiledForm;

const world: MeasureWorld = {
  roles: ['window', 'reviewer'],
  departments: ['water'],
  limits: ['review'],
  forms: { 'F-01': application },
  pauseReasons: ['correction'],
  formIds: ['F-01'],
  known: namesOfMeasure({ parameters: [{ id: 'day', name: { 'zh-CN': '日期' }, value: null }] }, [application.document]),
  decisions: ['DT-15'],
  templates: ['notice'],
};

const tb = (...elements: readonly string[]): string => `<bpmn:extensionElements>${elements.join('')}</bpmn:extensionElements>`;
const PERFORMER = '<tb:performer role="window"/>';
const flow = (id: string, condition?: string): string => {
  const [source, target] = id.split('-');
  const text = condition === undefined ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${text}</bpmn:sequenceFlow>`;
};
const START = '<bpmn:startEvent id="start"/>';
const END = '<bpmn:endEvent id="end" name="办结"/>';
const user = (id: string, ...extension: readonly string[]): string =>
  `<bpmn:userTask id="${id}">${tb(PERFORMER, ...extension)}</bpmn:userTask>`;
/** start > what is given, under the id `x` > end. */
const between = (element: string): string => `${START}${element}${END}${flow('start-x')}${flow('x-end')}`;

const file = (process: string, roots = ''): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1"><bpmn:process id="p" isExecutable="true">${process}</bpmn:process>${roots}</bpmn:definitions>`;

async function compile(process: string, roots = ''): Promise<{ program: Program | undefined; problems: readonly Problem[] }> {
  const { flow: read, problems: reading } = await readBpmn(file(process, roots));
  if (read === undefined) throw new Error('not read');
  const { program, problems } = compileFlow(read, { world, file: 'flow.bpmn' });
  return { program, problems: [...reading, ...problems] };
}

async function programOf(process: string, roots = ''): Promise<{ program: Program; node: (id: string) => ProgramNode }> {
  const { program, problems } = await compile(process, roots);
  if (program === undefined) throw new Error(problems.map(({ sentences }) => sentences.en).join('\n'));
  const node = (id: string): ProgramNode => program.nodes.find((one) => one.id === id) ?? program.nodes[0]!;
  return { program, node };
}

/** Codes with their elements, e.g. `COMPILE_NO_START p`. */
async function refusals(process: string, roots = ''): Promise<readonly string[]> {
  const { program, problems } = await compile(process, roots);
  expect(program === undefined).toBe(problems.some(({ severity, code }) => severity === 'error' && !code.startsWith('BPMN')));
  for (const { place, sentences } of problems) {
    expect(place.elementId).toBeDefined();
    expect(sentences.en).not.toMatch(/(?<!\$)\{\w+\}/);
    expect(sentences['zh-CN']).not.toMatch(/(?<!\$)\{\w+\}/);
  }
  return problems.map(({ code, place }) => `${code} ${place.elementId}`);
}

describe('a flow as a program', () => {
  test('CF1 lays out scopes before their nodes, with indexes for ids', async () => {
    const { program, node } = await programOf(
      `<bpmn:laneSet><bpmn:lane id="l" name="窗口"><bpmn:flowNodeRef>sub</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>${START}` +
        `<bpmn:subProcess id="sub"><bpmn:startEvent id="s"/>${user('u')}<bpmn:endEvent id="e"/>${flow('s-u')}${flow('u-e')}</bpmn:subProcess>` +
        `<bpmn:boundaryEvent id="b" attachedToRef="sub" cancelActivity="false">${tb('<tb:clock limit="review"/>')}<bpmn:timerEventDefinition/></bpmn:boundaryEvent>` +
        `<bpmn:exclusiveGateway id="g" default="g-end"/>${user('w')}${END}` +
        `<bpmn:subProcess id="ev" triggeredByEvent="true"><bpmn:startEvent id="es" isInterrupting="false"><bpmn:signalEventDefinition signalRef="sig"/></bpmn:startEvent><bpmn:endEvent id="ee"/>${flow('es-ee')}</bpmn:subProcess>` +
        `${flow('start-sub')}${flow('sub-g')}${flow('g-end')}${flow('g-w', 'application.amount &gt; 1')}${flow('w-end')}${flow('b-end')}`,
      '<bpmn:signal id="sig" name="停办"/>',
    );
    expect(program.nodes.map(({ id, scope }) => `${id}:${scope}`)).toEqual(
      'p:-1 start:0 sub:0 s:2 u:2 e:2 b:0 g:0 w:0 end:0 ev:0 es:10 ee:10'.split(' '),
    );
    expect(program.processes).toEqual([0]);
    expect(program.nodes[0]).toMatchObject({ kind: 'process', inner: [1, 2, 6, 7, 8, 9, 10], starts: [1], eventSubProcesses: [10] });
    expect(node('sub')).toMatchObject({ inner: [3, 4, 5], starts: [3], boundary: [6], lane: { id: 'l', name: '窗口' } });
    expect(node('b')).toMatchObject({ attachedTo: 2, interrupting: false });
    expect(node('es')).toMatchObject({ interrupting: false, events: [{ kind: 'signal', name: '停办' }] });
    const gateway = node('g');
    expect(gateway.outgoing.map((at) => program.flows[at]?.id)).toEqual(['g-end', 'g-w']);
    expect(program.flows[gateway.default ?? -1]?.id).toBe('g-end');
    for (const [at, { source, target }] of program.flows.entries()) {
      expect(program.nodes[source]?.outgoing).toContain(at);
      expect(program.nodes[target]?.incoming).toContain(at);
    }
  });

  test('CF7 lays out what is called behind the rest: processes, with or without a prefix, and global tasks', async () => {
    const { program, node } = await programOf(
      between(
        `<bpmn:subProcess id="x"><bpmn:startEvent id="s"/><bpmn:callActivity id="c" calledElement="ns:q">${tb('<tb:call in="all"/><tb:assign variable="got" value="verdict" at="out"/>')}</bpmn:callActivity>` +
          `<bpmn:callActivity id="d" calledElement="ask"/><bpmn:endEvent id="e"/>${flow('s-c')}${flow('c-d')}${flow('d-e')}</bpmn:subProcess>`,
      ),
      `<bpmn:process id="q"><bpmn:startEvent id="qs"/><bpmn:endEvent id="qe"/>${flow('qs-qe')}</bpmn:process><bpmn:process id="unused"><bpmn:task id="t"/></bpmn:process>` +
        `<bpmn:globalUserTask id="ask" name="问询">${tb(PERFORMER)}</bpmn:globalUserTask><bpmn:globalTask id="unusedTask"/>`,
    );
    expect(program.processes.map((at) => program.nodes[at]?.id)).toEqual(['p', 'q', 'ask']);
    expect(node('c')).toMatchObject({ called: program.processes[1], call: { in: 'all' }, assigns: [{ variable: 'got', at: 'out' }] });
    expect(node('d').called).toBe(program.processes[2]);
    expect(node('ask_task')).toMatchObject({
      kind: 'userTask',
      name: '问询',
      scope: program.processes[2],
      task: { performer: { role: 'window' } },
    });
  });

  test('CF7 starts the process that no other calls, wherever it stands in the file', async () => {
    const { program } = await programOf(
      between('<bpmn:task id="x"/>'),
      `<bpmn:process id="main" isExecutable="true"><bpmn:startEvent id="ms"/><bpmn:callActivity id="mc" calledElement="p"/><bpmn:endEvent id="me"/>${flow('ms-mc')}${flow('mc-me')}</bpmn:process>`,
    );
    expect(program.processes.map((at) => program.nodes[at]?.id)).toEqual(['main', 'p']);
    expect(program.processes[0]).toBe(0);
  });

  test('CF2 resolves messages, errors and escalations', async () => {
    const { node } = await programOf(
      `${START}<bpmn:sendTask id="m" messageRef="msg"/>${user('t')}<bpmn:boundaryEvent id="b" attachedToRef="t"><bpmn:errorEventDefinition errorRef="err"/></bpmn:boundaryEvent>` +
        `<bpmn:boundaryEvent id="any" attachedToRef="t"><bpmn:errorEventDefinition/></bpmn:boundaryEvent><bpmn:endEvent id="e"><bpmn:escalationEventDefinition escalationRef="esc"/></bpmn:endEvent>${END}` +
        `${flow('start-m')}${flow('m-t')}${flow('t-e')}${flow('b-end')}${flow('any-end')}`,
      '<bpmn:message id="msg" name="告知"/><bpmn:error id="err" errorCode="E-1"/><bpmn:escalation id="esc" name="超期"/>',
    );
    expect(node('m').events).toEqual([{ kind: 'message', name: '告知' }]);
    expect(node('b').events).toEqual([{ kind: 'error', code: 'E-1' }]);
    expect(node('any').events).toEqual([{ kind: 'error' }]);
    expect(node('e').events).toEqual([{ kind: 'escalation', code: '超期' }]);
  });

  test('CF3 parses every expression', async () => {
    const { program, node } = await programOf(
      `${START}<bpmn:userTask id="x">${tb('<tb:performer role="reviewer" department="=item.department" person="=item.person"/>', '<tb:assign variable="n" value="application.amount + 1" at="start"/>')}` +
        `<bpmn:multiInstanceLoopCharacteristics isSequential="true">${tb('<tb:each collection="items" element="item" results="all" result="item.code"/>')}<bpmn:completionCondition>= count(all) &gt; 2</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>` +
        `<bpmn:intermediateCatchEvent id="d"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>` +
        `<bpmn:intermediateCatchEvent id="f"><bpmn:timerEventDefinition><bpmn:timeDate>=date(parameters.day)</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>` +
        `<bpmn:scriptTask id="s" scriptFormat="feel"><bpmn:script>n * 2</bpmn:script></bpmn:scriptTask>` +
        `<bpmn:serviceTask id="h">${tb('<tb:handler name="document.issue" result="r"><tb:input name="template" value="&quot;notice&quot;"/></tb:handler>')}</bpmn:serviceTask>${END}` +
        ['start-x', 'x-d', 'd-f', 'f-s', 's-h', 'h-end'].map((id) => flow(id)).join(''),
    );
    expect(node('x').task?.performer).toMatchObject({
      role: 'reviewer',
      department: { text: 'item.department' },
      person: { text: 'item.person' },
    });
    expect(node('x').assigns).toMatchObject([{ variable: 'n', at: 'start', value: { reads: ['application'] } }]);
    expect(node('x').loop).toMatchObject({
      kind: 'multiInstance',
      sequential: true,
      collection: { text: 'items' },
      element: 'item',
      results: 'all',
      result: { text: 'item.code' },
      completion: { text: 'count(all) > 2' },
    });
    expect(node('d').events).toMatchObject([{ timer: 'duration', value: { tree: { kind: 'string', value: 'P3D' } } }]);
    expect(node('f').events).toMatchObject([{ timer: 'date', value: { reads: ['parameters'] } }]);
    expect(node('s').script).toMatchObject({ expression: { text: 'n * 2', tree: { kind: 'binary' } } });
    expect(node('h').handler).toMatchObject({ name: 'document.issue', result: 'r', inputs: { template: { tree: { value: 'notice' } } } });
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
  });

  test('CF4 carries over what is said of tasks, starts, clocks and endings', async () => {
    const { node } = await programOf(
      `<bpmn:startEvent id="start">${tb('<tb:start roles="window reviewer"/>')}</bpmn:startEvent>` +
        `${user('x', '<tb:filings><tb:filing form="F-01" access="read"><tb:field ref="F-01.people/name" access="write"/></tb:filing></tb:filings>', '<tb:outcomes result="said"><tb:outcome value="yes" label="同意"/></tb:outcomes>', '<tb:operations><tb:operation kind="return" targets="x"/></tb:operations>', '<tb:clock limit="review"/>')}` +
        `<bpmn:businessRuleTask id="r">${tb('<tb:rule decision="DT-15" result="entry"/>')}</bpmn:businessRuleTask>` +
        `<bpmn:endEvent id="end">${tb('<tb:ending kind="rejected"/>')}</bpmn:endEvent>${flow('start-x')}${flow('x-r')}${flow('r-end')}`,
    );
    expect(node('start').startRoles).toEqual(['window', 'reviewer']);
    expect(node('x')).toMatchObject({
      task: {
        performer: { role: 'window' },
        filings: [{ form: 'F-01', access: 'read', fields: { 'F-01.people/name': 'write' } }],
        outcomes: { result: 'said', choices: [{ value: 'yes', label: '同意' }] },
        operations: [{ kind: 'return', targets: ['x'] }],
      },
      clocks: ['review'],
    });
    expect(node('r').rule).toEqual({ decision: 'DT-15', result: 'entry' });
    expect(node('end').ending).toBe('rejected');
  });

  test('CF43 carries over quantities, what undoes what, and whether it is waited for', async () => {
    const { node } = await programOf(
      `${START}<bpmn:userTask id="x" startQuantity="2" completionQuantity="3">${tb(PERFORMER)}</bpmn:userTask>` +
        '<bpmn:boundaryEvent id="b" attachedToRef="x"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>' +
        `<bpmn:userTask id="h" isForCompensation="true">${tb(PERFORMER)}</bpmn:userTask><bpmn:association id="as" sourceRef="b" targetRef="h"/>` +
        '<bpmn:intermediateThrowEvent id="t"><bpmn:compensateEventDefinition activityRef="x" waitForCompletion="false"/></bpmn:intermediateThrowEvent>' +
        `${END}${flow('start-x')}${flow('x-t')}${flow('t-end')}`,
    );
    expect(node('x')).toMatchObject({ startQuantity: 2, completionQuantity: 3 });
    expect(node('h')).toMatchObject({ forCompensation: true });
    expect(node('b')).toMatchObject({ compensation: 4, events: [{ kind: 'compensate' }] });
    expect(node('t').events).toEqual([{ kind: 'compensate', node: 2, wait: false }]);
  });

  test('CF5 runs only what is marked executable', async () => {
    const { program } = await programOf(
      `${START}${END}${flow('start-end')}`,
      '<bpmn:process id="other"><bpmn:task id="drawing"/></bpmn:process>',
    );
    expect(program.nodes.map(({ id }) => id)).toEqual(['p', 'start', 'end']);
  });

  test('CF6 takes the clock of a timer event as its limit', async () => {
    const { node } = await programOf(
      between(
        `<bpmn:intermediateCatchEvent id="x">${tb('<tb:clock limit="review"/>')}<bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>`,
      ),
    );
    expect(node('x').events).toEqual([{ kind: 'timer', timer: 'limit', limit: 'review' }]);
    expect(node('x').clocks).toBeUndefined();
  });
});

describe('what is refused', () => {
  test('CF10 asks for one plain start', async () => {
    expect(await refusals('')).toEqual(['COMPILE_NO_START p']);
    expect(await refusals(`${START}<bpmn:startEvent id="s2"/>${END}${flow('start-end')}${flow('s2-end')}`)).toEqual([
      'COMPILE_SEVERAL_STARTS start',
      'COMPILE_SEVERAL_STARTS s2',
    ]);
    const eventSubProcess = `<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="s"/><bpmn:endEvent id="t"/>${flow('s-t')}</bpmn:subProcess>`;
    expect(await refusals(`${START}${END}${flow('start-end')}${eventSubProcess}`)).toEqual(['COMPILE_EVENT_SUB_PROCESS_START e']);
  });

  test('CF10 refuses a flow to what starts the process', async () => {
    const receive = '<bpmn:receiveTask id="x" instantiate="true" messageRef="m"/>';
    expect(await refusals(between(receive), '<bpmn:message id="m" name="m"/>')).toContain('COMPILE_START_LED_TO x');
  });

  test('CF11 asks for a way in and a way out', async () => {
    expect(await refusals(`${START}${user('a')}${user('b')}${END}${flow('start-a')}${flow('b-end')}`)).toEqual([
      'COMPILE_NO_WAY_OUT a',
      'COMPILE_NO_WAY_IN b',
    ]);
    const loop = `${START}<bpmn:exclusiveGateway id="g"/>${user('a')}${END}${flow('start-g')}${flow('g-a')}${flow('a-g')}`;
    expect(await refusals(loop)).toEqual(expect.arrayContaining(['COMPILE_NO_WAY_OUT g', 'COMPILE_NO_WAY_OUT a', 'COMPILE_NO_WAY_IN end']));
    const inSubProcess = `<bpmn:subProcess id="x">${user('only')}<bpmn:endEvent id="e"/>${flow('only-e')}</bpmn:subProcess>`;
    expect(await refusals(between(inSubProcess))).toEqual([]);
  });

  test('CF52 calls what has no name by what it is', async () => {
    const { problems } = await compile(`${START}<bpmn:userTask id="Activity_0pc350o"/>${END}${flow('start-end')}`);
    const sentences = problems.find(({ code }) => code === 'COMPILE_NO_WAY_IN')?.sentences;
    expect(sentences?.['zh-CN']).toContain('没有连线通向“未命名的办理环节”');
    expect(sentences?.en).toContain('"unnamed step"');
  });

  test('CF8 carries over conditions, and events with several definitions of which one or all must come', async () => {
    const { node } = await programOf(
      between(
        '<bpmn:intermediateCatchEvent id="x" parallelMultiple="true"><bpmn:signalEventDefinition signalRef="s"/><bpmn:conditionalEventDefinition><bpmn:condition>application.amount > 1</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>',
      ),
      '<bpmn:signal id="s" name="停办"/>',
    );
    expect(node('x')).toMatchObject({
      parallel: true,
      events: [{ kind: 'signal' }, { kind: 'conditional', condition: { reads: ['application'] } }],
    });
  });

  test('CF8 takes starts by message, signal and timer, and receive tasks and gateways that start a process', async () => {
    const roots = '<bpmn:message id="m" name="推送"/><bpmn:signal id="s" name="启动"/>';
    const { node } = await programOf(
      '<bpmn:startEvent id="byMessage" parallelMultiple="true"><bpmn:messageEventDefinition messageRef="m"/><bpmn:signalEventDefinition signalRef="s"/></bpmn:startEvent>' +
        `<bpmn:startEvent id="byTimer"><bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>` +
        '<bpmn:receiveTask id="receive" instantiate="true" messageRef="m"/><bpmn:eventBasedGateway id="gate" instantiate="true" eventGatewayType="Parallel"/>' +
        '<bpmn:intermediateCatchEvent id="one"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>' +
        `${END}${flow('byMessage-end')}${flow('byTimer-end')}${flow('receive-end')}${flow('gate-one')}${flow('one-end')}`,
      roots,
    );
    expect(node('byMessage')).toMatchObject({ parallel: true, events: [{ kind: 'message', name: '推送' }, { kind: 'signal' }] });
    expect(node('byTimer').events).toMatchObject([{ kind: 'timer', timer: 'cycle' }]);
    expect(node('receive').instantiate).toBe(true);
    expect(node('gate')).toMatchObject({ instantiate: true, parallel: true });
  });

  test('CF12 asks who does a task', async () => {
    expect(await refusals(between('<bpmn:userTask id="x" name="审查"/>'))).toEqual(['COMPILE_PERFORMER_MISSING x']);
  });

  test.each([
    ['COMPILE_ROLE_UNKNOWN', '<tb:performer role="boss"/>'],
    ['COMPILE_DEPARTMENT_UNKNOWN', '<tb:performer role="window" department="fire"/>'],
    ['COMPILE_FORM_UNKNOWN', `${PERFORMER}<tb:filings><tb:filing form="F-09" access="read"/></tb:filings>`],
    ['COMPILE_FORM_UNKNOWN', `${PERFORMER}<tb:filings><tb:filing form="__proto__" access="read"/></tb:filings>`],
    [
      'COMPILE_FIELD_UNKNOWN',
      `${PERFORMER}<tb:filings><tb:filing form="F-01" access="read"><tb:field ref="F-01.gone" access="write"/></tb:filing></tb:filings>`,
    ],
    [
      'COMPILE_ROLE_UNKNOWN',
      `${PERFORMER}<tb:operations><tb:operation kind="copy"><tb:performer role="boss"/></tb:operation></tb:operations>`,
    ],
    ['COMPILE_LIMIT_UNKNOWN', `${PERFORMER}<tb:clock limit="forever"/>`],
    ['COMPILE_PAUSE_UNKNOWN', '<tb:performer role="window"/><tb:pause reason="publicty"/>'],
  ])('CF13 refuses what the measure does not have: %s in %s', async (code, extension) => {
    expect(await refusals(between(`<bpmn:userTask id="x">${tb(extension)}</bpmn:userTask>`))).toEqual([`${code} x`]);
  });

  test('CF13 refuses unknown decisions, templates and start roles', async () => {
    expect(
      await refusals(between(`<bpmn:businessRuleTask id="x">${tb('<tb:rule decision="DT-99" result="r"/>')}</bpmn:businessRuleTask>`)),
    ).toEqual(['COMPILE_DECISION_UNKNOWN x']);
    const handler = '<tb:handler name="document.issue"><tb:input name="template" value="&quot;gone&quot;"/></tb:handler>';
    expect(await refusals(between(`<bpmn:serviceTask id="x">${tb(handler)}</bpmn:serviceTask>`))).toEqual(['COMPILE_TEMPLATE_UNKNOWN x']);
    expect(
      await refusals(`<bpmn:startEvent id="start">${tb('<tb:start roles="window boss"/>')}</bpmn:startEvent>${END}${flow('start-end')}`),
    ).toEqual(['COMPILE_ROLE_UNKNOWN start']);
  });

  test.each([
    ['COMPILE_HANDLER_MISSING', '<bpmn:serviceTask id="x"/>'],
    ['COMPILE_RULE_MISSING', '<bpmn:businessRuleTask id="x"/>'],
    ['COMPILE_SCRIPT_EMPTY', '<bpmn:scriptTask id="x"/>'],
    ['COMPILE_SCRIPT_LANGUAGE', '<bpmn:scriptTask id="x" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>'],
  ])('CF14 refuses a task that does nothing we can run: %s', async (code, element) => {
    expect(await refusals(between(element))).toEqual([`${code} x`]);
  });

  test('CF15 asks for conditions or a default', async () => {
    const choice = (attributes: string, first: string, second: string): string =>
      `${START}<bpmn:exclusiveGateway id="x" ${attributes}/>${user('a')}${END}${flow('start-x')}${first}${second}${flow('a-end')}`;
    expect(await refusals(choice('', flow('x-a', 'true'), flow('x-end')))).toEqual(['COMPILE_CONDITION_MISSING x-end']);
    expect(await refusals(choice('default="x-end"', flow('x-a', 'true'), flow('x-end')))).toEqual([]);
    expect(await refusals(choice('', flow('x-a', 'true'), flow('x-end', 'false')))).toEqual(['COMPILE_DEFAULT_MISSING x']);
  });

  test('CF16 places a FEEL syntax error in its text', async () => {
    const { problems } = await compile(
      `${START}<bpmn:exclusiveGateway id="x" default="x-end"/>${user('a')}${END}${flow('start-x')}${flow('x-a', '= application.amount &gt; ')}${flow('x-end')}${flow('a-end')}`,
    );
    expect(problems).toMatchObject([
      {
        code: 'FEEL_SYNTAX_INCOMPLETE',
        severity: 'error',
        place: { file: 'flow.bpmn', elementId: 'x-a', property: 'condition', from: expect.any(Number) },
      },
    ]);
    const shifted = await compile(between(`<bpmn:userTask id="x">${tb('<tb:performer department="= 1 +* 2"/>')}</bpmn:userTask>`));
    expect(shifted.problems[0]?.place.from).toBe('= 1 +'.length);
  });

  test('CF16 names the language of another engine', async () => {
    expect(await refusals(between(`<bpmn:userTask id="x">${tb(`<tb:performer person="$\{assignee}"/>`)}</bpmn:userTask>`))).toEqual([
      'COMPILE_EXPRESSION_FOREIGN x',
    ]);
  });

  test('CF17 warns of names that nothing gives', async () => {
    const assigning = (value: string): string => between(user('x', `<tb:assign variable="y" value="${value}"/>`));
    expect(await refusals(assigning('aplication.amount'))).toEqual(['COMPILE_NAME_UNKNOWN x']);
    expect(await refusals(assigning('application.amount + y + case.round'))).toEqual([]);
    expect(await refusals(assigning('application.amuont + parameters.days'))).toEqual(['COMPILE_NAME_UNKNOWN x', 'COMPILE_NAME_UNKNOWN x']);
    expect(await refusals(assigning('[parameters.day, application.people.name]'))).toEqual([]);
    expect(await refusals(assigning('items[code = y].name'))).toEqual([]);
  });

  test.each([
    ['an event that waits for nothing', between('<bpmn:intermediateCatchEvent id="x"/>')],
    [
      'a link among other definitions',
      between(
        '<bpmn:intermediateThrowEvent id="x"><bpmn:linkEventDefinition name="l"/><bpmn:signalEventDefinition signalRef="s"/></bpmn:intermediateThrowEvent>',
      ),
    ],
  ])('CF18 refuses %s, saying what to draw in its place', async (_, process) => {
    const { problems } = await compile(process, '<bpmn:signal id="s" name="s"/>');
    const [problem] = problems.filter(({ code }) => code === 'COMPILE_ELEMENT_NOT_SUPPORTED');
    expect(problem).toMatchObject({ severity: 'error', place: { elementId: 'x' } });
    expect(problem?.sentences['zh-CN']).toMatch(/^“(x|未命名的.+)”是.+目前不能运行。请改用：.+。$/);
  });

  test('CF26 refuses a call to nothing and to what the file does not have, and variables handed over by what calls nothing', async () => {
    expect(await refusals(between('<bpmn:callActivity id="x"/>'))).toEqual(['COMPILE_CALLED_MISSING x']);
    expect(await refusals(between('<bpmn:callActivity id="x" calledElement="other"/>'))).toEqual(['COMPILE_CALLED_UNKNOWN x']);
    expect(await refusals(between(user('x', '<tb:assign variable="v" value="1" at="in"/>')))).toEqual(['COMPILE_ASSIGN_IGNORED x']);
    const byEvent = `<bpmn:process id="q"><bpmn:startEvent id="qs"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:endEvent id="qe"/>${flow('qs-qe')}</bpmn:process><bpmn:message id="m" name="m"/>`;
    expect(await refusals(between('<bpmn:callActivity id="x" calledElement="q"/>'), byEvent)).toEqual(['COMPILE_CALLED_BY_EVENT x']);
  });

  test('CF18 refuses a start by a condition, an error or an escalation, or by a timer without a time', async () => {
    const condition = '<bpmn:conditionalEventDefinition><bpmn:condition>true</bpmn:condition></bpmn:conditionalEventDefinition>';
    const timer = '<bpmn:timerEventDefinition/>';
    for (const definition of [condition, timer, '<bpmn:errorEventDefinition/>', '<bpmn:escalationEventDefinition/>'])
      expect(await refusals(`<bpmn:startEvent id="x">${definition}</bpmn:startEvent>${END}${flow('x-end')}`)).toContain(
        'COMPILE_ELEMENT_NOT_SUPPORTED x',
      );
  });

  test('CF27 carries over to whom an operation may go, and refuses it where it goes to nobody', async () => {
    const task = (kind: string, to: string) =>
      between(
        `<bpmn:userTask id="x">${tb(`${PERFORMER}<tb:operations><tb:operation kind="${kind}"><tb:performer ${to}/></tb:operation></tb:operations>`)}</bpmn:userTask>`,
      );
    expect(await refusals(task('reject', 'role="window"'))).toEqual(['COMPILE_OPERATION_NOT_GIVEN x']);
    expect(await refusals(task('copy', ''))).toEqual(['COMPILE_PERFORMER_MISSING x']);
    expect(await refusals(task('copy', 'person="case.starter.id +"'))).toHaveLength(1);
    expect(await refusals(task('copy', 'role="window"'))).toEqual([]);
  });

  test('CF19 refuses to return to nowhere', async () => {
    expect(await refusals(between(user('x', '<tb:operations><tb:operation kind="return" targets="gone"/></tb:operations>')))).toEqual([
      'COMPILE_RETURN_TARGET_UNKNOWN x',
    ]);
  });

  test('CF53 what becomes of a task when its limit is over can be done there, and names its basis where it decides', async () => {
    const outcomes = '<tb:outcomes result="said"><tb:outcome value="yes" label="同意"/></tb:outcomes>';
    const expiring = (expiry: string) => refusals(between(user('x', `<tb:clock limit="review"/>${outcomes}<tb:expiry ${expiry}/>`)));
    expect(await expiring('limit="review" does="remind"')).toEqual([]);
    expect(await expiring('limit="review" does="complete" outcome="yes" basis="行政许可法第五十条"')).toEqual([]);
    expect(await expiring('limit="review" does="return" target="end"')).toEqual([]);
    expect(await expiring('limit="other" does="escalate"')).toEqual(['COMPILE_EXPIRY_LIMIT x']);
    expect(await expiring('limit="review" does="complete" outcome="no" basis="b"')).toEqual(['COMPILE_EXPIRY_OUTCOME x']);
    expect(await expiring('limit="review" does="complete" outcome="yes"')).toEqual(['COMPILE_EXPIRY_BASIS x']);
    expect(await expiring('limit="review" does="reject" basis=" "')).toEqual(['COMPILE_EXPIRY_BASIS x']);
    expect(await expiring('limit="review" does="return" target="gone"')).toEqual(['COMPILE_RETURN_TARGET_UNKNOWN x']);
  });

  test('CF25 refuses an operation that does nothing there', async () => {
    expect(
      await refusals(
        between(user('x', '<tb:operations><tb:operation kind="withdrawCase"/><tb:operation kind="delegate"/></tb:operations>')),
      ),
    ).toEqual(['COMPILE_OPERATION_NOT_SUPPORTED x']);
  });

  test('CF20 asks for a list or a number', async () => {
    const many = (loop: string): string =>
      between(
        `<bpmn:userTask id="x">${tb(PERFORMER)}<bpmn:multiInstanceLoopCharacteristics>${loop}</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
      );
    expect(await refusals(many(''))).toEqual(['COMPILE_COLLECTION_MISSING x']);
    expect(await refusals(many('<bpmn:loopCardinality>3</bpmn:loopCardinality>'))).toEqual([]);
  });

  test('CF21 asks for a time or a limit', async () => {
    const timer = (text: string): string =>
      between(
        `<bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition>${text}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`,
      );
    expect(await refusals(timer(''))).toEqual(['COMPILE_TIMER_EMPTY x']);
    expect(await refusals(timer('<bpmn:timeCycle>0 0 9 * * ?</bpmn:timeCycle>'))).toEqual(['COMPILE_TIMER_TEXT x']);
    expect(await refusals(timer('<bpmn:timeCycle>R3/PT8H</bpmn:timeCycle>'))).toEqual([]);
    expect(await refusals(timer('<bpmn:timeDate>2027-01-01T08:00:00+08:00</bpmn:timeDate>'))).toEqual([]);
  });

  test('CF22 asks for the message, its case and who records it', async () => {
    const waiting = (extension: string, ref = 'messageRef="m"'): string =>
      between(`<bpmn:intermediateCatchEvent id="x">${extension}<bpmn:messageEventDefinition ${ref}/></bpmn:intermediateCatchEvent>`);
    const message = '<bpmn:message id="m" name="用地手续"/>';
    const arrival = tb(`<tb:arrival correlation="case.key">${PERFORMER}</tb:arrival>`);
    expect(await refusals(waiting(arrival), message)).toEqual([]);
    expect(await refusals(waiting(''), message)).toEqual(['COMPILE_ARRIVAL_MISSING x']);
    expect(await refusals(waiting(tb('<tb:arrival correlation="case.key"/>')), message)).toEqual(['COMPILE_PERFORMER_MISSING x']);
    expect(await refusals(waiting(arrival, ''), message)).toEqual(['COMPILE_MESSAGE_MISSING x']);
  });

  test('CF23 refuses loose ends', async () => {
    const link = (name: string): string =>
      `<bpmn:intermediateThrowEvent id="t"><bpmn:linkEventDefinition name="${name}"/></bpmn:intermediateThrowEvent>`;
    const jump = (name: string): string =>
      `${START}${link(name)}<bpmn:intermediateCatchEvent id="c"><bpmn:linkEventDefinition name="A"/></bpmn:intermediateCatchEvent>${END}${flow('start-t')}${flow('c-end')}`;
    expect(await refusals(jump('A'))).toEqual([]);
    expect(await refusals(jump('B'))).toEqual(['COMPILE_LINK_LOOSE t', 'COMPILE_LINK_LOOSE c']);
    const second = `<bpmn:intermediateCatchEvent id="d"><bpmn:linkEventDefinition name="A"/></bpmn:intermediateCatchEvent>${flow('d-end')}`;
    expect(await refusals(jump('A') + second)).toEqual(['COMPILE_LINK_TWICE d']);
    const loose = `${START}${END}${flow('start-end')}<bpmn:boundaryEvent id="b"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>${flow('b-end')}`;
    expect(await refusals(loose)).toEqual(['COMPILE_BOUNDARY_LOOSE b']);
    const crossing = `${START}<bpmn:subProcess id="x"><bpmn:startEvent id="s"/>${user('u')}<bpmn:endEvent id="e"/>${flow('s-u')}${flow('u-e')}</bpmn:subProcess>${END}${flow('start-x')}${flow('x-end')}${flow('u-end')}`;
    expect(await refusals(crossing)).toEqual(['COMPILE_FLOW_CROSSES u-end']);
  });

  test('CF23 lets an event-based gateway lead only to what waits', async () => {
    const gateway = (target: string): string =>
      `${START}<bpmn:eventBasedGateway id="g"/>${target}${END}${flow('start-g')}${flow('g-x')}${flow('x-end')}`;
    expect(await refusals(gateway(user('x')))).toEqual(['COMPILE_EVENT_GATEWAY_TARGET g']);
    const timer = '<bpmn:timerEventDefinition><bpmn:timeDuration>P1Y</bpmn:timeDuration></bpmn:timerEventDefinition>';
    expect(await refusals(gateway(`<bpmn:intermediateCatchEvent id="x">${timer}</bpmn:intermediateCatchEvent>`))).toEqual([]);
  });

  test('CF51 warns of a condition on a field that nobody could fill in before', async () => {
    const choice = (first: string): string =>
      `${START}${first}<bpmn:exclusiveGateway id="x" default="x-end"/>${user('later', '<tb:filings><tb:filing form="F-01" access="write"/></tb:filings>')}${END}` +
      `${flow('start-a')}${flow('a-x')}${flow('x-later', 'application.amount &gt; 5')}${flow('x-end')}${flow('later-end')}`;
    const filing = (access: string, inside = ''): string =>
      user('a', `<tb:filings><tb:filing form="F-01" access="${access}">${inside}</tb:filing></tb:filings>`);
    expect(await refusals(choice(user('a')))).toEqual(['COMPILE_FIELD_NOT_WRITTEN x-later']);
    expect(await refusals(choice(filing('read')))).toEqual(['COMPILE_FIELD_NOT_WRITTEN x-later']);
    expect(await refusals(choice(filing('write')))).toEqual([]);
    expect(await refusals(choice(filing('read', '<tb:field ref="F-01.amount" access="write"/>')))).toEqual([]);
    const byGroup = (access: string, own: string) =>
      choice(filing(access, `<tb:field ref="F-01.facts" access="${own}"/>`)).replace('.amount &gt;', '.area &gt;');
    expect(await refusals(byGroup('read', 'write'))).toEqual([]);
    expect(await refusals(byGroup('write', 'hidden'))).toEqual(['COMPILE_FIELD_NOT_WRITTEN x-later']);
  });

  test('CF41 asks that what undoes or cancels has its counterpart', async () => {
    const undo = '<bpmn:compensateEventDefinition/>';
    const boundary = `<bpmn:boundaryEvent id="b" attachedToRef="x">${undo}</bpmn:boundaryEvent>`;
    const handler = (flows = ''): string => `<bpmn:userTask id="h" isForCompensation="true">${tb(PERFORMER)}</bpmn:userTask>${flows}`;
    const association = '<bpmn:association id="as" associationDirection="One" sourceRef="b" targetRef="h"/>';
    expect(await refusals(`${between(user('x'))}${boundary}${handler()}${association}`)).toEqual([]);
    expect(await refusals(`${between(user('x'))}${boundary}`)).toEqual(['COMPILE_COMPENSATION_LOOSE b']);
    expect(await refusals(`${between(user('x'))}${boundary}${handler(flow('h-end'))}${association}`)).toEqual([
      'COMPILE_COMPENSATION_LOOSE h',
    ]);
    const thrown = (ref: string): string =>
      `${START}${user('x')}${user('y')}<bpmn:intermediateThrowEvent id="t"><bpmn:compensateEventDefinition activityRef="${ref}"/></bpmn:intermediateThrowEvent>${END}` +
      `${flow('start-x')}${flow('x-y')}${flow('y-t')}${flow('t-end')}${boundary}${handler()}${association}`;
    expect(await refusals(thrown('x'))).toEqual([]);
    expect(await refusals(thrown('y'))).toEqual(['COMPILE_COMPENSATION_TARGET t']);
    const top = `<bpmn:subProcess id="ev" triggeredByEvent="true"><bpmn:startEvent id="es">${undo}</bpmn:startEvent><bpmn:endEvent id="ee"/>${flow('es-ee')}</bpmn:subProcess>`;
    expect(await refusals(`${between(user('x'))}${top}`)).toEqual(['COMPILE_COMPENSATION_LOOSE es']);
    const deal = (kind: string, caught: string): string =>
      `${between(`<bpmn:${kind} id="x"><bpmn:startEvent id="s"/><bpmn:endEvent id="c"><bpmn:cancelEventDefinition/></bpmn:endEvent>${flow('s-c')}</bpmn:${kind}>`)}${caught}`;
    const off = `<bpmn:boundaryEvent id="off" attachedToRef="x"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent>${flow('off-end')}`;
    expect(await refusals(deal('transaction', off))).toEqual([]);
    expect(await refusals(deal('transaction', ''))).toEqual(['COMPILE_CANCEL_LOOSE c']);
    expect(await refusals(deal('subProcess', off))).toEqual(['COMPILE_CANCEL_LOOSE c', 'COMPILE_CANCEL_LOOSE off']);
  });

  test('CF42 asks for the event that instances throw as they end', async () => {
    const many = (more: string): string =>
      between(
        `<bpmn:userTask id="x">${tb(PERFORMER)}<bpmn:multiInstanceLoopCharacteristics ${more}><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
      );
    const signal = '<bpmn:signal id="sig" name="S"/><bpmn:signalEventDefinition id="def" signalRef="sig"/>';
    expect(await refusals(many('behavior="One"'))).toEqual(['COMPILE_LOOP_EVENT_MISSING x']);
    expect(await refusals(many('behavior="One" oneBehaviorEventRef="def"'), signal)).toEqual([]);
    const { node } = await programOf(many('behavior="None" noneBehaviorEventRef="def"'), signal);
    expect(node('x').loop).toMatchObject({ throws: [{ when: 'each', event: { kind: 'signal', name: 'S' } }] });
  });

  test('CF24 warns of conditions that are never asked', async () => {
    const fork = `${START}<bpmn:parallelGateway id="x"/>${user('a')}${END}${flow('start-x')}${flow('x-a', 'true')}${flow('x-end')}${flow('a-end')}`;
    expect(await refusals(fork)).toEqual(['COMPILE_CONDITION_IGNORED x-a']);
  });
});
