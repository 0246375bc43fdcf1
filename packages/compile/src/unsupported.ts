/** What we do not run of BPMN, each with what to draw in its place. Refused here, so that nothing deploys and then does nothing. */
import type { EventDefinition, FlowNode } from '@tongban/model';

/** Why an element is refused, in both languages. */
export interface Unsupported {
  readonly what: string;
  readonly whatZh: string;
  readonly instead: string;
  readonly insteadZh: string;
}

/** Why `node` cannot be run, or undefined. `atTop`: it stands in a process, not in a sub-process. */
export function whyUnsupported(node: FlowNode, atTop: boolean): Unsupported | undefined {
  return unsupportedStart(node, atTop) ?? unsupportedEvents(node);
}

/** At the top, a case is begun by people or by what the engine hears of: there are no values yet that a condition could read. */
function unsupportedStart({ kind, events = [] }: FlowNode, atTop: boolean): Unsupported | undefined {
  const wrong = kind === 'startEvent' && atTop ? events.find((event) => !STARTS.has(event.kind) || isLimit(event)) : undefined;
  if (wrong !== undefined && isLimit(wrong)) return TIMER_WITHOUT_TIME;
  return wrong && { ...BY_START, ...eventWords(wrong.kind) };
}

const STARTS: ReadonlySet<string> = new Set<EventDefinition['kind']>(['message', 'signal', 'timer']);

function isLimit(event: EventDefinition): boolean {
  return event.kind === 'timer' && event.timer === 'limit';
}

const TIMER_WITHOUT_TIME: Unsupported = {
  what: 'a timer that starts a process and says no time',
  whatZh: '没有写明时间的定时开始事件',
  instead: 'a start timer with a date, a duration or a cycle',
  insteadZh: '写明日期、时长或周期的定时开始事件',
};

const BY_START = {
  instead: 'a start event that is plain or has a message, signal or timer',
  insteadZh: '普通开始事件，或带消息、信号、定时的开始事件',
};

/** The events each kind of node can have. */
const RUN: Readonly<Partial<Record<FlowNode['kind'], readonly EventDefinition['kind'][]>>> = {
  startEvent: ['message', 'signal', 'timer', 'conditional', 'error', 'escalation', 'compensate'],
  boundaryEvent: ['message', 'signal', 'timer', 'conditional', 'error', 'escalation', 'compensate', 'cancel'],
  intermediateCatchEvent: ['message', 'signal', 'timer', 'conditional', 'link'],
  intermediateThrowEvent: ['message', 'signal', 'escalation', 'link', 'compensate'],
  endEvent: ['message', 'signal', 'error', 'escalation', 'terminate', 'compensate', 'cancel'],
};

function unsupportedEvents({ kind, events = [], parallel }: FlowNode): Unsupported | undefined {
  const run = RUN[kind];
  if (run === undefined) return undefined;
  if (events.length === 0) return kind === 'boundaryEvent' || kind === 'intermediateCatchEvent' ? NO_EVENT : undefined;
  const wrong = events.find((event) => !run.includes(event.kind));
  if (wrong !== undefined) return { ...INSTEAD[wrong.kind], ...eventWords(wrong.kind) };
  if (events.length > 1 && events.some((event) => event.kind === 'link')) return LINK_AMONG_OTHERS;
  if (events.filter((event) => event.kind === 'compensate').length > 1) return SEVERAL_COMPENSATIONS;
  const all = parallel === true && events.some((event) => event.kind === 'error' || event.kind === 'escalation');
  return all ? CAUGHT_AMONG_ALL : undefined;
}

const LINK_AMONG_OTHERS: Unsupported = {
  what: 'a link together with other definitions',
  whatZh: '与其他触发条件并用的链接',
  instead: 'a link event of its own',
  insteadZh: '单独的链接事件',
};

const SEVERAL_COMPENSATIONS: Unsupported = {
  what: 'several compensations in one event',
  whatZh: '在一个事件中并用多个补偿',
  instead: 'one event after another, or one that undoes all',
  insteadZh: '依次排列的补偿事件，或撤销全部的一个补偿事件',
};

const CAUGHT_AMONG_ALL: Unsupported = {
  what: 'an error or escalation among several things that must all come',
  whatZh: '把错误或升级作为必须全部到达的触发条件之一',
  instead: 'a boundary event of its own',
  insteadZh: '单独的边界事件',
};

const NO_EVENT: Unsupported = {
  what: 'an event that waits for nothing',
  whatZh: '没有触发条件的等待事件',
  instead: 'an event with a message, timer or signal',
  insteadZh: '带消息、定时或信号的事件',
};

function eventWords(kind: EventDefinition['kind']): Pick<Unsupported, 'what' | 'whatZh'> {
  return { what: `an event of the kind "${kind}" at this place`, whatZh: `此处的“${kind}”类事件` };
}

type Replacement = Pick<Unsupported, 'instead' | 'insteadZh'>;

const BY_MESSAGE: Replacement = { instead: 'a message or timer event', insteadZh: '消息事件或定时事件' };
const BY_STEPS: Replacement = { instead: 'a service task that undoes the work', insteadZh: '撤销相应处理的服务任务' };
const BY_END: Replacement = { instead: 'an end event', insteadZh: '结束事件' };

const INSTEAD: Readonly<Record<EventDefinition['kind'], Replacement>> = {
  message: BY_MESSAGE,
  signal: BY_MESSAGE,
  timer: BY_MESSAGE,
  conditional: BY_MESSAGE,
  link: { instead: 'a sequence flow', insteadZh: '连线' },
  error: BY_END,
  escalation: BY_END,
  terminate: BY_END,
  compensate: BY_STEPS,
  cancel: BY_STEPS,
};
