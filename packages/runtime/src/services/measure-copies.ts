/** Copies of measures of the levels above: what there is to copy, making a copy, going over to a new release, and going back. */
import type { Actor, DraftUpgrade, MeasureDraft, MeasureManifest, MeasureService, MeasureSources, UpperMeasure } from '@tongban/model';
import type { WallClock } from '../engine/engine-options.ts';
import type { MeasureStore } from '../store/store.ts';
import { raiseCopy } from './measure-copy-errors.ts';

/** A level above: its tenant, and what people call it, e.g. 甘肃省. */
export interface UpperLevel {
  readonly tenant: string;
  readonly name: string;
}

/** What copies need. */
export interface CopyOptions {
  readonly measures: MeasureStore;
  readonly actor: Actor;
  readonly clock: WallClock;
  /** Nearest first. */
  readonly above: readonly UpperLevel[];
  /** Keeps files of a draft as an edit does, with its checks, and what it was upgraded from. */
  keepDraft(change: DraftChange, upgraded: DraftUpgrade | undefined): Promise<MeasureDraft>;
}

/** Whole files of a draft by path; `null` takes one away. */
export type DraftChange = Parameters<MeasureService['saveDraft']>[0];

/** The part of the service that is about copies. */
export type CopyService = Pick<MeasureService, 'upperMeasures' | 'copy' | 'upgrade' | 'undoUpgrade'>;

/** Makes it. */
export function copyService({ measures, actor, clock, above, keepDraft }: CopyOptions): CopyService {
  const { tenant } = actor;

  async function upperMeasures(): Promise<readonly UpperMeasure[]> {
    const levels = above.map(async (level) => {
      const ids = await measures.measureIds(level.tenant);
      return Promise.all(ids.map(async (measureId) => ({ level, measureId, releases: await measures.releases(level.tenant, measureId) })));
    });
    const all = (await Promise.all(levels)).flat().filter(({ releases }) => releases.some(({ current }) => current));
    return all.map(({ level, measureId, releases }) => {
      const current = releases.find((release) => release.current);
      return { measureId, level: level.name, title: current?.title ?? measureId, releases };
    });
  }

  async function upperSources(releaseId: string): Promise<MeasureSources> {
    for (const level of above) {
      const sources = await measures.sources(level.tenant, releaseId);
      if (sources !== undefined) return sources;
    }
    throw raiseCopy('MEASURE_NOT_ABOVE', { releaseId: releaseId.slice(0, 200) });
  }

  async function copy({ releaseId, measureId, title }: Parameters<MeasureService['copy']>[0]): Promise<MeasureDraft> {
    if (!ID.test(measureId)) throw raiseCopy('MEASURE_ID_SHAPE', { measureId: measureId.slice(0, 200) });
    const sources = await upperSources(releaseId);
    const manifest = JSON.parse(sources[MANIFEST] ?? '{}') as MeasureManifest;
    const own = {
      ...manifest,
      id: measureId,
      title: { ...manifest.title, 'zh-CN': title.trim() || manifest.title['zh-CN'] },
      extends: releaseId,
    };
    const files = { ...sources, [MANIFEST]: `${JSON.stringify(own, undefined, 2)}\n` };
    const draft: MeasureDraft = { measureId, revision: 1, savedAt: clock.now(), savedByName: actor.name, sources: files };
    const taken = (await measures.current(tenant, measureId)) !== undefined;
    if (taken || !(await measures.saveDraft(tenant, draft))) throw raiseCopy('MEASURE_ID_TAKEN', { measureId });
    return draft;
  }

  async function upgrade({ measureId, revision, releaseId, files }: Parameters<MeasureService['upgrade']>[0]): Promise<MeasureDraft> {
    await upperSources(releaseId);
    const before = await measures.draft(tenant, measureId);
    const found = extendsIn({ ...before?.sources, ...files });
    if (found !== releaseId) throw raiseCopy('MEASURE_BASE_OTHER', { measureId, found: found ?? '—', releaseId });
    const published = before === undefined ? await publishedSources(measureId) : undefined;
    const sources = before?.sources ?? published ?? {};
    const from = extendsIn(sources) ?? '';
    const upgraded: DraftUpgrade = { from, to: releaseId, at: clock.now(), byName: actor.name, before: sources };
    return keepDraft({ measureId, revision, files }, upgraded);
  }

  async function publishedSources(measureId: string): Promise<MeasureSources | undefined> {
    const current = await measures.current(tenant, measureId);
    return current === undefined ? undefined : measures.sources(tenant, current.id);
  }

  async function undoUpgrade({ measureId, revision }: Parameters<MeasureService['undoUpgrade']>[0]): Promise<MeasureDraft> {
    const draft = await measures.draft(tenant, measureId);
    const before = draft?.upgraded?.before;
    if (draft === undefined || before === undefined) throw raiseCopy('MEASURE_NOT_UPGRADED', { measureId: measureId.slice(0, 200) });
    const gone = Object.keys(draft.sources).filter((path) => before[path] === undefined);
    const files = { ...Object.fromEntries(gone.map((path) => [path, null])), ...before };
    return keepDraft({ measureId, revision, files }, undefined);
  }

  return { upperMeasures, copy, upgrade, undoUpgrade };
}

const MANIFEST = 'measure.json';
const ID = /^[a-z][a-z0-9-]{0,63}$/;

function extendsIn(files: Readonly<Record<string, string | null>>): string | undefined {
  try {
    return (JSON.parse(files[MANIFEST] ?? '') as MeasureManifest).extends;
  } catch {
    return undefined;
  }
}
