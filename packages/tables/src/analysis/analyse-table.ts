/**
 * Checks a decision table exactly: every gap, overlap, contradiction, unreachable and duplicate rule among the cells that can be
 * decided, each with values for which it happens. Cells that depend on more than their column are said to be undecided.
 */
import { toWire } from '@tongban/feel';
import type { DecisionTable, Json, Severity } from '@tongban/model';
import { raise, type TablesErrorCode } from '../errors.ts';
import { literalOf } from './axis.ts';
import { type Box, Budget, meetings, uncovered } from './boxes.ts';
import { checkCells } from './check-cells.ts';
import type { FindingKind, Found, Report, TableAnalysis, TableFinding } from './finding.ts';
import { type CompareResults, compareResults } from './same-results.ts';
import { firstOfBoth, type SlotSet, sameSlots, sizeOf } from './slots.ts';
import { boxesOf, type TableBoxes } from './table-boxes.ts';
import type { TableWorld } from './table-world.ts';

/** How much is looked for. */
export const ANALYSIS_LIMITS: {
  readonly steps: number;
  readonly findings: number;
  readonly earlier: number;
} = {
  /** Rules looked at, per search. */
  steps: 20_000_000,
  /** Findings of one kind; after that, one says that there are more. */
  findings: 100,
  /** Rules before a rule that may hide it. */
  earlier: 2_000,
};

/** Checks a table. */
export function analyseTable(table: DecisionTable, world: TableWorld = {}): TableAnalysis {
  return new Analysis(table, world).run();
}

const CODES: Readonly<Record<FindingKind, readonly [code: TablesErrorCode, severity: Severity]>> = {
  gap: ['TABLES_GAP', 'warning'],
  overlap: ['TABLES_OVERLAP', 'error'],
  contradiction: ['TABLES_CONTRADICTION', 'error'],
  unreachable: ['TABLES_UNREACHABLE', 'warning'],
  never: ['TABLES_NEVER', 'warning'],
  duplicate: ['TABLES_DUPLICATE', 'warning'],
  cellType: ['TABLES_CELL_TYPE', 'error'],
  cellNotAllowed: ['TABLES_CELL_NOT_ALLOWED', 'warning'],
  outputType: ['TABLES_OUTPUT_TYPE', 'error'],
  outputNotAllowed: ['TABLES_OUTPUT_NOT_ALLOWED', 'error'],
  nameUnknown: ['TABLES_NAME_UNKNOWN', 'error'],
  undecided: ['TABLES_UNDECIDED', 'info'],
  tooMuch: ['TABLES_TOO_MUCH', 'info'],
};

/** One check of one table. */
class Analysis implements Report {
  readonly table: DecisionTable;
  readonly world: TableWorld;
  readonly boxes: TableBoxes;
  private readonly findings: TableFinding[] = [];
  private readonly same: CompareResults;
  private isComplete = true;

  constructor(table: DecisionTable, world: TableWorld) {
    this.table = table;
    this.world = world;
    this.boxes = boxesOf(table, world);
    this.same = compareResults(table);
  }

  run(): TableAnalysis {
    checkCells(this);
    this.findUndecided();
    this.findNever();
    this.findGaps();
    this.findMeetings();
    return { findings: this.findings, isComplete: this.isComplete };
  }

  /** Takes up a finding; false when there are enough of its kind. */
  add(kind: FindingKind, { rules = [], columnId, box, details = {} }: Found): boolean {
    const count = this.findings.filter((finding) => finding.kind === kind).length;
    if (count >= ANALYSIS_LIMITS.findings) {
      this.isComplete = false;
      return false;
    }
    const witness = box && this.witnessIn(box);
    const [code, severity] = CODES[kind];
    const ruleIds = rules.map((rule) => this.table.rules[rule]?.id ?? '');
    const facts = {
      table: this.world.name ?? this.table.id ?? '',
      rules: rules.map((rule) => rule + 1),
      ...(witness ? { witness: this.sayWitness(witness) } : {}),
      ...details,
    };
    const elementId = ruleIds.at(-1) ?? columnId ?? this.table.id;
    const place = { ...(elementId === undefined ? {} : { elementId }), ...(columnId === undefined ? {} : { property: columnId }) };
    this.findings.push({
      kind,
      problem: raise.problem(code, place, facts, severity),
      ruleIds,
      ...(columnId === undefined ? {} : { columnId }),
      ...(witness && box ? { witness, cells: this.cellsOf(box) } : {}),
    });
    return true;
  }

  private findUndecided(): void {
    for (const { rule, column } of this.boxes.undecided) {
      const input = this.table.inputs[column];
      const test = this.table.rules[rule]?.inputEntries[column]?.text ?? '';
      this.isComplete = false;
      const details = { input: input?.label ?? input?.expression.text ?? '', test };
      if (!this.add('undecided', { rules: [rule], columnId: input?.id ?? '', details })) return;
    }
  }

  /** Rules with a cell that no value passes. */
  private findNever(): void {
    for (const [rule, cells] of this.boxes.cells.entries()) {
      const column = cells.findIndex((slots) => slots.length === 0);
      const input = this.table.inputs[column];
      if (!input) continue;
      const test = this.table.rules[rule]?.inputEntries[column]?.text ?? '';
      this.add('never', { rules: [rule], columnId: input.id, details: { input: input.label ?? input.expression.text, test } });
    }
  }

  private findGaps(): void {
    const { table } = this;
    if ('ROC'.includes(table.hitPolicy) || table.outputs.some(({ defaultValue }) => defaultValue !== undefined)) return;
    const budget = new Budget(ANALYSIS_LIMITS.steps);
    const whole = this.boxes.columns.map(({ domain }) => domain);
    const gaps = uncovered(whole, this.boxes.boxes, budget, ANALYSIS_LIMITS.findings + 1);
    for (const box of gaps) if (!this.add('gap', { box })) break;
    if (budget.isSpent) this.addTooMuch('gaps', '空缺');
  }

  private findMeetings(): void {
    const { boxes, exact } = this.boxes;
    const budget = new Budget(ANALYSIS_LIMITS.steps);
    const earlier = new Map<number, number[]>();
    const all = boxes.map((_, number) => number);
    meetings(boxes, all, budget, (a, b) => {
      if (exact[a]) this.remember(earlier, b, a);
      return !exact[a] || !exact[b] || this.judgeMeeting(a, b);
    });
    if (budget.isSpent) this.addTooMuch('overlaps', '重叠');
    if (this.table.hitPolicy === 'F') this.findUnreachable(earlier);
  }

  /** Says what it means that two rules match together; false when enough was said. */
  private judgeMeeting(a: number, b: number): boolean {
    const { table } = this;
    const [one, other] = [this.boxes.boxes[a] as Box, this.boxes.boxes[b] as Box];
    const isSameBox = one.every((set, column) => sameSlots(set, other[column] as SlotSet));
    const mayMeet = table.hitPolicy !== 'U' && table.hitPolicy !== 'A';
    if (mayMeet && !isSameBox) return true;
    const same = this.same(a, b);
    if (same === true && isSameBox) return this.add('duplicate', { rules: [a, b], box: one });
    if (mayMeet) return true;
    const box = one.map((set, column): SlotSet => {
      const slot = firstOfBoth(set, other[column] as SlotSet);
      return [[slot, slot]];
    });
    if (same === false) return this.add('contradiction', { rules: [a, b], box });
    return table.hitPolicy === 'U' ? this.add('overlap', { rules: [a, b], box }) : true;
  }

  private remember(earlier: Map<number, number[]>, rule: number, before: number): void {
    const known = earlier.get(rule);
    if (!known) earlier.set(rule, [before]);
    else if (known.length < ANALYSIS_LIMITS.earlier) known.push(before);
    else this.isComplete = false;
  }

  private findUnreachable(earlier: ReadonlyMap<number, readonly number[]>): void {
    const budget = new Budget(ANALYSIS_LIMITS.steps);
    const { boxes } = this.boxes;
    const known = new Set(this.findings.filter(({ kind }) => kind === 'duplicate').map(({ ruleIds }) => ruleIds.at(-1)));
    for (const [rule, before] of earlier) {
      if (known.has(this.table.rules[rule]?.id)) continue;
      const left = uncovered(
        boxes[rule] as Box,
        before.map((number) => boxes[number] as Box),
        budget,
        1,
      );
      if (budget.isSpent) {
        this.addTooMuch('unreachable rules', '不起作用的规则');
        return;
      }
      if (left.length > 0) continue;
      const maskedBy = [...before]
        .sort((a, b) => a - b)
        .slice(0, 10)
        .map((number) => number + 1);
      if (!this.add('unreachable', { rules: [rule], box: boxes[rule] as Box, details: { maskedBy } })) return;
    }
  }

  private addTooMuch(what: string, whatZh: string): void {
    this.isComplete = false;
    this.add('tooMuch', { details: { what, whatZh, limit: ANALYSIS_LIMITS.steps } });
  }

  private witnessIn(box: Box): readonly Json[] {
    return this.inputs((column) => {
      const slot = box[column]?.[0]?.[0] ?? 0;
      return toWire(this.boxes.columns[column]?.axis.valueAt(slot) ?? null);
    });
  }

  private cellsOf(box: Box): readonly string[] {
    return this.inputs((column) => {
      const { axis, domain } = this.boxes.columns[column] as TableBoxes['columns'][number];
      const slots = box[column] as SlotSet;
      return sizeOf(slots) === sizeOf(domain) ? '-' : axis.cellOf(slots);
    });
  }

  /** Something for each input of the table, by its column. */
  private inputs<Result>(give: (column: number) => Result): readonly Result[] {
    return this.table.inputs.map((_, input) => give(this.boxes.columns.findIndex(({ inputs }) => inputs.includes(input))));
  }

  private sayWitness(witness: readonly Json[]): string {
    return this.table.inputs
      .map((input, index) => `${input.label ?? input.expression.text} = ${sayValue(witness[index] ?? null)}`)
      .join(', ');
  }
}

function sayValue(value: Json): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return String(Object.values(value)[0]);
  return typeof value === 'string' ? literalOf(value) : String(value);
}
