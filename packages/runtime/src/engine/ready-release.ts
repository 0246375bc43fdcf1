/** Releases made ready once and shared by all their cases: the prepared program and the opened forms. */
import { type OpenForm, openForm } from '@tongban/form';
import { type FormField, isTongbanError, type Release } from '@tongban/model';
import { allParts } from '../core/parts/all-parts.ts';
import { prepareRelease } from '../core/prepare-release.ts';
import type { PreparedRelease } from '../core/prepared.ts';
import { type StartTrigger, startTriggers } from '../core/start-triggers.ts';
import { raise } from '../errors.ts';
import { spoken } from '../in-words.ts';
import type { MeasureStore } from '../store/store.ts';

/** A release ready for work. */
export interface ReadyRelease {
  /** With the calendar by which its cases are reckoned: its own, or an edition of the county's. */
  readonly release: Release;
  /** Number of that edition; absent: the calendar is the release's own. */
  readonly edition?: number;
  readonly prepared: PreparedRelease;
  /** By form id. */
  readonly forms: ReadonlyMap<string, OpenForm>;
  /** By form key. */
  readonly formsByKey: ReadonlyMap<string, OpenForm>;
  /** What starts cases without a person. */
  readonly starts: readonly StartTrigger[];
  /** Fields that say what they mean; columns of repeating rows are left out. */
  readonly meanings: readonly FieldMeaning[];
}

/** A field with its meaning from the data dictionary. */
export interface FieldMeaning {
  readonly meaning: string;
  readonly formKey: string;
  readonly fieldKey: string;
  readonly kind: FormField['kind'];
  readonly unit?: string;
}

/** Makes a release ready. @throws RUNTIME_RELEASE_DAMAGED for what is none, and what `prepareRelease` throws */
export function readyRelease(release: Release): ReadyRelease {
  return inShape(
    () => release.id,
    () => madeReady(release),
  );
}

/** What `read` makes of a release or program; where it has not their shape, that is told, and not where we stumbled. */
export function inShape<T>(id: () => unknown, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isTongbanError(error)) throw error;
    throw raise('RUNTIME_RELEASE_DAMAGED', { releaseId: nameOf(id) }, error);
  }
}

function nameOf(id: () => unknown): string {
  try {
    return String(id() ?? '').slice(0, 200);
  } catch {
    return '';
  }
}

function madeReady(release: Release): ReadyRelease {
  const forms = new Map(Object.entries(release.forms).map(([id, compiled]) => [id, openForm(compiled)]));
  const formsByKey = new Map([...forms.values()].map((form) => [form.document.key, form]));
  const meanings = [...forms.values()].flatMap(({ document }) => meaningsIn(document.key, document.fields));
  const prepared = spoken(() => prepareRelease(release, allParts));
  return { release, prepared, forms, formsByKey, starts: startTriggers(prepared), meanings };
}

/** The ready releases of a storage. Releases never change, so they are kept; the oldest go when there are many. */
export class ReadyReleases {
  readonly #measures: MeasureStore;
  readonly #ready = new Map<string, ReadyRelease>();
  /** Asked for last: one command after the other is mostly about cases of the same one. */
  #last: { readonly tenant: string; readonly releaseId: string; readonly ready: ReadyRelease } | undefined;

  constructor(measures: MeasureStore) {
    this.#measures = measures;
  }

  /** The release with its own calendar, if it was the last one to be asked for. */
  atHand(tenant: string, releaseId: string): ReadyRelease | undefined {
    const last = this.#last;
    return last?.releaseId === releaseId && last.tenant === tenant ? last.ready : undefined;
  }

  /** The release, when the tenant has it, with an edition of its calendar: by number, or the latest there is. */
  async get(tenant: string, releaseId: string, edition?: number | 'latest'): Promise<ReadyRelease | undefined> {
    const id = `${tenant}\n${releaseId}`;
    const own = this.#ready.get(id) ?? (await this.#kept(id, () => this.#made(tenant, releaseId)));
    if (own === undefined) return undefined;
    this.#last = { tenant, releaseId, ready: own };
    if (edition === undefined) return own;
    const calendarId = own.release.calendar.id;
    const kept = await this.#measures.calendar(tenant, calendarId, edition === 'latest' ? undefined : edition);
    if (kept === undefined) return own;
    return this.#kept(`${tenant}\n${releaseId}\n${kept.version}`, async () => ({
      ...readyRelease({ ...own.release, calendar: kept.calendar }),
      edition: kept.version,
    }));
  }

  async #made(tenant: string, releaseId: string): Promise<ReadyRelease | undefined> {
    const release = await this.#measures.release(tenant, releaseId);
    return release && readyRelease(release);
  }

  async #kept(id: string, make: () => Promise<ReadyRelease | undefined>): Promise<ReadyRelease | undefined> {
    const known = this.#ready.get(id);
    if (known !== undefined) return known;
    const ready = await make();
    if (ready === undefined) return undefined;
    this.#ready.set(id, ready);
    if (this.#ready.size > MOST_KEPT) this.#ready.delete(this.#ready.keys().next().value as string);
    return ready;
  }
}

const MOST_KEPT = 200;

function meaningsIn(formKey: string, fields: readonly FormField[]): readonly FieldMeaning[] {
  return fields.flatMap((field): readonly FieldMeaning[] => {
    if (field.kind === 'section') return meaningsIn(formKey, field.fields);
    if (field.meaning === undefined) return [];
    const unit = 'unit' in field && field.unit !== undefined ? { unit: field.unit } : {};
    return [{ meaning: field.meaning, formKey, fieldKey: field.key, kind: field.kind, ...unit }];
  });
}
