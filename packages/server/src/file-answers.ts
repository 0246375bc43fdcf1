/** Files travel as raw bytes beside the JSON routes: one upload is one body, and a download can never be run by the page. */
import type { CaseService } from '@tongban/model';
import { readBytes } from './read-json.ts';

/** Largest upload in bytes. */
export const MAX_FILE_BYTES: number = 50 * 1024 * 1024;

/** Largest part of an upload in bytes. */
const MAX_PART_BYTES = 4 * 1024 * 1024;

/** A media type as RFC 9110 writes it, without parameters; anything else could not be a header, or says more than it should. */
const MEDIA_TYPE = /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}$/;

/** Keeps the body as a file and answers with its reference. */
export async function putFile(cases: CaseService, request: Request, name: string): Promise<Response> {
  const bytes = await readBytes(request, MAX_FILE_BYTES);
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim() || 'application/octet-stream';
  return Response.json(await cases.putFile({ name, mediaType, bytes }), { status: 201 });
}

/** Takes one part of an upload; one that broke off on its way is not taken at all. */
export async function putPart(cases: CaseService, request: Request, uploadId: string, offset: number): Promise<Response> {
  const bytes = await readBytes(request, MAX_PART_BYTES);
  return Response.json(await cases.continueUpload({ uploadId, offset, bytes }), { headers: { 'cache-control': 'no-store' } });
}

/** Answers with a file as a download. */
export async function getFile(cases: CaseService, fileId: string): Promise<Response> {
  const file = await cases.getFile(fileId);
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': MEDIA_TYPE.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodedName(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}

// RFC 8187: what stands outside of its characters is written in percents, halves of characters as the mark for what is unknown.
function encodedName(name: string): string {
  const whole = name.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  return encodeURIComponent(whole).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
