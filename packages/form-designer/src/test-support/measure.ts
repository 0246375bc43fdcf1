/** The mock approval with all its files, as a host hands it over. */
import type { FormDocument, MeasureManifest, MeasureSources } from '@tongban/model';
import type { FormDesignContext } from '../form-design-context.ts';

const FOLDER = '../../../measures/mock-approval/';
const files = import.meta.glob('../../../measures/mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });

/** Its files by path. */
export const mockSources: MeasureSources = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path.slice(FOLDER.length), text]),
);

/** The measure around each of its forms. */
export const mockContext: FormDesignContext = contextOf(mockSources);

/** The measure in `sources` around each of its forms. */
export function contextOf(sources: MeasureSources): FormDesignContext {
  const manifest = JSON.parse(sources['measure.json'] ?? '{}') as MeasureManifest;
  const forms = manifest.parts.forms.map((path) => JSON.parse(sources[path] ?? '{}') as FormDocument);
  return { manifest, forms, items: [], sources };
}
