/**
 * Pages of lists. A list is one tray or several, each a stretch of the index `places`; a page takes the first rows of each and merges them,
 * so that it costs the same whether a hundred or a hundred thousand rows lie behind them. What an index cannot say (text, lights, who is
 * named together with a role) is looked at row by row, a batch at a time, no further than the page and its total need.
 */
import type { Page } from '@tongban/model';
import { comparePlaces, cursorOf, type ListQuery, type Place, placeOf, totalOf } from '@tongban/runtime';
import { after, beginningWith, type Rows } from './rows.ts';
import type { Key, Tables } from './schema.ts';

type ListedTable = 'heads' | 'tasks';

/** A stretch of the index: the places that begin with `list`, of which some rows may not be meant. */
export interface Tray<Name extends ListedTable> {
  readonly list: readonly Key[];
  readonly admits?: ((row: Tables[Name]) => boolean) | undefined;
}

/** A list of one table. */
export interface Listing<Name extends ListedTable> {
  readonly table: Name;
  readonly trays: readonly Tray<Name>[];
  /** A row may lie in several of the trays. */
  readonly overlapping?: boolean;
  /** -1: the latest first. */
  readonly direction: 1 | -1;
  /** Leaves out what the query does not ask for. */
  readonly filter?: ((rows: Rows, batch: readonly Tables[Name][]) => Promise<readonly Tables[Name][]>) | undefined;
}

/** Rows that are looked at in one go. */
const BATCH = 256;

/** The first rows of a list after the cursor of a query, and how many there are. */
export async function pageOfListing<Name extends ListedTable>(
  rows: Rows,
  query: ListQuery,
  listing: Listing<Name>,
): Promise<Page<Tables[Name]>> {
  const { direction, trays } = listing;
  const from = query.cursor === undefined ? undefined : placeOf(query.cursor);
  const firsts = await Promise.all(trays.map((tray) => firstOf(rows, listing, tray, { from, most: query.limit + 1 })));
  const merged = firsts.flat().sort((a, b) => comparePlaces(a.place, b.place, direction));
  const once = listing.overlapping ? merged.filter(({ place }, at) => place.id !== merged[at - 1]?.place.id) : merged;
  const entries = once.slice(0, query.limit);
  const last = entries.at(-1);
  return {
    entries: entries.map(({ row }) => row),
    ...totalOf(await count(rows, listing, query.countUpTo), query.countUpTo),
    ...(once.length > query.limit && last !== undefined ? { cursor: cursorOf(last.place) } : {}),
  };
}

// helpers

interface Placed<Row> {
  readonly row: Row;
  readonly place: Place;
}

interface Stretch {
  readonly from?: Place | undefined;
  readonly most: number;
}

async function firstOf<Name extends ListedTable>(
  rows: Rows,
  listing: Listing<Name>,
  tray: Tray<Name>,
  { from, most }: Stretch,
): Promise<readonly Placed<Tables[Name]>[]> {
  const found: Placed<Tables[Name]>[] = [];
  const limit = isWhole(listing, tray) ? Math.min(most, BATCH) : BATCH;
  let last = from;
  while (found.length < most) {
    const batch = await rows.all(listing.table, { index: 'places', range: rangeOf(listing, tray, last), limit });
    const admitted = tray.admits === undefined ? batch : batch.filter(tray.admits);
    const meant = listing.filter === undefined ? admitted : await listing.filter(rows, admitted);
    for (const row of meant) found.push({ row, place: placeIn(listing, tray, row) });
    const end = batch.at(-1);
    if (end === undefined || batch.length < limit) break;
    last = placeIn(listing, tray, end);
  }
  return found.slice(0, most);
}

// How many there are, or one more than are to be counted.
async function count<Name extends ListedTable>(rows: Rows, listing: Listing<Name>, upTo = Number.POSITIVE_INFINITY): Promise<number> {
  if (listing.overlapping) {
    const firsts = await Promise.all(listing.trays.map((tray) => firstOf(rows, listing, tray, { most: upTo + 1 })));
    return new Set(firsts.flat().map(({ place }) => place.id)).size;
  }
  let total = 0;
  for (const tray of listing.trays) {
    if (total > upTo) break;
    total += isWhole(listing, tray)
      ? await rows.count(listing.table, { index: 'places', range: beginningWith(...tray.list) }, upTo)
      : (await firstOf(rows, listing, tray, { most: upTo + 1 })).length;
  }
  return total;
}

function isWhole<Name extends ListedTable>(listing: Listing<Name>, tray: Tray<Name>): boolean {
  return tray.admits === undefined && listing.filter === undefined;
}

function rangeOf<Name extends ListedTable>({ direction }: Listing<Name>, { list }: Tray<Name>, last: Place | undefined): IDBKeyRange {
  return last === undefined ? beginningWith(...list) : after(list, last.order * direction, last.id);
}

// Each row tells its places itself: a list, then a number and its id.
function placeIn<Name extends ListedTable>({ direction }: Listing<Name>, { list }: Tray<Name>, row: Tables[Name]): Place {
  const key = row.places.find((place) => list.every((part, at) => part === (place as readonly Key[])[at])) as readonly Key[];
  return { order: (key.at(-2) as number) * direction, id: key.at(-1) as string };
}
