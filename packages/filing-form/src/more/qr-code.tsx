/** A two-dimensional bar code, drawn as one path: sharp on paper, and allowed by a strict policy. */
import type { Json, QrCodeField } from '@tongban/model';
import type { JSX } from 'react';
import { encode } from 'uqr';
import type { ControlProps } from '../controls/control-props.ts';
import { TextControl } from '../controls/text-control.tsx';
import { useScope } from '../view/scope.ts';
import { moreMessages } from './more-messages.ts';

/** The control of a bar code that is typed: its text, and the code below. */
export function QrCodeControl({ field, ...props }: ControlProps<QrCodeField>): JSX.Element {
  const asText = { kind: 'text', id: field.id, key: field.key, label: field.label } as const;
  return (
    <>
      <TextControl {...props} field={asText} />
      <QrCodeText value={props.value} />
    </>
  );
}

/** The code itself. */
export function QrCodeText({ value }: { readonly value: Json }): JSX.Element {
  const { locale, mode } = useScope();
  const say = moreMessages.in(locale);
  if (typeof value !== 'string' || value === '') {
    return mode === 'print' ? <span className="blank" /> : <span className="muted">{say('qrEmpty')}</span>;
  }
  const drawing = drawn(value);
  if (drawing === undefined) return <span className="muted">{say('qrTooLong')}</span>;
  return (
    <figure className="qr">
      <svg role="img" aria-label={say('qrOf', { text: value })} viewBox={`0 0 ${drawing.size} ${drawing.size}`} shapeRendering="crispEdges">
        <path fill="#ffffff" d={`M0 0h${drawing.size}v${drawing.size}H0z`} />
        <path fill="#000000" d={drawing.path} />
      </svg>
    </figure>
  );
}

function drawn(text: string): { readonly size: number; readonly path: string } | undefined {
  try {
    const { data, size } = encode(text, { border: 2, ecc: 'M' });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { size, path };
  } catch {
    return undefined;
  }
}
