/** Where the files of a form go and come from. */
import { tongbanConfiguration } from '@tongban/element-kit';
import type { FileRef } from '@tongban/model';

/** How a file is put. */
export interface PutOptions {
  readonly signal: AbortSignal;
  /** Gets the share done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Called when it waits for the connection; progress means that it goes on. */
  readonly onWaiting?: () => void;
}

/** The file store of a form, handed over by its page. */
export interface FormFiles {
  /** Keeps `file`. What it throws of ours is said to the person. */
  put(file: File, options: PutOptions): Promise<FileRef>;
  /** Whether putting the same file again goes on where it stopped; then people may pause. Default: no. */
  readonly resumes?: boolean;
  /** The contents. */
  get(fileId: string): Promise<Blob>;
}

/** The file store that a host configured for all elements, as a {@link FormFiles}; undefined when there is none. */
export function configuredFiles(): FormFiles | undefined {
  const { files } = tongbanConfiguration();
  if (files === undefined) return undefined;
  const known = configured.get(files) ?? fromConfiguration(files);
  configured.set(files, known);
  return known;
}

/** One object for each store, so that what was fetched from it is known again. */
const configured = new WeakMap<ConfiguredFiles, FormFiles>();

type ConfiguredFiles = NonNullable<ReturnType<typeof tongbanConfiguration>['files']>;

function fromConfiguration(files: ConfiguredFiles): FormFiles {
  return {
    async put(file, options) {
      const { id, name, size, type } = await files.upload(file, options);
      return { fileId: id, name, bytes: size, mediaType: type };
    },
    get: (fileId) => files.open({ id: fileId, name: '', size: 0, type: '' }),
  };
}
