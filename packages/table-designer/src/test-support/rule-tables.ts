/** The rules of the catalogue with their examples, read as a page reads them. */
import { readDmnFiles } from '@tongban/dmn';
import { loadRuleTable, RULE_TABLES } from '@tongban/measures';
import type { Decision, DecisionModel, DecisionTable } from '@tongban/model';
import type { ExamplesFile } from '@tongban/tables';

/** A decision with a table, and the file that it stands in. */
export interface RuleDecision {
  readonly decision: Decision;
  readonly table: DecisionTable;
}

/** One file of rules. */
export interface RuleFile {
  readonly id: string;
  readonly dmn: string;
  readonly model: DecisionModel;
  readonly examples: ExamplesFile;
  readonly decisions: readonly RuleDecision[];
}

/** Every file, in the order of the catalogue. */
export async function ruleFiles(): Promise<readonly RuleFile[]> {
  const texts = await Promise.all(RULE_TABLES.map(async ({ id }) => [id, await loadRuleTable(id, read)] as const));
  const models = await readDmnFiles(Object.fromEntries(texts.map(([id, { dmn }]) => [id, dmn])));
  return texts.map(([id, { dmn, examples }]): RuleFile => {
    const model = models[id]?.model;
    if (model === undefined) throw new Error(`${id} cannot be read`);
    return {
      id,
      dmn,
      model,
      examples: JSON.parse(examples) as ExamplesFile,
      decisions: model.decisions.flatMap((decision) => (decision.logic?.kind === 'table' ? [{ decision, table: decision.logic }] : [])),
    };
  });
}

async function read(path: string): Promise<string> {
  const answer = await fetch(new URL(`../../../measures/rules/${path}`, import.meta.url));
  return answer.text();
}
