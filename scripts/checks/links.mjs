/** Every relative link and picture of the documents leads to a file that is there, and every anchor to a heading. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { filesBelow, root, shown } from '../workspace.mjs';

const LINK = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;

export function checkLinks() {
  return filesBelow(root, (path) => path.endsWith('.md')).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return linkTargets(text).flatMap((target) => {
      const [file, anchor] = target.split('#');
      const full = file === '' ? path : resolve(dirname(path), decodeURIComponent(file));
      if (!existsSync(full)) return [`${shown(path)} links to ${target}, which does not exist`];
      if (!anchor || !full.endsWith('.md') || !statSync(full).isFile()) return [];
      return anchors(readFileSync(full, 'utf8')).has(decodeURIComponent(anchor))
        ? []
        : [`${shown(path)} links to ${target}, which has no such heading`];
    });
  });
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
