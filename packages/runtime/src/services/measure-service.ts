/** All an administrator can do with measures, on a storage in the same process. The compiler is handed in, so that running needs none. */
import type {
  Actor,
  CheckResult,
  DraftUpgrade,
  Json,
  MeasureDraft,
  MeasureService,
  MeasureSources,
  MeasureSummary,
  Problem,
  Release,
  ReleaseSummary,
} from '@tongban/model';
import { guarded } from '../engine/edge.ts';
import type { WallClock } from '../engine/engine-options.ts';
import { ADMINISTRATOR } from '../engine/own-roles.ts';
import { readyRelease } from '../engine/ready-release.ts';
import { startTimersOf } from '../engine/start-timers.ts';
import { raise } from '../errors.ts';
import type { Storage } from '../store/store.ts';
import { MEASURE_SHAPES } from './desk-shapes.ts';
import { copyService, type DraftChange, type UpperLevel } from './measure-copies.ts';

/** Turns sources into a release, or says what is wrong with them: `compileMeasure` of `@tongban/compile`. */
export type CompileMeasure = (
  sources: MeasureSources,
  options: { readonly baseOf: BaseOf },
) => Promise<{ readonly release?: Release; readonly problems: readonly Problem[] }>;

/** The sources of the release that a copy was made from. */
export type BaseOf = (releaseId: string) => Promise<MeasureSources | undefined>;

/** What {@link createMeasureService} needs. */
export interface MeasureServiceOptions {
  readonly storage: Storage;
  readonly compile: CompileMeasure;
  readonly actor: Actor;
  readonly clock: WallClock;
  /** The levels above this tenant in the same storage, nearest first: their releases may be read and copied. */
  readonly above?: readonly UpperLevel[];
  /** Releases that are kept elsewhere and that this tenant made copies of; those of its own and of the levels above are known. */
  readonly baseOf?: BaseOf;
}

/** Makes the service of one administrator. Every call throws RUNTIME_NOT_ALLOWED for anybody else. */
export function createMeasureService(options: MeasureServiceOptions): MeasureService {
  const { storage, compile, actor, clock } = options;
  const { measures } = storage;
  const { tenant } = actor;

  const { above = [] } = options;

  const baseOf: BaseOf = async (releaseId) => {
    for (const level of [tenant, ...above.map((one) => one.tenant)]) {
      const sources = await measures.sources(level, releaseId);
      if (sources !== undefined) return sources;
    }
    return options.baseOf?.(releaseId);
  };

  const administrators = (): void => {
    if (!actor.roles.includes(ADMINISTRATOR)) throw raise('RUNTIME_NOT_ALLOWED', { actorName: actor.name, what: '管理事项' });
  };

  async function draftOf(measureId: string): Promise<MeasureDraft> {
    const kept = await measures.draft(tenant, measureId);
    if (kept !== undefined) return kept;
    const current = await measures.current(tenant, measureId);
    const sources = current && (await measures.sources(tenant, current.id));
    if (current === undefined || sources === undefined) throw raise('MEASURE_UNKNOWN', { measureId: measureId.slice(0, 200) });
    return { measureId, revision: 0, savedAt: current.publishedAt, savedByName: current.publishedBy, sources };
  }

  async function summaryOf(measureId: string): Promise<MeasureSummary> {
    const draft = await measures.draft(tenant, measureId);
    const current = await measures.current(tenant, measureId);
    const running = await storage.cases.cases({ tenant, measureId, open: true, now: clock.now(), limit: 1 });
    return {
      ...{ measureId, title: current?.title ?? titleIn(draft?.sources) ?? measureId, running: running.total },
      ...(draft === undefined ? {} : { draftRevision: draft.revision }),
      ...(current === undefined ? {} : { current }),
    };
  }

  async function saveDraft(change: DraftChange): Promise<MeasureDraft> {
    return keepDraft(change, (await measures.draft(tenant, change.measureId))?.upgraded);
  }

  async function keepDraft(change: DraftChange, upgraded: DraftUpgrade | undefined): Promise<MeasureDraft> {
    const { measureId, revision, files } = change;
    const before = await draftOf(measureId);
    if (before.revision !== revision) throw stale(before);
    const unsafe = Object.keys(files).find((path) => !isSafePath(path));
    if (unsafe !== undefined) throw raise('MEASURE_PATH_UNSAFE', { path: unsafe.slice(0, 200) });
    const kept = Object.entries({ ...before.sources, ...files }).filter((entry): entry is [string, string] => entry[1] !== null);
    const length = kept.reduce((sum, [path, text]) => sum + path.length + text.length, 0);
    if (length > MOST_CHARACTERS) throw raise('MEASURE_TOO_LARGE', { measureId, length, limit: MOST_CHARACTERS });
    const sources = Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
    const facts = { measureId, revision: revision + 1, savedAt: clock.now(), savedByName: actor.name };
    const draft: MeasureDraft = { ...facts, sources, ...(upgraded === undefined ? {} : { upgraded }) };
    if (!(await measures.saveDraft(tenant, draft))) throw stale(await draftOf(measureId));
    return handedOut(draft);
  }

  async function publish(order: Parameters<MeasureService['publish']>[0]): ReturnType<MeasureService['publish']> {
    const { commandId, measureId, revision, note } = order;
    const seen = await measures.seen(tenant, actor.id, commandId);
    if (seen !== undefined) return published(seen);
    const draft = await draftOf(measureId);
    if (draft.revision !== revision) throw stale(draft);
    const { release, problems } = await compile(draft.sources, { baseOf });
    if (release === undefined || errorsIn(problems) > 0) return { problems };
    if (release.manifest.id !== measureId) return { problems: [...problems, otherMeasure(measureId, release)] };
    const summary = { id: release.id, measureId, tenant, title: release.manifest.title['zh-CN'], version: release.manifest.version };
    const facts = { publishedAt: clock.now(), publishedBy: actor.name, ...(note === undefined ? {} : { note }) };
    const result = await measures.deposit({
      ...{ tenant, release, sources: draft.sources, summary: { ...summary, ...facts } },
      starts: startTimersOf(tenant, readyRelease(release), clock.now()),
      command: { commandId, actorId: actor.id, answer: { releaseId: release.id } },
    });
    const answer = await published(result.kind === 'repeated' ? result.answer : { releaseId: release.id });
    return { ...answer, problems };
  }

  async function published(answer: Json): Promise<{ readonly release?: ReleaseSummary; readonly problems: readonly Problem[] }> {
    const release = await measures.summary(tenant, (answer as { readonly releaseId: string }).releaseId);
    return { ...(release === undefined ? {} : { release }), problems: [] };
  }

  async function makeCurrent(order: Parameters<MeasureService['makeCurrent']>[0]): Promise<ReleaseSummary> {
    const { commandId, releaseId } = order;
    if ((await measures.summary(tenant, releaseId)) === undefined) throw unknownRelease(releaseId);
    const release = await measures.release(tenant, releaseId);
    const starts = release === undefined ? [] : startTimersOf(tenant, readyRelease(release), clock.now());
    await measures.makeCurrent({ tenant, releaseId, starts, command: { commandId, actorId: actor.id, answer: { releaseId } } });
    return (await measures.summary(tenant, releaseId)) as ReleaseSummary;
  }

  const service: MeasureService = {
    measures: async () => Promise.all((await measures.measureIds(tenant)).map(summaryOf)),
    draft: async (measureId) => handedOut(await draftOf(measureId)),
    saveDraft,
    check: async (measureId) => checked((await compile((await draftOf(measureId)).sources, { baseOf })).problems),
    publish,
    releases: (measureId) => measures.releases(tenant, measureId),
    makeCurrent,
    sources: async (releaseId) => {
      const sources = await baseOf(releaseId);
      if (sources === undefined) throw unknownRelease(releaseId);
      return sources;
    },
    ...copyService({ measures, actor, clock, above, keepDraft }),
  };
  // Every method asks first.
  return guarded(service, MEASURE_SHAPES, { ask: administrators });
}

// helpers

function handedOut(draft: MeasureDraft): MeasureDraft {
  if (draft.upgraded === undefined) return draft;
  const { before: _, ...upgraded } = draft.upgraded;
  return { ...draft, upgraded };
}

/** Of all files of a measure together. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

// A host may write the files to a disk: none leads out of the folder.
function isSafePath(path: string): boolean {
  if (path.length > 200 || /[\\:\p{Cc}]/u.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part !== '__proto__');
}

function checked(problems: readonly Problem[]): CheckResult {
  return { problems, errors: errorsIn(problems) };
}

function errorsIn(problems: readonly Problem[]): number {
  return problems.filter((problem) => problem.severity === 'error').length;
}

function stale({ measureId, revision, savedByName }: MeasureDraft): Error {
  return raise('MEASURE_DRAFT_STALE', { measureId, revision, savedByName });
}

function unknownRelease(releaseId: string): Error {
  return raise('RUNTIME_RELEASE_UNKNOWN', { releaseId: releaseId.slice(0, 200) });
}

function otherMeasure(measureId: string, release: Release): Problem {
  const place = { file: 'measure.json', property: 'id' };
  return raise.problem('MEASURE_ID_CHANGED', place, { measureId, found: release.manifest.id });
}

function titleIn(sources: MeasureSources | undefined): string | undefined {
  try {
    const title = (JSON.parse(sources?.['measure.json'] ?? '{}') as { readonly title?: { readonly 'zh-CN'?: string } }).title;
    return title?.['zh-CN'];
  } catch {
    return undefined;
  }
}
