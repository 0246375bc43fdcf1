/**
 * The development portal: engine, API and pages in one process on one SQLite file.
 * Settings: `PORT` (0 or taken: a free one), `TONGBAN_DATA` (folder of the database, default `./data`), `TONGBAN_DEMONSTRATION` (`off`: no cases
 * are made up on the first start).
 */
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { compileMeasure } from '@tongban/compile';
import { createCaseService, createEngine, createMeasureService } from '@tongban/runtime';
import { createApi } from '@tongban/server';
import { openSqlite } from '@tongban/store-sqlite';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { demonstrationSeals, keptKey } from './host/demonstration-seals.ts';
import { identify } from './host/development-identity.ts';
import { listen } from './host/listen.ts';
import { servePages } from './host/pages.ts';
import { ABOVE, COUNTIES, PEOPLE, PROVINCE } from './host/people.ts';
import { prepareCounty } from './host/prepare-county.ts';
import { prepareProvince } from './host/prepare-province.ts';

const DEFAULT_PORT = 8420;
const data = resolve(process.env['TONGBAN_DATA'] ?? 'data');
const clock = { now: () => Date.now() };
const newId = () => randomUUID();
/** One process owns the file: work that a crash interrupted is taken up again soon. */
const LEASE_MS = 5_000;
/** Largest content that the demonstration seals. */
const MAX_SEALED_BYTES = 1024 * 1024;

const store = await openSqlite({ path: join(data, 'tongban.db') });
const seals = demonstrationSeals({ files: store.files, clock, key: await keptKey(join(data, 'demonstration-seal.key')) });
const engine = createEngine({
  store,
  clock,
  newId,
  leaseMs: LEASE_MS,
  checkSeal: seals.check,
  directory: {
    person: async (tenant, id) => PEOPLE.find((person) => person.tenant === tenant && person.id === id),
    search: async (tenant, text, limit) =>
      PEOPLE.filter((person) => person.tenant === tenant && (person.name.includes(text) || person.id.includes(text))).slice(0, limit),
  },
  onFault: (fault) => console.error('后台任务出错（将自动重试）', fault),
});
console.log('准备各县的措施…');
const demonstration = process.env['TONGBAN_DEMONSTRATION'] !== 'off';
for (const county of COUNTIES) await prepareCounty(engine, county, { now: clock.now(), demonstration });
if (demonstration) await prepareProvince(engine);
engine.startLoop((ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
});

const api = createApi({
  identify,
  cases: (actor) => createCaseService(engine, actor),
  host: (actor) => engine.as(actor),
  measures: (actor) => createMeasureService({ storage: store, clock, actor, compile: compileMeasure, above: ABOVE[actor.tenant] ?? [] }),
  newId,
  onFault: (incidentId, error) => console.error(`错误 ${incidentId}`, error),
});
const app = new Hono();
app.get('/development/people', (context) => context.json({ counties: [...COUNTIES, PROVINCE], people: PEOPLE }));
app.post('/development/seals', bodyLimit({ maxSize: MAX_SEALED_BYTES }), async (context) => {
  const actor = await identify(context.req.raw);
  if (actor === undefined) return context.body(null, 401);
  const order: unknown = await context.req.json().catch(() => undefined);
  const sealed = await seals.seal(actor, createCaseService(engine, actor), order);
  return sealed === undefined ? context.body(null, 400) : context.json(sealed);
});
app.all('/api/*', (context) => api.fetch(context.req.raw));
servePages(app);

const listening = await listen(app.fetch, Number(process.env['PORT'] ?? DEFAULT_PORT));
console.log(`通办门户已启动：${listening.address}`);
console.log(`数据保存在 ${data}，按 Ctrl+C 停止。`);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await engine.stop();
  await listening.close();
  await engine.close();
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
