/** A map by tenant and case id that keeps what was used last. */

const KEPT = 256;

/** Keeps at most 256 entries, the most recent ones. */
export class RecentMap<Entry> {
  /** Least recent first. */
  readonly #entries = new Map<string, Entry>();

  /** The entry, which becomes the most recent one. */
  get(tenant: string, caseId: string): Entry | undefined {
    const entry = this.#entries.get(keyOf(tenant, caseId));
    return entry === undefined ? undefined : this.set(tenant, caseId, entry);
  }

  /** Keeps an entry as the most recent one, and lets the least recent one go. */
  set(tenant: string, caseId: string, entry: Entry): Entry {
    const key = keyOf(tenant, caseId);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > KEPT) this.#dropOldest();
    return entry;
  }

  #dropOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}

function keyOf(tenant: string, caseId: string): string {
  return `${tenant}\n${caseId}`;
}
