/** What a flow may refer to: the measure around it, its forms, decisions and document templates. */
import type { FormDocument, MeasureManifest } from '@tongban/model';

/** Handed to `<tb-flow-designer>` by whoever holds the measure. */
export interface FlowContext {
  readonly manifest: MeasureManifest;
  readonly forms: readonly FormDocument[];
  /** Decision ids, e.g. `DT-16`. */
  readonly decisions: readonly string[];
  /** Ids of document templates, e.g. `acceptance-slip`. */
  readonly templates: readonly string[];
}
