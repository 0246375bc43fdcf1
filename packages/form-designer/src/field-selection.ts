/** What is selected: one field, several, or the form itself. */
import type { FormDocument } from '@tongban/model';
import { outermost, type PlacedField, placedFields } from './field-tree.ts';

/** How a field is selected: alone, beside the others (or no longer), or all from the one before up to it. */
export type ChooseHow = 'only' | 'also' | 'upTo';

/** The keys held while something is clicked. */
export type ClickKeys = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** See the module comment. */
export class FieldSelection {
  /** The last is the one whose properties show. */
  #ids: readonly string[] = [];
  #from = '';

  /** The selected field; `''` is the form itself. */
  get id(): string {
    return this.#ids.at(-1) ?? '';
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  /** The selected fields in document order, those inside another of them left out. */
  placed(form: FormDocument): readonly PlacedField[] {
    return outermost(form, this.#ids);
  }

  /** Selects exactly these; `''` among them is the form itself. Whether anything changed. */
  set(ids: readonly string[]): boolean {
    const next = ids.filter((id) => id !== '');
    this.#from = next.at(-1) ?? '';
    return this.#become(next);
  }

  /** Selects as a click does. Whether anything changed. */
  choose(form: FormDocument, id: string, how: ChooseHow): boolean {
    if (how === 'only' || id === '') return this.set([id]);
    if (how === 'upTo') return this.#become(between(form, this.#from, id));
    this.#from = id;
    return this.#become(this.#ids.includes(id) ? this.#ids.filter((each) => each !== id) : [...this.#ids, id]);
  }

  /** Forgets fields that are gone. */
  keep(known: ReadonlySet<string>): void {
    this.#ids = this.#ids.filter((id) => known.has(id));
  }

  #become(ids: readonly string[]): boolean {
    const same = ids.length === this.#ids.length && ids.every((id, at) => id === this.#ids[at]);
    this.#ids = ids;
    return !same;
  }
}

/** The fields from one to the other, the other last. */
function between(form: FormDocument, from: string, to: string): readonly string[] {
  const all = placedFields(form).map(({ field }) => field.id);
  const [one, other] = [Math.max(0, all.indexOf(from)), all.indexOf(to)];
  const ids = outermost(form, all.slice(Math.min(one, other), Math.max(one, other) + 1)).map(({ field }) => field.id);
  return [...ids.filter((id) => id !== to), to];
}
