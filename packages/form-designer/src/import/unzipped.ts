/** The texts of an Office file, which is a ZIP: only those wanted, and no more than fits. */
import { strFromU8, unzipSync } from 'fflate';
import { designErrors } from './errors.ts';

/** Bytes of a file that is opened, and of each part once it is unpacked. */
export const IMPORT_LIMITS: { readonly file: number; readonly part: number } = { file: 20 * 1024 * 1024, part: 30 * 1024 * 1024 };

/** The wanted parts by name. @throws FORM_DESIGNER_FILE_UNREADABLE, FORM_DESIGNER_FILE_TOO_LARGE */
export function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, string> {
  if (bytes.length > IMPORT_LIMITS.file) throw designErrors('FORM_DESIGNER_FILE_TOO_LARGE', { limit: IMPORT_LIMITS.file / 1024 / 1024 });
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        tooLarge ||= originalSize > IMPORT_LIMITS.part;
        return !tooLarge;
      },
    });
    if (!tooLarge) return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch (cause) {
    throw designErrors('FORM_DESIGNER_FILE_UNREADABLE', { reason: cause instanceof Error ? cause.message : '' }, { cause });
  }
  throw designErrors('FORM_DESIGNER_FILE_TOO_LARGE', { limit: IMPORT_LIMITS.part / 1024 / 1024 });
}
