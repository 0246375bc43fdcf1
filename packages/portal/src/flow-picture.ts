/** `<tb-flow-picture>`: a flow with what is done, in hand and waiting; the same as a list for those who read rather than look. */
import { buttonStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { FlowPicture, PictureEdge, PictureMark, PictureShape } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { flowPictureStyles } from './flow-picture.styles.ts';
import { portalMessages } from './portal-messages.ts';
import { wrapLabel } from './wrap-label.ts';

const STATE_WORDS = {
  done: 'legendDone',
  active: 'legendActive',
  waiting: 'legendActive',
  cancelled: 'legendCancelled',
  incident: 'legendIncident',
} as const;

/**
 * The picture of a flow.
 *
 * @summary A BPMN drawing with the state of a case on it; no BPMN library needed.
 * @csspart picture - the scrolling frame
 */
export class FlowPictureElement extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, surfaceStyles, flowPictureStyles];

  @property({ attribute: false }) picture: FlowPicture | undefined;
  @property({ attribute: false }) marks: readonly PictureMark[] = [];
  /** What the picture is called. */
  @property() label: string = '';

  private readonly t = portalMessages.for(this);
  private scrolledFor: FlowPicture | undefined;

  override render(): TemplateResult | typeof nothing {
    const { picture } = this;
    if (picture === undefined) return nothing;
    const marks = new Map(this.marks.map((mark) => [mark.nodeId, mark]));
    return html`<ul class="legend" aria-hidden="true">
        ${(['legendDone', 'legendActive', 'legendTodo', 'legendCancelled'] as const).map((word) => html`<li class=${word}><span class="swatch"></span>${this.t(word)}</li>`)}
      </ul>
      <div class="frame" part="picture" tabindex="0" role="group" aria-label=${this.label || this.t('progress')}>
        <svg viewBox="0 0 ${picture.width} ${picture.height}" width=${picture.width} height=${picture.height} role="img" aria-label=${this.label || this.t('progress')}>
          <defs>
            <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" class="arrow" /></marker>
          </defs>
          ${picture.shapes.filter(isContainer).map(renderContainer)}
          ${picture.edges.map(renderEdge)}
          ${picture.shapes.filter((shape) => !isContainer(shape)).map((shape) => renderShape(shape, marks.get(shape.id)))}
        </svg>
      </div>
      <details>
        <summary>${this.t('progressList')}</summary>
        <ol class="steps">${picture.shapes.filter((shape) => marks.has(shape.id) && shape.name).map((shape) => this.renderStep(shape, marks.get(shape.id)!))}</ol>
      </details>`;
  }

  /** Brings what is in hand into view, once for each picture. */
  protected override updated(): void {
    if (this.picture === undefined || this.picture === this.scrolledFor) return;
    const open = this.marks.find((mark) => mark.open > 0);
    const shape = this.picture.shapes.find((candidate) => candidate.id === open?.nodeId);
    const frame = this.renderRoot.querySelector('.frame');
    if (shape === undefined || frame === null) return;
    this.scrolledFor = this.picture;
    frame.scrollLeft = shape.x + shape.width / 2 - frame.clientWidth / 2;
    frame.scrollTop = shape.y + shape.height / 2 - frame.clientHeight / 2;
  }

  private renderStep(shape: PictureShape, mark: PictureMark): TemplateResult {
    return html`<li><span>${shape.name}</span>　<span class="muted">${this.t(STATE_WORDS[mark.state])}${mark.times > 1 ? ` × ${mark.times}` : ''}</span></li>`;
  }
}

function isContainer(shape: PictureShape): boolean {
  return shape.kind === 'pool' || shape.kind === 'lane' || shape.kind === 'subProcess' || shape.kind === 'transaction';
}

function renderContainer(shape: PictureShape): SVGTemplateResult {
  const { x, y, width, height } = shape;
  const box = svg`<rect class="container ${shape.kind}" x=${x} y=${y} width=${width} height=${height} rx=${shape.kind === 'subProcess' ? 8 : 0} />`;
  if (shape.name === undefined) return box;
  if (shape.kind === 'pool' || shape.kind === 'lane') {
    const [cx, cy] = [x + 15, y + height / 2];
    return svg`${box}<text class="container-name" x=${cx} y=${cy} transform="rotate(-90 ${cx} ${cy})">${shape.name}</text>`;
  }
  return svg`${box}<text class="sub-name" x=${x + 12} y=${y + 20}>${shape.name}</text>`;
}

function renderEdge(edge: PictureEdge): SVGTemplateResult {
  const points = edge.points.map((point) => `${point.x},${point.y}`).join(' ');
  const label =
    edge.label === undefined || edge.name === undefined
      ? nothing
      : svg`<text class="label" x=${edge.label.x + edge.label.width / 2} y=${edge.label.y + 11}>${edge.name}</text>`;
  return svg`<polyline class="edge" points=${points} marker-end="url(#arrow)" />${label}`;
}

function renderShape(shape: PictureShape, mark: PictureMark | undefined): SVGTemplateResult {
  const state = mark === undefined ? 'todo' : mark.state;
  return svg`<g class="node ${state}" data-node=${shape.id}>
    ${outline(shape)}${symbol(shape)}${name(shape)}
    ${mark !== undefined && mark.open > 1 ? svg`<text class="count" x=${shape.x + shape.width - 8} y=${shape.y + 16}>×${mark.open}</text>` : nothing}
  </g>`;
}

function outline({ kind, x, y, width, height }: PictureShape): SVGTemplateResult {
  const [cx, cy] = [x + width / 2, y + height / 2];
  if (kind.endsWith('Gateway')) return svg`<path class="shape" d="M${cx} ${y}L${x + width} ${cy}L${cx} ${y + height}L${x} ${cy}z" />`;
  if (!kind.endsWith('Event')) return svg`<rect class="shape" x=${x} y=${y} width=${width} height=${height} rx="6" />`;
  const radius = width / 2;
  const inner =
    kind === 'boundaryEvent' || kind.startsWith('intermediate')
      ? svg`<circle class="shape inner" cx=${cx} cy=${cy} r=${radius - 4} />`
      : nothing;
  return svg`<circle class="shape ${kind}" cx=${cx} cy=${cy} r=${radius} />${inner}`;
}

// the sign inside a gateway or event, and of a repeated activity
function symbol({ kind, event, repeat, x, y, width, height }: PictureShape): SVGTemplateResult | typeof nothing {
  const [cx, cy] = [x + width / 2, y + height / 2];
  if (kind === 'exclusiveGateway') return svg`<path class="sign" d="M${cx - 7} ${cy - 7}l14 14m0-14l-14 14" />`;
  if (kind === 'parallelGateway') return svg`<path class="sign" d="M${cx} ${cy - 10}v20m-10-10h20" />`;
  if (kind === 'inclusiveGateway' || kind === 'eventBasedGateway') return svg`<circle class="sign" cx=${cx} cy=${cy} r="9" />`;
  if (event === 'timer') return svg`<circle class="sign" cx=${cx} cy=${cy} r="9" /><path class="sign" d="M${cx} ${cy - 6}v6l4 3" />`;
  if (event === 'message') return svg`<path class="sign" d="M${cx - 8} ${cy - 5}h16v11h-16zl8 6l8-6" />`;
  if (event === 'terminate') return svg`<circle class="sign full" cx=${cx} cy=${cy} r="9" />`;
  if (repeat === 'parallel') return svg`<path class="sign" d="M${cx - 5} ${y + height - 14}v10m5-10v10m5-10v10" />`;
  if (repeat === 'sequential') return svg`<path class="sign" d="M${cx - 6} ${y + height - 13}h12m-12 4h12m-12 4h12" />`;
  return nothing;
}

const LINE = 17;

function name(shape: PictureShape): SVGTemplateResult | typeof nothing {
  if (shape.name === undefined || shape.name === '') return nothing;
  const small = shape.kind.endsWith('Event') || shape.kind.endsWith('Gateway');
  if (small) {
    const box = shape.label ?? { x: shape.x - 20, y: shape.y + shape.height + 4, width: shape.width + 40, height: 14 };
    return svg`<text class="label" x=${box.x + box.width / 2} y=${box.y + 11}>${shape.name}</text>`;
  }
  const lines = wrapLabel(shape.name, Math.floor((shape.width - 12) / 13));
  const top = shape.y + shape.height / 2 - ((lines.length - 1) * LINE) / 2;
  return svg`<text class="name">${lines.map((line, index) => svg`<tspan x=${shape.x + shape.width / 2} y=${top + index * LINE}>${line}</tspan>`)}</text>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-flow-picture': FlowPictureElement;
  }
}
