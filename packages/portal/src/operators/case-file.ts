/** `<tb-case-file>`: takes a case home as evidence, and says whether the audit chain of a case, or of a file taken home before, is whole. */
import { buttonStyles, type ComboboxChangeEvent, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { AuditProblem, CaseExport, CaseVerification, HostService } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { caseSource } from './case-source.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { Sending } from './sending.ts';
import { textOf } from './text-of.ts';

/** Verifies an export without asking anybody: `verifyCaseExport` of `@tongban/runtime`. */
type VerifyFile = (file: CaseExport) => Promise<CaseVerification> | CaseVerification;

/** What was found out about a file. */
interface FileVerdict {
  readonly name: string;
  /** Undefined: it is no export of ours. */
  readonly file: CaseExport | undefined;
  readonly verification: CaseVerification | undefined;
}

const PROBLEM_WORDS = {
  formatUnknown: 'auditFormatUnknown',
  entryChanged: 'auditEntryChanged',
  linkBroken: 'auditLinkBroken',
  entryMisplaced: 'auditEntryMisplaced',
  eventMissing: 'auditEventMissing',
  personalChanged: 'auditPersonalChanged',
  documentChanged: 'auditDocumentChanged',
  headDiffers: 'auditHeadDiffers',
} as const;
/** Larger than any case; a file beyond it is not ours. */
const MOST_BYTES = 200 * 1024 * 1024;

/**
 * Cases as evidence, for operators.
 *
 * @summary Export a case with its audit chain; verify it here or from a file.
 */
export class CaseFile extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    operatorStyles,
    css`
      .hash {
        overflow-wrap: anywhere;
      }

      .choose {
        position: relative;
      }

      .choose:focus-within {
        outline: 2px solid var(--_accent);
        outline-offset: 2px;
      }

      .chosen {
        align-self: center;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) service: HostService | undefined;
  /** Verifies files without the server; where it is absent, files are not asked for. */
  @property({ attribute: false }) verify: VerifyFile | undefined;
  @state() private caseId = '';
  @state() private caseTitle = '';
  @state() private exported: CaseExport | undefined;
  @state() private verified: CaseVerification | undefined;
  @state() private verdict: FileVerdict | undefined;
  @state() private expected = '';

  private readonly t = operatorMessages.for(this);
  private readonly sending = new Sending(this);

  override render(): TemplateResult {
    return html`<div class="column">
      ${this.renderCase()} ${this.verify === undefined ? nothing : this.renderFile(this.verify)}
    </div>`;
  }

  private renderCase(): TemplateResult {
    const { caseId, exported, verified } = this;
    return html`<section class="card" aria-labelledby="export">
      <h2 class="card-title" id="export">${this.t('fileExport')}</h2>
      <div class="column narrow">
        <p class="muted">${this.t('fileExportHint')}</p>
        <tb-combobox
          label=${this.t('case')}
          hint=${this.t('caseHint')}
          required
          .source=${caseSource(() => this.service)}
          .value=${caseId}
          value-label=${this.caseTitle}
          @tb-combobox-change=${this.onCase}
        ></tb-combobox>
        <div class="button-row">
          <button type="button" class="button primary" ?disabled=${caseId === '' || this.sending.busy} @click=${() => void this.export()}>${icon('download')}${this.t('fileSave')}</button>
          <button type="button" class="button" ?disabled=${caseId === '' || this.sending.busy} @click=${() => void this.check()}>${this.t('fileCheck')}</button>
        </div>
        ${this.sending.render()}
        ${exported === undefined ? nothing : this.renderExported(exported)}
        ${verified === undefined ? nothing : this.renderVerification(verified)}
      </div>
    </section>`;
  }

  private renderExported({ hash, links }: CaseExport): TemplateResult {
    return html`<div class="callout success" role="status">
      ${icon('check')}
      <div>
        <p>${this.t('fileSaved', { count: links.length })}</p>
        <p>${this.t('fileHash')}<code class="hash">${hash}</code></p>
        <p class="muted">${this.t('fileHashHint')}</p>
      </div>
    </div>`;
  }

  private renderFile(verify: VerifyFile): TemplateResult {
    const { verdict } = this;
    return html`<section class="card" aria-labelledby="file">
      <h2 class="card-title" id="file">${this.t('fileVerify')}</h2>
      <div class="column narrow">
        <p class="muted">${this.t('fileVerifyHint')}</p>
        <div class="button-row">
          <label class="button choose">
            ${icon('upload')}${this.t('fileChoose')}
            <input
              type="file"
              class="visually-hidden"
              accept=".json,application/json"
              @change=${(event: Event) => void this.read(event.target as HTMLInputElement, verify)}
            />
          </label>
          ${verdict === undefined ? nothing : html`<span class="muted chosen">${verdict.name}</span>`}
        </div>
        <div class="field">
          <label class="label" for="expected">${this.t('fileExpected')}</label>
          <input id="expected" class="input mono" autocomplete="off" spellcheck="false" aria-describedby="expected-hint" .value=${this.expected} @input=${(
            event: Event,
          ) => {
            this.expected = textOf(event).trim();
          }} />
          <p class="hint" id="expected-hint">${this.t('fileExpectedHint')}</p>
        </div>
        ${verdict === undefined ? nothing : this.renderVerdict(verdict)}
      </div>
    </section>`;
  }

  private renderVerdict({ name, file, verification }: FileVerdict): TemplateResult {
    if (file === undefined || verification === undefined)
      return html`<div class="callout error" role="alert">${icon('error')}<div>${this.t('fileNotOurs', { name })}</div></div>`;
    const differs = this.expected !== '' && this.expected !== file.hash;
    return html`${differs ? html`<div class="callout error" role="alert">${icon('error')}<div>${this.t('fileHashDiffers')}</div></div>` : nothing}
      ${this.renderVerification(verification)}
      <p>${this.t('fileHash')}<code class="hash">${file.hash}</code></p>`;
  }

  private renderVerification({ ok, problems, verified, unsealed, erasedValues, erasedDocuments }: CaseVerification): TemplateResult {
    const erased = erasedValues + erasedDocuments;
    return html`<div class="callout ${ok ? 'success' : 'error'}" role=${ok ? 'status' : 'alert'}>
      ${icon(ok ? 'check' : 'error')}
      <div>
        <p>${ok ? this.t('auditWhole', { count: verified }) : this.t('auditBroken', { count: problems.length })}</p>
        ${unsealed === 0 ? nothing : html`<p>${this.t('auditUnsealed', { count: unsealed })}</p>`}
        ${erased === 0 ? nothing : html`<p>${this.t('auditErased', { count: erased })}</p>`}
        ${problems.map((problem) => html`<p>${this.problemText(problem)}</p>`)}
      </div>
    </div>`;
  }

  private problemText({ kind, version }: AuditProblem): string {
    return this.t('auditAt', { version, what: this.t(PROBLEM_WORDS[kind]) });
  }

  private onCase({ value, option }: ComboboxChangeEvent): void {
    this.caseId = value;
    this.caseTitle = option?.label ?? '';
    this.exported = undefined;
    this.verified = undefined;
    this.sending.clear();
  }

  private async export(): Promise<void> {
    const { service, caseId, caseTitle } = this;
    if (service === undefined) return;
    const exported = await this.sending.ask(() => service.exportCase(caseId));
    if (exported === undefined || caseId !== this.caseId) return;
    saveJson(this.t('fileName', { title: caseTitle }), exported);
    this.exported = exported;
    this.verified = undefined;
  }

  private async check(): Promise<void> {
    const { service, caseId } = this;
    if (service === undefined) return;
    const verified = await this.sending.ask(() => service.verifyCase(caseId));
    if (verified === undefined || caseId !== this.caseId) return;
    this.verified = verified;
    this.exported = undefined;
  }

  private async read({ files }: HTMLInputElement, verify: VerifyFile): Promise<void> {
    const chosen = files?.[0];
    if (chosen === undefined) return;
    const file = chosen.size > MOST_BYTES ? undefined : exportIn(await chosen.text());
    this.verdict = { name: chosen.name, file, verification: file && (await verdictOf(verify, file)) };
  }
}

// helpers

function exportIn(text: string): CaseExport | undefined {
  try {
    const file = JSON.parse(text) as Partial<CaseExport>;
    const ours = file.formatVersion === 1 && typeof file.hash === 'string' && Array.isArray(file.links) && Array.isArray(file.documents);
    return ours ? (file as CaseExport) : undefined;
  } catch {
    return undefined;
  }
}

// What stands in the file may be anything.
async function verdictOf(verify: VerifyFile, file: CaseExport): Promise<CaseVerification | undefined> {
  try {
    return await verify(file);
  } catch {
    return undefined;
  }
}

function saveJson(name: string, value: object): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-case-file': CaseFile;
  }
}
