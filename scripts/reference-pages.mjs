/** The pages of `docs/reference` that are made from the sources: one per error code, the list of codes, of packages, of elements. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementPages } from './element-manifest.mjs';
import { errorEntries } from './error-tables.mjs';
import { doors, filesBelow, ownDependencies, rooms, root, shown } from './workspace.mjs';

const ERRORS = 'docs/reference/errors';
const GENERATED = '<!-- Written by `npm run docs`; do not edit. -->';

/** What the HTTP API answers, by kind of error. */
const KINDS = {
  invalid: '400',
  unauthenticated: '401',
  forbidden: '403',
  notFound: '404',
  conflict: '409',
  tooLarge: '413',
  unavailable: '503',
  fault: '500',
};

/** Path → text of every generated page. */
export async function referencePages() {
  const entries = await errorEntries();
  const pages = new Map(entries.map((entry) => [`${ERRORS}/${entry.code}.md`, errorPage(entry)]));
  pages.set(`${ERRORS}/README.md`, errorIndex(entries));
  pages.set('docs/reference/packages.md', packagesPage());
  for (const [path, text] of elementPages()) pages.set(path, text);
  return pages;
}

/** The pages that are missing, outdated, or left over: `{ path, reason }`. */
export async function staleDocs() {
  const pages = await referencePages();
  const wrong = [...pages].flatMap(([path, text]) => {
    const full = join(root, path);
    if (!existsSync(full)) return [{ path, reason: 'is missing' }];
    return readFileSync(full, 'utf8') === text ? [] : [{ path, reason: 'is out of date' }];
  });
  const leftOver = filesBelow(join(root, ERRORS), (path) => path.endsWith('.md'))
    .map(shown)
    .filter((path) => !pages.has(path))
    .map((path) => ({ path, reason: 'belongs to no error code' }));
  return [...wrong, ...leftOver];
}

function errorPage({ room, code, en, 'zh-CN': zh, kind = 'invalid', causes, terms = {} }) {
  const lines = [`# ${code}`, '', GENERATED, '', zh, '', en, ''];
  for (const [name, values] of Object.entries(terms)) lines.push(...termList(name, values));
  if (causes) lines.push('## 常见原因 (usual causes)', '', causes, '');
  lines.push(
    '## 出处 (where it comes from)',
    '',
    `\`@tongban/${room}\` · kind \`${kind}\` · HTTP ${KINDS[kind]}`,
    '',
    '[所有错误代码 (all codes)](README.md)',
    '',
  );
  return lines.join('\n');
}

/** What a detail may be, and what that is called. */
function termList(name, values) {
  const rows = Object.entries(values).map(([value, term]) => `- \`${value}\`：${[...new Set([term['zh-CN'], term.en])].join(' / ')}`);
  return [`\`{${name}}\`：`, '', ...rows, ''];
}

function errorIndex(entries) {
  const lines = ['# 错误代码 (error codes)', '', GENERATED, '', '代码永久不变；句子里的 `{名称}` 由错误的 `details` 填入。', ''];
  for (const room of [...new Set(entries.map((entry) => entry.room))].sort()) {
    lines.push(`## ${room}`, '', '| 代码 | 含义 |', '| --- | --- |');
    for (const entry of entries.filter((each) => each.room === room))
      lines.push(`| [${entry.code}](${entry.code}.md) | ${inCell(entry['zh-CN'])} |`);
    lines.push('');
  }
  return lines.join('\n');
}

function packagesPage() {
  const lines = ['# 软件包 (packages)', '', GENERATED, '', '箭头只有一个方向：一个包只能导入它的 `package.json` 列出的包。', ''];
  lines.push('| 包 | 做什么 | 入口 | 导入 |', '| --- | --- | --- | --- |');
  for (const { name, manifest } of rooms('packages')) {
    const own = ownDependencies(manifest).map((dependency) => dependency.replace('@tongban/', ''));
    const outside = Object.keys(manifest.dependencies ?? {}).filter((dependency) => !dependency.startsWith('@tongban/'));
    const entrances = doors(manifest).map(({ door }) => `\`${door}\``);
    const cells = [
      `[${manifest.name}](../../packages/${name}/README.md)`,
      inCell(manifest.description),
      entrances.join(' '),
      [...own, ...outside].join(', ') || '–',
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}

function inCell(text = '') {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}
