/** A table in memory whose key starts with the tenant. */
export class TenantTable<Row> {
  readonly #rows = new Map<string, Map<string, Row>>();

  get(tenant: string, id: string): Row | undefined {
    return this.#rows.get(tenant)?.get(id);
  }

  set(tenant: string, id: string, row: Row): void {
    const rows = this.#rows.get(tenant);
    if (rows === undefined) this.#rows.set(tenant, new Map([[id, row]]));
    else rows.set(id, row);
  }

  delete(tenant: string, id: string): void {
    this.#rows.get(tenant)?.delete(id);
  }

  /** The rows of one tenant, in the order in which they were first set. */
  of(tenant: string): Row[] {
    return [...(this.#rows.get(tenant)?.values() ?? [])];
  }

  /** The rows of one tenant with their ids. */
  entriesOf(tenant: string): readonly (readonly [id: string, row: Row])[] {
    return [...(this.#rows.get(tenant) ?? [])];
  }

  /** The rows of all tenants. */
  all(): Row[] {
    return [...this.#rows.values()].flatMap((rows) => [...rows.values()]);
  }
}

/** Several ids as one id of a table. */
export function idOf(...parts: readonly (string | number)[]): string {
  return parts.join('\n');
}
