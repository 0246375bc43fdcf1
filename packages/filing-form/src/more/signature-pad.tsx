/** A place to sign with finger, pen or mouse; who cannot draw types their name instead. */
import type { FileRef } from '@tongban/model';
import { type JSX, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useScope } from '../view/scope.ts';
import { padMessages } from './pad-messages.ts';

/** What it needs and tells. */
export interface SignaturePadProps {
  readonly label: string;
  /** Who signs. */
  readonly name: string;
  /** Keeps the picture. */
  readonly keep: (picture: File, signal: AbortSignal) => Promise<FileRef>;
  readonly onDrawn: (fileId: string) => void;
  /** The name was typed instead. */
  readonly onTyped: () => void;
  readonly onClose: () => void;
}

type Stroke = readonly (readonly [x: number, y: number])[];

/** The picture is this large, whatever the screen. */
const WIDTH = 640;
const HEIGHT = 200;

/** See the module comment. */
export function SignaturePad({ label, name, keep, onDrawn, onTyped, onClose }: SignaturePadProps): JSX.Element {
  const { locale } = useScope();
  const say = padMessages.in(locale);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const drawing = useRef(false);
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'failed'>('open');
  const stop = useRef(new AbortController());

  useEffect(() => {
    paint(canvas.current, strokes);
  }, [strokes]);
  useEffect(() => {
    canvas.current?.focus();
    const { current } = stop;
    return () => current.abort();
  }, []);

  const point = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - left) / width) * WIDTH, ((event.clientY - top) / height) * HEIGHT];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    const at = point(event);
    setStrokes((all) => [...all, [at]]);
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!drawing.current) return;
    const at = point(event);
    setStrokes((all) => [...all.slice(0, -1), [...(all.at(-1) ?? []), at]]);
  };
  const confirm = async (): Promise<void> => {
    const picture = await pictureOf(canvas.current);
    if (picture === undefined) return;
    setState('busy');
    try {
      const { fileId } = await keep(picture, stop.current.signal);
      onDrawn(fileId);
    } catch {
      setState('failed');
    }
  };
  const blank = strokes.every((stroke) => stroke.length < 2);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of the field, not of a page
    <div className="pad" role="group" aria-label={say('padFor', { label })}>
      <canvas
        className="pad-canvas"
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        tabIndex={-1}
        role="img"
        aria-label={say(blank ? 'blank' : 'drawn')}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={() => {
          drawing.current = false;
        }}
      />
      <div className="button-row">
        <button
          className="button primary"
          type="button"
          disabled={blank || state === 'busy'}
          aria-busy={state === 'busy'}
          onClick={() => void confirm()}
        >
          {say('confirm')}
        </button>
        <button className="button" type="button" disabled={blank} onClick={() => setStrokes([])}>
          {say('clear')}
        </button>
        <button className="button quiet" type="button" onClick={onClose}>
          {say('close')}
        </button>
      </div>
      {state === 'failed' ? (
        <p className="field-error" role="alert">
          {say('failed')}
        </p>
      ) : null}
      <label className="field">
        <span className="hint">{say('typeInstead', { name })}</span>
        <span className="pad-typed">
          <input className="input" type="text" autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <button className="button" type="button" disabled={typed.trim() !== name} onClick={onTyped}>
            {say('confirmTyped')}
          </button>
        </span>
      </label>
    </div>
  );
}

function paint(canvas: HTMLCanvasElement | null, strokes: readonly Stroke[]): void {
  const pen = canvas?.getContext('2d');
  if (!pen) return;
  pen.clearRect(0, 0, WIDTH, HEIGHT);
  pen.lineWidth = 4;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = '#000000';
  for (const [first, ...rest] of strokes) {
    if (first === undefined) continue;
    pen.beginPath();
    pen.moveTo(...first);
    for (const at of rest) pen.lineTo(...at);
    pen.stroke();
  }
}

async function pictureOf(canvas: HTMLCanvasElement | null): Promise<File | undefined> {
  const contents = await new Promise<Blob | null>((resolve) => {
    if (canvas === null) resolve(null);
    else canvas.toBlob(resolve, 'image/png');
  });
  return contents === null ? undefined : new File([contents], 'signature.png', { type: 'image/png' });
}
