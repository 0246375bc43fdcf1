/** What the lists of operators share: they come from a service, follow the changes of cases, and say what went wrong. */
import { buttonStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { CaseService, HostService, Page } from '@tongban/model';
import { type CSSResultGroup, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { followChanges } from '../follow-changes.ts';
import { Loader } from '../loader.ts';
import { renderFailure, renderLoading } from '../render-state.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { Sending } from './sending.ts';

/** A list of an operator. */
export abstract class OperatorList<Entry> extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, surfaceStyles, operatorStyles];

  @property({ attribute: false }) service: HostService | undefined;
  /** Of the same person: the list follows its changes. */
  @property({ attribute: false }) cases: CaseService | undefined;

  protected readonly t: ReturnType<typeof operatorMessages.for> = operatorMessages.for(this);
  protected readonly sending: Sending = new Sending(this);
  private readonly list = new Loader<Page<Entry>>(this);

  constructor() {
    super();
    followChanges(this, { service: () => this.cases, changed: () => void this.reload() });
  }

  /** What is listed now. */
  protected abstract load(service: HostService): Promise<Page<Entry>>;
  /** What was chosen concerns another service. */
  protected abstract forget(): void;
  protected abstract renderList(page: Page<Entry>): TemplateResult;

  /** Asks the service again. */
  reload(): Promise<void> {
    const { service } = this;
    return service === undefined ? Promise.resolve() : this.list.load(() => this.load(service));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service')) return;
    this.list.clear();
    this.forget();
    void this.reload();
  }

  override render(): TemplateResult {
    const page = this.list.value;
    if (this.list.error !== undefined) return renderFailure(this, this.list.error, () => void this.reload());
    if (page === undefined) return renderLoading(this);
    return html`<div class="column">${this.sending.render()} ${this.renderList(page)}</div>`;
  }
}
