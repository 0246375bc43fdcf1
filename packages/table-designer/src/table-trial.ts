/**
 * Tries a table: values for its conditions, typed in words, what it decides and why, and saved examples with what must come out. FEEL is
 * loaded when it is first needed.
 */
import { CHINA_OFFSET_MINUTES } from '@tongban/element-kit';
import {
  type DecisionModel,
  type DecisionTable,
  type FeelExpression,
  inWords,
  type Json,
  type JsonObject,
  type Problem,
} from '@tongban/model';
import type { ExampleResult, TableExample } from '@tongban/tables';
import type { ColumnCells } from './sheet/column-cells.ts';
import type { CellReader } from './sheet/read-cell.ts';

/** The decision of a table that stands alone. */
export const ALONE = 'table';

const NOTHING: FeelExpression = { text: 'null', tree: { kind: 'null', at: [0, 4] }, reads: [] };

/** The table as a decision among others. */
export interface TriedDecision {
  readonly id: string;
  readonly model: DecisionModel;
  /** Values that hold for every trial that does not say otherwise, such as the parameters of a measure. */
  readonly given: JsonObject;
}

/** What came of a trial. */
export interface TrialResult {
  /** Ids of the rules that apply. */
  readonly matched: ReadonlySet<string>;
  /** The column whose cell kept another rule from applying, by rule id. */
  readonly failed: ReadonlyMap<string, string>;
  readonly outputs: Json;
  readonly problems: readonly Problem[];
  /** The values as an example keeps them; undefined when a condition asks for more than a name. */
  readonly inputs: JsonObject | undefined;
}

/** See the module comment; `changed` is called when there is something new to show. */
export class TableTrial {
  /** What was typed, by column id. */
  typed: ReadonlyMap<string, string> = new Map();
  result: TrialResult | undefined;
  examples: readonly ExampleResult[] = [];
  readonly #changed: () => void;
  #turn = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  type(columnId: string, words: string): void {
    this.typed = new Map([...this.typed, [columnId, words]]);
  }

  clear(): void {
    this.typed = new Map();
    this.result = undefined;
  }

  /** Decides with what was typed, and every example. Nothing typed for a condition is "empty". `now` is epoch milliseconds. */
  async run(
    tried: TriedDecision,
    table: DecisionTable,
    columns: readonly ColumnCells[],
    examples: readonly TableExample[],
    reader: CellReader,
    now: number,
  ): Promise<void> {
    const turn = ++this.#turn;
    const isOpen = [...this.typed.values()].some((words) => words.trim() !== '');
    if (!isOpen) this.result = undefined;
    if (!isOpen && examples.length === 0) {
      this.examples = [];
      return;
    }
    const [{ decide, decisionErrors, prepare }, { inputsWith, runExamples }] = await Promise.all([
      import('@tongban/feel'),
      import('@tongban/tables'),
    ]);
    if (turn !== this.#turn) return;
    const environment = { now, offsetMinutes: CHINA_OFFSET_MINUTES };
    if (isOpen) {
      const values = columns.filter(({ column }) => column.kind === 'input').map((cells) => this.#valueOf(cells, reader));
      const inputs = table.inputs.map((input, at) => ({ ...input, expression: values[at] ?? NOTHING }));
      const made = decide(modelWith(tried, { ...table, inputs }), tried.id, (name) => tried.given[name] ?? null, environment, {
        explain: true,
      });
      this.result = {
        matched: new Set(made.matchedRules[tried.id]),
        failed: new Map(made.unmatchedRules?.[tried.id]?.map(({ ruleId, inputId }) => [ruleId, inputId])),
        outputs: made.outputs,
        problems: made.problems.map((found) => inWords(decisionErrors.table, found)),
        inputs: inputsWith(
          table,
          values.map((value) => prepare(value).evaluate(() => null, environment)),
        ),
      };
    }
    this.examples = runExamples(
      modelWith(tried, table),
      { formatVersion: 1, decision: tried.id, given: tried.given, examples },
      environment,
    );
    this.#changed();
  }

  /** Examples on both sides of every boundary, with what the table gives now. */
  async boundaries(tried: TriedDecision, table: DecisionTable, now: number): Promise<readonly TableExample[]> {
    const { boundaryExamples } = await import('@tongban/tables');
    return boundaryExamples(modelWith(tried, table), tried.id, { environment: { now, offsetMinutes: CHINA_OFFSET_MINUTES } });
  }

  #valueOf(cells: ColumnCells, reader: CellReader): FeelExpression {
    const words = this.typed.get(cells.column.id) ?? '';
    return words.trim() === '' ? NOTHING : (reader.read(cells.value(words), 'expression').expression ?? NOTHING);
  }
}

/** The model of a table that stands alone. */
export function modelOfTable(logic: DecisionTable): DecisionModel {
  const decision = { id: ALONE, name: ALONE, variable: { name: ALONE }, requires: [], requiresInputs: [], requiresFunctions: [], logic };
  return { id: ALONE, name: ALONE, types: [], inputs: [], functions: [], decisions: [decision] };
}

function modelWith({ id, model }: TriedDecision, logic: DecisionTable): DecisionModel {
  return { ...model, decisions: model.decisions.map((decision) => (decision.id === id ? { ...decision, logic } : decision)) };
}
