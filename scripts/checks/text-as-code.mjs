/** Nothing of ours turns text into code, neither the sources nor what is built from them, libraries included; and fonts are files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForSizes } from '../sizes.mjs';
import { filesBelow, rooms, root, shown } from '../workspace.mjs';

const FORBIDDEN = [
  /\bnew\s+Function\s*\(/,
  /(?<![.\w$])eval\s*\(/,
  /(?<![.\w$])Function\s*\(\s*["'`]/,
  /\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
];

const FONT_IN_TEXT = /["'`(]data:(?:font|application\/(?:octet-stream|x?-?font))/;

export function checkSources() {
  const sources = ['packages', 'examples'].flatMap((folder) =>
    filesBelow(join(root, folder), (path) => /\.(tsx?|mjs|js|html)$/.test(path)),
  );
  return sources.flatMap((path) => occurrences(path, withoutComments(readFileSync(path, 'utf8'))));
}

export async function checkBundles() {
  await bundleForSizes();
  const folders = [
    ...rooms('packages').map((room) => join(room.path, 'dist')),
    ...rooms('examples').map((room) => join(room.path, 'dist')),
    join(root, '.cache/sizes'),
  ];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => filesBelow(folder, (path) => /\.m?js$/.test(path)))
    .flatMap((path) => {
      const text = withoutComments(readFileSync(path, 'utf8'));
      return [
        ...occurrences(path, text),
        ...(FONT_IN_TEXT.test(text) ? [`${shown(path)} holds a font as a data: address, which a strict policy blocks`] : []),
      ];
    });
}

function occurrences(path, text) {
  return FORBIDDEN.flatMap((pattern) => {
    const match = pattern.exec(text);
    if (match === null) return [];
    const line = text.slice(0, match.index).split('\n').length;
    const around = text.slice(Math.max(0, match.index - 60), match.index + 40).replaceAll('\n', ' ');
    return [`${shown(path)}:${line} makes code from text: …${around}…`];
  });
}

/** The text with whole-line and block comments blanked, lines kept. */
function withoutComments(text) {
  return text.replace(/^\s*\/\/.*$/gm, '').replace(/^\s*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ''));
}
