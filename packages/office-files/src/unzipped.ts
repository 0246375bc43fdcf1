/** The texts of an Office file, which is a ZIP: only those wanted, and no more than fits. */
import { strFromU8, unzipSync } from 'fflate';
import { raise } from './errors.ts';
import { OFFICE_FILE_LIMITS } from './limits.ts';

/** The wanted parts by name. @throws OFFICE_FILES_UNREADABLE, OFFICE_FILES_TOO_LARGE */
export function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, string> {
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        tooLarge ||= originalSize > OFFICE_FILE_LIMITS.part;
        return !tooLarge;
      },
    });
    if (!tooLarge) return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch (cause) {
    throw raise('OFFICE_FILES_UNREADABLE', { reason: cause instanceof Error ? cause.message : '' }, { cause });
  }
  throw raise('OFFICE_FILES_TOO_LARGE', { limit: OFFICE_FILE_LIMITS.part / 1024 / 1024 });
}
