/**
 * The draft of one measure while it is edited: sources by path, kept on the server by itself, checked in the background.
 * Surfaces write whole files into it; everything else is derived from the sources.
 */
import {
  type Checker,
  type CheckResult,
  type DraftUpgrade,
  isTongbanError,
  type MeasureDraft,
  type MeasureManifest,
  type MeasureService,
  type MeasureSources,
  type Problem,
  type ReleaseSummary,
} from '@tongban/model';

/** How keeping the draft stands. */
export type Keeping = 'kept' | 'pending' | 'saving' | 'failed' | 'stale';

/** What publishing came to. */
export interface Published {
  readonly release?: ReleaseSummary;
  readonly problems: readonly Problem[];
}

const SAVE_REST_MS = 700;
const CHECK_REST_MS = 500;

/** One draft. Listen with `subscribe`; every change calls back once. */
export class MeasureSession {
  readonly measureId: string;
  keeping: Keeping = 'kept';
  savedAt: number | undefined;
  failure: unknown;
  problems: readonly Problem[] = [];
  checking = false;
  /** Of a copy that went over to a new release of its base. */
  upgraded: DraftUpgrade | undefined;
  #revision = 0;
  #sources: Readonly<Record<string, string>> = {};
  #unsaved = new Set<string>();
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #checkTimer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #service: MeasureService;
  readonly #checker: Checker;

  constructor(measureId: string, service: MeasureService, checker: Checker) {
    this.measureId = measureId;
    this.#service = service;
    this.#checker = checker;
  }

  /** All files of the draft. */
  get sources(): Readonly<Record<string, string>> {
    return this.#sources;
  }

  /** The manifest; undefined while its text is not JSON. */
  get manifest(): MeasureManifest | undefined {
    return parse<MeasureManifest>(this.#sources['measure.json']);
  }

  /** A JSON file of the draft; undefined when it is missing or not JSON. */
  json<T>(path: string): T | undefined {
    return parse<T>(this.#sources[path]);
  }

  /** Calls `listener` after every change; call what it returns to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads the draft from the service. */
  async open(): Promise<void> {
    this.#take(await this.#service.draft(this.measureId));
  }

  /** Keeps the upgraded files in place of the draft, and what the draft was beside them. */
  async upgrade(releaseId: string, sources: MeasureSources): Promise<void> {
    await this.flush();
    const gone = Object.keys(this.#sources).filter((path) => sources[path] === undefined);
    const changed = Object.entries(sources).filter(([path, text]) => this.#sources[path] !== text);
    const files = { ...Object.fromEntries(gone.map((path) => [path, null])), ...Object.fromEntries(changed) };
    this.#take(await this.#service.upgrade({ measureId: this.measureId, revision: this.#revision, releaseId, files }));
  }

  /** Makes the draft what it was before it was upgraded. */
  async undoUpgrade(): Promise<void> {
    await this.flush();
    this.#take(await this.#service.undoUpgrade({ measureId: this.measureId, revision: this.#revision }));
  }

  #take(draft: MeasureDraft): void {
    this.#sources = draft.sources;
    this.#revision = draft.revision;
    this.savedAt = draft.savedAt;
    this.upgraded = draft.upgraded;
    this.keeping = 'kept';
    this.#unsaved.clear();
    this.#tell();
    this.#checkSoon(0);
  }

  /** Writes a file; the draft is kept and checked a moment later. */
  write(path: string, text: string): void {
    if (this.#sources[path] === text) return;
    this.#changed(path, { ...this.#sources, [path]: text });
  }

  /** Takes a file out of the draft. */
  remove(path: string): void {
    if (this.#sources[path] === undefined) return;
    const { [path]: _, ...others } = this.#sources;
    this.#changed(path, others);
  }

  /** Writes a JSON file in its canonical form. */
  writeJson(path: string, value: unknown): void {
    this.write(path, `${JSON.stringify(sortKeys(value), undefined, 2)}\n`);
  }

  /** Keeps the draft now. */
  async flush(): Promise<void> {
    clearTimeout(this.#saveTimer);
    while (this.#saving !== undefined) await this.#saving;
    if (this.#unsaved.size === 0 || this.keeping === 'stale') return;
    this.#saving = this.#save();
    await this.#saving;
  }

  /** Checks the draft now. */
  async check(): Promise<CheckResult> {
    clearTimeout(this.#checkTimer);
    const checked = this.#sources;
    this.checking = true;
    this.#tell();
    const result = await this.#checker.check(checked);
    if (checked === this.#sources) {
      this.problems = result.problems;
      this.checking = false;
      this.#tell();
    }
    return result;
  }

  /** Publishes the draft: it is kept first, and refused while errors are in it. */
  async publish(commandId: string, note: string): Promise<Published> {
    await this.flush();
    const published = await this.#service.publish({
      commandId,
      measureId: this.measureId,
      revision: this.#revision,
      ...(note === '' ? {} : { note }),
    });
    if (published.release === undefined) this.problems = published.problems;
    this.#tell();
    return published;
  }

  /** Stops timers; what was not kept yet is kept. */
  async close(): Promise<void> {
    clearTimeout(this.#checkTimer);
    this.#listeners.clear();
    await this.flush();
  }

  #changed(path: string, sources: Readonly<Record<string, string>>): void {
    this.#sources = sources;
    this.#unsaved.add(path);
    if (this.keeping !== 'stale') this.keeping = 'pending';
    this.#tell();
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.flush(), SAVE_REST_MS);
    this.#checkSoon(CHECK_REST_MS);
  }

  async #save(): Promise<void> {
    const paths = [...this.#unsaved];
    this.#unsaved.clear();
    this.keeping = 'saving';
    this.#tell();
    try {
      const files = Object.fromEntries(paths.map((path) => [path, this.#sources[path] ?? null]));
      const draft = await this.#service.saveDraft({ measureId: this.measureId, revision: this.#revision, files });
      this.#revision = draft.revision;
      this.savedAt = draft.savedAt;
      this.keeping = this.#unsaved.size > 0 ? 'pending' : 'kept';
      this.failure = undefined;
    } catch (error) {
      for (const path of paths) this.#unsaved.add(path);
      this.failure = error;
      this.keeping = isTongbanError(error) && error.kind === 'conflict' ? 'stale' : 'failed';
    } finally {
      this.#saving = undefined;
      this.#tell();
    }
  }

  #checkSoon(ms: number): void {
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => void this.check(), ms);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function parse<T>(text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

// One way to write a file, so that a difference is readable.
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
