/** Files on their way, loaded with the first field of files on a page. */
export { UploadLines } from './upload-lines.tsx';
export { UploadQueue } from './upload-queue.ts';
