/** The forms of a task of a trial in a dialog, as whoever does the task meets them: rows, files and lists are filled in there too. */
import '@tongban/filing-form/define';
import { type DialogCloseEvent, icon, newCommandId } from '@tongban/element-kit';
import type { FilingForm, FormFiles } from '@tongban/filing-form';
import type { FormValues, FormView, Json, JsonObject, TrialForms, TrialTask } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { SurfaceHost } from '../surface-host.ts';
import type { TrialWords } from './trial-messages.ts';

/** What was changed in the forms, by path of the field: `application.contacts`. */
export type ChangedFields = Readonly<Record<string, Json>>;

export class TrialFormsDialog {
  private readonly host: SurfaceHost;
  private readonly words: TrialWords;
  private readonly files: FormFiles;
  private shown: { readonly task: TrialTask; readonly forms: TrialForms; readonly onKept: (changed: ChangedFields) => void } | undefined;
  /** By form key: what the forms were handed, and what they hold now. */
  private handed: Readonly<Record<string, FormValues>> = {};
  private live: Readonly<Record<string, FormValues>> = {};

  constructor(host: SurfaceHost, words: TrialWords) {
    this.host = host;
    this.words = words;
    this.files = filesInMemory(words);
  }

  /** `changed`: by form key, what was changed of them before. `onKept` is told what differs when they are closed to be kept. */
  open(task: TrialTask, forms: TrialForms, changed: JsonObject, onKept: (changed: ChangedFields) => void): void {
    this.shown = { task, forms, onKept };
    this.handed = Object.fromEntries(
      forms.forms.map(({ form: { document }, values }) => [
        document.key,
        { ...values, ...(changed[document.key] as FormValues | undefined) },
      ]),
    );
    this.live = this.handed;
    this.host.requestUpdate();
  }

  close(): void {
    this.shown = undefined;
    this.host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const { shown, words } = this;
    if (shown === undefined) return nothing;
    const toFill = shown.forms.forms.filter(isWritable);
    const toRead = shown.forms.forms.filter((view) => !isWritable(view));
    return html`<tb-dialog open size="large" label=${words('formsOf', { task: shown.task.name })} @tb-dialog-close=${(
      event: DialogCloseEvent,
    ) => {
      event.stopPropagation();
      this.close();
    }}>
      <div class="trial-forms">
        <p class="hint">${words('formsLead', { person: shown.forms.actor.name })}</p>
        ${[...toFill, ...toRead].map((view) => this.form(shown.forms, view))}
      </div>
      <div slot="footer" class="button-row end">
        <button type="button" class="button" @click=${() => this.close()}>${words(toFill.length === 0 ? 'closeForms' : 'dropForms')}</button>
        ${toFill.length === 0 ? nothing : html`<button type="button" class="button primary" data-action="keep-forms" @click=${() => this.keep()}>${icon('check')}${words('keepForms')}</button>`}
      </div>
    </tb-dialog>`;
  }

  private form({ actor, context, items }: TrialForms, view: FormView): TemplateResult {
    const { key, id } = view.form.document;
    const departments = this.host.context?.manifest.departments ?? [];
    const { [key]: _own, ...others } = this.live;
    return html`<tb-form
      data-form=${id}
      data-key=${key}
      mode=${isWritable(view) ? 'fill' : 'read'}
      .form=${view.form}
      .values=${this.handed[key] ?? {}}
      .access=${view.access}
      .actor=${actor}
      .context=${{ ...context, ...others }}
      .items=${items}
      .departments=${departments}
      .files=${this.files}
      @tb-form-change=${(event: Event) => this.onChange(key, event.currentTarget as FilingForm)}
    ></tb-form>`;
  }

  // other forms of the task may read it
  private onChange(key: string, form: FilingForm): void {
    this.live = { ...this.live, [key]: form.handle.values() };
    this.host.requestUpdate();
  }

  // what is wrong is said at its field, and nothing is kept
  private keep(): void {
    const forms = [...this.host.renderRoot.querySelectorAll<FilingForm>('.trial-forms tb-form[mode="fill"]')];
    if (forms.some((form) => form.handle.validate().length > 0)) return;
    const changed = forms.flatMap((form) => this.changedIn(form.dataset['key'] ?? '', form.handle.values()));
    this.shown?.onKept(Object.fromEntries(changed));
    this.close();
  }

  private changedIn(key: string, values: FormValues): readonly (readonly [path: string, value: Json])[] {
    const before = this.handed[key] ?? {};
    return Object.entries(values)
      .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field] ?? null))
      .map(([field, value]) => [`${key}.${field}`, value] as const);
  }
}

function isWritable({ access }: FormView): boolean {
  return access.default === 'write' || Object.values(access.fields).includes('write');
}

// files of a trial stay in the page; those that samples speak of are not there, and say so when they are opened
function filesInMemory(words: TrialWords): FormFiles {
  const kept = new Map<string, File>();
  return {
    put: (file) => {
      const fileId = newCommandId();
      kept.set(fileId, file);
      return Promise.resolve({ fileId, name: file.name, bytes: file.size, mediaType: file.type || 'application/octet-stream' });
    },
    get: (fileId) => Promise.resolve(kept.get(fileId) ?? new Blob([words('sampleFile')], { type: 'text/plain;charset=utf-8' })),
  };
}
