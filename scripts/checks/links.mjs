/** Every relative link and picture of the documents leads to a file of the repository, and every anchor to a heading. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { repositoryFiles } from '../repository-files.mjs';
import { root, shown } from '../workspace.mjs';

const LINK = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;

export async function checkLinks() {
  const files = (await repositoryFiles()).map((file) => join(root, file));
  const there = new Set(files.flatMap((path) => [path, ...foldersAbove(path)]));
  return files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      return linkTargets(text).flatMap((target) => {
        const [file, anchor] = target.split('#');
        const full = file === '' ? path : resolve(dirname(path), decodeURIComponent(file));
        if (!there.has(full)) return [`${shown(path)} links to ${target}, which is not in the repository`];
        if (!anchor || !full.endsWith('.md')) return [];
        return anchors(readFileSync(full, 'utf8')).has(decodeURIComponent(anchor))
          ? []
          : [`${shown(path)} links to ${target}, which has no such heading`];
      });
    });
}

function foldersAbove(path) {
  const folder = dirname(path);
  return folder.length < root.length ? [] : [folder, ...foldersAbove(folder)];
}

/** The targets inside the repository that a document links to; code is left out. */
export function linkTargets(markdown) {
  const prose = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(LINK)].map((match) => match[1]).filter((target) => !/^[a-z][a-z+.-]*:|^\/\//i.test(target));
}

/** The anchors that code hosts give to headings: lower case, without punctuation, spaces as hyphens. */
function anchors(markdown) {
  const prose = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const headings = [...prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => match[1]);
  const slug = (heading) =>
    heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
  return new Set(headings.map(slug));
}
