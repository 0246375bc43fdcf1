/** No file of the repository names a folder of the machine it was written on. */
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { capture } from '../child.mjs';
import { root } from '../workspace.mjs';

const BINARY = /\.(png|jpe?g|gif|ico|woff2?|ttf|eot|xlsx|pdf|zip)$/i;

export async function checkMachinePaths() {
  const { code, output } = await capture('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  if (code !== 0) return [`git could not list the files: ${output.trim()}`];
  const forbidden = machineFolders();
  return output
    .split('\0')
    .filter((file) => file !== '' && !BINARY.test(file))
    .flatMap((file) => {
      const path = join(root, file);
      if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
      const lines = readFileSync(path, 'utf8').split('\n');
      return lines.flatMap((line, index) => {
        const found = forbidden.find((folder) => line.includes(folder));
        return found === undefined ? [] : [`${file}:${index + 1} names ${found}`];
      });
    });
}

function machineFolders() {
  const parent = dirname(root);
  return [root, parent, homedir()].filter((folder) => folder.length > 2 && folder !== '/tmp').map((folder) => `${folder}/`);
}
