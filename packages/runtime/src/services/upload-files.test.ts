import { isTongbanError, type UploadOffer, type UploadState } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { sha256OfBytes } from '../audit/digest.ts';
import { people } from '../testing/small-measure.ts';
import { SmallOffice } from '../testing/small-office.ts';

const PART = 512 * 1024;
const bytes = Uint8Array.from({ length: PART + 1000 }, (_, at) => at % 251);
const offer: UploadOffer = { name: '图纸.pdf', mediaType: 'application/pdf', bytes: bytes.byteLength, digest: sha256OfBytes(bytes) };

/** Where an unfinished upload stands. */
function open(state: UploadState): { readonly uploadId: string; readonly offset: number; readonly partBytes: number } {
  if (!('uploadId' in state)) throw new Error(`Not open: ${JSON.stringify(state)}`);
  return state;
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => (isTongbanError(error) ? error.code : error),
  );

async function sendAll(service: ReturnType<SmallOffice['as']>, name = offer.name): Promise<UploadState> {
  let state = await service.beginUpload({ ...offer, name });
  while ('uploadId' in state) {
    const { uploadId, offset, partBytes } = state;
    state = await service.continueUpload({ uploadId, offset, bytes: bytes.slice(offset, offset + partBytes) });
  }
  return state;
}

describe('files in parts', () => {
  it('are whole after the last part, with the digest that was announced, and stand in no state before', async () => {
    const office = await SmallOffice.open();
    const service = office.as(people.applicant);
    const begun = open(await service.beginUpload(offer));
    expect(begun).toMatchObject({ offset: 0, partBytes: PART });
    expect(await codeOf(service.getFile(begun.uploadId))).toBe('RUNTIME_FILE_UNKNOWN');
    const state = await sendAll(service);
    expect(state).toMatchObject({ file: { name: '图纸.pdf', bytes: bytes.byteLength, digest: offer.digest } });
    const { fileId } = (state as { readonly file: { readonly fileId: string } }).file;
    expect(sha256OfBytes((await service.getFile(fileId)).bytes)).toBe(offer.digest);
    expect(await codeOf(service.continueUpload({ uploadId: begun.uploadId, offset: 0, bytes: bytes.slice(0, 1) }))).toBe(
      'RUNTIME_UPLOAD_UNKNOWN',
    );
  });

  it('go on where they stopped; a part that is not the next changes nothing', async () => {
    const service = (await SmallOffice.open()).as(people.applicant);
    const { uploadId } = open(await service.beginUpload(offer));
    const first = { uploadId, offset: 0, bytes: bytes.slice(0, 10) };
    expect(await service.continueUpload(first)).toMatchObject({ offset: 10 });
    expect(await service.continueUpload(first)).toMatchObject({ offset: 10 });
    expect(await service.continueUpload({ ...first, offset: 30 })).toMatchObject({ offset: 10 });
    expect(await service.beginUpload(offer)).toMatchObject({ uploadId, offset: 10 });
    expect(await sendAll(service)).toHaveProperty('file');
  });

  it('that the same person has sent before are known again, under each name once; others learn nothing of them', async () => {
    const office = await SmallOffice.open();
    const service = office.as(people.applicant);
    const first = await sendAll(service);
    expect(await service.beginUpload(offer)).toEqual(first);
    expect(await service.beginUpload({ ...offer, name: '副本.pdf' })).toMatchObject({ file: { name: '副本.pdf', digest: offer.digest } });
    expect(await office.as(people.window).beginUpload(offer)).toHaveProperty('uploadId');
  });

  it('of others cannot be gone on with, and what does not fit is refused', async () => {
    const office = await SmallOffice.open();
    const service = office.as(people.applicant);
    const { uploadId } = open(await service.beginUpload(offer));
    const part = { uploadId, offset: 0, bytes: bytes.slice(0, 10) };
    expect(await codeOf(office.as(people.window).continueUpload(part))).toBe('RUNTIME_UPLOAD_UNKNOWN');
    expect(await codeOf(service.continueUpload({ ...part, bytes: bytes.slice(0, PART + 1) }))).toBe('RUNTIME_UPLOAD_WRONG');
    expect(await codeOf(service.continueUpload({ ...part, offset: bytes.byteLength }))).toBe('RUNTIME_UPLOAD_WRONG');
    expect(await codeOf(service.beginUpload({ ...offer, digest: 'md5:1' }))).toBe('RUNTIME_UPLOAD_WRONG');
    expect(await codeOf(service.beginUpload({ ...offer, bytes: 2 ** 30 }))).toBe('RUNTIME_FILE_TOO_LARGE');
  });

  it('that arrive damaged are dropped', async () => {
    const service = (await SmallOffice.open()).as(people.applicant);
    const small = { ...offer, bytes: 4 };
    const { uploadId } = open(await service.beginUpload(small));
    expect(await codeOf(service.continueUpload({ uploadId, offset: 0, bytes: Uint8Array.of(1, 2, 3, 4) }))).toBe('RUNTIME_UPLOAD_DAMAGED');
    expect(open(await service.beginUpload(small)).uploadId).not.toBe(uploadId);
  });

  it('are forgotten after a week, and beyond twenty the oldest are', async () => {
    const office = await SmallOffice.open();
    const service = office.as(people.applicant);
    const ids = new Set<string>();
    for (let at = 0; at < 22; at++) ids.add(open(await service.beginUpload({ ...offer, name: `${at}.pdf` })).uploadId);
    const tenant = people.applicant.tenant;
    const count = async (): Promise<number> => (await office.engine.storage.files.uploads?.of(tenant, people.applicant.id))?.length ?? 0;
    expect(ids.size).toBe(22);
    expect(await count()).toBe(20);
    office.clock.advanceTo(office.clock.now() + 8 * 86_400_000);
    await service.beginUpload({ ...offer, name: 'later.pdf' });
    expect(await count()).toBe(1);
  });
});

describe('the check of the host', () => {
  it('refuses a file with its reason, sent whole or in parts; one that could not be checked can be sent on', async () => {
    let verdict: 'clean' | 'virus' | 'gone' = 'virus';
    const office = await SmallOffice.open({
      checkFile: ({ content, digest }) => {
        expect(sha256OfBytes(content)).toBe(digest);
        if (verdict === 'gone') throw new Error('scanner');
        return verdict === 'clean' ? { ok: true } : { ok: false, reason: '含有病毒。' };
      },
    });
    const service = office.as(people.applicant);
    const whole = { name: 'a.pdf', mediaType: 'application/pdf', bytes: Uint8Array.of(1) };
    await expect(service.putFile(whole)).rejects.toMatchObject({
      code: 'RUNTIME_FILE_REFUSED',
      sentences: { 'zh-CN': expect.stringContaining('含有病毒。') },
    });
    expect(await codeOf(sendAll(service))).toBe('RUNTIME_FILE_REFUSED');
    verdict = 'gone';
    expect(await codeOf(service.putFile(whole))).toBe('RUNTIME_FILE_NOT_CHECKED');
    expect(await codeOf(sendAll(service))).toBe('RUNTIME_FILE_NOT_CHECKED');
    verdict = 'clean';
    expect(open(await service.beginUpload(offer)).offset).toBe(bytes.byteLength);
    expect(await sendAll(service)).toHaveProperty('file');
  });
});
