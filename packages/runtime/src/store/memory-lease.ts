/** Leases of work in memory: rows that are due, each handed to one worker at a time. */
import type { LeaseRequest } from './case-store.ts';
import type { TenantTable } from './tenant-table.ts';

/** A row of work, and until when it is hidden from workers. */
export interface Leased<Row> {
  readonly row: Row;
  readonly hiddenUntil: number;
}

/** The rows that are due, earliest first, hidden from now on. `id` names a row in the table. */
export function lease<Row extends { readonly tenant: string; readonly dueAt: number }>(
  table: TenantTable<Leased<Row>>,
  request: LeaseRequest,
  id: (row: Row) => string,
): readonly Row[] {
  const due = table.all().filter((leased) => leased.hiddenUntil <= request.now);
  const chosen = due.sort((a, b) => a.row.dueAt - b.row.dueAt || (id(a.row) < id(b.row) ? -1 : 1)).slice(0, request.limit);
  for (const { row } of chosen) table.set(row.tenant, id(row), { row, hiddenUntil: request.now + request.leaseMs });
  return chosen.map(({ row }) => row);
}
