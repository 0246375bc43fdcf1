/** DT-01 to DT-40 in the designer: each is shown, checked and tried, and stays what it was. */

import { writeDmn } from '@tongban/dmn';
import { onPage, settled } from '@tongban/element-kit/testing';
import { RULE_TABLES } from '@tongban/measures';
import type { DecisionTable } from '@tongban/model';
import { html } from 'lit';
import { beforeAll, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import './define.ts';
import type { TableDesigner } from './table-designer.ts';
import type { TableChangeEvent } from './table-events.ts';
import { type RuleDecision, type RuleFile, ruleFiles } from './test-support/rule-tables.ts';

let files: readonly RuleFile[];

beforeAll(async () => {
  files = await ruleFiles();
});

interface Opened {
  readonly designer: TableDesigner;
  told(): DecisionTable | undefined;
  text(selector: string): string;
}

async function opened({ model, examples }: RuleFile, { decision, table }: RuleDecision): Promise<Opened> {
  const own = examples.examples.filter((example) => (example.decision ?? examples.decision) === decision.id);
  const page = await onPage(html`<tb-table-designer
    .table=${table} .model=${model} .given=${examples.given ?? {}} .examples=${own}
    decision-id=${decision.id} label=${decision.name}
  ></tb-table-designer>`);
  const designer = page.querySelector('tb-table-designer') as TableDesigner;
  let told: DecisionTable | undefined;
  designer.addEventListener('tb-table-change', (event: TableChangeEvent) => {
    told = event.table;
  });
  return { designer, told: () => told, text: (selector) => designer.renderRoot.querySelector(selector)?.textContent?.trim() ?? '' };
}

describe.each(RULE_TABLES)('$id $name', ({ id }) => {
  test('is shown whole, its examples come out as expected, and it is written back as it was after an edit and its undo', async () => {
    const file = files.find((one) => one.id === id) as RuleFile;
    const { dmn, model, examples, decisions } = file;
    for (const one of decisions) {
      const { decision, table } = one;
      const { designer, told, text } = await opened(file, one);
      expect(designer.renderRoot.querySelectorAll('.grid .row')).toHaveLength(table.rules.length);
      expect(designer.renderRoot.querySelectorAll('.cell.wrong')).toHaveLength(0);
      const tried = examples.examples.filter((example) => (example.decision ?? examples.decision) === decision.id);
      if (tried.length > 0) await expect.poll(() => text('.examples .badge')).toBe(`${tried.length} 个全部相符`);
      const accepted = new Set((examples.accepted ?? []).filter((each) => (each.decision ?? id) === decision.id).map(({ kind }) => kind));
      await expect.poll(() => designer.findings).toBeDefined();
      const unexplained = designer.findings?.filter(({ kind }) => !accepted.has(kind)) ?? [];
      expect(unexplained.map(({ problem }) => problem.sentences['zh-CN'])).toEqual([]);

      await designer.select(table.rules[0]?.id ?? '');
      await userEvent.keyboard('{Control>}-{/Control}');
      expect(told()?.rules).toHaveLength(table.rules.length - 1);
      designer.undo();
      await settled();
      const decided = model.decisions.map((each) => (each.id === decision.id ? { ...each, logic: told() as DecisionTable } : each));
      expect(await writeDmn({ ...model, decisions: decided }, { original: dmn })).toBe(dmn);
    }
  });
});
