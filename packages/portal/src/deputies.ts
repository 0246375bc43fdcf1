/** `<tb-deputies>`: who does one's tasks while one is away (代理人), and for whom one does them. */
import {
  buttonStyles,
  type ComboboxChangeEvent,
  type ComboboxSource,
  confirmDialog,
  fieldStyles,
  formatDay,
  newCommandId,
  sentenceOf,
  surfaceStyles,
  TongbanElement,
} from '@tongban/element-kit';
import { addDays, readDay } from '@tongban/filing-form';
import type { Actor, CaseService, DeputyChoices, DeputyScope, Deputyship, NamedId, Problem } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayOf, startOfDay, today } from './china-day.ts';
import { deputiesStyles } from './deputies.styles.ts';
import { Loader } from './loader.ts';
import { portalMessages } from './portal-messages.ts';
import { renderFailure, renderLoading } from './render-state.ts';

interface Loaded {
  readonly me: Actor;
  readonly deputyships: readonly Deputyship[];
  readonly choices: DeputyChoices;
}

type Part = keyof DeputyChoices;
type Missing = { readonly [Field in 'deputy' | 'from' | 'to' | 'scope']?: string | undefined };

const PARTS = ['roles', 'measures', 'items'] as const satisfies readonly Part[];
const PART_WORDS = { roles: 'deputyRoles', measures: 'deputyMeasures', items: 'deputyItems' } as const;
const NO_PARTS: Readonly<Record<Part, readonly string[]>> = { roles: [], measures: [], items: [] };
/** A working week, first and last day counted. */
const USUAL_DAYS = 4;

/**
 * One's own deputies.
 *
 * @summary Set, see and end standing deputies.
 */
export class Deputies extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, deputiesStyles];

  @property({ attribute: false }) service: CaseService | undefined;
  @state() private deputy: NamedId | undefined;
  @state() private from = '';
  @state() private to = '';
  @state() private whole = true;
  @state() private parts: Readonly<Record<Part, readonly string[]>> = NO_PARTS;
  @state() private reason = '';
  @state() private missing: Missing = {};
  @state() private problems: readonly Problem[] = [];
  @state() private failure = '';
  @state() private busy = false;

  private readonly t = portalMessages.for(this);
  private readonly loader = new Loader<Loaded>(this);
  private commandId = newCommandId();

  constructor() {
    super();
    this.clear();
  }

  /** Asks the service again. */
  async reload(): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    await this.loader.load(async () => {
      const [me, deputyships, choices] = await Promise.all([service.whoAmI(), service.deputies(), service.deputyChoices()]);
      return { me, deputyships, choices };
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service')) return;
    this.loader.clear();
    this.clear();
    void this.reload();
  }

  override render(): TemplateResult {
    if (this.loader.error !== undefined) return renderFailure(this, this.loader.error, () => void this.reload());
    const loaded = this.loader.value;
    if (loaded === undefined) return renderLoading(this);
    const { me, deputyships } = loaded;
    const mine = deputyships.filter(({ principal }) => principal.id === me.id);
    const others = deputyships.filter(({ deputy }) => deputy.id === me.id);
    return html`<p class="muted">${this.t('deputiesHint')}</p>
      <section class="card">
        <h2 class="card-title">${this.t('deputiesMine')}</h2>
        ${mine.length === 0 ? html`<p class="muted">${this.t('deputiesNone')}</p>` : this.renderList(mine, loaded)}
      </section>
      ${
        others.length === 0
          ? nothing
          : html`<section class="card">
              <h2 class="card-title">${this.t('deputiesFor')}</h2>
              ${this.renderList(others, loaded)}
            </section>`
      }
      <section class="card">
        <h2 class="card-title">${this.t('deputyNew')}</h2>
        ${this.renderForm(loaded.choices)}
      </section>`;
  }

  private renderList(deputyships: readonly Deputyship[], loaded: Loaded): TemplateResult {
    return html`<ul class="list">
      ${deputyships.map((one) => this.renderDeputyship(one, loaded))}
    </ul>`;
  }

  private renderDeputyship(one: Deputyship, { me, choices }: Loaded): TemplateResult {
    const mine = one.principal.id === me.id;
    const running = one.startsAt <= Date.now();
    const days = { from: formatDay(dayOf(one.startsAt), this.locale), to: formatDay(dayOf(one.endsAt - 1), this.locale) };
    return html`<li>
      <div class="who">
        <strong>${mine ? one.deputy.name : one.principal.name}</strong>
        <span class="badge ${running ? 'green' : ''}">${this.t(running ? 'deputyRunning' : 'deputyComing')}</span>
        <div class="muted">${this.t('deputyDays', days)}　${this.scopeText(one.scope, choices)}${one.reason === undefined ? '' : `　${one.reason}`}</div>
      </div>
      ${
        mine
          ? html`<button type="button" class="button" ?disabled=${this.busy} @click=${() => this.end(one)}>${this.t('deputyEnd')}</button>`
          : nothing
      }
    </li>`;
  }

  private scopeText(scope: DeputyScope, choices: DeputyChoices): string {
    const named = PARTS.flatMap((part) => (scope[part] ?? []).map((id) => choices[part].find((one) => one.id === id)?.name ?? id));
    return named.length === 0 ? this.t('deputyAll') : this.t('deputyOnly', { what: named.join('、') });
  }

  private renderForm(choices: DeputyChoices): TemplateResult {
    const some = PARTS.some((part) => choices[part].length > 0);
    return html`<form class="fields" novalidate @submit=${this.onSubmit}>
      <tb-combobox
        label=${this.t('deputyWho')}
        hint=${this.t('deputyWhoHint')}
        required
        .source=${this.colleagues}
        .value=${this.deputy?.id ?? ''}
        value-label=${this.deputy?.name ?? ''}
        error=${this.missing.deputy ?? ''}
        @tb-combobox-change=${this.onDeputy}
      ></tb-combobox>
      <div class="days">${this.renderDay('from')}${this.renderDay('to')}</div>
      ${some ? this.renderScope(choices) : nothing}
      <div class="field">
        <label class="label" for="reason">${this.t('deputyReason')}</label>
        <input id="reason" class="input" maxlength="200" .value=${this.reason} @input=${this.onReason} />
      </div>
      ${this.problems.length === 0 ? nothing : html`<tb-problem-list .problems=${this.problems}></tb-problem-list>`}
      ${this.failure === '' ? nothing : html`<div class="callout error" role="alert">${this.failure}</div>`}
      <div><button type="submit" class="button primary" ?disabled=${this.busy}>${this.t('deputySave')}</button></div>
    </form>`;
  }

  private renderDay(which: 'from' | 'to'): TemplateResult {
    const wrong = this.missing[which];
    return html`<div class="field">
      <label class="label" for=${which}>${this.t(which === 'from' ? 'deputyFrom' : 'deputyTo')}</label>
      <input
        id=${which}
        class="input"
        inputmode="numeric"
        autocomplete="off"
        aria-describedby="${which}-hint"
        aria-invalid=${wrong === undefined ? 'false' : 'true'}
        .value=${this[which]}
        @change=${(event: Event) => this.setDay(which, (event.target as HTMLInputElement).value)}
      />
      <p id="${which}-hint" class=${wrong === undefined ? 'hint' : 'field-error'}>${wrong ?? this.t('deputyDayHint')}</p>
    </div>`;
  }

  private renderScope(choices: DeputyChoices): TemplateResult {
    return html`<fieldset class="choices">
      <legend class="label">${this.t('deputyScope')}</legend>
      <label class="choice"><input type="radio" name="scope" .checked=${this.whole} @change=${() => this.setWhole(true)} />${this.t('deputyAll')}</label>
      <label class="choice"><input type="radio" name="scope" .checked=${!this.whole} @change=${() => this.setWhole(false)} />${this.t('deputyPart')}</label>
      ${this.whole ? nothing : PARTS.map((part) => this.renderPart(part, choices[part]))}
      ${this.missing.scope === undefined ? nothing : html`<p class="field-error" role="alert">${this.missing.scope}</p>`}
    </fieldset>`;
  }

  private renderPart(part: Part, options: readonly NamedId[]): TemplateResult | typeof nothing {
    if (options.length === 0) return nothing;
    return html`<div class="part" role="group" aria-label=${this.t(PART_WORDS[part])}>
      <span class="muted">${this.t(PART_WORDS[part])}</span>
      ${options.map(
        ({ id, name }) =>
          html`<label class="choice"><input type="checkbox" .checked=${this.parts[part].includes(id)} @change=${() => this.toggle(part, id)} />${name}</label>`,
      )}
    </div>`;
  }

  private readonly colleagues: ComboboxSource = async (text) => {
    const people = (await this.service?.people({ text, of: 'department' })) ?? [];
    return people.map(({ id, name, department }) => ({
      value: id,
      label: name,
      ...(department === undefined ? {} : { hint: department }),
    }));
  };

  private onDeputy({ value, option }: ComboboxChangeEvent): void {
    this.deputy = option === undefined ? undefined : { id: value, name: option.label };
    this.missing = { ...this.missing, deputy: undefined };
    this.problems = [];
  }

  private setDay(which: 'from' | 'to', text: string): void {
    this[which] = readDay(text) ?? text;
    this.missing = { ...this.missing, [which]: undefined };
    this.problems = [];
  }

  private setWhole(whole: boolean): void {
    this.whole = whole;
    this.missing = { ...this.missing, scope: undefined };
  }

  private toggle(part: Part, id: string): void {
    const chosen = this.parts[part];
    this.parts = { ...this.parts, [part]: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] };
  }

  private onReason(event: Event): void {
    this.reason = (event.target as HTMLInputElement).value;
  }

  private whatIsMissing(): Missing {
    const [from, to] = [readDay(this.from), readDay(this.to)];
    const none = !this.whole && PARTS.every((part) => this.parts[part].length === 0);
    return {
      ...(this.deputy === undefined ? { deputy: this.t('deputyWhoMissing') } : {}),
      ...(from === undefined ? { from: this.t('deputyDayWrong') } : {}),
      ...(to === undefined ? { to: this.t('deputyDayWrong') } : {}),
      ...(from !== undefined && to !== undefined && to < from ? { to: this.t('deputyOrderWrong') } : {}),
      ...(none ? { scope: this.t('deputyPartMissing') } : {}),
    };
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { service, deputy, from, to } = this;
    this.missing = this.whatIsMissing();
    const [first] = Object.keys(this.missing);
    if (first !== undefined) {
      await this.updateComplete;
      const field = { deputy: 'tb-combobox', from: '#from', to: '#to', scope: '.part input' }[first];
      this.renderRoot.querySelector<HTMLElement>(field ?? '')?.focus();
      return;
    }
    if (service === undefined || deputy === undefined) return;
    const scope = this.whole ? {} : { scope: Object.fromEntries(Object.entries(this.parts).filter(([, ids]) => ids.length > 0)) };
    const reason = this.reason.trim() === '' ? {} : { reason: this.reason.trim() };
    const time = { startsAt: startOfDay(from), endsAt: startOfDay(addDays(to, 1)) };
    await this.command(
      () => service.setDeputy({ commandId: this.commandId, deputy: deputy.id, ...time, ...scope, ...reason }),
      'deputySaved',
    );
  }

  private async end(one: Deputyship): Promise<void> {
    const { service } = this;
    const { deputyshipId, deputy } = one;
    const question = {
      title: this.t('deputyEndAsk', { name: deputy.name }),
      body: this.t('deputyEndBody'),
      confirmLabel: this.t('deputyEnd'),
    };
    if (service === undefined || !(await confirmDialog(this, question))) return;
    await this.command(() => service.endDeputy({ commandId: this.commandId, deputyshipId }), 'deputyEnded');
  }

  private async command(send: () => ReturnType<CaseService['setDeputy']>, done: 'deputySaved' | 'deputyEnded'): Promise<void> {
    this.busy = true;
    this.failure = '';
    this.problems = [];
    try {
      const answer = await send();
      this.commandId = newCommandId();
      if (answer.ok) {
        if (done === 'deputySaved') this.clear();
        await this.reload();
        this.announce(this.t(done));
      } else this.problems = answer.problems;
    } catch (error) {
      this.failure = sentenceOf(error, this);
    } finally {
      this.busy = false;
    }
  }

  private clear(): void {
    this.deputy = undefined;
    this.from = today();
    this.to = addDays(this.from, USUAL_DAYS);
    this.whole = true;
    this.parts = NO_PARTS;
    this.reason = '';
    this.missing = {};
    this.problems = [];
    this.failure = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-deputies': Deputies;
  }
}
