/** No file of the repository names a folder of the machine it was written on. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryFiles } from '../repository-files.mjs';
import { root } from '../workspace.mjs';

const BINARY = /\.(png|jpe?g|gif|ico|woff2?|ttf|eot|xlsx|pdf|zip)$/i;

export async function checkMachinePaths() {
  const forbidden = machineFolders();
  return (await repositoryFiles())
    .filter((file) => !BINARY.test(file))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n');
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
