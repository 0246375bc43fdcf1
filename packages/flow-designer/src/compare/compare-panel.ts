/** 对比: what differs from another version, as sentences and on the drawing; properties that the picture does not show included. */
import { readBpmn } from '@tongban/bpmn';
import { icon } from '@tongban/element-kit';
import type { PictureShape, Problem } from '@tongban/model';
import { diffFlows, type FlowChange } from '@tongban/overlay';
import { html, nothing, type TemplateResult } from 'lit';
import type { SurfaceHost } from '../surface-host.ts';
import { kindWord } from '../words.ts';
import { markChanges } from './compare-marks.ts';
import { compareMessages } from './compare-messages.ts';

/** What comparing needs beside the surface. */
export interface CompareHost {
  /** The other version, and what people call it. */
  readonly base: { readonly xml: string; readonly title: string };
  close(): void;
}

const KINDS: readonly FlowChange['kind'][] = ['removed', 'added', 'changed', 'moved'];

export class ComparePanel {
  private readonly host: SurfaceHost;
  private readonly compare: CompareHost;
  private readonly words: ReturnType<typeof compareMessages.for>;
  private changes: readonly FlowChange[] | undefined;
  private problems: readonly Problem[] = [];
  private before: readonly PictureShape[] = [];

  constructor(host: SurfaceHost, compare: CompareHost) {
    this.host = host;
    this.compare = compare;
    this.words = compareMessages.for(host);
  }

  /** Compares the flow as it is now. */
  async update(): Promise<void> {
    const { editor } = this.host;
    const [base, own] = await Promise.all([readBpmn(this.compare.base.xml), readBpmn(await editor.save())]);
    this.problems = base.flow === undefined ? base.problems : [];
    this.before = placedBeside(base.flow?.picture.shapes ?? [], editor);
    this.changes = base.flow === undefined || own.flow === undefined ? [] : diffFlows(base.flow, own.flow);
    markChanges(editor.get, this.changes, this.before);
    this.host.requestUpdate();
  }

  end(): void {
    if (this.host.editor.isOpen) markChanges(this.host.editor.get, [], []);
  }

  render(): TemplateResult {
    const { words } = this;
    return html`<div class="compare">
      <header class="panel-head">
        <h2>${words('title', { version: this.compare.base.title })}</h2>
        <span class="grow"></span>
        <button type="button" class="button quiet icon-only" title=${words('close')} aria-label=${words('close')} @click=${() => this.compare.close()}>${icon('close')}</button>
      </header>
      <div class="question">${this.content()}</div>
    </div>`;
  }

  private content(): TemplateResult {
    const { words, changes, problems } = this;
    if (changes === undefined) return html`<p role="status">${words('reading')}</p>`;
    if (problems.length > 0) return html`<p>${words('unreadable')}</p><tb-problem-list .problems=${problems}></tb-problem-list>`;
    if (changes.length === 0) return html`<p role="status">${words('same')}</p>`;
    const count = (kind: FlowChange['kind']): number => changes.filter((change) => change.kind === kind).length;
    const counts = { added: count('added'), removed: count('removed'), changed: count('changed'), moved: count('moved') };
    return html`<p role="status">${words('summary', counts)}</p>
      <ul class="ways changes" role="list">
        ${KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind)).map((change) => this.item(change))}
      </ul>`;
  }

  private item(change: FlowChange): TemplateResult {
    const { words, host } = this;
    const element = host.editor.element(change.id);
    const signs = { added: 'legendAdded', removed: 'legendRemoved', changed: 'legendChanged', moved: 'legendMoved' } as const;
    const content = html`<span class="badge change-${change.kind}">${words(signs[change.kind])}</span> <span>${this.sentence(change)}</span>`;
    return html`<li data-change=${change.id}>${
      element?.parent === undefined
        ? html`<p>${content}</p>`
        : html`<button type="button" class="button" @click=${() => host.editor.select(change.id)}>${content}</button>`
    }${nothing}</li>`;
  }

  private sentence(change: FlowChange): string {
    const { words, host } = this;
    const element = host.editor.element(change.id);
    const fallback = { sequenceFlow: 'line', process: 'process', lane: 'lane' } as const;
    const kind = element === undefined ? words(fallback[change.element as keyof typeof fallback] ?? 'step') : kindWord(host.t, element);
    const name = change.name ?? words('unnamed');
    if (change.kind !== 'changed') return words(change.kind, { kind, name });
    return words('changed', { kind, name, properties: change.properties.map(({ property }) => this.propertyWord(property)).join('、') });
  }

  private propertyWord(property: string): string {
    const key = `property.${property}` as Parameters<typeof this.words>[0];
    return key in compareMessages.tables['zh-CN'] ? this.words(key as 'property.name') : this.words('other', { property });
  }
}

// pictures are read from their own corner: most shapes that are still there say how far that is from the canvas
function placedBeside(shapes: readonly PictureShape[], editor: SurfaceHost['editor']): readonly PictureShape[] {
  const counts = new Map<string, number>();
  for (const { id, x, y } of shapes) {
    const element = editor.element(id);
    if (element === undefined) continue;
    const offset = `${element.x - x} ${element.y - y}`;
    counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  const [usual = '0 0'] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const [dx = 0, dy = 0] = usual.split(' ').map(Number);
  return shapes.map((shape) => ({ ...shape, x: shape.x + dx, y: shape.y + dy }));
}
