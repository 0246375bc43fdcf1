/** `<tb-rules-panel>`: the decisions of a measure, each file as a picture, tables and boxes. The DMN files are read and written here, without loss. */
import { buttonStyles, fieldStyles, icon, sentenceOf, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type DecisionModel, type JsonObject, type Lock, lockOf, type Problem } from '@tongban/model';
import type {
  DecisionDesigner,
  DecisionSelectEvent,
  DecisionsChangeEvent,
  TableContext,
  TableExamplesEvent,
} from '@tongban/table-designer';
import type { ExamplesFile, TableExample } from '@tongban/tables';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { blankTableFile } from './blank-table-file.ts';
import { PartChangeEvent } from './part-change-event.ts';
import { studioMessages } from './studio-messages.ts';

/** A file that was written: a table, or the examples beside one. */
export interface TableFile {
  readonly part: 'tables' | 'examples';
  readonly path: string;
  readonly text: string;
}

interface OpenFile {
  readonly xml: string;
  readonly model: DecisionModel | undefined;
  readonly problems: readonly Problem[];
}

/** Tables; fires `tb-part-change` with the {@link TableFile} that changed or is new. */
export class RulesPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
        min-height: 0;
      }

      .top {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
        align-items: center;
      }

      .select {
        width: min(calc(26.25 * var(--_text-unit)), 100%);
      }

      tb-decision-designer {
        flex: 1;
        min-height: 480px;
      }
    `,
  ];

  /** Paths of the files, in the order of the measure. */
  @property({ attribute: false }) paths: readonly string[] = [];
  /** Texts by path; other files may be among them. */
  @property({ attribute: false }) sources: Readonly<Record<string, string>> = {};
  /** What conditions can ask. */
  @property({ attribute: false }) context: TableContext = { fields: [] };
  /** Values that every table may read. */
  @property({ attribute: false }) given: JsonObject = {};
  /** Problems of the whole measure. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  @state() private chosen = '';
  @state() private files: ReadonlyMap<string, OpenFile> = new Map();

  /** Tables that a copy does not change. */
  @property({ attribute: false }) locks: readonly Lock[] = [];

  private readonly t = studioMessages.for(this);
  private writing: Promise<void> = Promise.resolve();

  /** Shows the table in the file at `path` and puts the focus on one of its rules or columns. */
  async select(path: string, elementId: string | undefined): Promise<void> {
    await this.updateComplete;
    const decision = this.files.get(path)?.model?.decisions[0];
    this.chosen = `${path}#${decision?.id ?? ''}`;
    await this.updateComplete;
    if (elementId !== undefined)
      await this.renderRoot.querySelector<DecisionDesigner>('tb-decision-designer')?.select(decision?.id ?? '', elementId);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sources') || changed.has('paths')) void this.read();
  }

  // files that were written here are known already
  private async read(): Promise<void> {
    const { readDmn } = await import('@tongban/dmn');
    const { paths, sources } = this;
    const files = await Promise.all(
      paths.map(async (path): Promise<readonly [string, OpenFile]> => {
        const xml = sources[path] ?? '';
        const before = this.files.get(path);
        if (before?.xml === xml) return [path, before];
        const { model, problems } = await readDmn(xml, { unfinished: true });
        return [path, { xml, model, problems }];
      }),
    );
    if (paths === this.paths && sources === this.sources) this.files = new Map(files);
  }

  override render(): TemplateResult {
    const entries = [...this.files].flatMap(([path, { model }]) => (model?.decisions ?? []).map((decision) => ({ path, decision })));
    const [chosenPath = '', chosenId = ''] = this.chosen.split('#');
    const path = this.files.get(chosenPath)?.model === undefined ? (entries[0]?.path ?? '') : chosenPath;
    const model = this.files.get(path)?.model;
    const shownId = path === chosenPath && chosenId !== '' ? chosenId : (entries.find((entry) => entry.path === path)?.decision.id ?? '');
    return html`<div class="top">
        <label class="visually-hidden" for="table">${this.t('chooseTable')}</label>
        <select class="select" id="table" ?hidden=${entries.length === 0} @change=${(event: Event) => {
          this.chosen = (event.target as HTMLSelectElement).value;
        }}>
          ${entries.map((entry) => html`<option value=${`${entry.path}#${entry.decision.id}`} ?selected=${entry.path === path && entry.decision.id === shownId}>${entry.decision.id}　${entry.decision.name}</option>`)}
        </select>
        <button type="button" class="button" @click=${() => void this.add()}>${icon('plus')}${this.t('newTable')}</button>
      </div>
      ${[...this.files].map(([path, file]) => this.renderBroken(path, file))}
      ${model === undefined ? html`<tb-empty heading=${this.t('noTables')} icon="table">${this.t('noTablesHint')}</tb-empty>` : this.renderFile(path, model, shownId)}`;
  }

  private renderBroken(path: string, { model, problems }: OpenFile): TemplateResult | typeof nothing {
    if (model !== undefined) return nothing;
    const [first] = problems;
    return html`<div class="callout error" role="alert">${icon('error')}<div>${path}：${first === undefined ? '' : sentenceOf(first, this)}</div></div>`;
  }

  private renderFile(path: string, model: DecisionModel, decisionId: string): TemplateResult {
    const examples = this.examplesOf(path);
    return html`<tb-decision-designer
      .model=${model}
      selected=${decisionId}
      ?readonly=${model.decisions.some(({ id }) => lockOf(this.locks, 'table', id) !== undefined)}
      .context=${this.context}
      .given=${{ ...this.given, ...examples?.given }}
      .examples=${examples?.examples.filter((example) => (example.decision ?? examples.decision) === decisionId) ?? []}
      .problems=${this.problems.filter(({ place }) => place.file === path)}
      @tb-decision-select=${({ id }: DecisionSelectEvent) => {
        this.chosen = `${path}#${id}`;
      }}
      @tb-decisions-change=${(event: DecisionsChangeEvent) => this.change(path, event.model)}
      @tb-table-examples=${(event: TableExamplesEvent) => this.keep(path, decisionId, event.examples)}
    ></tb-decision-designer>`;
  }

  private examplesOf(path: string): ExamplesFile | undefined {
    const text = this.sources[examplesPath(path)];
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as ExamplesFile;
    } catch {
      return undefined;
    }
  }

  // examples of other decisions in the file stay as they are
  private keep(path: string, decisionId: string, examples: readonly TableExample[]): void {
    const file = this.examplesOf(path) ?? { formatVersion: 1, decision: decisionId, examples: [] };
    const others = file.examples.filter((example) => (example.decision ?? file.decision) !== decisionId);
    const own = decisionId === file.decision ? examples : examples.map((example) => ({ ...example, decision: decisionId }));
    const text = `${JSON.stringify({ ...file, examples: [...others, ...own] }, undefined, 2)}\n`;
    this.emit(new PartChangeEvent<TableFile>({ part: 'examples', path: examplesPath(path), text }));
  }

  private change(path: string, model: DecisionModel): void {
    const file = this.files.get(path);
    if (file === undefined) return;
    this.files = new Map([...this.files, [path, { ...file, model }]]);
    this.writing = this.writing.then(() => this.write(path, model));
  }

  // written one after another, each over what the one before has written
  private async write(path: string, model: DecisionModel): Promise<void> {
    const { writeDmn } = await import('@tongban/dmn');
    const before = this.files.get(path);
    const xml = await writeDmn(model, before === undefined ? {} : { original: before.xml });
    const now = this.files.get(path);
    this.files = new Map([...this.files, [path, { xml, model: now?.model ?? model, problems: [] }]]);
    this.emit(new PartChangeEvent<TableFile>({ part: 'tables', path, text: xml }));
  }

  private async add(): Promise<void> {
    const { path, model } = blankTableFile(this.t('newTableName'), this.paths);
    this.chosen = `${path}#${model.decisions[0]?.id}`;
    await this.write(path, model);
    await this.updateComplete;
    const designer = this.renderRoot.querySelector<DecisionDesigner>('tb-decision-designer');
    await designer?.updateComplete;
    designer?.renderRoot.querySelector<HTMLInputElement>('#name')?.select();
  }
}

function examplesPath(path: string): string {
  return path.replace(/(\.dmn)?$/, '.examples.json');
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-rules-panel': RulesPanel;
  }
}
