/** The release that a copy was made from: asked for once, for what it locks. */
import { type MeasureManifest, type MeasureService, type MeasureSources, textIn } from '@tongban/model';

/** A base that was found. */
export interface MeasureBase {
  /** What people call it, e.g. “《模拟审批》1.2”. */
  readonly title: string;
  readonly manifest: MeasureManifest;
  readonly sources: MeasureSources;
}

/** Bases by release id; what is not there is not asked for twice. */
export class MeasureBases {
  private readonly service: MeasureService;
  private readonly asked = new Map<string, Promise<MeasureSources | undefined>>();

  constructor(service: MeasureService) {
    this.service = service;
  }

  /** The sources of a release; nothing when it is not there. */
  sources(releaseId: string): Promise<MeasureSources | undefined> {
    const known = this.asked.get(releaseId) ?? this.service.sources(releaseId).catch(() => undefined);
    this.asked.set(releaseId, known);
    return known;
  }

  /** The base of a copy; nothing for a measure that is none, or when its base is not there. */
  async of({ extends: releaseId }: MeasureManifest): Promise<MeasureBase | undefined> {
    const sources = releaseId === undefined ? undefined : await this.sources(releaseId);
    if (sources === undefined) return undefined;
    try {
      const manifest = JSON.parse(sources['measure.json'] ?? '') as MeasureManifest;
      return { title: `《${textIn(manifest.title, 'zh-CN')}》${manifest.version}`, manifest, sources };
    } catch {
      return undefined;
    }
  }
}
