/**
 * Has the host seal or sign the form with its own e-seal: a U-key, a seal service. Offered where the host has one. A seal of something else,
 * of somebody else or of a day to come is refused here already; the runtime asks the host's service whether it is real.
 */
import type { Sealed } from '@tongban/element-kit';
import { isCalendarDay, sealedText } from '@tongban/form';
import { type SignatureField, type SignatureValue, textIn } from '@tongban/model';
import { type JSX, useState } from 'react';
import { useScope } from '../view/scope.ts';
import { eSealMessages } from './e-seal-messages.ts';
import { sha256Of } from './sha256-of.ts';

/** What it is told. */
export interface ESealButtonProps {
  readonly field: SignatureField;
  readonly label: string;
  /** Whose seal it must be; empty when that is not known. */
  readonly owner: string;
  readonly onSealed: (signature: SignatureValue) => void;
}

/** The button, and why it did not work. */
export function ESealButton({ field, label, owner, onSealed }: ESealButtonProps): JSX.Element | null {
  const { say, seal, model, locale, today } = useScope();
  const [state, setState] = useState<{ readonly busy: boolean; readonly wrong?: string }>();
  if (seal === undefined) return null;
  const words = eSealMessages.in(locale);
  const faultOf = (sealed: Sealed, digest: string): string | undefined => {
    if (sealed.digest !== digest || !isCalendarDay(sealed.day) || sealed.day > today) return words('eSealForeign');
    return owner !== '' && sealed.name !== owner ? words('eSealOther', { name: sealed.name, owner }) : undefined;
  };
  const run = async (anchor: HTMLElement): Promise<void> => {
    setState({ busy: true });
    try {
      const values = model.session.values();
      const content = sealedText(model.document, values);
      const digest = sha256Of(content);
      const form = textIn(model.document.title, locale);
      const sealed = await seal({ form, field: label, kind: field.kind, values, content, digest, anchor });
      const wrong = sealed === undefined ? undefined : faultOf(sealed, digest);
      setState(wrong === undefined ? undefined : { busy: false, wrong });
      if (sealed === undefined || wrong !== undefined) return;
      const { name, day, fileId } = sealed;
      onSealed({ method: 'eSeal', name, day, digest, ...(fileId === undefined ? {} : { fileId }) });
    } catch {
      setState({ busy: false, wrong: words('eSealFailed') });
    }
  };
  return (
    <>
      <button
        className="link-button"
        type="button"
        aria-label={say('signatureOf', { label, action: words('eSeal') })}
        aria-busy={state?.busy}
        onClick={({ currentTarget }) => void run(currentTarget)}
      >
        {words('eSeal')}
      </button>
      {state?.wrong === undefined ? null : (
        <span className="field-error" role="alert">
          {state.wrong}
        </span>
      )}
    </>
  );
}
