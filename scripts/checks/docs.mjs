/** The generated pages of the reference are those that `npm run docs` would write now. */
import { staleDocs } from '../reference-pages.mjs';

export async function checkDocs() {
  const stale = await staleDocs();
  return stale.length === 0 ? [] : [...stale.map(({ path, reason }) => `${path} ${reason}`), '运行 npm run docs 更新。(Run npm run docs.)'];
}
