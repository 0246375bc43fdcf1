/** Every rule of a SPEC.md has a test whose title starts with its id, and every id in a test title is a rule. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, rooms, shown } from '../workspace.mjs';

// A rule is written `### XG1 …`, `- **XG1** …`, `**XG1** …` or as the first cell of a table row.
const RULE = /^\s*(?:#{1,6}\s+(?:\*\*)?|(?:(?:[-*]|\d+\.)\s+)?\*\*|\|\s*(?:\*\*)?)([A-Z]{2,}\d+[a-z]?)\b/gm;

// `test('XG1 …`, `it.each(…)('XG1, XG2 …`, `describe('XG3 …`.
const TITLE = /(?:\b(?:test|it|describe)(?:\.\w+)*|\))\s*\(\s*(['"`])([A-Z]{2,}\d+[a-z]?(?:(?:, | and |\/)[A-Z]{2,}\d+[a-z]?)*)\b/g;

export function checkSpec() {
  return rooms('packages').flatMap(({ path, folder }) => {
    const specPath = join(path, 'SPEC.md');
    const rules = existsSync(specPath) ? ruleIds(readFileSync(specPath, 'utf8')) : [];
    const titled = new Map();
    for (const file of filesBelow(path, (name) => /\.tsx?$/.test(name)))
      for (const id of titleIds(readFileSync(file, 'utf8'))) titled.set(id, file);
    return [
      ...rules.filter((id, index) => rules.indexOf(id) !== index).map((id) => `${folder}/SPEC.md states ${id} twice`),
      ...[...new Set(rules)].filter((id) => !titled.has(id)).map((id) => `${folder}/SPEC.md: no test title starts with ${id}`),
      ...[...titled]
        .filter(([id]) => !rules.includes(id))
        .map(([id, file]) => `${shown(file)}: the test title names ${id}, which ${folder}/SPEC.md does not state`),
    ];
  });
}

/** The ids of the rules that a specification states, in order. */
export function ruleIds(markdown) {
  return [...markdown.matchAll(RULE)].map((match) => match[1]);
}

/** The ids that test titles in a source start with. */
export function titleIds(source) {
  return [...source.matchAll(TITLE)].flatMap((match) => match[2].split(/, | and |\//));
}
