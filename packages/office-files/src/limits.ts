/** How much of a file is read. */

/** Bytes of a file that is opened, and of each part once it is unpacked. */
export const OFFICE_FILE_LIMITS: { readonly file: number; readonly part: number } = { file: 20 * 1024 * 1024, part: 60 * 1024 * 1024 };
