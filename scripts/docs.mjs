/** `npm run docs`: writes the generated pages of the reference, and removes those whose subject is gone. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { referencePages, staleDocs } from './reference-pages.mjs';
import { root } from './workspace.mjs';

const pages = await referencePages();
for (const { path } of await staleDocs()) if (!pages.has(path)) rmSync(join(root, path));
for (const [path, text] of pages) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log(`已生成 ${pages.size} 页参考文档 (wrote ${pages.size} pages)`);
