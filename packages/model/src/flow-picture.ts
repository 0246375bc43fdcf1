/** The drawing of a flow: enough to show it without bpmn-js. px, origin top left, y down. */

/** A point. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A shape: an element with bounds. */
export interface PictureShape {
  readonly id: string;
  /** BPMN kind, plus `pool` and `lane`. */
  readonly kind: string;
  readonly name?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Event kind, for its mark (`timer`, `message` …). */
  readonly event?: string;
  /** `parallel`, `sequential`, `loop`: the mark of a repeated activity. */
  readonly repeat?: 'parallel' | 'sequential' | 'loop';
  readonly label?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A connection: a sequence or message flow. */
export interface PictureEdge {
  readonly id: string;
  readonly name?: string;
  readonly source?: string;
  readonly target?: string;
  readonly points: readonly Point[];
  readonly label?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A whole drawing, in drawing order (pools and lanes first). */
export interface FlowPicture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly PictureShape[];
  readonly edges: readonly PictureEdge[];
}
