/** Going back, in the reference interpreter: returns, both ways to go on after them, and taking back what one submitted. */
import type { Place, RefToken, Scope, Way } from './reference-case.ts';
import { ReferenceSigners } from './reference-signers.ts';
import { behind, leadsTo, waysDown } from './reference-ways.ts';

/** Where a task and the target of its return meet. */
interface Meeting {
  readonly scope: Scope;
  readonly way: Way;
}

/** Which scopes count for a place, and which activities may call on the way to it. */
interface Wish {
  readonly counts?: (scope: Scope) => boolean;
  readonly calls?: readonly number[] | undefined;
}

/** The case with its ways back. */
export abstract class ReferenceReturns extends ReferenceSigners {
  /** Of filing, from 1. */
  round = 1;

  /** Opens an activity for what is put into it from outside; the scopes in which that can be. */
  protected abstract openEmpty(index: number, scope: Scope): readonly Scope[];

  /** Everything behind the target is taken back, and the target done anew. Whether that can be. */
  protected takeBackTo(task: RefToken, target: number, since?: RefToken): boolean {
    const meeting = this.meetingOf(task, target);
    if (meeting === undefined) return false;
    this.goBackTo(meeting, since, [this.standsIn(task, meeting.scope)]);
    return true;
  }

  /** The task stands still while the target is corrected beside it. Whether that can be. */
  protected correctAt(task: RefToken, target: number): boolean {
    const meeting = this.meetingOf(task, target);
    const { kind, loop } = this.node(target);
    if (meeting === undefined || meeting.way.length > 1 || kind !== 'userTask' || loop !== undefined) return false;
    const token = this.put(target, meeting.scope, undefined, { task, how: 'return' });
    for (const event of this.eventsOf(token)) this.arm(event, token);
    this.countRound(target);
    return true;
  }

  /** What came of a task that was done is taken back. Whether anything of it still waits. */
  protected takeBackDone(done: RefToken, target: number): boolean {
    if (this.node(target).loop !== undefined) return false;
    const [place, other] = this.placesOf(target, {});
    if (place === undefined || other !== undefined || !place.way.slice(0, -1).every((node) => this.canBeOpened(node))) return false;
    if (this.behindIn(place, done).length === 0) return false;
    this.goBackTo(place, done, []);
    return true;
  }

  /** Where a token is put that is to stand on a node: in the innermost scopes around it that are open, with the way down from there. */
  protected placesOf(node: number, { counts = () => true, calls }: Wish): readonly Meeting[] {
    const open = this.scopes.filter((scope) => scope.index === undefined && scope.undoes !== true && counts(scope));
    const isNamed = (way: Way): boolean => way.every((at) => this.node(at).called === undefined || calls?.includes(at) !== false);
    const all = open.flatMap((scope) => waysDown(this.program, scope.node, node).map((way) => ({ scope, way })));
    const named = all.filter(({ scope, way }) => isNamed([...this.callAround(scope), ...way.slice(0, -1)]));
    return named.filter(({ way }) => !named.some((other) => other.way.length < way.length && endsIn(way, other.way)));
  }

  private callAround(scope: Scope): Way {
    const { owner } = scope;
    if (owner === undefined) return [];
    return this.isProcess(scope) ? [owner.node] : this.callAround(owner.scope);
  }

  /** Whether something can arrive at a node: not where only an event leads. */
  protected canArrive(index: number): boolean {
    const { kind, triggeredByEvent, scope } = this.node(index);
    if (kind === 'process' || kind === 'boundaryEvent' || triggeredByEvent === true) return false;
    return kind !== 'startEvent' || this.node(scope).triggeredByEvent !== true;
  }

  private meetingOf(task: RefToken, target: number): Meeting | undefined {
    if (!this.isTask(task) || task.asked !== undefined || this.isHeld(task) || task.node === target) return undefined;
    if (!this.seen.has(target) || !this.canArrive(target) || this.joins(target)) return undefined;
    for (let scope: Scope | undefined = task.scope; scope !== undefined; scope = scope.parent) {
      if (scope.index !== undefined || scope.undoes === true) continue;
      const ways = waysDown(this.program, scope.node, target).filter((way) => way.every((node) => this.seen.has(node)));
      if (ways.length === 0) continue;
      const [way = []] = ways;
      const isClear = ways.length === 1 && way.slice(0, -1).every((node) => this.canBeOpened(node));
      const meeting = { scope, way };
      const stands = this.standsIn(task, scope);
      const isBehind = this.isByEvent(stands) || this.behindIn(meeting).includes(stands);
      return isClear && isBehind ? meeting : undefined;
    }
    return undefined;
  }

  /** Whether it is a gateway at which branches meet. */
  protected joins(index: number): boolean {
    const { kind, incoming } = this.node(index);
    return /^(parallel|inclusive|complex)Gateway$/.test(kind) && incoming.length > 1;
  }

  protected canBeOpened(index: number): boolean {
    const { loop, triggeredByEvent } = this.node(index);
    return loop === undefined && triggeredByEvent !== true;
  }

  /** The token of a scope that a token is, or is inside. */
  protected standsIn(token: RefToken, scope: Scope): RefToken {
    return token.scope === scope ? token : this.standsIn(token.scope.owner as RefToken, scope);
  }

  /** The tokens that came out of the first node of a way. */
  private behindIn({ scope, way: [first] }: Meeting, since?: RefToken): readonly RefToken[] {
    const region = behind(this.program, first as number);
    return this.tokens.filter(({ scope: within, node, flow, age }) => {
      const from = flow === undefined ? node : (this.program.flows[flow]?.source as number);
      return within === scope && region.has(from) && age >= (since?.age ?? 0);
    });
  }

  // What is sent back goes in any case.
  private goBackTo(meeting: Meeting, since: RefToken | undefined, sent: readonly RefToken[]): void {
    const { scope, way } = meeting;
    const interrupted = this.interruptedNow;
    for (const token of new Set([...this.behindIn(meeting, since), ...sent])) {
      this.cancelInside(token);
      this.remove(token);
    }
    this.listenAnew(interrupted);
    for (const node of behind(this.program, way[0] as number)) scope.resets.delete(node);
    const target = way.at(-1) as number;
    let inside: readonly Scope[] = [scope];
    for (const [depth, node] of way.entries()) {
      for (const within of inside) this.countArrived([node], within);
      if (depth < way.length - 1) inside = inside.flatMap((within) => this.openEmpty(node, within));
    }
    for (const within of inside) this.moves.push({ node: target, scope: within, flow: undefined });
    this.countRound(target);
  }

  /** Where branches meet behind nodes that are done anew, those that are not count as arrived when nothing is under way in them. */
  protected countArrived(first: readonly number[], scope: Scope): void {
    const region = new Set(first.flatMap((node) => [...behind(this.program, node)]));
    const isAnew = (flow: number): boolean => region.has(this.program.flows[flow]?.source as number);
    for (const node of region) {
      const { kind, incoming } = this.node(node);
      if (kind !== 'parallelGateway' || incoming.length < 2 || !incoming.some(isAnew)) continue;
      for (const flow of incoming)
        if (!isAnew(flow) && !this.waitsBy(flow, { node, scope }) && !this.comesBy(flow, { node, scope }, [])) this.put(node, scope, flow);
    }
  }

  protected waitsBy(flow: number, join: Place): boolean {
    return this.waitingAt(join).some((token) => token.flow === flow);
  }

  /** Whether what is under way in a scope, or comes into it, leads to a join by a flow. */
  protected comesBy(flow: number, { node, scope }: Place, landed: readonly Place[]): boolean {
    return [...landed, ...this.tokens].some((at) => at.scope === scope && leadsTo(this.program, at.node, flow, node));
  }

  private countRound(target: number): void {
    if (this.node(target).task?.performer.starter === true) this.round += 1;
  }
}

function endsIn(way: Way, end: Way): boolean {
  return end.every((node, at) => node === way[way.length - end.length + at]);
}
