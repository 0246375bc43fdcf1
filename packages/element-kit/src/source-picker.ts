/** Where an import begins: a table is pasted or dropped, or a file is opened. What cannot be read is said beneath, and may be tried again. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';
import { kitMessages } from './kit-messages.ts';
import { sentenceOf } from './sentence-of.ts';
import type { TongbanElement } from './tongban-element.ts';

/** What the clipboard holds. */
export interface PastedTexts {
  readonly html: string;
  readonly text: string;
}

/** What is offered, in the words of the element that imports. */
export interface SourceOffer {
  readonly pasteHint: string;
  readonly fileHint: string;
  /** Endings of files, as `.xlsx`. */
  readonly accept: readonly string[];
}

/** Takes what people gave; the sentence of what it throws is shown. */
export type SourceReader = (source: File | PastedTexts) => Promise<void>;

/** See the module comment. The element around it has the sheets of buttons and fields. */
export class SourcePicker {
  readonly #element: TongbanElement;
  readonly #read: SourceReader;
  #reading = false;
  #wrong = '';

  constructor(element: TongbanElement, read: SourceReader) {
    this.#element = element;
    this.#read = read;
  }

  /** Says what is wrong with what was given. */
  refuse(sentence: string): void {
    this.#wrong = sentence;
    this.#element.requestUpdate();
  }

  /** What people see. */
  view({ pasteHint, fileHint, accept }: SourceOffer): TemplateResult {
    const say = kitMessages.in(this.#element.locale);
    return html`<div class="field">
      <label class="label" for="paste">${say('pasteTable')}</label>
      <p class="hint" id="paste-hint">${pasteHint}</p>
      <textarea class="textarea drop-area" id="paste" rows="4" aria-describedby="paste-hint" autofocus @paste=${this.#onPaste}
        @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${this.#onDrop}></textarea>
      <div class="button-row">
        <button type="button" class="button" @click=${this.#choose}>${icon('upload')}${say('openFile')}</button>
        <span class="hint">${fileHint}</span>
      </div>
      <input class="visually-hidden" type="file" tabindex="-1" aria-hidden="true" accept=${accept.join()} @change=${this.#onFile} />
      ${this.#reading ? html`<p class="muted" role="status">${say('reading')}</p>` : nothing}
      ${this.#wrong === '' ? nothing : html`<p class="field-error" role="alert">${this.#wrong}</p>`}
    </div>`;
  }

  readonly #choose = (event: Event): void => {
    (event.currentTarget as HTMLElement).closest('.field')?.querySelector<HTMLInputElement>('input[type=file]')?.click();
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const data = event.clipboardData;
    if (data !== null) void this.#take(data.files[0] ?? { html: data.getData('text/html'), text: data.getData('text/plain') });
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    void this.#take(event.dataTransfer?.files[0]);
  };

  readonly #onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.#take(input.files?.[0]);
    input.value = '';
  };

  async #take(source: File | PastedTexts | undefined): Promise<void> {
    if (source === undefined) return;
    this.#reading = true;
    this.refuse('');
    try {
      await this.#read(source);
    } catch (error) {
      this.#wrong = sentenceOf(error, this.#element);
    } finally {
      this.#reading = false;
      this.#element.requestUpdate();
    }
  }
}
