/**
 * A program to be killed: `node commit-forever.ts <file> <cases>` commits to several cases at once and, once a commit is
 * answered, writes `<case> <version>` to its output. It goes on where the file stands.
 */
import { writeSync } from 'node:fs';
import { openSqlite } from '../store.ts';
import { commitTo, TENANT } from './rows.ts';

const [path = '', cases = '1'] = process.argv.slice(2);
const storage = await openSqlite({ path });

await Promise.all(Array.from({ length: Number(cases) }, (_, at) => commitOn(`c${at}`)));

async function commitOn(caseId: string): Promise<never> {
  for (let version = (await storage.cases.load(TENANT, caseId))?.version ?? 0; ; ) {
    version += 1;
    const { kind } = await storage.cases.commit(commitTo(version, caseId));
    if (kind !== 'committed') throw new Error(`${caseId} ${version}: ${kind}`);
    writeSync(1, `${caseId} ${version}\n`);
  }
}
