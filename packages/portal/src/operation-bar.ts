/** `<tb-operation-bar>`: what else may be done with a task: return, reject, hand over, claim; the consequence is shown before it is done. */
import { buttonStyles, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { AllowedOperation, CaseService, OperationKind, OperationPreview, TaskView } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { portalMessages } from './portal-messages.ts';

/** What was decided in the dialog of an operation. */
export interface ChosenOperation {
  readonly kind: OperationKind;
  readonly target?: string;
  readonly reason?: string;
  readonly to?: string;
}

/** `tb-operate`: an operation was decided. */
export class OperateEvent extends Event {
  static readonly type = 'tb-operate';
  readonly operation: ChosenOperation;

  constructor(operation: ChosenOperation) {
    super(OperateEvent.type, { bubbles: false, composed: false });
    this.operation = operation;
  }
}

const WORDS = {
  return: { button: 'return', title: 'returnTitle', reason: 'returnReason', confirm: 'returnConfirm' },
  reject: { button: 'reject', title: 'rejectTitle', reason: 'rejectReason', confirm: 'rejectConfirm' },
  transfer: { button: 'transfer', title: 'transferTitle', reason: 'comment', confirm: 'transferConfirm' },
} as const;

type Asked = keyof typeof WORDS;

/** The operations of a task. Used inside `<tb-task>`. */
export class OperationBar extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    css`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-block: 8px;
      }

      ul {
        margin: 4px 0 12px;
        padding-inline-start: 20px;
      }
    `,
  ];

  @property({ attribute: false }) view: TaskView | undefined;
  @property({ attribute: false }) service: CaseService | undefined;
  @state() private asked: AllowedOperation | undefined;
  @state() private target = '';
  @state() private reason = '';
  @state() private to = '';
  @state() private missing = false;
  @state() private preview: OperationPreview | undefined;

  private readonly t = portalMessages.for(this);

  override render(): TemplateResult | typeof nothing {
    const operations = this.view?.operations ?? [];
    const asked = operations.filter((operation): operation is AllowedOperation & { kind: Asked } => operation.kind in WORDS);
    const claimable = operations.some((operation) => operation.kind === 'claim') && this.view?.assignee === undefined;
    if (asked.length === 0 && !claimable) return nothing;
    return html`<div class="buttons" role="group" aria-label=${this.t('operationHint')}>
        ${asked.map(
          (
            operation,
          ) => html`<button type="button" class="button ${operation.kind === 'reject' ? 'danger' : ''}" @click=${() => this.ask(operation)}>
            ${this.t(WORDS[operation.kind].button)}
          </button>`,
        )}
        ${claimable ? html`<button type="button" class="button quiet" title=${this.t('claimHint')} @click=${() => this.emit(new Event('tb-claim'))}>${this.t('claim')}</button>` : nothing}
      </div>
      ${this.asked === undefined ? nothing : this.renderDialog(this.asked as AllowedOperation & { kind: Asked })}`;
  }

  private renderDialog(operation: AllowedOperation & { kind: Asked }): TemplateResult {
    const words = WORDS[operation.kind];
    return html`<tb-dialog open size="medium" label=${this.t(words.title)} @tb-dialog-close=${this.close}>
      ${operation.kind === 'reject' ? html`<p>${this.t('rejectBody')}</p>` : nothing}
      ${operation.kind === 'return' ? this.renderTarget(operation) : nothing}
      ${
        operation.kind === 'transfer'
          ? html`<div class="field"><label class="label" for="to">${this.t('transferTo')}</label><input class="input" id="to" .value=${this.to} @input=${(
              event: Event,
            ) => {
              this.to = (event.target as HTMLInputElement).value;
            }} /></div>`
          : nothing
      }
      <div class="field">
        <label class="label" for="reason">${this.t(words.reason)}</label>
        <textarea
          class="textarea"
          id="reason"
          rows="4"
          autofocus
          aria-invalid=${this.missing ? 'true' : nothing}
          aria-describedby=${this.missing ? 'reason-error' : nothing}
          .value=${this.reason}
          @input=${this.onReason}
        ></textarea>
        ${this.missing ? html`<p class="field-error" id="reason-error">${icon('error')}<span>${this.t('reasonMissing')}</span></p>` : nothing}
      </div>
      <div slot="footer" class="button-row end">
        <button type="button" class="button" @click=${this.close}>${this.t('cancel')}</button>
        <button type="button" class="button ${operation.kind === 'reject' ? 'danger' : 'primary'}" @click=${() => this.confirm(operation)}>${this.t(words.confirm)}</button>
      </div>
    </tb-dialog>`;
  }

  private renderTarget(operation: AllowedOperation): TemplateResult {
    const targets = operation.targets ?? [];
    return html`<div class="field">
        <label class="label" for="target">${this.t('returnTo')}</label>
        <select class="select" id="target" .value=${this.target} @change=${this.onTarget}>
          ${targets.map((target) => html`<option value=${target.nodeId}>${target.name}</option>`)}
        </select>
      </div>
      ${
        this.preview === undefined || this.preview.cancels.length === 0
          ? nothing
          : html`<p>${this.t('returnCancels')}</p>
            <ul>${this.preview.cancels.map((task) => html`<li>${task.name}${task.who === undefined ? nothing : html`<span class="muted">　${task.who}</span>`}</li>`)}</ul>`
      }`;
  }

  private ask(operation: AllowedOperation): void {
    this.asked = operation;
    this.reason = '';
    this.to = '';
    this.missing = false;
    this.target = operation.targets?.[0]?.nodeId ?? '';
    void this.loadPreview();
  }

  private onTarget(event: Event): void {
    this.target = (event.target as HTMLSelectElement).value;
    void this.loadPreview();
  }

  private onReason(event: Event): void {
    this.reason = (event.target as HTMLTextAreaElement).value;
    this.missing = false;
  }

  private async loadPreview(): Promise<void> {
    this.preview = undefined;
    const { service, view, asked, target } = this;
    if (service === undefined || view === undefined || asked?.kind !== 'return') return;
    try {
      const preview = await service.preview({ taskId: view.taskId, kind: asked.kind, target });
      if (target === this.target) this.preview = preview;
    } catch {
      // The preview only informs; the operation itself will say what is wrong.
    }
  }

  private confirm(operation: AllowedOperation): void {
    if (operation.reason && this.reason.trim() === '') {
      this.missing = true;
      this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
      return;
    }
    const chosen: ChosenOperation = {
      kind: operation.kind,
      ...(operation.kind === 'return' ? { target: this.target } : {}),
      ...(this.reason.trim() === '' ? {} : { reason: this.reason.trim() }),
      ...(operation.kind === 'transfer' ? { to: this.to.trim() } : {}),
    };
    this.close();
    this.emit(new OperateEvent(chosen));
  }

  private readonly close = (): void => {
    this.asked = undefined;
    this.preview = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-operation-bar': OperationBar;
  }
}
