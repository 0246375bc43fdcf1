/** `<tb-form>`: fill in a form, read it, or see it as on paper. */
import {
  buttonStyles,
  CHINA_OFFSET_MINUTES,
  type DeviceDraft,
  fieldStyles,
  floatingStyles,
  type SealPort,
  surfaceStyles,
  TongbanElement,
  tongbanConfiguration,
} from '@tongban/element-kit';
import type { FormContext } from '@tongban/form';
import type {
  Actor,
  CarriedValue,
  CompiledForm,
  Department,
  FormAccess,
  FormValues,
  Item,
  Json,
  JsonObject,
  Problem,
  ValueChange,
} from '@tongban/model';
import { type CSSResult, type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dateStyles } from './controls/date.styles.ts';
import { filesStyles } from './controls/files.styles.ts';
import { itemsStyles } from './controls/items.styles.ts';
import { signingStyles } from './controls/signing.styles.ts';
import { dayAt } from './day-math.ts';
import { filingStyles } from './filing-form.styles.ts';
import { filingMessages } from './filing-messages.ts';
import { FilingModel } from './filing-model.ts';
import type { FormCalendar } from './form-calendar.ts';
import type { FormDrafts } from './form-drafts.ts';
import { FormChangeEvent, FormSubmitRequestEvent } from './form-events.ts';
import { configuredFiles, type FormFiles } from './form-files.ts';
import type { FormHandle } from './form-handle.ts';
import { FormParticipation } from './form-participation.ts';
import type { FormTyped } from './more/draft.ts';
import { loadMoreKinds, moreKinds, needsMoreKinds } from './more-kinds.ts';
import { paperStyles } from './paper.styles.ts';
import { holdPaperPages, releasePaperPages } from './paper-pages.ts';
import { RoundBefore } from './round-before.ts';
import { type MountedForm, mountForm } from './view/mount-form.tsx';
import { rowsStyles } from './view/rows.styles.ts';
import { sheetStyles } from './view/sheet.styles.ts';

/**
 * Fills in a form. Values, permissions and verdicts are those of `@tongban/form`; the page gets and gives plain data.
 *
 * @summary Fill in a form.
 * @fires tb-form-change - A person changed a value.
 * @fires tb-form-submit-request - A person pressed Ctrl + Enter.
 * @attr name - Under which name a `<form>` around hands the values in, as JSON.
 * @csspart form - The whole form.
 * @csspart title - Its title.
 * @csspart error-summary - The list of what is wrong.
 * @cssprop --tb-form-width - The widest a stacked form becomes; default 720px.
 */
export class FilingForm extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    floatingStyles,
    filingStyles,
    sheetStyles,
    rowsStyles,
    dateStyles,
    itemsStyles,
    filesStyles,
    signingStyles,
    paperStyles,
  ];

  static readonly formAssociated: boolean = true;

  /** The form, compiled. */
  @property({ attribute: false }) form: CompiledForm | undefined;
  /** What it holds to begin with; other values replace what was typed. */
  @property({ attribute: false }) values: FormValues = {};
  /** What may be written, read, seen; without it everything may be written. */
  @property({ attribute: false }) access: FormAccess | undefined;
  /** The names that expressions read beside the fields: other forms, `parameters`, `case`, `actor`, the element of a task of many. */
  @property({ attribute: false }) context: JsonObject = {};
  /** Who fills in. */
  @property({ attribute: false }) actor: Actor | undefined;
  /** The county's items; without them codes are not looked up. */
  @property({ attribute: false }) items: readonly Item[] | undefined;
  /** The county's departments, for their names. */
  @property({ attribute: false }) departments: readonly Department[] = [];
  /** To fill in, to read, or as on paper. */
  @property() mode: 'fill' | 'read' | 'print' = 'fill';
  /** Nothing can be written; the same as `mode="read"`. */
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;
  /** Changes since the last round, to be marked; an empty list where there was a round: then what is typed over is marked too. */
  @property({ attribute: false }) changes: readonly ValueChange[] | undefined;
  /** What is on file, where `values` hold a draft that goes on from it. */
  @property({ attribute: false }) filed: FormValues | undefined;
  /** What was answered before in this project: said beside the fields it was taken over into, and what other sources say. */
  @property({ attribute: false }) carried: readonly CarriedValue[] | undefined;
  /** The county's calendar: days off are marked, and dates say how many working days away they are. */
  @property({ attribute: false }) calendar: FormCalendar | undefined;
  /** Where files go; without it the store handed to `configureTongban`. */
  @property({ attribute: false }) files: FormFiles | undefined;
  /** The host's e-seal; without it the one handed to `configureTongban`. */
  @property({ attribute: false }) seal: SealPort | undefined;
  /** Where drafts go while one types; without it nothing is kept by itself. */
  @property({ attribute: false }) drafts: FormDrafts | undefined;
  /** The present, in epoch milliseconds; without it the clock of the page. */
  @property({ attribute: false }) now: number | undefined;
  /** The offset of the county's clock, in minutes. */
  @property({ type: Number, attribute: 'offset-minutes' }) offsetMinutes: number = CHINA_OFFSET_MINUTES;

  /** What a page does with it. */
  readonly handle: FormHandle = {
    values: () => this.#current()?.session.values() ?? this.values,
    problems: () => this.#current()?.problems() ?? [],
    validate: () => this.#current()?.validate() ?? [],
    set: (path, value) => this.#current()?.set(path, value),
    subscribe: (listener) => {
      this.#listeners.add(listener);
      return () => {
        this.#listeners.delete(listener);
      };
    },
    isDirty: () => this.#current()?.isDirty() ?? false,
    reset: () => this.#current()?.restore(),
    focus: (path) => {
      const address = this.#current()?.addressOf(path);
      return address !== undefined && this.#focusAt(address);
    },
  };

  /** Whether a `<fieldset disabled>` is around it. */
  @state() private held = false;
  /** Whether a part of the form could not be loaded. */
  @state() private failed = false;

  readonly #participation = new FormParticipation(this);
  readonly #listeners = new Set<() => void>();
  #draft: DeviceDraft<FormTyped> | undefined;
  #draftNotice: () => TemplateResult | typeof nothing = () => nothing;
  #model: FilingModel | undefined;
  #applied: Partial<Record<'form' | 'values' | 'access' | 'context' | 'actor' | 'items' | 'now' | 'offsetMinutes', unknown>> = {};
  #mounted: MountedForm | undefined;
  #place: HTMLElement | undefined;
  #printing = false;
  #round: { readonly changes: readonly ValueChange[]; readonly filed: FormValues; readonly before: RoundBefore } | undefined;
  #loading: Promise<void> | undefined;

  /** Of the `<form>` around. */
  get internals(): ElementInternals {
    return this.#participation.internals;
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#participation.joined(form);
  }

  formResetCallback(): void {
    this.handle.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    this.held = disabled;
  }

  /** The form was submitted: the draft on this device is forgotten. */
  draftDone(): void {
    this.#draft?.forget();
  }

  /** Shows problems that a server found, beside their fields and in the summary. */
  showProblems(problems: readonly Problem[]): void {
    this.#current()?.showProblems(problems);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    holdPaperPages(this);
    addEventListener('beforeprint', this.#beforePrint);
    addEventListener('afterprint', this.#afterPrint);
    if (!this.hasUpdated) return;
    this.requestUpdate();
    if (this.#draft === undefined) void this.#openDraft();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#beforePrint);
    removeEventListener('afterprint', this.#afterPrint);
    // an element that is only moved is connected again before this runs; what was typed lives in the model in any case
    queueMicrotask(() => {
      if (this.isConnected) return;
      releasePaperPages(this);
      this.#draft?.close();
      this.#draft = undefined;
      this.#mounted?.unmount();
      this.#mounted = undefined;
    });
  }

  override render(): TemplateResult {
    return html`${this.#draftNotice()}<div id="place"></div>${this.#notice()}`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isConnected) return;
    this.#place = this.renderRoot.querySelector<HTMLElement>('#place') ?? undefined;
    this.#show();
    if (changed.has('drafts')) void this.#openDraft();
  }

  /** What stands in place of the form. */
  #notice(): TemplateResult | typeof nothing {
    const say = filingMessages.for(this);
    if (this.form === undefined) return html`<p class="muted">${say('emptyForm')}</p>`;
    if (!needsMoreKinds(this.form.document) || moreKinds() !== undefined) return nothing;
    if (!this.failed) return html`<p class="muted" role="status">${say('loading')}</p>`;
    return html`<p class="field-error" role="alert">${say('loadFailed')}
      <button class="link-button" type="button" @click=${() => {
        this.failed = false;
      }}>${say('retry')}</button></p>`;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (this.#loading === undefined) return done;
    await this.#loading;
    return await this.getUpdateComplete();
  }

  /** The model of the properties as they are now, also before the next rendering. */
  #current(): FilingModel | undefined {
    const { form, values, access, context, actor, items, now, offsetMinutes } = this;
    const next = { form, values, access, context, actor, items, now, offsetMinutes };
    const before = this.#applied;
    this.#applied = next;
    if (form === undefined) {
      this.#model = undefined;
    } else if (this.#model === undefined || before.form !== form) {
      const model = new FilingModel(form, values, this.#situation());
      model.subscribe((path) => {
        if (this.#model === model) this.#tell(path);
      });
      this.#model = model;
    } else {
      const others = (['access', 'context', 'actor', 'items', 'now', 'offsetMinutes'] as const).some((name) => before[name] !== next[name]);
      // the draft that was just saved comes back: what is on the screen stays as it is
      const other = before.values !== values && JSON.stringify(before.values) !== JSON.stringify(values);
      const refilled = other && !this.#model.keep(values);
      if (others || refilled) {
        this.#model.reset({ ...(others ? { context: this.#situation() } : {}), ...(refilled ? { values } : {}) });
      }
    }
    return this.#model;
  }

  #situation(): FormContext {
    const { access, actor, items, context } = this;
    return {
      ...(access === undefined ? {} : { access }),
      ...(actor === undefined ? {} : { actor }),
      ...(items === undefined ? {} : { items }),
      lookup: (name) => (Object.hasOwn(context, name) ? (context[name] as Json) : undefined),
      env: { now: this.#clock(), offsetMinutes: this.offsetMinutes },
      mode: 'submit',
    };
  }

  #clock(): number {
    return this.now ?? Date.now();
  }

  #show(): void {
    const model = this.#current();
    if (model === undefined || this.#place === undefined) {
      this.#mounted?.unmount();
      this.#mounted = undefined;
      return;
    }
    const more = moreKinds();
    if (needsMoreKinds(model.document)) {
      if (more === undefined) {
        if (!this.failed) this.#loadMore();
        return;
      }
    } else if (more === undefined && (this.carried?.length ?? 0) > 0 && !this.failed) {
      // the form need not wait for the words beside its fields
      this.#loadMore();
    }
    if (more !== undefined) this.#adopt(more.moreStyles);
    this.#mounted ??= mountForm(this.#place);
    this.#mounted.show({
      scope: {
        model,
        locale: this.locale,
        say: filingMessages.in(this.locale),
        mode: this.#printing ? 'print' : (this.readonly || this.held) && this.mode === 'fill' ? 'read' : this.mode,
        actor: this.actor,
        items: this.items ?? [],
        departments: this.departments,
        before: this.#before(),
        carried: new Map(this.carried?.map((carried) => [carried.key, carried])),
        files: this.files ?? configuredFiles(),
        seal: this.seal ?? tongbanConfiguration().seal,
        more,
        calendar: this.calendar,
        today: dayAt(this.#clock(), this.offsetMinutes),
        announce: (text) => this.announce(text),
        focus: (address) => this.#focusAt(address),
      },
      onSubmitRequest: () => this.emit(new FormSubmitRequestEvent()),
    });
  }

  #before(): RoundBefore | undefined {
    const { changes } = this;
    if (changes === undefined) return undefined;
    const filed = this.filed ?? this.values;
    if (this.#round?.changes !== changes || this.#round.filed !== filed) {
      this.#round = { changes, filed, before: new RoundBefore(changes, filed) };
    }
    return this.#round.before;
  }

  async #openDraft(): Promise<void> {
    const { drafts } = this;
    this.#draft?.close();
    this.#draft = undefined;
    this.#draftNotice = () => nothing;
    if (drafts === undefined) return;
    const { changedLabels, draftNotice, openFormDraft } = await import('./more/draft.ts');
    if (this.drafts !== drafts || !this.isConnected || this.#draft !== undefined) return;
    const draft = openFormDraft({
      drafts,
      typed: () => ({ values: this.handle.values(), step: this.#model?.step.get() ?? 0 }),
      show: ({ values, step }) => {
        const model = this.#current();
        model?.reset({ values: { ...this.values, ...values } });
        model?.step.set(step);
      },
      changed: () => this.requestUpdate(),
    });
    this.#draft = draft;
    this.#draftNotice = () => {
      const { form, locale } = this;
      if (form === undefined) return nothing;
      return draftNotice(draft, ({ values }) => changedLabels(form.document, this.handle.values(), values, locale), locale);
    };
  }

  #loadMore(): void {
    this.#loading ??= loadMoreKinds()
      .then(
        () => {
          this.failed = false;
        },
        () => {
          this.failed = true;
        },
      )
      .finally(() => {
        this.#loading = undefined;
        this.requestUpdate();
      });
  }

  #adopt(styles: CSSResult): void {
    const root = this.renderRoot as ShadowRoot;
    const { styleSheet } = styles;
    if (styleSheet === undefined || root.adoptedStyleSheets.includes(styleSheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }

  #tell(path: string | undefined): void {
    if (path !== undefined) {
      this.#draft?.touch();
      this.emit(new FormChangeEvent(path, () => this.handle.values()));
    }
    this.#participation.renew();
    for (const listener of [...this.#listeners]) listener();
  }

  #focusAt(address: string): boolean {
    this.#model?.bringOut(address);
    this.#show();
    const id = address.replaceAll('.', '-');
    const field = this.renderRoot.querySelector<HTMLElement>(`[data-field="${id}"]`);
    const control = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    const inside = field?.querySelector<HTMLElement>('input:not([tabindex="-1"]), select, textarea, button');
    const target = control?.matches('input, select, textarea, button') ? control : (inside ?? field);
    if (!target) return false;
    if (target === field) target.tabIndex = -1;
    target.focus();
    field?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  readonly #beforePrint = (): void => {
    this.#printing = true;
    this.#show();
  };

  readonly #afterPrint = (): void => {
    this.#printing = false;
    this.#show();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form': FilingForm;
  }
}
