import { describe, expect, it } from 'vitest';
import { people } from '../testing/small-measure.ts';
import { codesOf, SmallOffice } from '../testing/small-office.ts';

const scan = { name: '扫描件.pdf', mediaType: 'application/pdf', bytes: Uint8Array.of(37, 80) };

describe('files', () => {
  it('are read by whoever put them, and by those who see a field that holds them', async () => {
    const office = await (await SmallOffice.open()).start();
    const ref = await office.as(people.applicant).putFile(scan);
    expect(ref).toMatchObject({ name: '扫描件.pdf', bytes: 2, mediaType: 'application/pdf' });
    const read = async (actor: typeof people.land) =>
      office
        .as(actor)
        .getFile(ref.fileId)
        .then(
          ({ bytes }) => [...bytes],
          ({ code }) => code,
        );
    expect(await read(people.applicant)).toEqual([37, 80]);
    expect(await read(people.window)).toBe('RUNTIME_FILE_UNKNOWN');
    await office.complete(people.applicant, 'apply', { 'F-01': { reason: '早开工', scan: [{ ...ref }] } });
    expect(await read(people.window)).toEqual([37, 80]);
    for (const actor of [people.land, people.other, people.stranger]) expect(await read(actor)).toBe('RUNTIME_FILE_UNKNOWN');
  });

  it('of others cannot be slipped into a form to read them', async () => {
    const office = await (await SmallOffice.open()).start();
    const secret = await office.as(people.window).putFile(scan);
    const steal = (fileId: string) =>
      office.tryComplete(people.applicant, 'apply', { 'F-01': { reason: '看看', scan: [{ ...secret, fileId }] } });
    expect(codesOf(await steal(secret.fileId))).toEqual(['RUNTIME_FILE_UNKNOWN']);
    expect(codesOf(await steal('nothing'))).toEqual(['RUNTIME_FILE_UNKNOWN']);
  });
});
