/** `npm run fix`: formats and makes the safe fixes of the linter. */
import { runChild } from './child.mjs';

process.exitCode = await runChild('biome', ['check', '--write', ...process.argv.slice(2)], { shell: process.platform === 'win32' });
