/** A person who makes a form at the designer, in steps: every step is taken at a control of the page, so what has no control cannot be made. */
import { inside, settled } from '@tongban/element-kit/testing';
import type { FormDocument } from '@tongban/model';
import { placedFields } from '../field-tree.ts';
import type { FormDesigner } from '../form-designer.ts';
import type { FormImport } from '../import/form-import.ts';
import { formTexts } from '../texts/form-texts.ts';

/** What is set in the properties: the name of a control, and what it is to hold. */
export type Properties = Readonly<Record<string, string | number | boolean>>;

const CONDITIONS = ['required', 'visible', 'readOnly', 'computed'];

/** See the module comment. */
export class Maker {
  readonly designer: FormDesigner;

  constructor(designer: FormDesigner) {
    this.designer = designer;
  }

  get form(): FormDocument {
    return this.designer.form as FormDocument;
  }

  /** Adds what the palette calls `entry` behind the selected field, and sets its properties. */
  async add(entry: string, properties: Properties = {}): Promise<void> {
    this.#at(`[data-entry=${entry}]`).click();
    await this.set(properties);
  }

  /** Selects the field `label` (of several the last) and sets its properties. */
  async at(label: string, properties: Properties = {}): Promise<void> {
    const named = placedFields(this.form).filter(({ field }) => field.label['zh-CN'] === label);
    const id = named.at(-1)?.field.id;
    if (id === undefined) throw new Error(`No field ${label}`);
    await this.designer.select(id);
    await this.set(properties);
  }

  /** Selects the form itself and sets its properties. */
  async whole(properties: Properties): Promise<void> {
    await this.designer.select('');
    await this.set(properties);
  }

  async press(tool: string): Promise<void> {
    this.#at(`.toolbar [data-tool=${tool}]`).click();
    await this.designer.updateComplete;
  }

  /** Presses a button of the properties panel by what it says. */
  async say(words: string): Promise<void> {
    await this.designer.updateComplete;
    const buttons = [...this.#panel.querySelectorAll('button')];
    const button = buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === words);
    if (button === undefined)
      throw new Error(`No button ${words} among ${buttons.map((one) => one.getAttribute('aria-label') ?? one.textContent?.trim())}`);
    button.click();
    await this.designer.updateComplete;
  }

  /** Chooses from the menu “more” of the toolbar. */
  async more(words: string): Promise<void> {
    const menu = this.#at('[data-tool=more]');
    inside(menu, 'button').click();
    await (menu as FormDesigner).updateComplete;
    [...(menu.shadowRoot?.querySelectorAll<HTMLElement>('.option') ?? [])].find((one) => one.textContent?.includes(words))?.click();
    await this.designer.updateComplete;
  }

  async set(properties: Properties): Promise<void> {
    for (const [id, value] of Object.entries(properties)) await this.#set(id, value);
  }

  /** Pastes a table of Word, corrects what was guessed (name, kind), and takes it instead of what there is. */
  async paste(html: string, corrections: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.press('import');
    const dialog = this.designer.renderRoot.querySelector('tb-form-import') as FormImport;
    await until(() => dialog.renderRoot?.querySelector('#paste'));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    inside(dialog, '#paste').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    await until(() => dialog.renderRoot.querySelector('table'));
    for (const [label, kind] of Object.entries(corrections)) {
      choose(inside(dialog, `[aria-label="“${label}”的类型"]`), kind);
      await dialog.updateComplete;
    }
    const take = [...dialog.renderRoot.querySelectorAll('button')].find((one) => one.textContent?.trim() === '导入');
    take?.click();
    await settled();
  }

  /** Pastes the English of all texts, as a translator hands back a column. */
  async translate(english: readonly string[]): Promise<void> {
    this.#at('[data-view=texts]').click();
    await until(() => this.designer.renderRoot.querySelector('tb-form-texts')?.shadowRoot?.querySelector('[data-language=en]'));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', english.join('\r\n'));
    const first = inside(this.designer.renderRoot.querySelector('tb-form-texts'), '[data-language=en]');
    first.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
    await settled();
  }

  async #set(id: string, value: string | number | boolean): Promise<void> {
    await this.designer.updateComplete;
    if (CONDITIONS.includes(id)) await this.#condition(this.#at(`#${id}`), value);
    else if (id === 'key') type(inside(this.#at('tb-key-field'), 'input'), String(value), 'Enter');
    else setControl(this.#panel, id, value);
    await this.designer.updateComplete;
  }

  async #condition(box: HTMLElement, value: string | number | boolean): Promise<void> {
    await (box as FormDesigner).updateComplete;
    choose(inside(box, '#choice'), typeof value === 'string' ? 'when' : value ? 'yes' : 'no');
    if (typeof value !== 'string') return;
    await (box as FormDesigner).updateComplete;
    box.shadowRoot?.querySelector<HTMLElement>('.ways .button:last-child')?.click();
    await (box as FormDesigner).updateComplete;
    type(inside(inside(box, '#text'), 'textarea'), value);
  }

  get #panel(): HTMLElement {
    return this.#at('.right');
  }

  #at(selector: string): HTMLElement {
    return inside(this.designer, selector);
  }
}

/** The English of a form in the order in which the designer lists its texts. */
export function englishOf(form: FormDocument): readonly string[] {
  return formTexts(form).map(({ value }) => value?.en ?? '');
}

function setControl(panel: HTMLElement, id: string, value: string | number | boolean): void {
  const control = panel.querySelector<HTMLElement>(`#${id}`);
  if (control === null) throw new Error(`The panel has no ${id}: ${[...panel.querySelectorAll('[id]')].map((one) => one.id)}`);
  if (control instanceof HTMLSelectElement) choose(control, String(value));
  else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    if (control.checked !== value) control.click();
  } else type(control.localName === 'tb-feel-field' ? inside(control, 'textarea') : control, String(value));
}

function choose(control: HTMLElement, value: string): void {
  const select = control as HTMLSelectElement;
  if (![...select.options].some((option) => option.value === value)) throw new Error(`${select.id} does not offer ${value}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function type(control: HTMLElement, text: string, key?: string): void {
  (control as HTMLInputElement).value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  if (key !== undefined) control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  control.dispatchEvent(new FocusEvent('blur'));
}

/** Waits until something is there. */
async function until(there: () => unknown): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    if (there()) return;
    await settled();
  }
  throw new Error('It never came');
}
