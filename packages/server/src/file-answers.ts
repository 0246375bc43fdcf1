/** Files travel as raw bytes beside the JSON routes: one upload is one body, and a download can never be run by the page. */
import type { CaseService } from '@tongban/model';
import { readBytes } from './read-json.ts';

/** Largest upload in bytes. */
export const MAX_FILE_BYTES: number = 50 * 1024 * 1024;

/** Keeps the body as a file and answers with its reference. */
export async function putFile(cases: CaseService, request: Request, name: string): Promise<Response> {
  const bytes = await readBytes(request, MAX_FILE_BYTES);
  const mediaType = request.headers.get('content-type') ?? 'application/octet-stream';
  return Response.json(await cases.putFile({ name, mediaType, bytes }), { status: 201 });
}

/** Answers with a file as a download. */
export async function getFile(cases: CaseService, fileId: string): Promise<Response> {
  const file = await cases.getFile(fileId);
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
