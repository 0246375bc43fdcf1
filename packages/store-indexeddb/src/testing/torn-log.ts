/** What a kill in the middle of a write leaves in the files of Chromium: a record of which there is no more than its head. */
import { appendFileSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** Checksum, length and kind (all of it) of a record of LevelDB; what it announces is missing. */
const HEAD = Buffer.from([0x12, 0x34, 0x56, 0x78, 0xf4, 0x01, 0x01]);

/** Leaves half a record at the end of what the browser of this profile has kept, and says how often; it must not run. */
export function tearLog(profile: string): number {
  const logs = globSync(join(profile, '**/*.indexeddb.leveldb/*.log'));
  for (const log of logs) appendFileSync(log, HEAD);
  return logs.length;
}
