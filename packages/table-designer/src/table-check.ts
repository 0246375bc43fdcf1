/** Checks a table in the background while it is edited: gaps, overlaps, rules that never apply. The check is loaded when it is first needed. */
import type { DecisionTable } from '@tongban/model';
import type { TableFinding, TableWorld } from '@tongban/tables';

const REST_MS = 250;
/** A check of more rows takes a noticeable moment, so it waits until nothing was typed for longer. */
const MANY_ROWS = 500;
const LONG_REST_MS = 1500;

/** See the module comment; `changed` is called when there is something new to show. */
export class TableCheck {
  findings: readonly TableFinding[] = [];
  isComplete = true;
  running = false;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Checks `table` a moment later, unless another one comes before. */
  begin(table: DecisionTable, world: TableWorld): void {
    clearTimeout(this.#timer);
    this.running = true;
    this.#timer = setTimeout(() => void this.#run(table, world), table.rules.length > MANY_ROWS ? LONG_REST_MS : REST_MS);
  }

  /** Nothing is found, e.g. while a cell cannot be read. */
  stop(): void {
    clearTimeout(this.#timer);
    this.running = false;
    this.findings = [];
  }

  async #run(table: DecisionTable, world: TableWorld): Promise<void> {
    const timer = this.#timer;
    const { analyseTable } = await import('@tongban/tables');
    if (timer !== this.#timer) return;
    const { findings, isComplete } = analyseTable(table, world);
    this.findings = findings;
    this.isComplete = isComplete;
    this.running = false;
    this.#changed();
  }
}
