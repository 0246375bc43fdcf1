/** Files of forms through the CaseService: what `<tb-form>` is handed. */
import type { FormFiles } from '@tongban/filing-form';
import type { CaseService } from '@tongban/model';

/** A file port that puts and gets through the service that `serviceOf` gives at the time. */
export function filePort(serviceOf: () => CaseService | undefined): FormFiles {
  const service = (): CaseService => {
    const present = serviceOf();
    if (present === undefined) throw new Error('The element has no service yet.');
    return present;
  };
  return {
    resumes: true,
    put: async (file, options) => (await import('./upload-file.ts')).uploadFile(service(), file, options),
    get: async (fileId) => {
      const { bytes, mediaType } = await service().getFile(fileId);
      return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
    },
  };
}
