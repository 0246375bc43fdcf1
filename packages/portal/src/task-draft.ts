/**
 * The draft of a task: the values of all its forms with the decision, kept by itself: on this device at once, by the service a moment
 * later. It goes on from the draft that was open, and says so when somebody else went on in the meantime.
 */
import {
  DeviceDraft,
  type DraftPort,
  draftNotice,
  type HostAnswer,
  type HostDraft,
  newCommandId,
  sentenceOf,
  type TongbanElement,
} from '@tongban/element-kit';
import { changedLabels } from '@tongban/filing-form';
import { type Actor, type CaseService, type FormValues, isTongbanError, type TaskView } from '@tongban/model';
import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import { portalMessages } from './portal-messages.ts';

/** What a person has filled in and decided so far. */
export interface TaskTyped {
  /** By form id. */
  readonly values: Readonly<Record<string, FormValues>>;
  readonly outcome: string;
  readonly comment: string;
}

/** The task whose draft it is. */
export interface DraftedTask {
  readonly service: CaseService;
  readonly actor: Actor;
  readonly view: TaskView;
  /** Whether it may stand on this device. */
  readonly onDevice: boolean;
  /** What was filled in, of all that may be written; also before the forms have been drawn. */
  typed(): TaskTyped;
  show(typed: TaskTyped): void;
}

type DraftCommand = Parameters<CaseService['saveDraft']>[0];

/** Keeps the draft of the task that its element shows. */
export class TaskDraft implements ReactiveController {
  /** The revision of the task, to be handed in with what is done to it. */
  revision = 0;
  readonly #host: TongbanElement;
  #task: DraftedTask | undefined;
  #draft: DeviceDraft<TaskTyped> | undefined;
  /** Sent, and not answered: it may have been kept all the same. */
  #unanswered: { readonly command: DraftCommand; readonly typed: TaskTyped } | undefined;

  constructor(host: TongbanElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** An element that is only moved is connected again before this looks. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      const draft = this.#draft;
      this.#draft = undefined;
      void draft?.flush().finally(() => draft.close());
    });
  }

  /** Whether there is one at hand; its element opens it again when it comes back to the page. */
  get isOpen(): boolean {
    return this.#draft !== undefined;
  }

  /** Goes on with the draft of a task: that of the service, or what this device still has. */
  open(task: DraftedTask): void {
    this.close();
    this.#task = task;
    this.#unanswered = undefined;
    this.revision = task.view.revision;
    this.#draft = new DeviceDraft({
      port: this.#port(task),
      typed: () => task.typed(),
      show: (typed) => task.show(typed),
      changed: () => this.#host.requestUpdate(),
    });
  }

  /** Ends it; what was typed last stays on the device. */
  close(): void {
    this.#draft?.close();
    this.#draft = undefined;
    this.#task = undefined;
  }

  /** Whether something typed is not kept by the service yet. */
  get pending(): boolean {
    return this.#draft?.pending ?? false;
  }

  /** Whether somebody else went on with the draft, and nobody has chosen yet. */
  get inConflict(): boolean {
    return this.#draft?.state.is === 'conflict';
  }

  /** Something was typed. */
  touch(): void {
    this.#draft?.touch();
  }

  /** Saves now, if there is something to save. */
  async flush(): Promise<void> {
    await this.#draft?.flush();
  }

  /** Waits for a save under way and drops a planned one: what follows carries the values itself. */
  async settle(): Promise<void> {
    await this.#draft?.settle();
  }

  /** Nothing is to be saved any more. */
  forget(): void {
    this.#draft?.forget();
  }

  /** How it stands; a conflict with the choice. */
  notice(): TemplateResult | typeof nothing {
    const task = this.#task;
    if (this.#draft === undefined || task === undefined) return nothing;
    return draftNotice(this.#draft, (theirs) => this.#differing(task, theirs), this.#host.locale);
  }

  #differing({ view, typed }: DraftedTask, theirs: TaskTyped): readonly string[] {
    const t = portalMessages.for(this.#host);
    const mine = typed();
    const labels = view.forms.flatMap(({ form: { document } }) => {
      const [here, there] = [mine.values[document.id], theirs.values[document.id]];
      return here === undefined || there === undefined ? [] : changedLabels(document, here, there, this.#host.locale);
    });
    return [
      ...labels,
      ...(mine.outcome === theirs.outcome ? [] : [t('outcomeLabel')]),
      ...(mine.comment === theirs.comment ? [] : [t('comment')]),
    ];
  }

  #port(task: DraftedTask): DraftPort<TaskTyped> {
    const { actor, view, onDevice } = task;
    return {
      key: `${actor.tenant}/${actor.id}/${view.taskId}`,
      onDevice,
      load: async () => keptOf(view),
      save: (typed, after) => this.#save(task, typed, after),
    };
  }

  async #save(task: DraftedTask, typed: TaskTyped, after: string | undefined): Promise<HostAnswer<TaskTyped>> {
    try {
      const before = this.#unanswered === undefined ? undefined : await this.#send(task, this.#unanswered);
      const reached = before !== undefined && before !== 'stale' && 'kept' in before ? before.kept.revision : after;
      const command = { commandId: newCommandId(), taskId: task.view.taskId, revision: this.revision, ...commandOf(typed) };
      const answer = await this.#send(task, { command, typed });
      if (answer !== 'stale') return answer;
      const view = await task.service.task(task.view.taskId);
      this.revision = view.revision;
      const theirs = keptOf(view);
      if (theirs !== undefined && theirs.revision !== reached) return { conflict: theirs };
      // The task went on, its draft did not: somebody took it, or gave it back.
      const again = await this.#send(task, { command: { ...command, commandId: newCommandId(), revision: view.revision }, typed });
      return again === 'stale' ? { refused: portalMessages.for(this.#host)('draftBusy') } : again;
    } catch (error) {
      if (!isTongbanError(error) || error.kind === 'unavailable' || error.kind === 'fault') throw error;
      this.#unanswered = undefined;
      return error.kind === 'unauthenticated' ? { expired: true } : { refused: sentenceOf(error, this.#host) };
    }
  }

  async #send(
    { service }: DraftedTask,
    order: { readonly command: DraftCommand; readonly typed: TaskTyped },
  ): Promise<HostAnswer<TaskTyped> | 'stale'> {
    this.#unanswered = order;
    const answer = await service.saveDraft(order.command);
    this.#unanswered = undefined;
    if (answer.ok) {
      this.revision = answer.revision;
      return { kept: { typed: order.typed, revision: String(answer.savedAt), savedAt: answer.savedAt } };
    }
    if (answer.problems.some(({ code }) => code === 'RUNTIME_TASK_STALE')) return 'stale';
    return { refused: answer.problems.map(({ sentences }) => sentences[this.#host.locale]).join(' ') };
  }
}

/** What a task holds when it is opened: its draft, if there is one. */
export function typedOf({ draft }: TaskView): TaskTyped {
  return { values: draft?.values ?? {}, outcome: draft?.outcome ?? '', comment: draft?.comment ?? '' };
}

function keptOf(view: TaskView): HostDraft<TaskTyped> | undefined {
  const { draft } = view;
  if (draft === undefined) return undefined;
  const { savedAt, savedByName } = draft;
  return { typed: typedOf(view), revision: String(savedAt), savedAt, ...(savedByName === undefined ? {} : { by: savedByName }) };
}

function commandOf({ values, outcome, comment }: TaskTyped): Pick<DraftCommand, 'values' | 'outcome' | 'comment'> {
  return { values, ...(outcome === '' ? {} : { outcome }), ...(comment === '' ? {} : { comment }) };
}
