/**
 * Data associations as the standard writes them (10.4.2): what goes into an activity or a message, and what comes out of it, becomes inputs of
 * its handler and assigns of variables. Associations that only draw where data goes say nothing; what cannot be carried out is a problem.
 */
import type { Assign, FlowNode, FlowNodeKind, Problem } from '@tongban/model';
import { raise } from './errors.ts';
import { elementOf, elementsOf, kindOf, type ModdleElement, textOf } from './moddle-element.ts';
import { placeOf } from './place.ts';
import { present } from './present.ts';
import type { Reading } from './reading.ts';

/** What the data of an element comes to. */
export interface StandardData {
  readonly assigns: readonly Assign[];
  /** For a handler that the file does not name. */
  readonly work: NonNullable<FlowNode['unhandled']>;
}

/** A variable, and what it is set to. */
interface Copy {
  readonly variable: string;
  readonly value: string;
}

/** Reads the data associations of `element`; `forHost`: its work is done by a handler that is told its inputs. */
export function standardData(element: ModdleElement, kind: FlowNodeKind, reading: Reading, forHost: boolean): StandardData {
  const read = (property: string, own: ReadonlySet<unknown>): readonly Copy[] =>
    elementsOf(element, property)
      .filter((one) => ![elementOf(one, 'targetRef'), ...elementsOf(one, 'sourceRef')].some((end) => own.has(end)))
      .flatMap((one) => copiesOf(element, one, reading))
      .filter((copy) => !isSetting(element, copy));
  const loop = elementOf(element, 'loopCharacteristics');
  const ofLoop = new Set(['loopDataInputRef', 'loopDataOutputRef'].flatMap((property) => elementOf(loop, property) ?? []));
  const ins = read('dataInputAssociations', ofLoop);
  const outs = read('dataOutputAssociations', ofLoop);
  const isEvent = kind.endsWith('Event');
  if (isEvent && ins.length > 0 && !sends(element)) report(element, reading, 'unsent');
  if (hasSeveralSets(element)) reading.problems.push(setsNotAwaited(element));
  const into = kind === 'callActivity' ? 'in' : isEvent || kind === 'sendTask' ? 'out' : 'start';
  const assigns = [
    ...(forHost && kind !== 'sendTask' ? [] : toAssigns(ins, into)),
    ...toAssigns(outs, kind === 'callActivity' ? 'out' : 'end'),
  ];
  const inputs = forHost ? Object.fromEntries(ins.map(({ variable, value }) => [variable, value])) : {};
  return { assigns, work: present({ inputs, result: forHost ? answerOf(element, reading) : undefined }) };
}

function toAssigns(copies: readonly Copy[], at: Assign['at']): readonly Assign[] {
  const passed = at === 'in' || at === 'out';
  return copies.filter(({ variable, value }) => passed || variable !== value).map((copy) => ({ ...copy, at }));
}

// One set is what the standard asks of every specification; several are alternatives to wait for.
function hasSeveralSets(element: ModdleElement): boolean {
  const specification = elementOf(element, 'ioSpecification');
  return ['inputSets', 'outputSets'].some((sets) => elementsOf(specification, sets).length > 1);
}

function setsNotAwaited(element: ModdleElement): Problem {
  const place = placeOf(element);
  const details = { element: place.elementName ?? place.elementId ?? '' };
  return raise.problem('BPMN_DATA_SETS_NOT_AWAITED', { ...place, property: 'data' }, details, 'warning');
}

function sends(event: ModdleElement): boolean {
  const kinds = [...elementsOf(event, 'eventDefinitions'), ...elementsOf(event, 'eventDefinitionRef')].map(kindOf);
  return kinds.some((kind) => kind === 'messageEventDefinition' || kind === 'signalEventDefinition');
}

/** What the answer of a handler is called by the associations that take it over. */
function answerOf(element: ModdleElement, reading: Reading): string | undefined {
  const answers = elementsOf(element, 'dataOutputAssociations').flatMap((one) => elementsOf(one, 'sourceRef'));
  const names = new Set(answers.flatMap((one) => nameOf(one) ?? []));
  if (names.size > 1) report(element, reading, 'answers');
  const [name] = names;
  return name !== undefined && NAME.test(name) ? name : undefined;
}

function copiesOf(element: ModdleElement, association: ModdleElement, reading: Reading): readonly Copy[] {
  const sources = elementsOf(association, 'sourceRef');
  const target = elementOf(association, 'targetRef');
  const assignments = elementsOf(association, 'assignment');
  const transformation = reading.expression(element, elementOf(association, 'transformation'), 'transformation');
  const copies = assignments.length > 0 || transformation !== undefined || sources.length > 0;
  if (!copies || target === undefined || isPlaceholder(target)) return [];
  const refuse = (why: Why): readonly Copy[] => {
    report(element, reading, why);
    return [];
  };
  if ([...sources, target].some((end) => kindOf(end).startsWith('dataStore'))) return refuse('store');
  if (assignments.length > 0) return assignments.flatMap((one) => assigned(element, association, one, reading) ?? refuse('name'));
  const variable = nameOf(target);
  if (transformation === undefined && sources.length > 1) return refuse('several');
  const value = transformation ?? nameOf(sources[0]);
  // An input or output without a name is not read by anything.
  if (variable === undefined || value === undefined) return [];
  return NAME.test(variable) && (transformation !== undefined || NAME.test(value)) ? [{ variable, value }] : refuse('name');
}

/** One assignment: `to` names the target by its name or its id. */
function assigned(element: ModdleElement, association: ModdleElement, assignment: ModdleElement, reading: Reading): Copy | undefined {
  const from = reading.expression(element, elementOf(assignment, 'from'), 'from');
  const to = textOf(elementOf(assignment, 'to'), 'body');
  const meant = [elementOf(association, 'targetRef'), ...elementsOf(association, 'sourceRef')].find((end) => textOf(end, 'id') === to);
  const variable = meant === undefined ? to : nameOf(meant);
  return variable === undefined || from === undefined || !NAME.test(variable) ? undefined : { variable, value: fromJbpm(element, from) };
}

/** In files of jBPM a source is a variable in braces, or a plain text. */
function fromJbpm(element: ModdleElement, from: string): string {
  if (!isJbpm(element)) return from;
  const [, variable] = /^#\{\s*(\w+)\s*\}$/.exec(from) ?? [];
  return variable ?? JSON.stringify(from);
}

/** Plain texts for a user task are settings of jBPM's own task list. */
function isSetting(element: ModdleElement, { value }: Copy): boolean {
  return kindOf(element) === 'userTask' && isJbpm(element) && value.startsWith('"');
}

function isJbpm(element: ModdleElement): boolean {
  let top = element;
  while (top.$parent !== undefined) top = top.$parent;
  return Object.values(top.$attrs ?? {}).some((value) => /jboss\.org\/drools/.test(value));
}

/** How variables are called in expressions. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function nameOf(data: ModdleElement | undefined): string | undefined {
  const object = elementOf(data, 'dataObjectRef');
  const name = textOf(data, 'name') ?? textOf(object, 'name');
  if (name !== undefined || data === undefined || !kindOf(data).startsWith('dataObject')) return name;
  return textOf(object, 'id') ?? textOf(data, 'id');
}

/** bpmn-js hangs associations that are only drawn on a property of its own. */
function isPlaceholder(target: ModdleElement): boolean {
  return textOf(target, 'name') === '__targetRef_placeholder';
}

const WHY = {
  store: ['what a data store holds is not known here; read and write it in a handler', '运行时不读写数据存储，请在处理程序中读写'],
  several: ['it has several sources and no transformation that makes one value of them', '有多个来源，却没有把它们合为一个值的转换'],
  name: [
    'one of its ends has no name that an expression can read; use letters, digits and underscores',
    '有一端的名称不能在表达式中使用，请只用文字、数字和下划线',
  ],
  unsent: ['the event sends neither a message nor a signal that could carry it', '该事件既不发送消息也不发送信号，无法带出数据'],
  answers: ['a handler gives one answer; associate one data output', '处理程序只有一个结果，请只关联一个数据输出'],
} as const;

type Why = keyof typeof WHY;

function report(element: ModdleElement, { problems }: Reading, why: Why): void {
  const place = placeOf(element);
  const [words, chinese] = WHY[why];
  const details = { element: place.elementName ?? place.elementId ?? '', why: words, whyZh: chinese };
  problems.push(raise.problem('BPMN_DATA_NOT_CARRIED', { ...place, property: 'data' }, details, 'warning'));
}
