/**
 * `<tb-operation-bar>`: what else may be done with a task or a case. Each operation has a dialog that says what it does, asks for what it needs,
 * and shows what it would cancel and open before it is done.
 */
import {
  buttonStyles,
  type ComboboxChangeEvent,
  type ComboboxSource,
  fieldStyles,
  icon,
  surfaceStyles,
  TongbanElement,
} from '@tongban/element-kit';
import type {
  AllowedCaseOperation,
  AllowedOperation,
  CaseOperation,
  CaseService,
  CaseView,
  NamedId,
  OperationPreview,
  PersonSummary,
  SignerPosition,
  TaskOperation,
  TaskView,
} from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { renderOperationPreview } from './operation-preview.ts';
import { type AskedKind, wordsOf } from './operation-words.ts';
import { portalMessages } from './portal-messages.ts';

/** What was decided in the dialog of an operation on a task. */
export type ChosenOperation = TaskOperation;
/** What was decided in the dialog of an operation on a case. */
export type ChosenCaseOperation = Omit<CaseOperation, 'caseId'>;

/** `tb-operate`: an operation was decided. */
export class OperateEvent extends Event {
  static readonly type = 'tb-operate';
  readonly operation: ChosenOperation | ChosenCaseOperation;

  constructor(operation: ChosenOperation | ChosenCaseOperation) {
    super(OperateEvent.type, { bubbles: false, composed: false });
    this.operation = operation;
  }
}

type Asked = (AllowedOperation | AllowedCaseOperation) & { readonly kind: AskedKind };
type RadioWord = 'goOnSteps' | 'goOnBack' | 'positionBefore' | 'positionAfter' | 'positionBeside';
type Missing = 'reason' | 'person' | 'places' | 'targets';

interface Choices {
  readonly target: string;
  readonly goOn: 'steps' | 'back';
  readonly position: SignerPosition;
  readonly signer: string;
  readonly votes: string;
  readonly reason: string;
  readonly people: readonly PersonSummary[];
  readonly departments: readonly string[];
  readonly places: readonly string[];
}

const NOTHING_CHOSEN: Choices = {
  ...{ target: '', goOn: 'steps', position: 'before', signer: '', votes: '1', reason: '' },
  ...{ people: [], departments: [], places: [] },
};
const WITH_PEOPLE: ReadonlySet<string> = new Set(['transfer', 'delegate', 'addSigner', 'copy']);
const OF_ONE: ReadonlySet<string> = new Set(['transfer', 'delegate']);

/**
 * The operations of a task or a case. Used inside `<tb-task>` and `<tb-case>`.
 *
 * @fires tb-operate - an operation was decided
 */
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

      ul.chosen {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding: 0;
        list-style: none;
      }

      fieldset {
        margin: 12px 0;
        padding: 0;
        border: 0;
      }

      .field {
        margin-block-end: 12px;
      }

      legend {
        padding: 0;
      }

      fieldset label {
        display: flex;
        gap: 8px;
        align-items: center;
        min-block-size: 32px;
      }
    `,
  ];

  /** The task whose operations are shown. */
  @property({ attribute: false }) view: TaskView | undefined;
  /** Or the case. */
  @property({ attribute: false }) case: CaseView | undefined;
  @property({ attribute: false }) service: CaseService | undefined;
  @state() private asked: Asked | undefined;
  @state() private chosen: Choices = NOTHING_CHOSEN;
  @state() private missing: Missing | undefined;
  @state() private preview: OperationPreview | undefined;

  private readonly t = portalMessages.for(this);

  override render(): TemplateResult | typeof nothing {
    const operations = this.view?.operations ?? this.case?.operations ?? [];
    const asked = operations.filter((operation): operation is Asked => operation.kind !== 'claim');
    const claimable = operations.some((operation) => operation.kind === 'claim') && this.view?.assignee === undefined;
    if (asked.length === 0 && !claimable) return nothing;
    return html`<div class="buttons" role="group" aria-label=${this.t('operationHint')}>
        ${asked.map((operation) => {
          const { button, danger } = wordsOf(operation.kind);
          return html`<button type="button" class="button ${danger ? 'danger' : ''}" @click=${() => this.ask(operation)}>${this.t(button)}</button>`;
        })}
        ${claimable ? html`<button type="button" class="button quiet" title=${this.t('claimHint')} @click=${() => this.emit(new Event('tb-claim'))}>${this.t('claim')}</button>` : nothing}
      </div>
      ${this.asked === undefined ? nothing : this.renderDialog(this.asked)}`;
  }

  private renderDialog(operation: Asked): TemplateResult {
    const { button, body, reason, danger } = wordsOf(operation.kind);
    const step = 'step' in operation ? (operation.step ?? '') : '';
    return html`<tb-dialog open size="medium" label=${this.t(button)} @tb-dialog-close=${this.close}>
      <p>${this.t(body)}${step === '' ? nothing : html`<strong>${step}</strong>`}</p>
      ${'targets' in operation && operation.kind === 'return' ? this.renderTarget(operation.targets ?? []) : nothing}
      ${operation.kind === 'jump' ? this.renderJump(operation as AllowedCaseOperation) : nothing}
      ${'positions' in operation ? this.renderPositions(operation) : nothing}
      ${'signers' in operation ? this.renderSelect('signer', this.t('removeWhom'), operation.signers ?? []) : nothing}
      ${WITH_PEOPLE.has(operation.kind) ? this.renderPeople(operation) : nothing}
      ${operation.kind === 'copy' ? this.renderDepartments('departments' in operation ? operation.departments : undefined) : nothing}
      <div class="field">
        <label class="label" for="reason">${this.t(reason)}</label>
        <textarea
          class="textarea"
          id="reason"
          rows="4"
          maxlength="2000"
          aria-required=${operation.reason ? 'true' : nothing}
          aria-invalid=${this.missing === 'reason' ? 'true' : nothing}
          aria-describedby=${this.missing === 'reason' ? 'reason-error' : nothing}
          .value=${this.chosen.reason}
          @input=${(event: Event) => this.choose({ reason: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        ${this.missing === 'reason' ? this.renderError('reason-error', 'reasonMissing') : nothing}
      </div>
      ${this.renderPreview(operation)}
      <div slot="footer" class="button-row end">
        <button type="button" class="button" @click=${this.close}>${this.t('cancel')}</button>
        <button type="button" class="button ${danger ? 'danger' : 'primary'}" @click=${() => this.confirm(operation)}>${this.t('opConfirm', { what: this.t(button) })}</button>
      </div>
    </tb-dialog>`;
  }

  private renderError(id: string, key: 'reasonMissing' | 'personMissing' | 'placesMissing'): TemplateResult {
    return html`<p class="field-error" id=${id} role="alert">${icon('error')}<span>${this.t(key)}</span></p>`;
  }

  private renderSelect(field: 'target' | 'signer', label: string, options: readonly NamedId[]): TemplateResult {
    return html`<div class="field">
      <label class="label" for=${field}>${label}</label>
      <select class="select" id=${field} .value=${this.chosen[field]} @change=${(event: Event) => this.choose({ [field]: (event.target as HTMLSelectElement).value })}>
        ${options.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.chosen[field]}>${name}</option>`)}
      </select>
    </div>`;
  }

  private renderTarget(targets: NonNullable<AllowedOperation['targets']>): TemplateResult {
    const options = targets.map(({ nodeId, name }) => ({ id: nodeId, name }));
    const back = targets.find(({ nodeId }) => nodeId === this.chosen.target)?.back === true;
    return html`${this.renderSelect('target', this.t('returnTo'), options)}
      ${back ? this.renderRadios('goOn', this.t('returnGoOn'), ['steps', 'back'], { steps: 'goOnSteps', back: 'goOnBack' }) : nothing}`;
  }

  private renderPositions({ positions = [], votes }: AllowedOperation): TemplateResult {
    const words = { before: 'positionBefore', after: 'positionAfter', beside: 'positionBeside' } as const;
    return html`${this.renderRadios('position', this.t('signerPosition'), positions, words)}
      ${
        votes === true && this.chosen.position === 'beside'
          ? html`<div class="field">
              <label class="label" for="votes">${this.t('signerVotes')}</label>
              <input class="input" id="votes" type="number" min="0" max="10000" .value=${this.chosen.votes} @input=${(event: Event) => this.choose({ votes: (event.target as HTMLInputElement).value })} />
            </div>`
          : nothing
      }`;
  }

  private renderRadios<Value extends string>(
    field: 'goOn' | 'position',
    legend: string,
    values: readonly Value[],
    words: Readonly<Record<Value, RadioWord>>,
  ): TemplateResult {
    return html`<fieldset>
      <legend class="label">${legend}</legend>
      ${values.map(
        (value) => html`<label>
          <input type="radio" name=${field} .value=${value} .checked=${this.chosen[field] === value} @change=${() => this.choose({ [field]: value })} />
          ${this.t(words[value] as RadioWord)}
        </label>`,
      )}
    </fieldset>`;
  }

  private renderChecks(field: 'places' | 'departments', legend: string, options: readonly NamedId[]): TemplateResult {
    const chosen = this.chosen[field];
    const toggle = (id: string, on: boolean): void => this.choose({ [field]: on ? [...chosen, id] : chosen.filter((one) => one !== id) });
    return html`<fieldset>
      <legend class="label">${legend}</legend>
      ${options.map(
        ({ id, name }) => html`<label>
          <input type="checkbox" .checked=${chosen.includes(id)} @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)} />
          ${name}
        </label>`,
      )}
      ${field === 'places' && this.missing === 'places' ? this.renderError('places-error', 'placesMissing') : nothing}
    </fieldset>`;
  }

  private renderJump({ places = [], targets = [] }: AllowedCaseOperation): TemplateResult {
    return html`${this.renderChecks('places', this.t('jumpFrom'), places)} ${this.renderSelect('target', this.t('jumpTo'), targets)}`;
  }

  private renderDepartments(admitted: readonly NamedId[] | undefined): TemplateResult | typeof nothing {
    const departments = admitted ?? this.view?.departments ?? this.case?.departments ?? [];
    if (admitted?.length === 0) return nothing;
    return this.renderChecks('departments', this.t('copyDepartments'), departments);
  }

  private renderPeople(operation: Asked): TemplateResult {
    const { kind } = operation;
    const who = 'who' in operation ? operation.who : undefined;
    const { people } = this.chosen;
    const one = OF_ONE.has(kind);
    const chosen = one ? people[0] : undefined;
    return html`<div class="field">
      <tb-combobox
        label=${this.t(one ? 'whichPerson' : 'whichPeople')}
        hint=${who === undefined ? this.t('personHint') : this.t('personWho', { who })}
        .source=${this.personSource}
        .value=${chosen?.id ?? ''}
        value-label=${chosen?.name ?? ''}
        error=${this.missing === 'person' ? this.t('personMissing') : ''}
        @tb-combobox-change=${(event: ComboboxChangeEvent) => this.pick(event, one)}
      ></tb-combobox>
      ${
        one || people.length === 0
          ? nothing
          : html`<ul class="chosen">
              ${people.map(
                (person) => html`<li>
                  <button type="button" class="button quiet" aria-label=${this.t('takeOut', { name: person.name })} @click=${() => this.choose({ people: people.filter((other) => other !== person) })}>
                    ${person.name}${icon('close')}
                  </button>
                </li>`,
              )}
            </ul>`
      }
    </div>`;
  }

  // While something is still to be chosen, that it would be refused says nothing.
  private renderPreview(operation: Asked): TemplateResult | typeof nothing {
    const missing = this.whatIsMissing(operation);
    return renderOperationPreview(this, this.preview, missing === undefined || missing === 'reason');
  }

  private readonly personSource: ComboboxSource = async (text) => {
    const { service, view, asked } = this;
    if (service === undefined || asked === undefined) return [];
    const of = view === undefined ? {} : { taskId: view.taskId, kind: asked.kind as TaskOperation['kind'] };
    const found = await service.people({ text, ...of });
    return found.map(({ id, name, department }) => ({ value: id, label: name, ...(department === undefined ? {} : { hint: department }) }));
  };

  private pick({ value, option, target }: ComboboxChangeEvent, one: boolean): void {
    const { people } = this.chosen;
    if (value === '' || option === undefined) {
      if (one) this.choose({ people: [] });
      return;
    }
    const person = { id: value, name: option.label, ...(option.hint === undefined ? {} : { department: option.hint }) };
    this.choose({ people: one ? [person] : [...people.filter(({ id }) => id !== value), person] });
    if (!one) (target as HTMLElementTagNameMap['tb-combobox']).value = '';
  }

  private ask(operation: Asked): void {
    const targets = 'targets' in operation ? (operation.targets ?? []) : [];
    const first = targets[0];
    const target = first === undefined ? '' : 'nodeId' in first ? first.nodeId : first.id;
    const position = 'positions' in operation ? operation.positions?.[0] : undefined;
    const signer = 'signers' in operation ? operation.signers?.[0]?.id : undefined;
    this.asked = operation;
    this.missing = undefined;
    this.chosen = { ...NOTHING_CHOSEN, target, position: position ?? 'before', signer: signer ?? '' };
    void this.loadPreview();
  }

  private choose(change: Partial<Choices>): void {
    this.chosen = { ...this.chosen, ...change };
    this.missing = undefined;
    if (!('reason' in change)) void this.loadPreview();
  }

  private async loadPreview(): Promise<void> {
    const { service, view, asked, chosen } = this;
    this.preview = undefined;
    if (service === undefined || asked === undefined) return;
    try {
      const preview =
        view === undefined
          ? await service.previewCase({ caseId: this.case?.caseId ?? '', ...this.caseOperation(asked) })
          : await service.preview({ taskId: view.taskId, ...this.taskOperation(asked) });
      if (chosen === this.chosen && asked === this.asked) this.preview = preview;
    } catch {
      // The preview only informs; the operation itself will say what is wrong.
    }
  }

  private confirm(operation: Asked): void {
    this.missing = this.whatIsMissing(operation);
    if (this.missing !== undefined) {
      const field = { reason: '#reason', person: 'tb-combobox', places: 'fieldset input', targets: '#target' }[this.missing];
      this.renderRoot.querySelector<HTMLElement>(field)?.focus();
      return;
    }
    const chosen = this.view === undefined ? this.caseOperation(operation) : this.taskOperation(operation);
    this.close();
    this.emit(new OperateEvent(chosen));
  }

  private whatIsMissing({ kind, reason }: Asked): Missing | undefined {
    const { people, departments, places, reason: text } = this.chosen;
    if (WITH_PEOPLE.has(kind) && people.length === 0 && !(kind === 'copy' && departments.length > 0)) return 'person';
    if (kind === 'jump' && places.length === 0) return 'places';
    return reason && text.trim() === '' ? 'reason' : undefined;
  }

  private taskOperation({ kind }: Asked): ChosenOperation {
    const { target, goOn, position, signer, votes, people, departments } = this.chosen;
    const ids = people.map(({ id }) => id);
    return {
      kind: kind as ChosenOperation['kind'],
      ...this.reasonGiven(),
      ...(kind === 'return' ? { target, goOn } : {}),
      ...(OF_ONE.has(kind) && ids[0] !== undefined ? { to: ids[0] } : {}),
      ...(kind === 'addSigner'
        ? { position, people: ids, ...(position === 'beside' && votes !== '' ? { votes: Number(votes) } : {}) }
        : {}),
      ...(kind === 'copy' ? { people: ids, departments } : {}),
      ...(kind === 'removeSigner' ? { signer } : {}),
    };
  }

  private caseOperation({ kind }: Asked): ChosenCaseOperation {
    const { target, places, people, departments } = this.chosen;
    return {
      kind: kind as ChosenCaseOperation['kind'],
      ...this.reasonGiven(),
      ...(kind === 'jump' ? { places, targets: [target] } : {}),
      ...(kind === 'copy' ? { people: people.map(({ id }) => id), departments } : {}),
    };
  }

  private reasonGiven(): { readonly reason?: string } {
    const reason = this.chosen.reason.trim();
    return reason === '' ? {} : { reason };
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
