/** A measure as far as copies are compared with it: what was read from its files, each part with the file it stands in. */
import type { Flow, FormDocument, MeasureManifest } from '@tongban/model';

/** A part that was read from a file of its own. */
export interface ContentPart {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** Plain data; equal data says the same. */
  readonly content: unknown;
}

/** What of a measure can be locked. */
export interface MeasureContent {
  readonly manifest: MeasureManifest;
  /** Absent when the file cannot be read. */
  readonly flow?: Flow;
  readonly forms: readonly { readonly file: string; readonly document: FormDocument }[];
  /** One entry for each decision. */
  readonly tables: readonly ContentPart[];
  readonly documents: readonly ContentPart[];
}
