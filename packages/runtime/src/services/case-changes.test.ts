import type { ChangeNotice } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { StopSignal } from '../engine/stop-signal.ts';
import { rest } from '../testing/rest.ts';
import { people } from '../testing/small-measure.ts';
import { SmallOffice } from '../testing/small-office.ts';

// Reads what comes until nothing has come for a while.
async function listen(office: SmallOffice, actor: typeof people.land, work: () => Promise<unknown>, cursor?: string) {
  const signal = new StopSignal();
  const notices: ChangeNotice[] = [];
  const reading = (async () => {
    for await (const notice of office.as(actor).changes({ signal, ...(cursor === undefined ? {} : { cursor }) })) notices.push(notice);
  })();
  await rest();
  await work();
  await rest();
  signal.stop();
  await reading;
  return notices;
}

describe('changes', () => {
  it('tell whoever may see the case, and nobody else', async () => {
    const office = await (await SmallOffice.open()).filed();
    const accept = () => office.tryComplete(people.window, 'check', {}, { outcome: 'accept' });
    const [land, other] = await Promise.all([listen(office, people.land, accept), listen(office, people.other, async () => {})]);
    expect(other).toEqual([]);
    expect(land).toMatchObject([{ caseId: office.caseId, kinds: expect.arrayContaining(['taskCompleted', 'taskOpened']) }]);
  });

  it('go on from a cursor', async () => {
    const office = await (await SmallOffice.open()).filed();
    const all = await listen(office, people.window, async () => {}, '0');
    expect(all).toHaveLength(1);
    const later = await listen(
      office,
      people.window,
      () => office.tryComplete(people.window, 'check', {}, { outcome: 'accept' }),
      all[0]?.cursor ?? '',
    );
    expect(later[0]?.kinds).toContain('taskCompleted');
    expect(await listen(office, people.window, async () => {}, later.at(-1)?.cursor ?? '')).toEqual([]);
    const wrong = office.as(people.window).changes({ cursor: 'x', signal: new StopSignal() });
    await expect(wrong[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'RUNTIME_CURSOR_INVALID' });
  });
});
