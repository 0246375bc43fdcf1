/**
 * Random flows, structured or not: nodes of every kind with flows forward and sometimes back between them, in up to three levels of
 * sub-processes and event sub-processes, with loops, boundary events, quantities and compensation. Conditions are names of variables.
 */

import type { ProgramEvent, ProgramNode } from '@tongban/model';
import { literal, read } from '../builders/expressions.ts';
import type { FlowOptions } from '../builders/flow.ts';

/** The variables that conditions read. */
export const NAMES = ['p', 'q', 'r'] as const;

/** A random flow, as the builder takes it. */
export interface RandomFlow {
  readonly text: string;
  readonly options: FlowOptions;
}

/** What a node can be drawn as; `loop` and `each` are user tasks. Kinds that stand twice come more often. */
export const KINDS: readonly string[] =
  ' / / /service/task/exclusive/exclusive/inclusive/inclusive/inclusive/parallel/parallel/sub/sub/catch/events/terminate/error/undo/loop/each'
    .split('/')
    .map((kind) => kind.trim());

/** What stands at the edge of an activity, or how many tokens begin or leave it. */
export const AROUND = ['none', 'none', 'none', 'message', 'beside', 'error', 'undone', 'quantity', 'leaving'] as const;

/** How the event sub-process of a scope begins. */
export const EVENTS = ['none', 'none', 'message', 'beside', 'error', 'compensate'] as const;

/** A node as it was drawn by lot. */
export interface DrawnNode {
  readonly kind: string;
  /** Where its flows go: so many nodes on, or back. */
  readonly to: readonly number[];
  readonly condition: readonly string[];
  readonly otherwise: boolean;
  readonly around: (typeof AROUND)[number];
  readonly several: number;
  readonly sequential: boolean;
}

/** The inside of a process or sub-process as it was drawn by lot. */
export interface DrawnScope {
  readonly nodes: readonly DrawnNode[];
  readonly event: (typeof EVENTS)[number];
}

type NamedNode = DrawnNode & { readonly id: string };

/** Writes a flow of what was drawn: the first scope is the process, the others are taken as sub-processes ask for them. */
export function writeFlow(scopes: readonly DrawnScope[]): RandomFlow {
  return new Writer(scopes).write();
}

class Writer {
  private readonly scopes: readonly DrawnScope[];
  private next = 1;
  private count = 0;
  private readonly nodes: Record<string, Partial<ProgramNode>> = {};
  private readonly inside: Record<string, string> = {};
  private readonly boundary: Record<string, NonNullable<FlowOptions['boundary']>[string]> = {};
  private readonly conditions: Record<string, ReturnType<typeof read>> = {};
  private readonly defaults: Record<string, string> = {};

  constructor(scopes: readonly DrawnScope[]) {
    this.scopes = scopes;
  }

  write(): RandomFlow {
    const text = this.scope(this.scopes[0] as DrawnScope, true);
    const { nodes, inside, boundary, conditions, defaults } = this;
    return { text, options: { nodes, inside, boundary, conditions, defaults } };
  }

  private id(letter: string): string {
    this.count += 1;
    return `${letter}${this.count}`;
  }

  private scope({ nodes, event }: DrawnScope, top: boolean): string {
    const lines: string[] = [];
    const drawn = nodes.map((node) => ({ ...node, id: this.id('n') }));
    const end = this.id('end');
    for (const node of drawn) this.node(node, lines, end);
    for (const [at, node] of drawn.entries()) this.flows(node, drawn, at, lines, end);
    if (event !== 'none' && !(top && event === 'compensate')) this.eventSubProcess(event, lines);
    return [`${this.id('start')} > ${drawn[0]?.id}`, ...lines].join('\n');
  }

  private node(node: NamedNode, lines: string[], end: string): void {
    const { id, kind } = node;
    const named = (prefix: string): unknown => lines.push(`${prefix}:${id}`);
    if (kind === '') lines.push(id);
    else if (kind === 'terminate' || kind === 'error') this.ending(node, kind, lines);
    else if (kind === 'undo') this.throws(id, lines);
    else if (kind === 'loop' || kind === 'each') this.repeated(node, lines);
    else if (kind === 'sub') this.subProcess(node, lines);
    else if (kind === 'catch') this.message(id, 'catch', lines);
    else if (kind === 'events') named('events');
    else named(kind);
    if (['', 'service', 'loop', 'each', 'sub'].includes(kind)) this.around(node, lines, end);
  }

  private throws(id: string, lines: string[]): void {
    lines.push(`throw:${id}`);
    this.nodes[id] = { events: [{ kind: 'compensate' }] };
  }

  private message(id: string, prefix: string, lines: string[]): void {
    lines.push(`${prefix}:${id}`);
    this.nodes[id] = { events: [{ kind: 'message', name: id }] };
  }

  private ending({ id }: { readonly id: string }, kind: 'terminate' | 'error', lines: string[]): void {
    const end = `end${id}`;
    lines.push(`task:${id} > ${end}`);
    this.nodes[end] = { events: [kind === 'terminate' ? { kind } : { kind, code: 'E' }] };
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

  private subProcess(node: NamedNode, lines: string[]): void {
    const { id, several, sequential } = node;
    const inner = this.scopes[this.next];
    this.next += 1;
    if (inner === undefined) {
      lines.push(id);
      return;
    }
    lines.push(`sub:${id}`);
    if (several === 2) this.nodes[id] = { loop: { kind: 'multiInstance', sequential, cardinality: literal(2) } };
    this.inside[id] = this.scope(inner, false);
  }

  private around({ id, around, several }: NamedNode, lines: string[], end: string): void {
    if (around === 'quantity') this.nodes[id] = { ...this.nodes[id], startQuantity: 2 };
    else if (around === 'leaving') this.nodes[id] = { ...this.nodes[id], completionQuantity: 2 };
    else if (around === 'undone') {
      const [event, handler] = [this.id('b'), this.id('x')];
      lines.push(event, several === 1 ? `task:${handler}` : handler);
      this.boundary[event] = { on: id, event: { kind: 'compensate' }, handler };
    } else if (around !== 'none') {
      const event = this.id('b');
      lines.push(`${event} > ${several > 1 ? end : this.id('n')}`);
      const thrown: ProgramEvent = around === 'error' ? { kind: 'error', code: 'E' } : { kind: 'message', name: event };
      this.boundary[event] = { on: id, event: thrown, interrupting: around !== 'beside' };
    }
  }

  private flows(
    node: NamedNode,
    drawn: readonly { readonly id: string; readonly kind: string }[],
    at: number,
    lines: string[],
    end: string,
  ): void {
    const { id, kind } = node;
    if (kind === 'terminate' || kind === 'error') return;
    const targets = [...new Set(node.to.map((by) => drawn[at + by]?.id ?? end))];
    const asks = kind === 'exclusive' || kind === 'inclusive' || (kind === '' && node.otherwise);
    for (const [which, target] of targets.entries()) {
      if (kind === 'events') {
        const event = this.id('m');
        this.message(event, 'catch', lines);
        lines.push(`${id} > ${event} > ${target}`);
        continue;
      }
      lines.push(`${id} > ${target}`);
      const name = node.condition[which] as string;
      if (asks && which > 0 && name !== 'true') this.conditions[`${id}>${target}`] = read(name);
    }
    if (asks && targets.length > 1) this.defaults[id] = targets[0] as string;
  }

  private eventSubProcess(event: DrawnScope['event'], lines: string[]): void {
    const [id, start, task] = [this.id('es'), this.id('start'), this.id('n')];
    lines.push(`sub:${id}`);
    const definition: ProgramEvent =
      event === 'error' ? { kind: 'error' } : event === 'compensate' ? { kind: 'compensate' } : { kind: 'message', name: start };
    this.nodes[id] = { triggeredByEvent: true };
    this.nodes[start] = { events: [definition], interrupting: event !== 'beside' };
    const undo = this.id('u');
    this.nodes[undo] = { events: [{ kind: 'compensate' }] };
    this.inside[id] = event === 'compensate' ? `${start} > throw:${undo} > ${task}` : `${start} > ${task}`;
  }
}
