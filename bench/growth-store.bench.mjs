/** What a transition and a page of the inbox cost on SQLite while 1,000, 10,000 and 100,000 cases wait: they must stay flat. */
import { microsecondsEach } from './measure.mjs';
import { openFilled } from './reference-flow/filled.mjs';

const SIZES = [1_000, 10_000, 100_000];
const FLAT = 1.5;

export const title = 'Growth: SQLite with 1,000 to 100,000 waiting cases';
export const unit = 'µs';

export async function run() {
  const stores = [];
  for (const size of SIZES) stores.push(await openFilled(size));
  const works = {
    transition: 'transition',
    'inbox page': 'inbox',
    'inbox, next page': 'inboxNext',
    'cases started': 'started',
    'red cases': 'red',
  };
  const results = {};
  const limits = [];
  for (const [name, work] of Object.entries(works)) {
    const each = await microsecondsEach(Object.fromEntries(stores.map((store) => [store.size, store[work]])));
    for (const { size } of stores)
      results[`${name}, ${size.toLocaleString('en')} cases`] = each[size] / (work === 'transition' ? stores[0].transitions : 1);
    limits.push({ text: `${name}: 100,000 cases against 1,000`, ratio: each[SIZES.at(-1)] / each[SIZES[0]], atMost: FLAT });
  }
  for (const store of stores) await store.close();
  return { results, limits };
}
