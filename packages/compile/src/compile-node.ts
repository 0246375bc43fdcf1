/** A node of a flow → a node of the program: indexes for ids, trees for FEEL texts. */
import type {
  Assign,
  EventDefinition,
  Filing,
  Flow,
  FlowAdHoc,
  FlowLoopThrow,
  FlowNode,
  Performer,
  Problem,
  ProgramAdHoc,
  ProgramArrival,
  ProgramAssign,
  ProgramEvent,
  ProgramFiling,
  ProgramLoop,
  ProgramLoopThrow,
  ProgramNode,
  ProgramOperation,
  ProgramPerformer,
  ProgramTask,
  ProgramVote,
  Vote,
  VotePart,
} from '@tongban/model';
import { startRoles } from './check-references.ts';
import { type CompileCode, raise } from './errors.ts';
import type { Expressions } from './expressions.ts';
import { calledBy, type FlowIndex, type IndexedNode } from './flow-index.ts';
import { called, flowPlace } from './flow-place.ts';
import { present } from './present.ts';
import { readVotePart } from './read-vote-part.ts';
import { isCron, isIsoTime } from './timer-text.ts';

/** What compiling the nodes of one flow needs. */
export interface NodeCompiling {
  readonly flow: Flow;
  readonly index: FlowIndex;
  readonly expressions: Expressions;
  readonly file: string | undefined;
  /** Whether the flow belongs to a measure, which must say more than plain BPMN. */
  readonly inMeasure: boolean;
}

/** The program node of `element`; what is wrong with it goes to the problems of `compiling.expressions`. */
export function compileNode(element: IndexedNode, compiling: NodeCompiling): ProgramNode {
  return new NodeCompiler(element, compiling).compile();
}

class NodeCompiler {
  readonly #element: IndexedNode;
  readonly #of: NodeCompiling;

  constructor(element: IndexedNode, compiling: NodeCompiling) {
    this.#element = element;
    this.#of = compiling;
  }

  compile(): ProgramNode {
    const { id, name, node, scope, incoming, outgoing, content } = this.#element;
    const common = { id, name, scope, incoming: [...incoming], outgoing: [...outgoing] };
    const inner = content === undefined ? {} : this.#scopeParts();
    if (node === undefined) return present<ProgramNode>({ ...common, kind: 'process', ...inner });
    return present<ProgramNode>({ ...common, kind: node.kind, ...inner, ...this.#links(node), ...this.#work(node) });
  }

  #scopeParts(): Pick<ProgramNode, 'inner' | 'starts' | 'eventSubProcesses'> {
    const inside = this.#of.index.inside(this.#element.index);
    const indexes = (of: readonly IndexedNode[]): readonly number[] => of.map(({ index }) => index);
    const eventSubProcesses = inside.filter(({ node }) => node?.triggeredByEvent === true);
    return present<Pick<ProgramNode, 'inner' | 'starts' | 'eventSubProcesses'>>({
      inner: indexes(inside),
      starts: indexes(inside.filter(({ node }) => node?.kind === 'startEvent')),
      eventSubProcesses: eventSubProcesses.length === 0 ? undefined : indexes(eventSubProcesses),
    });
  }

  #links(node: FlowNode): Partial<ProgramNode> {
    const { flows, byId, nodes, lanes, boundaryOf } = this.#of.index;
    const boundary = boundaryOf(node.id);
    const activity = node.attachedTo === undefined ? undefined : byId.get(node.attachedTo);
    const attachedTo = activity?.scope === this.#element.scope && isActivity(activity) ? activity.index : undefined;
    const lane = lanes.get(node.id);
    if (node.kind === 'boundaryEvent' && attachedTo === undefined) this.#report('COMPILE_BOUNDARY_LOOSE', 'attachedTo');
    const inEventSubProcess = nodes[this.#element.scope]?.node?.triggeredByEvent === true;
    return {
      default: this.#element.outgoing.find((at) => flows[at]?.flow.id === node.default),
      lane: lane && present<NonNullable<ProgramNode['lane']>>({ id: lane.id, name: lane.name }),
      boundary: boundary.length === 0 ? undefined : boundary.map((one) => one.index),
      attachedTo,
      interrupting:
        node.kind === 'boundaryEvent'
          ? node.cancelActivity
          : inEventSubProcess && node.kind === 'startEvent'
            ? node.interrupting
            : undefined,
      triggeredByEvent: node.triggeredByEvent === true ? true : undefined,
      startQuantity: node.startQuantity,
      completionQuantity: node.completionQuantity,
      forCompensation: node.forCompensation,
      compensation: node.compensation === undefined ? undefined : byId.get(node.compensation)?.index,
    } as Partial<ProgramNode>;
  }

  #work(node: FlowNode): Partial<ProgramNode> {
    const { extension } = node;
    const { handler, rule, assigns, clocks, ending, start } = extension;
    const events = this.#events(node);
    const waitsByLimit = events.some((event) => event.kind === 'timer' && event.timer === 'limit');
    return {
      events: events.length === 0 ? undefined : events,
      parallel: node.parallel,
      instantiate: node.instantiate === true ? true : undefined,
      loop: this.#loop(node),
      activation: this.#of.expressions.parseSome(node.activation, this.#place('activation'), GATEWAY_NAMES),
      adHoc: node.adHoc && this.#adHoc(node.adHoc, extension.performer),
      task: node.kind === 'userTask' ? this.#task(node) : undefined,
      handler: HANDLED.has(node.kind) && handler !== undefined ? this.#handler(handler) : this.#noHandler(node),
      rule: node.kind === 'businessRuleTask' ? (rule ?? this.#report('COMPILE_RULE_MISSING', 'rule')) : undefined,
      script: node.kind === 'scriptTask' ? this.#script(node) : undefined,
      assigns: assigns?.map((assign) => this.#assign(node, assign)),
      called: node.kind === 'callActivity' ? this.#called(node) : undefined,
      call: node.kind === 'callActivity' ? extension.call : undefined,
      clocks: waitsByLimit ? undefined : clocks,
      pauses: extension.pauses,
      ending,
      startRoles: start === undefined ? undefined : this.#startRoles(start.roles),
    } as Partial<ProgramNode>;
  }

  #assign({ kind }: FlowNode, { variable, value, at }: Assign): ProgramAssign {
    if ((at === 'in' && kind !== 'callActivity') || (at === 'out' && !SENDS.has(kind)))
      this.#report('COMPILE_ASSIGN_IGNORED', `assigns.${variable}`, { variable });
    return { variable, value: this.#feel(value, `assigns.${variable}`), at };
  }

  #called(node: FlowNode): number | undefined {
    const { calledElement } = node;
    if (calledElement === undefined) return this.#report('COMPILE_CALLED_MISSING', 'calledElement');
    const { flow, index } = this.#of;
    const known = flow.processes.map(({ id }) => id);
    const called = calledBy(node, flow);
    if (called === undefined) return this.#report('COMPILE_CALLED_UNKNOWN', 'calledElement', { id: calledElement, known });
    const starts = called.nodes.filter(({ kind }) => kind === 'startEvent');
    // Starts with a trigger are passed over when a process is called (13.3.4).
    if (starts.length > 0 && starts.every(({ events }) => events !== undefined))
      this.#report('COMPILE_CALLED_BY_EVENT', 'calledElement', { id: called.name ?? called.id });
    return index.byId.get(called.id)?.index;
  }

  #startRoles(roles: string): ProgramNode['startRoles'] {
    return roles.startsWith('=') ? this.#feel(roles, 'start') : startRoles(roles);
  }

  #events(node: FlowNode): readonly ProgramEvent[] {
    const { messageRef, kind } = node;
    if (kind === 'receiveTask' || (kind === 'sendTask' && node.extension.handler === undefined)) {
      return [this.#message(node, present<EventDefinition & { kind: 'message' }>({ kind: 'message', ref: messageRef }))];
    }
    return (node.events ?? []).map((event) => this.#event(node, event));
  }

  #event(node: FlowNode, event: EventDefinition): ProgramEvent {
    const { signals, errors, escalations } = this.#of.flow;
    switch (event.kind) {
      case 'message':
        return this.#message(node, event);
      case 'signal':
        return { kind: 'signal', name: this.#named(signals, event.ref, 'signal', '信号') };
      case 'error':
        return present<ProgramEvent & { kind: 'error' }>({ kind: 'error', code: codeOf(errors, event.ref) });
      case 'escalation':
        return present<ProgramEvent & { kind: 'escalation' }>({ kind: 'escalation', code: codeOf(escalations, event.ref) });
      case 'timer':
        return this.#timer(node, event);
      case 'conditional':
        return { kind: 'conditional', condition: this.#feel(event.text, 'condition') };
      case 'compensate':
        return present<ProgramEvent & { kind: 'compensate' }>({
          kind: 'compensate',
          node: event.ref === undefined ? undefined : this.#of.index.byId.get(event.ref)?.index,
          wait: event.wait,
        });
      default:
        return event;
    }
  }

  #message(node: FlowNode, { ref }: EventDefinition & { kind: 'message' }): ProgramEvent {
    const { arrival } = node.extension;
    const name = this.#named(this.#of.flow.messages, ref, 'message', '消息');
    const waits = node.kind !== 'intermediateThrowEvent' && node.kind !== 'endEvent' && node.kind !== 'sendTask';
    if (arrival === undefined && waits && !this.#startsProcess(node) && this.#of.inMeasure)
      this.#report('COMPILE_ARRIVAL_MISSING', 'arrival');
    return present<ProgramEvent & { kind: 'message' }>({
      kind: 'message',
      name,
      arrival:
        arrival &&
        present<ProgramArrival>({
          correlation: this.#feel(arrival.correlation, 'arrival.correlation'),
          label: arrival.label,
          performer: this.#performer(arrival.performer ?? {}, 'arrival.performer'),
          filings: (arrival.filings ?? []).map(toProgramFiling),
        }),
    });
  }

  /** Whether a message that comes here starts a case, so that it belongs to none yet. */
  #startsProcess({ kind, instantiate }: FlowNode): boolean {
    const { flows, nodes } = this.#of.index;
    const afterStart = this.#element.incoming.some((at) => flows[at]?.source.node?.instantiate === true);
    return instantiate === true || afterStart || (kind === 'startEvent' && nodes[this.#element.scope]?.node === undefined);
  }

  #timer(node: FlowNode, event: EventDefinition & { kind: 'timer' }): ProgramEvent {
    if (event.timer === 'limit') {
      const limit = node.extension.clocks?.[0];
      if (limit === undefined) this.#report('COMPILE_TIMER_EMPTY', 'timer');
      return { kind: 'timer', timer: 'limit', limit: limit ?? '' };
    }
    const { timer, text } = event;
    if (isCron(text)) this.#report('COMPILE_TIMER_TEXT', 'timer', { text });
    const feel = isIsoTime(text) || isCron(text) ? JSON.stringify(text) : text;
    return { kind: 'timer', timer, value: this.#feel(feel, 'timer') };
  }

  /** The name of the message or signal with the id `ref`. */
  #named(all: Flow['messages'], ref: string | undefined, kind: string, kindZh: string): string {
    const found = all.find(({ id }) => id === ref);
    if (found === undefined) this.#report('COMPILE_MESSAGE_MISSING', kind, { kind, kindZh });
    return found?.name ?? '';
  }

  #loop(node: FlowNode): ProgramLoop | undefined {
    const { loop, extension } = node;
    if (loop === undefined) return undefined;
    const { expressions } = this.#of;
    if (loop.kind === 'standard') {
      const { testBefore, maximum } = loop;
      const condition = expressions.parseSome(loop.condition, this.#place('loop.condition'));
      return present<ProgramLoop & { kind: 'standard' }>({ kind: 'standard', testBefore, condition, maximum });
    }
    const { each } = extension;
    if (each === undefined && loop.cardinality === undefined) this.#report('COMPILE_COLLECTION_MISSING', 'each.collection');
    return present<ProgramLoop & { kind: 'multiInstance' }>({
      kind: 'multiInstance',
      sequential: loop.sequential,
      cardinality: expressions.parseSome(loop.cardinality, this.#place('loop.cardinality')),
      collection: each && this.#feel(each.collection, 'each.collection'),
      element: each?.element,
      results: each?.results,
      result: expressions.parseSome(each?.result, this.#place('each.result')),
      completion: expressions.parseSome(loop.completion, this.#place('loop.completion')),
      vote: extension.vote && this.#vote(extension.vote, extension),
      throws: loop.throws?.flatMap((thrown) => this.#loopThrow(node, thrown)),
    });
  }

  #vote(vote: Vote, { outcomes }: FlowNode['extension']): ProgramVote {
    const { needed, quorum, weight, choice, ...rest } = vote;
    const own = choice ?? outcomes?.result;
    if (own === undefined) this.#report('COMPILE_VOTE_WITHOUT_CHOICES', 'vote.choice');
    if (vote.rule === 'share' && needed === undefined) this.#report('COMPILE_VOTE_PART', 'vote.needed', { text: '' });
    const offered = outcomes?.choices.map(({ value }) => value);
    for (const id of [...vote.agree, ...(vote.abstain ?? []), ...(vote.veto ?? [])])
      if (choice === undefined && offered?.includes(id) === false)
        this.#report('COMPILE_VOTE_CHOICE_UNKNOWN', 'vote', { id, known: offered });
    const { expressions } = this.#of;
    return present<ProgramVote>({
      ...rest,
      needed: this.#votePart(needed, 'vote.needed'),
      quorum: this.#votePart(quorum, 'vote.quorum'),
      weight: expressions.parseSome(weight, this.#place('vote.weight')),
      choice: expressions.parseSome(own, this.#place('vote.choice')),
    });
  }

  #votePart(text: string | undefined, property: string): VotePart | undefined {
    if (text === undefined) return undefined;
    return readVotePart(text) ?? this.#report('COMPILE_VOTE_PART', property, { text });
  }

  #loopThrow(node: FlowNode, { when, condition, event }: FlowLoopThrow): readonly ProgramLoopThrow[] {
    if (event?.kind !== 'signal' && event?.kind !== 'escalation') {
      this.#report('COMPILE_LOOP_EVENT_MISSING', 'loop.throws');
      return [];
    }
    const parsed = this.#of.expressions.parseSome(condition, this.#place('loop.throws'));
    return [present<ProgramLoopThrow>({ when, condition: parsed, event: this.#event(node, event) })];
  }

  #task({ extension }: FlowNode): ProgramTask {
    const { performer = {}, policy, expiry, filings = [], outcomes, operations = [] } = extension;
    return present<ProgramTask>({
      performer: this.#performer(performer, 'performer'),
      policy,
      expiry,
      filings: filings.map(toProgramFiling),
      outcomes,
      operations: operations.map(({ to, ...operation }) =>
        present<ProgramOperation>({ ...operation, to: to && this.#performer(to, 'operations') }),
      ),
    });
  }

  #adHoc({ sequential, completion, keepRemaining }: FlowAdHoc, performer: Performer | undefined): ProgramAdHoc {
    return present<ProgramAdHoc>({
      sequential,
      completion: this.#of.expressions.parseSome(completion, this.#place('adHoc.completion')),
      keepRemaining,
      performer: performer && this.#performer(performer, 'performer'),
    });
  }

  #performer({ starter, role, department, person }: Performer, property: string): ProgramPerformer {
    return present<ProgramPerformer>({
      starter,
      role,
      department: department?.startsWith('=') ? this.#feel(department, `${property}.department`) : department,
      person: this.#of.expressions.parseSome(person, this.#place(`${property}.person`)),
    });
  }

  #handler({ name, inputs, result }: NonNullable<FlowNode['extension']['handler']>): NonNullable<ProgramNode['handler']> {
    const parsed = Object.entries(inputs).map(([input, value]) => [input, this.#feel(value, `handler.inputs.${input}`)] as const);
    return present<NonNullable<ProgramNode['handler']>>({ name, inputs: Object.fromEntries(parsed), result });
  }

  #noHandler({ kind }: FlowNode): undefined {
    return kind === 'serviceTask' ? this.#report('COMPILE_HANDLER_MISSING', 'handler') : undefined;
  }

  #script({ script, extension }: FlowNode): ProgramNode['script'] {
    const { text = '', format = '', result } = script ?? {};
    if (format !== '' && !/feel/i.test(format)) return this.#report('COMPILE_SCRIPT_LANGUAGE', 'script', { language: format });
    if (text === '') return extension.assigns === undefined ? this.#report('COMPILE_SCRIPT_EMPTY', 'script') : undefined;
    return present<NonNullable<ProgramNode['script']>>({ expression: this.#feel(text, 'script'), result });
  }

  #feel(text: string, property: string): ReturnType<Expressions['parse']> {
    return this.#of.expressions.parse(text, this.#place(property));
  }

  #place(property: string): Problem['place'] & { readonly property: string } {
    return { ...flowPlace(this.#of.file, this.#element), property };
  }

  #report(code: CompileCode, property: string, details: Parameters<typeof raise.problem>[2] = {}): undefined {
    this.#of.expressions.problems.push(raise.problem(code, this.#place(property), { element: called(this.#element), ...details }));
  }
}

function isActivity({ node }: IndexedNode): boolean {
  return node !== undefined && !/(?:Event|Gateway)$/.test(node.kind);
}

const SENDS: ReadonlySet<string> = new Set(['callActivity', 'sendTask', 'intermediateThrowEvent', 'endEvent']);

/** What the conditions at a complex gateway may read beside everything else. */
export const GATEWAY_NAMES: readonly string[] = ['activationCount', 'waitingForStart'];

const HANDLED: ReadonlySet<string> = new Set(['serviceTask', 'sendTask']);

function toProgramFiling({ form, access, fields }: Filing): ProgramFiling {
  return present<ProgramFiling>({ form, access, fields });
}

/** What is thrown and caught: the code, else the name. Without a reference, everything is caught. */
function codeOf(all: Flow['errors'], ref: string | undefined): string | undefined {
  const found = all.find(({ id }) => id === ref);
  return found === undefined ? undefined : (found.code ?? found.name ?? found.id);
}
