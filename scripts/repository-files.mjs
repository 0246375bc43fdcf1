/** The files that are, or would be, part of a commit: what a fresh clone holds. Files that git ignores are not among them. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './child.mjs';
import { root } from './workspace.mjs';

/** Paths relative to the root, with forward slashes; a file that was deleted but not yet committed is left out. */
export async function repositoryFiles() {
  const { code, output } = await capture('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  if (code !== 0) throw new Error(`git could not list the files: ${output.trim()}`);
  return output.split('\0').filter((file) => file !== '' && statSync(join(root, file), { throwIfNoEntry: false })?.isFile());
}
