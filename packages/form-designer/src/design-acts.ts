/** What people do with the selected fields, by button, key, drag or menu: each is one step and is announced. */
import { type FormDocument, type FormField, type Locale, textIn } from '@tongban/model';
import { addField } from './commands/add-field.ts';
import { addFields } from './commands/add-fields.ts';
import { duplicateFields } from './commands/duplicate-fields.ts';
import { groupFields } from './commands/group-fields.ts';
import { importFields } from './commands/import-fields.ts';
import { moveFields } from './commands/move-fields.ts';
import { removeFields } from './commands/remove-fields.ts';
import { ungroupFields } from './commands/ungroup-fields.ts';
import type { DesignCommand } from './design-command.ts';
import { type DesignWords, designMessages } from './design-messages.ts';
import { clipboardText, keepCopied } from './field-clipboard.ts';
import type { FieldSelection } from './field-selection.ts';
import { type FieldSpot, mayStandIn, type PlacedField, siblingsIn } from './field-tree.ts';
import type { FormImportEvent } from './import/form-import.ts';
import { type Direction, spotAfter, stepSpot } from './move-steps.ts';
import { newField, newFields } from './new-field.ts';
import type { PaletteEntry } from './palette.ts';
import type { Dragged } from './pointer-drag.ts';

/** What acts need of the designer. */
export interface ActsHost {
  readonly selection: FieldSelection;
  readonly locale: Locale;
  readonly t: DesignWords;
  form(): FormDocument | undefined;
  run(command: DesignCommand | undefined): void;
  select(ids: readonly string[]): void;
  announce(words: string): void;
  /** Once it is rendered. */
  focusSelected(): void;
  showSelected(): void;
}

/** See the module comment. */
export class DesignActs {
  readonly #host: ActsHost;

  constructor(host: ActsHost) {
    this.#host = host;
  }

  /** Where a step up or down would lead; `undefined` at the edge. */
  stepSpot(direction: Direction): FieldSpot | undefined {
    const form = this.#host.form();
    const placed = this.#placed();
    return form && stepSpot(form, direction === 'up' ? placed[0] : placed.at(-1), direction);
  }

  add(entry: PaletteEntry): void {
    const form = this.#host.form();
    if (form === undefined) return;
    this.#addAt(form, entry, spotAfter(form, this.#host.selection.id, entry.draft.kind));
    this.#host.showSelected();
  }

  drop(dragged: Dragged, spot: FieldSpot): void {
    const form = this.#host.form();
    if (form === undefined) return;
    if (dragged.entry !== undefined) this.#addAt(form, dragged.entry, spot);
    else
      this.#moveTo(
        dragged.fields.map(({ id }) => id),
        spot,
      );
    this.#host.focusSelected();
  }

  step(direction: Direction): void {
    const spot = this.stepSpot(direction);
    if (spot === undefined) return;
    this.#moveTo(this.#host.selection.ids, spot);
    this.#host.showSelected();
  }

  duplicate(): void {
    this.#do((form, ids) => duplicateFields(form, ids), 'duplicated', 'duplicatedMany');
  }

  remove(): void {
    const placed = this.#placed();
    const [first] = placed;
    const form = this.#host.form();
    if (form === undefined || first === undefined) return;
    this.#host.run(removeFields(form, this.#host.selection.ids));
    this.#say(placed, 'removed', 'removedMany');
    this.#host.focusSelected();
  }

  group(): void {
    const label = { 'zh-CN': designMessages.in('zh-CN')('newGroup'), en: designMessages.in('en')('newGroup') };
    this.#do((form, ids) => groupFields(form, ids, label), 'grouped', 'grouped');
    this.#host.focusSelected();
  }

  ungroup(): void {
    this.#do((form, [id = '']) => ungroupFields(form, id), 'ungrouped', 'ungrouped');
    this.#host.focusSelected();
  }

  /** All that stand beside the selected field. */
  selectAll(): void {
    const form = this.#host.form();
    const parentId = this.#placed()[0]?.parentId;
    if (form === undefined) return;
    const ids = siblingsIn(form, parentId).map(({ id }) => id);
    this.#host.select(ids);
    this.#host.announce(this.#host.t('chosenCount', { count: ids.length }));
    this.#host.focusSelected();
  }

  /** The text that stands for the selected fields; it is kept for the other designers of this site as well. */
  copy(): string | undefined {
    const placed = this.#placed();
    if (placed.length === 0) return undefined;
    const text = clipboardText(placed.map(({ field }) => field));
    keepCopied(text);
    this.#say(placed, 'copied', 'copiedMany');
    return text;
  }

  paste(fields: readonly FormField[]): void {
    const form = this.#host.form();
    if (form === undefined) return;
    const spot = this.#spotFor(form, fields);
    const made = newFields(form, spot.parentId, fields);
    this.#host.run(addFields(form, spot, made, this.#host.selection.ids));
    this.#host.announce(this.#host.t(made.length === 1 ? 'added' : 'addedMany', this.#named(made)));
    this.#host.focusSelected();
  }

  import(event: FormImportEvent): void {
    const form = this.#host.form();
    if (form === undefined) return;
    this.#host.run(importFields(form, event, event.how));
    this.#host.announce(this.#host.t('imported', { count: event.fields.length }));
    this.#host.focusSelected();
  }

  #addAt(form: FormDocument, entry: PaletteEntry, spot: FieldSpot): void {
    const field = newField(form, spot.parentId, entry.draft);
    this.#host.run(addField(spot, field, this.#host.selection.id));
    this.#host.announce(this.#host.t('added', this.#named([field])));
  }

  #moveTo(ids: readonly string[], spot: FieldSpot): void {
    const form = this.#host.form();
    const command = form && moveFields(form, ids, spot);
    if (command === undefined) return;
    this.#host.run(command);
    const [first] = this.#placed();
    if (first !== undefined)
      this.#host.announce(this.#host.t('moved', { label: textIn(first.field.label, this.#host.locale), position: first.index + 1 }));
  }

  #do(make: (form: FormDocument, ids: readonly string[]) => DesignCommand | undefined, one: Said, many: Said): void {
    const form = this.#host.form();
    const command = form && make(form, this.#host.selection.ids);
    if (command === undefined) return;
    this.#host.run(command);
    this.#say(this.#placed(), one, many);
  }

  /** Behind what is selected; where one of them may not stand, further out. */
  #spotFor(form: FormDocument, fields: readonly FormField[]): FieldSpot {
    const behind = this.#placed().at(-1)?.field.id ?? '';
    const spots = fields.map(({ kind }) => spotAfter(form, behind, kind));
    return (
      spots.find((spot) => fields.every((field) => mayStandIn(form, spot.parentId, { ...field, id: '' }))) ?? spotAfter(form, '', 'section')
    );
  }

  #placed(): readonly PlacedField[] {
    const form = this.#host.form();
    return form === undefined ? [] : this.#host.selection.placed(form);
  }

  #say(placed: readonly PlacedField[], one: Said, many: Said): void {
    this.#host.announce(this.#host.t(placed.length === 1 ? one : many, this.#named(placed.map(({ field }) => field))));
  }

  #named(fields: readonly FormField[]): { readonly label: string; readonly count: number } {
    return { label: textIn(fields[0]?.label, this.#host.locale), count: fields.length };
  }
}

type Said = 'duplicated' | 'duplicatedMany' | 'removed' | 'removedMany' | 'grouped' | 'ungrouped' | 'copied' | 'copiedMany';
