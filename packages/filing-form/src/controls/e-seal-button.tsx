/** Has the host seal or sign the form with its own e-seal: a U-key, a seal service. Offered where the host has one. */
import { type SignatureField, type SignatureValue, textIn } from '@tongban/model';
import { type JSX, useState } from 'react';
import { useScope } from '../view/scope.ts';

/** The button, and why it did not work. */
export function ESealButton({
  field,
  label,
  onSealed,
}: {
  readonly field: SignatureField;
  readonly label: string;
  readonly onSealed: (signature: SignatureValue) => void;
}): JSX.Element | null {
  const { say, seal, model, locale } = useScope();
  const [state, setState] = useState<'busy' | 'failed'>();
  if (seal === undefined) return null;
  const words = say('eSeal');
  const run = async (anchor: HTMLElement): Promise<void> => {
    setState('busy');
    try {
      const values = model.session.values();
      const sealed = await seal({ form: textIn(model.document.title, locale), field: label, kind: field.kind, values, anchor });
      setState(undefined);
      if (sealed !== undefined) onSealed({ method: 'eSeal', ...sealed });
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <button
        className="link-button"
        type="button"
        aria-label={say('signatureOf', { label, action: words })}
        aria-busy={state === 'busy'}
        onClick={({ currentTarget }) => void run(currentTarget)}
      >
        {words}
      </button>
      {state === 'failed' ? (
        <span className="field-error" role="alert">
          {say('eSealFailed')}
        </span>
      ) : null}
    </>
  );
}
