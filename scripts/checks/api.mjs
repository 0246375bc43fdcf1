/** The reports of what the packages export are those that `npm run api` would write now. */
import { staleReports } from '../api-reports.mjs';

export async function checkApi() {
  const stale = await staleReports();
  return stale.length === 0 ? [] : [...stale.map(({ path, reason }) => `${path} ${reason}`), '运行 npm run api 更新。(Run npm run api.)'];
}
