/** What a migration would do, put together from the cases: who can go over, who cannot, and which elements have to be named anew. */
import type { FlowElement, HostService, Migration, MigrationPreview, MigrationReport } from '@tongban/model';

/** Cases looked at with one question. */
const PAGE_SIZE = 200;
/** Cases that one command takes over at most. */
const MOST_AT_ONCE = 200;
const FEWEST_AT_ONCE = 5;

/** An element on which cases stand and that the new release has not, or has as something else. */
export interface LostElement {
  readonly nodeId: string;
  readonly name: string;
  /** How many cases it holds back. */
  readonly cases: number;
  /** Elements of the new release that it may become. */
  readonly choices: readonly FlowElement[];
}

/** A plan as it is shown. */
export interface MigrationView {
  readonly movable: readonly MigrationPreview[];
  readonly blocked: readonly MigrationPreview[];
  readonly lost: readonly LostElement[];
  /** Names of elements by id, old and new. */
  readonly names: Readonly<Record<string, string>>;
}

/** Asks for the plan of all cases that are meant. */
export async function planOf(service: HostService, migration: Migration): Promise<MigrationView> {
  const entries = await allPreviews(service, migration);
  const releases = [...new Set(entries.map(({ from }) => from))];
  const elements = await Promise.all([migration.to, ...releases].map((id) => service.flowElements(id)));
  const [targets = [], ...sources] = elements;
  const blocked = entries.filter(({ problems }) => problems.length > 0);
  return {
    movable: entries.filter(({ problems }) => problems.length === 0),
    blocked,
    lost: lostElements(blocked, migration.mapping ?? {}, sources.flat(), targets),
    names: Object.fromEntries(elements.flat().map(({ nodeId, name }) => [nodeId, name])),
  };
}

/** The cases in portions: few enough for progress to be seen, not so few that the list is gone through over and over. */
export function portionsOf(caseIds: readonly string[]): readonly (readonly string[])[] {
  const size = Math.min(MOST_AT_ONCE, Math.max(FEWEST_AT_ONCE, Math.ceil(caseIds.length / 10)));
  return Array.from({ length: Math.ceil(caseIds.length / size) }, (_, at) => caseIds.slice(at * size, (at + 1) * size));
}

/** Two reports of portions as one. */
export function together(one: MigrationReport, other: MigrationReport): MigrationReport {
  const stopped = one.stopped || other.stopped;
  return { migrated: [...one.migrated, ...other.migrated], refused: [...one.refused, ...other.refused], stopped };
}

// helpers

async function allPreviews(service: HostService, migration: Migration): Promise<readonly MigrationPreview[]> {
  const entries: MigrationPreview[] = [];
  let cursor: string | undefined;
  do {
    const page = await service.previewMigration({ ...migration, limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) });
    entries.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return entries;
}

// Those that hold cases back, and those that have been named anew already: so that a choice can be taken back.
function lostElements(
  blocked: readonly MigrationPreview[],
  mapping: Readonly<Record<string, string>>,
  sources: readonly FlowElement[],
  targets: readonly FlowElement[],
): readonly LostElement[] {
  const placed = blocked.flatMap(({ problems }) =>
    problems.flatMap(({ place }) => (place.elementId === undefined ? [] : [place.elementId])),
  );
  return [...new Set([...Object.keys(mapping), ...placed])].flatMap((nodeId) => {
    const source = sources.find((element) => element.nodeId === nodeId);
    if (source === undefined) return [];
    const choices = targets.filter(({ kind }) => kind === source.kind);
    return [{ nodeId, name: source.name, cases: placed.filter((id) => id === nodeId).length, choices }];
  });
}
