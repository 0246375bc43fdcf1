import { type CaseService, type FileRef, TongbanError } from '@tongban/model';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from './test-support/office.ts';
import { uploadFile } from './upload-file.ts';

const PART = 512 * 1024;
const contents = Uint8Array.from({ length: 3 * PART + 7 }, (_, at) => at % 253);
const file = new File([contents], '图纸.pdf', { type: 'application/pdf' });

let office: Office;
/** Parts that reached the service. */
let parts: number[];

beforeEach(async () => {
  office = await openOffice();
  parts = [];
});

/** The service of the window; `before` may break the way to it, `after` the way back. */
function serviceWith(way: { before?: () => void; after?: () => void } = {}): CaseService {
  const direct = office.service('window');
  return {
    ...direct,
    continueUpload: async (part) => {
      way.before?.();
      const state = await direct.continueUpload(part);
      parts.push(part.offset);
      way.after?.();
      return state;
    },
  };
}

interface Watch {
  readonly stop: AbortController;
  readonly shares: number[];
  waits: number;
  readonly sent: Promise<FileRef>;
}

function send(service: CaseService, of: File = file): Watch {
  const stop = new AbortController();
  const shares: number[] = [];
  const watch = { stop, shares, waits: 0 };
  const onWaiting = (): void => {
    watch.waits++;
    setTimeout(() => dispatchEvent(new Event('online')));
  };
  const sent = uploadFile(service, of, { signal: stop.signal, onProgress: (share) => shares.push(share), onWaiting });
  return Object.assign(watch, { sent });
}

const unreachable = (): never => {
  throw new TongbanError('TEST', { 'zh-CN': '断了', en: 'cut' }, { kind: 'unavailable' });
};

describe('a file is sent in parts', () => {
  it('with growing progress, and is at the service what it was here', async () => {
    const { sent, shares } = send(serviceWith());
    const { fileId, digest, bytes } = await sent;
    expect(bytes).toBe(contents.byteLength);
    expect(digest).toMatch(/^sha256:/);
    expect(new Uint8Array((await office.service('window').getFile(fileId)).bytes)).toEqual(contents);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(parts).toEqual([0, PART, 2 * PART, 3 * PART]);
  });

  it('over a connection that breaks on the way there and back: every part arrives, none twice', async () => {
    let calls = 0;
    const watch = send(
      serviceWith({
        before: () => (calls++ === 1 ? unreachable() : undefined),
        after: () => (parts.length === 3 || parts.length === 4 ? unreachable() : undefined),
      }),
    );
    await watch.sent;
    expect(watch.waits).toBe(3);
    expect(parts).toEqual([0, PART, 2 * PART, 3 * PART]);
  });

  it('and goes on where it stopped when it was paused; a file sent before is not sent again', async () => {
    const first = send(
      serviceWith({
        after: () => (parts.length === 2 ? first.stop.abort() : undefined),
      }),
    );
    await expect(first.sent).rejects.toThrow();
    const again = send(serviceWith());
    const { fileId } = await again.sent;
    expect(again.shares[0]).toBeGreaterThan(0.6);
    expect(parts).toEqual([0, PART, 2 * PART, 3 * PART]);
    expect((await send(serviceWith()).sent).fileId).toBe(fileId);
    expect(parts).toHaveLength(4);
  });

  it('stops at once at what people must hear of', async () => {
    const refused = new TongbanError('RUNTIME_FILE_REFUSED', { 'zh-CN': '有病毒', en: 'virus' });
    const watch = send(
      serviceWith({
        before: () => {
          throw refused;
        },
      }),
    );
    await expect(watch.sent).rejects.toBe(refused);
    expect(watch.waits).toBe(0);
  });

  it('goes whole where the host keeps no parts', async () => {
    const direct = office.service('window');
    const { sent } = send({ ...direct, beginUpload: async () => ({ whole: true }) });
    expect((await sent).bytes).toBe(contents.byteLength);
  });
});
