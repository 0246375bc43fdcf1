/** Writes a flow, as the builder takes it, of what was drawn by lot. */
import type { ProgramEvent, ProgramNode } from '@tongban/model';
import { compare, literal, read } from '../builders/expressions.ts';
import type { FlowOptions } from '../builders/flow.ts';
import { ALL, awaited, BESIDE, condition, ENDINGS, ESCALATION, manyOf, named, SIGNAL, severalOf, timer } from './drawn-parts.ts';
import type { DrawnNode, DrawnScope } from './random-flow.ts';

/** A random flow, as the builder takes it. */
export interface RandomFlow {
  readonly text: string;
  readonly options: FlowOptions;
}

/** Writes a flow of what was drawn: the first scope is the process, the others are taken as sub-processes ask for them. */
export function writeFlow(scopes: readonly DrawnScope[], processes: readonly DrawnScope[]): RandomFlow {
  return new Writer(scopes, processes).write();
}

type NamedNode = DrawnNode & { readonly id: string };

/** What a scope is in, which says what may stand in it. */
type Holder = 'process' | 'sub' | 'adhoc' | 'transaction';

const ACTIVITIES: ReadonlySet<string> = new Set([
  '',
  'service',
  'loop',
  'each',
  'tell',
  'gather',
  'vote',
  'sub',
  'call',
  'adhoc',
  'transaction',
]);
class Writer {
  private readonly scopes: readonly DrawnScope[];
  private readonly drawnProcesses: readonly DrawnScope[];
  private next = 1;
  private count = 0;
  /** Processes behind this one may be called: none calls itself. */
  private process = -1;
  private readonly nodes: Record<string, Partial<ProgramNode>> = {};
  private readonly inside: Record<string, string> = {};
  private readonly boundary: Record<string, NonNullable<FlowOptions['boundary']>[string]> = {};
  private readonly conditions: Record<string, ReturnType<typeof read>> = {};
  private readonly defaults: Record<string, string> = {};
  private readonly processes: Record<string, string> = {};
  private readonly calls: Record<string, string> = {};

  constructor(scopes: readonly DrawnScope[], processes: readonly DrawnScope[]) {
    this.scopes = scopes;
    this.drawnProcesses = processes;
  }

  write(): RandomFlow {
    const text = this.scope(this.scopes[0] as DrawnScope, 'process');
    for (const [at, process] of this.drawnProcesses.entries()) {
      this.process = at;
      this.processes[`called${at}`] = this.scope(process, 'process');
    }
    const { nodes, inside, boundary, conditions, defaults, processes, calls } = this;
    return { text, options: { nodes, inside, boundary, conditions, defaults, processes, calls } };
  }

  private id(letter: string): string {
    this.count += 1;
    return `${letter}${this.count}`;
  }

  private scope({ nodes, event }: DrawnScope, holder: Holder): string {
    const lines: string[] = [];
    const drawn = nodes.map((node) => ({ ...node, kind: allowed(node.kind, holder), id: this.id('n') }));
    // Nothing ends in an ad-hoc sub-process, and something begins in it.
    const end = holder === 'adhoc' ? undefined : this.id('end');
    for (const node of drawn) this.node(node, lines, end);
    for (const [at, node] of drawn.entries()) this.flows(node, drawn, at, lines, end);
    if (event !== 'none' && !(holder === 'process' && event === 'compensate')) this.eventSubProcess(event, lines);
    return [holder === 'adhoc' ? this.id('n') : `${this.id('start')} > ${drawn[0]?.id}`, ...lines].join('\n');
  }

  private node(node: NamedNode, lines: string[], end: string | undefined): void {
    const { id, kind } = node;
    if (kind === '') lines.push(id);
    else if (Object.hasOwn(ENDINGS, kind)) this.ending(id, ENDINGS[kind] as readonly ProgramEvent[], lines);
    else if (kind === 'undo') this.event('throw', id, { kind: 'compensate' }, lines);
    else if (kind === 'raise') this.event('throw', id, ESCALATION, lines);
    else if (kind === 'shout') this.event('throw', id, node.otherwise ? [ESCALATION, SIGNAL] : [SIGNAL, ESCALATION], lines);
    else if (kind === 'either' || kind === 'all') this.severalAwaited(node, kind === 'all', lines);
    else if (kind === 'call out') this.event('throw', id, SIGNAL, lines);
    else if (kind === 'hear') this.event('catch', id, SIGNAL, lines);
    else if (kind === 'catch') this.event('catch', id, { kind: 'message', name: id }, lines);
    else if (kind === 'await') this.event('catch', id, condition(node.several), lines);
    else if (kind === 'wait') this.event('catch', id, timer(node.several), lines);
    else if (kind === 'link') this.link(id, lines);
    else if (kind === 'loop' || kind === 'each') this.repeated(node, lines);
    else if (kind === 'tell' || kind === 'gather' || kind === 'vote') {
      lines.push(id);
      this.nodes[id] = { loop: manyOf(node, kind) };
    } else if (kind === 'sub' || kind === 'adhoc' || kind === 'transaction') this.subProcess(node, kind, lines, end);
    else if (kind === 'call') this.call(node, lines);
    else this.gatewayOrTask(node, lines);
    if (ACTIVITIES.has(kind)) this.around(node, lines, end);
  }

  private gatewayOrTask({ id, kind, several }: NamedNode, lines: string[]): void {
    lines.push(`${kind}:${id}`);
    if (kind === 'complex') this.nodes[id] = { activation: compare('activationCount', '>=', 1 + (several % 3)) };
  }

  private event(prefix: string, id: string, events: ProgramEvent | readonly ProgramEvent[], lines: string[]): void {
    lines.push(`${prefix}:${id}`);
    this.nodes[id] = { events: [events].flat() };
  }

  private severalAwaited({ id, several }: NamedNode, all: boolean, lines: string[]): void {
    this.event('catch', id, severalOf(id, several), lines);
    if (all) this.nodes[id] = { ...this.nodes[id], parallel: true };
  }

  private link(id: string, lines: string[]): void {
    const catching = this.id('l');
    this.event('throw', id, { kind: 'link', name: id }, lines);
    this.event('catch', catching, { kind: 'link', name: id }, lines);
    lines.push(`${catching} > ${this.id('n')}`);
  }

  private ending(id: string, events: readonly ProgramEvent[], lines: string[]): void {
    const end = `end${id}`;
    lines.push(`task:${id} > ${end}`);
    this.nodes[end] = { events };
  }

  private repeated({ id, kind, several, sequential, condition }: NamedNode, lines: string[]): void {
    lines.push(id);
    const asked = condition[0] === 'true' ? {} : { [kind === 'loop' ? 'condition' : 'completion']: read(condition[0] as string) };
    this.nodes[id] = {
      loop:
        kind === 'loop'
          ? { kind: 'standard', testBefore: sequential, maximum: several + 1, ...asked }
          : { kind: 'multiInstance', sequential, cardinality: literal(several), ...asked },
    };
  }

  private subProcess(node: NamedNode, kind: Exclude<Holder, 'process'>, lines: string[], end: string | undefined): void {
    const { id, several, sequential, condition, otherwise } = node;
    const inner = this.scopes[this.next];
    this.next += 1;
    if (inner === undefined || this.process >= 0) {
      lines.push(id);
      return;
    }
    lines.push(`${kind}:${id}`);
    const completion = condition[0] === 'true' ? {} : { completion: read(condition[0] as string) };
    const rest = otherwise ? { keepRemaining: true as const } : {};
    if (kind === 'adhoc') this.nodes[id] = { adHoc: { sequential, ...completion, ...rest } };
    if (several === 2) this.many(id, sequential);
    this.inside[id] = this.scope(inner, kind);
    if (kind === 'transaction') this.onEdge(id, [{ kind: 'cancel' }], true, lines, end);
  }

  private call(node: NamedNode, lines: string[]): void {
    const { id, several, sequential, otherwise } = node;
    const callable = this.drawnProcesses.length - this.process - 1;
    if (callable === 0) {
      lines.push(id);
      return;
    }
    lines.push(`call:${id}`);
    this.calls[id] = `called${this.process + 1 + (several % callable)}`;
    this.nodes[id] = { call: { ...(sequential ? { in: 'all' } : {}), ...(otherwise ? { out: 'all' } : {}) } };
    if (several === 2) this.many(id, sequential);
  }

  private many(id: string, sequential: boolean): void {
    this.nodes[id] = { ...this.nodes[id], loop: { kind: 'multiInstance', sequential, cardinality: literal(2) } };
  }

  private around({ id, around, several }: NamedNode, lines: string[], end: string | undefined): void {
    const goesOn = several > 1 ? end : undefined;
    if (around === 'quantity') this.nodes[id] = { ...this.nodes[id], startQuantity: 2 };
    else if (around === 'leaving') this.nodes[id] = { ...this.nodes[id], completionQuantity: 2 };
    else if (around === 'undone') {
      const [event, handler] = [this.id('b'), this.id('x')];
      lines.push(event, several === 1 ? `task:${handler}` : handler);
      this.boundary[event] = { on: id, event: { kind: 'compensate' }, handler };
    } else if (around !== 'none') this.onEdge(id, awaited(around, several), !BESIDE.has(around), lines, goesOn, ALL.has(around));
  }

  private onEdge(
    on: string,
    events: readonly ProgramEvent[],
    interrupting: boolean,
    lines: string[],
    target: string | undefined,
    all = false,
  ): void {
    const id = this.id('b');
    lines.push(`${id} > ${target ?? this.id('n')}`);
    const [event, ...more] = named(events, id);
    this.boundary[id] = { on, event: event as ProgramEvent, more, interrupting, ...(all ? { parallel: true } : {}) };
  }

  private flows(
    node: NamedNode,
    drawn: readonly { readonly id: string; readonly kind: string }[],
    at: number,
    lines: string[],
    end: string | undefined,
  ): void {
    const { id, kind } = node;
    if (Object.hasOwn(ENDINGS, kind) || kind === 'link') return;
    const targets = [...new Set(node.to.map((by) => drawn[at + by]?.id ?? end ?? id))].filter(
      (target) => end !== undefined || target !== id,
    );
    const asks = ['exclusive', 'inclusive', 'complex'].includes(kind) || (kind === '' && node.otherwise);
    for (const [which, target] of targets.entries()) {
      if (kind === 'events') {
        const event = this.id('m');
        this.event('catch', event, which === 1 ? timer(node.several) : { kind: 'message', name: event }, lines);
        lines.push(`${id} > ${event} > ${target}`);
        continue;
      }
      lines.push(`${id} > ${target}`);
      const name = which === 2 && kind === 'complex' ? 'waitingForStart' : (node.condition[which] as string);
      if (asks && which > 0 && name !== 'true') this.conditions[`${id}>${target}`] = read(name);
    }
    if (asks && targets.length > 1) this.defaults[id] = targets[0] as string;
  }

  private eventSubProcess(how: string, lines: string[]): void {
    const [id, start, task] = [this.id('es'), this.id('start'), this.id('n')];
    lines.push(`sub:${id}`);
    const events: readonly ProgramEvent[] = how === 'compensate' ? [{ kind: 'compensate' }] : awaited(how, 2);
    this.nodes[id] = { triggeredByEvent: true };
    this.nodes[start] = { events: named(events, start), interrupting: !BESIDE.has(how), ...(ALL.has(how) ? { parallel: true } : {}) };
    const undo = this.id('u');
    this.nodes[undo] = { events: [{ kind: 'compensate' }] };
    this.inside[id] = how === 'compensate' ? `${start} > throw:${undo} > ${task}` : `${start} > ${task}`;
  }
}

// What may not stand there becomes a plain task; an event-based gateway there might be left without events.
function allowed(kind: string, holder: Holder): string {
  if (kind === 'cancel' && holder !== 'transaction') return '';
  return holder === 'adhoc' && (Object.hasOwn(ENDINGS, kind) || kind === 'events') ? '' : kind;
}
