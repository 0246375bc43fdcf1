/**
 * Kinds of fields and ways of filling in that not every form has: they come in a file of their own, before such a form is shown.
 */
import { walkFields } from '@tongban/form';
import type { FormDocument, FormField } from '@tongban/model';

/** The part that is loaded. */
export type MoreKinds = typeof import('./more/index.ts');

let loaded: MoreKinds | undefined;
let loading: Promise<MoreKinds> | undefined;

/** Whether `document` is shown with that part. */
export function needsMoreKinds(document: FormDocument): boolean {
  return document.steps === true || walkFields(document).some(({ field: { kind } }) => MORE.has(kind));
}

/** The part, when it is there. */
export function moreKinds(): MoreKinds | undefined {
  return loaded;
}

/** Loads the part; once it failed, the next call tries again. */
export async function loadMoreKinds(): Promise<MoreKinds> {
  loading ??= import('./more/index.ts');
  try {
    loaded = await loading;
    return loaded;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

const MORE: ReadonlySet<FormField['kind']> = new Set(['dateRange', 'region', 'materials', 'qrCode', 'items']);
