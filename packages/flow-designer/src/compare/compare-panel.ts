/**
 * 对比: what differs from another version, as sentences, over the drawing or beside it; properties that the picture does not show
 * included. F7 and Shift + F7 go from one difference to the next.
 */
import { readBpmn } from '@tongban/bpmn';
import { icon } from '@tongban/element-kit';
import type { PictureShape, Problem } from '@tongban/model';
import { diffFlows, type FlowChange } from '@tongban/overlay';
import { html, nothing, type TemplateResult } from 'lit';
import type { SurfaceHost } from '../surface-host.ts';
import { kindWord, stepName } from '../words.ts';
import { ChangeWords } from './change-words.ts';
import { markChanges } from './compare-marks.ts';
import { compareMessages } from './compare-messages.ts';
import { OtherVersion } from './other-version.ts';

/** What comparing needs beside the surface. */
export interface CompareHost {
  /** The other version, and what people call it. */
  readonly base: { readonly xml: string; readonly title: string };
  close(): void;
}

type Kind = FlowChange['kind'];

const KINDS: readonly Kind[] = ['removed', 'added', 'changed'];
const SIGNS = { added: 'legendAdded', removed: 'legendRemoved', changed: 'legendChanged', moved: 'legendMoved' } as const;

export class ComparePanel {
  private readonly host: SurfaceHost;
  private readonly compare: CompareHost;
  private readonly words: ReturnType<typeof compareMessages.for>;
  private changes: readonly FlowChange[] | undefined;
  private problems: readonly Problem[] = [];
  private before: readonly PictureShape[] = [];
  private sentences: ChangeWords;
  private other: OtherVersion | undefined;
  private beside = false;
  private current: string | undefined;

  constructor(host: SurfaceHost, compare: CompareHost) {
    this.host = host;
    this.compare = compare;
    this.words = compareMessages.for(host);
    this.sentences = new ChangeWords(host, this.words, undefined);
    host.renderRoot.addEventListener('keydown', this.onKey);
  }

  /** Whether the other version stands beside the flow. */
  get sideBySide(): boolean {
    return this.beside;
  }

  /** What happened to the element since the other version. */
  changeOf(id: string): { readonly kind: Kind; readonly word: string } | undefined {
    const kind = this.changes?.find((change) => change.id === id)?.kind;
    return kind === undefined ? undefined : { kind, word: this.words(SIGNS[kind]) };
  }

  /** Compares the flow as it is now. */
  async update(): Promise<void> {
    const { editor } = this.host;
    const [base, own] = await Promise.all([readBpmn(this.compare.base.xml), readBpmn(await editor.save())]);
    this.problems = base.flow === undefined ? base.problems : [];
    this.before = placedBeside(base.flow?.picture.shapes ?? [], editor);
    this.sentences = new ChangeWords(this.host, this.words, base.flow);
    this.changes = base.flow === undefined || own.flow === undefined ? [] : diffFlows(base.flow, own.flow);
    this.mark();
    this.host.requestUpdate();
  }

  end(): void {
    this.host.renderRoot.removeEventListener('keydown', this.onKey);
    this.endOther();
    this.changes = [];
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

  /** The other version, to stand before the flow; its drawing, or its list where the flow is shown as a list. */
  renderOther(view: 'canvas' | 'steps'): TemplateResult | typeof nothing {
    if (!this.beside) return nothing;
    const { title } = this.compare.base;
    return html`<section class="other-part" aria-label=${this.words('otherVersion', { version: title })}>
      <p class="other-title small">${this.words('otherVersion', { version: title })}</p>
      <div class="other-canvas" ?hidden=${view === 'steps'}></div>
      ${view === 'steps' ? this.otherList() : nothing}
    </section>`;
  }

  private otherList(): TemplateResult {
    const { host } = this;
    return html`<ol class="other-list" role="list" tabindex="0" aria-label=${this.words('otherVersion', { version: this.compare.base.title })}>
      ${this.other?.steps.map(({ element, depth }) => {
        const change = this.changeOf(element.id);
        return html`<li class="depth-${Math.min(depth, 3)} ${this.current === element.id ? 'selected' : ''}" data-other=${element.id}>
          <span>${stepName(host.t, element)}</span> <span class="small muted">${kindWord(host.t, element)}</span>
          ${change === undefined ? nothing : html`<span class="badge change-${change.kind}">${change.word}</span>`}
        </li>`;
      })}
    </ol>`;
  }

  private content(): TemplateResult {
    const { words, changes, problems } = this;
    if (changes === undefined) return html`<p role="status">${words('reading')}</p>`;
    if (problems.length > 0) return html`<p>${words('unreadable')}</p><tb-problem-list .problems=${problems}></tb-problem-list>`;
    const count = (kind: Kind): number => changes.filter((change) => change.kind === kind).length;
    const counts = { added: count('added'), removed: count('removed'), changed: count('changed'), moved: count('moved') };
    const moved = changes.filter(({ kind }) => kind === 'moved');
    return html`<div class="segments" role="group" aria-label=${words('how')}>
        ${([false, true] as const).map(
          (beside) =>
            html`<button type="button" class="button" data-action=${beside ? 'beside' : 'over'} aria-pressed=${this.beside === beside} @click=${() => void this.showBeside(beside)}>${words(beside ? 'sideBySide' : 'overlay')}</button>`,
        )}
      </div>
      <p role="status">${changes.length === 0 ? words('same') : words('summary', counts)}</p>
      ${changes.length === 0 ? nothing : this.steps()}
      <ul class="ways changes" role="list">
        ${this.ordered.filter(({ kind }) => kind !== 'moved').map((change) => this.item(change))}
      </ul>
      ${
        moved.length === 0
          ? nothing
          : html`<details class="moved-only" ?open=${moved.some(({ id }) => id === this.current) || moved.length === changes.length}>
            <summary>${words('movedOnly', { count: moved.length })}</summary>
            <ul class="ways changes" role="list">${moved.map((change) => this.item(change))}</ul>
          </details>`
      }`;
  }

  private steps(): TemplateResult {
    const { words } = this;
    const at = this.ordered.findIndex(({ id }) => id === this.current);
    return html`<div class="button-row">
      <button type="button" class="button" data-action="previous-change" title="Shift + F7" @click=${() => this.step(-1)}>${icon('arrow-left')}${words('previous')}</button>
      <button type="button" class="button" data-action="next-change" title="F7" @click=${() => this.step(1)}>${icon('arrow-right')}${words('next')}</button>
      <span class="small muted">${at < 0 ? nothing : words('at', { number: at + 1, count: this.ordered.length })}</span>
    </div>`;
  }

  // moved ones last: they mean nothing for the case
  private get ordered(): readonly FlowChange[] {
    const changes = this.changes ?? [];
    return [...KINDS, 'moved' as const].flatMap((kind) => changes.filter((change) => change.kind === kind));
  }

  private item(change: FlowChange): TemplateResult {
    const { words, sentences } = this;
    const lines = sentences.properties(change).filter(({ before, after }) => before !== undefined && before !== after);
    return html`<li data-change=${change.id}>
      <button type="button" class="button" aria-current=${this.current === change.id ? 'true' : nothing} @click=${() => this.goTo(change)}>
        <span class="badge change-${change.kind}">${words(SIGNS[change.kind])}</span> <span>${sentences.sentence(change)}</span>
      </button>
      ${
        lines.length === 0
          ? nothing
          : html`<dl class="was-is small">${lines.map(({ property, before, after }) => html`<div><dt>${property}</dt><dd><del>${before}</del> → <ins>${after}</ins></dd></div>`)}</dl>`
      }
    </li>`;
  }

  private step(by: 1 | -1): void {
    const all = this.ordered;
    const at = all.findIndex(({ id }) => id === this.current);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    if (next === undefined) return;
    this.goTo(next);
    this.host.announce(this.sentences.sentence(next));
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector(`[data-change="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private goTo({ id, kind }: FlowChange): void {
    this.current = id;
    const { editor } = this.host;
    if (kind === 'removed') {
      this.other?.show(id);
      const place = this.before.find((shape) => shape.id === id);
      if (this.other === undefined && place !== undefined) editor.showPlace(place);
    } else editor.select(id);
    this.mark();
    this.host.requestUpdate();
  }

  private async showBeside(beside: boolean): Promise<void> {
    if (beside === this.beside) return;
    this.beside = beside;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (!beside) this.endOther();
    else await this.openOther();
    this.mark();
    this.host.editor.get('canvas').resized();
    this.host.requestUpdate();
  }

  private async openOther(): Promise<void> {
    const place = this.host.renderRoot.querySelector<HTMLElement>('.other-canvas');
    if (place === null) return;
    const { host, compare } = this;
    this.other = new OtherVersion(place, () => host.locale, host.editor.get);
    await this.other.open(compare.base.xml, this.words('otherVersion', { version: compare.base.title }));
  }

  private endOther(): void {
    this.other?.end();
    this.other = undefined;
    this.beside = false;
  }

  private mark(): void {
    const changes = this.changes ?? [];
    markChanges(this.host.editor.get, changes, this.other === undefined ? this.before : [], this.current);
    this.other?.mark(changes, this.current);
  }

  private readonly onKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'F7') return;
    event.preventDefault();
    this.step(event.shiftKey ? -1 : 1);
  };
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
