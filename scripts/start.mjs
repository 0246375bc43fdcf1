/** `npm start`: builds the pages of the portal when their sources changed, then runs its server until it is stopped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { buildPages } from './pages.mjs';
import { root, say } from './workspace.mjs';

const entry = join(root, 'examples/portal/src/server.ts');

if (!existsSync(entry)) {
  console.error('缺少 examples/portal/src/server.ts，无法启动。(examples/portal/src/server.ts is missing.)');
  process.exitCode = 1;
} else {
  await buildPages('portal');
  await buildPages('plain-page');
  say('启动服务', 'starting the server');
  const code = await runChild(process.execPath, [...process.execArgv, entry, ...process.argv.slice(2)]);
  // Stopping it is how everyone ends it: that is no failure.
  process.exitCode = code === 130 || code === 143 ? 0 : code;
}
