/** Every table of the catalogue is read without a remark, decides its examples, and has no finding that nobody explained. */
import { readFileSync } from 'node:fs';
import { readDmnFiles, writeDmn } from '@tongban/dmn';
import type { DecisionModel } from '@tongban/model';
import { analyseTable, type ExamplesFile, runExamples } from '@tongban/tables';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRuleTable, RULE_TABLES, type RuleTableFiles } from './rule-tables.ts';

const folder = new URL('../rules/', import.meta.url);
const environment = { now: Date.UTC(2026, 10, 22, 2), offsetMinutes: 480 };

const texts = new Map<string, RuleTableFiles>();
let models: Awaited<ReturnType<typeof readDmnFiles>>;

beforeAll(async () => {
  for (const { id } of RULE_TABLES) texts.set(id, await loadRuleTable(id, async (path) => readFileSync(new URL(path, folder), 'utf8')));
  models = await readDmnFiles(Object.fromEntries([...texts].map(([id, { dmn }]) => [id, dmn])));
});

it('holds DT-01 to DT-40', () => {
  expect(RULE_TABLES.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, index) => `DT-${String(index + 1).padStart(2, '0')}`));
});

describe.each(RULE_TABLES)('$id $name', ({ id, name }) => {
  const read = (): { readonly model: DecisionModel; readonly file: ExamplesFile; readonly dmn: string } => {
    const { dmn, examples } = texts.get(id) as RuleTableFiles;
    return { model: models[id]?.model as DecisionModel, file: JSON.parse(examples) as ExamplesFile, dmn };
  };

  it('is read without a remark, with the source of every row', async () => {
    expect(models[id]?.problems.filter(({ code }) => code !== 'DMN_ELEMENT_IGNORED')).toEqual([]);
    const { model, dmn } = read();
    expect(model.name).toBe(name);
    expect(await writeDmn(model, { original: dmn })).toBe(dmn);
    const tables = model.decisions.flatMap(({ logic }) => (logic?.kind === 'table' ? [logic] : []));
    for (const { rules } of tables) expect(rules.filter(({ annotations }) => (annotations[0] ?? '') === '')).toEqual([]);
  });

  it('decides its examples', () => {
    const { model, file } = read();
    expect(file.decision).toBe(id);
    expect(file.examples.length).toBeGreaterThan(1);
    const failed = runExamples(model, file, environment).filter(({ passed }) => !passed);
    expect(failed.map(({ example, actual, rules }) => ({ name: example.name, expected: example.expected, actual, rules }))).toEqual([]);
  });

  it('has no finding that nobody explained', () => {
    const { model, file } = read();
    const accepted = new Set((file.accepted ?? []).map(({ kind, decision = id }) => `${decision} ${kind}`));
    const found = new Set<string>();
    for (const { id: decision, logic } of model.decisions) {
      if (logic?.kind !== 'table') continue;
      for (const { kind, problem } of analyseTable(logic, { name: decision }).findings) {
        found.add(`${decision} ${kind}`);
        if (!accepted.has(`${decision} ${kind}`)) expect.soft(problem.sentences.en).toBe('');
      }
    }
    expect(found).toEqual(accepted);
  });
});
