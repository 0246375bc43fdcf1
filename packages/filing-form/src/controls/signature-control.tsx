/** A signature or a seal: confirmed by the person, on the original seen at the window, or on a scan. */
import { formatDay } from '@tongban/element-kit';
import { isCalendarDay } from '@tongban/form';
import { type FileRef, isJsonObject, type Json, type JsonObject, type SignatureField, type SignatureValue } from '@tongban/model';
import { type ComponentType, type JSX, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Say } from '../filing-messages.ts';
import type { FormFiles } from '../form-files.ts';
import type { ESealButtonProps } from '../more/e-seal-button.tsx';
import type { SignaturePadProps } from '../more/signature-pad.tsx';
import { Icon } from '../view/icon.tsx';
import { useScope } from '../view/scope.ts';
import { type ControlProps, groupProps } from './control-props.ts';
import { DateControl } from './date-control.tsx';
import { useTypedText } from './use-typed-text.ts';

/** The control of a signature or seal field. */
export function SignatureControl(props: ControlProps<SignatureField>): JSX.Element {
  const { field, value, ids, onChange, describedBy, invalid, compact, label } = props;
  const { say, actor, today, files, departments, seal: port } = useScope();
  const unit = actor?.onBehalfOf?.name ?? departments.find(({ id }) => id === actor?.department)?.name ?? '';
  const signature = isJsonObject(value) ? (value as unknown as SignatureValue) : undefined;
  const seal = field.kind === 'seal';
  const box = useRef<HTMLDivElement>(null);
  const [ESeal, setESeal] = useState<ComponentType<ESealButtonProps>>();
  const [Pad, setPad] = useState<ComponentType<SignaturePadProps>>();
  const offersESeal = port !== undefined && signature === undefined;
  useEffect(() => {
    if (!offersESeal) return;
    // what cannot be loaded is not offered
    void import('../more/e-seal-button.tsx').then(
      ({ ESealButton }) => setESeal(() => ESealButton),
      () => undefined,
    );
  }, [offersESeal]);
  const sign = (method: SignatureValue['method']): void => {
    const name = seal ? unit : method === 'confirmed' ? (actor?.name ?? '') : '';
    goOn(() => onChange({ method, name, day: today }), 'button, input');
  };
  // at once: what had the focus is gone, and the next key may be pressed before the next frame is drawn
  const goOn = (change: () => void, next = 'button'): void => {
    flushSync(change);
    box.current?.querySelector<HTMLElement>(next)?.focus();
  };
  const undo = (): void => goOn(() => onChange(null));
  const canDraw = !seal && !compact && files !== undefined && actor !== undefined;
  const openPad = async (): Promise<void> => {
    const { SignaturePad } = await import('../more/signature-pad.tsx');
    setPad(() => SignaturePad);
  };
  const action = (method: SignatureValue['method'], words: string, primary: boolean): JSX.Element => (
    <button
      className={primary ? 'button' : 'link-button'}
      type="button"
      id={primary ? ids.control : undefined}
      data-invalid={primary && invalid ? '' : undefined}
      aria-label={say('signatureOf', { label, action: words })}
      aria-describedby={describedBy}
      onClick={() => sign(method)}
    >
      {primary ? <Icon name="check" /> : null}
      {words}
    </button>
  );
  return (
    <div className="signature" ref={box} {...groupProps(props)}>
      {signature === undefined ? (
        <div className="button-row">
          {action('confirmed', say(seal ? 'confirmSeal' : 'confirmSignature'), true)}
          {ESeal === undefined || !offersESeal ? null : (
            <ESeal
              field={field}
              label={label}
              owner={seal ? unit : (actor?.name ?? '')}
              onSealed={(sealed) => goOn(() => onChange(sealed as unknown as Json))}
            />
          )}
          {action('original', say(seal ? 'originalSeenSeal' : 'originalSeen'), false)}
          {canDraw ? (
            <button
              className="link-button"
              type="button"
              aria-label={say('signatureOf', { label, action: say('drawSignature') })}
              aria-expanded={Pad !== undefined}
              onClick={() => void openPad()}
            >
              {say('drawSignature')}
            </button>
          ) : null}
          {files === undefined || compact ? null : action('scan', say('scanFile'), false)}
        </div>
      ) : (
        <Signed {...props} signature={signature} undo={undo} />
      )}
      {signature !== undefined || Pad === undefined || files === undefined ? null : (
        <Pad
          label={label}
          name={actor?.name ?? ''}
          keep={(picture, signal) => files.put(picture, { signal, onProgress: () => undefined })}
          onDrawn={(fileId) =>
            goOn(() => {
              setPad(undefined);
              onChange({ method: 'drawn', name: actor?.name ?? '', day: today, fileId });
            })
          }
          onTyped={() => {
            setPad(undefined);
            sign('confirmed');
          }}
          onClose={() => goOn(() => setPad(undefined))}
        />
      )}
    </div>
  );
}

function Signed({
  signature,
  undo,
  ...props
}: ControlProps<SignatureField> & { readonly signature: SignatureValue; readonly undo: () => void }): JSX.Element {
  const { field, ids, onChange, label, compact } = props;
  const { say, actor } = useScope();
  // what a person confirms for themself is not theirs to reword; the name of a unit that we do not know is
  const fixed =
    signature.method === 'eSeal' ||
    ((signature.method === 'confirmed' || signature.method === 'drawn') &&
      signature.name !== '' &&
      (field.kind === 'signature' || actor !== undefined));
  const set = (part: JsonObject): void => onChange({ ...(signature as unknown as JsonObject), ...part });
  const name = useTypedText({
    value: signature.name,
    show: (text) => String(text),
    read: (text) => text,
    onChange: (text) => set({ name: text }),
    onLeave: () => undefined,
  });
  const nameLabel = say(field.kind === 'seal' ? 'stampedName' : 'signedName');
  const undoButton = (
    <button className="link-button" type="button" onClick={undo} aria-label={say('signatureOf', { label, action: say('undoSignature') })}>
      {say('undoSignature')}
    </button>
  );
  if (fixed) {
    return (
      <p className="signed-line">
        <SignatureText field={field} value={signature as unknown as Json} />
        {undoButton}
      </p>
    );
  }
  return (
    <div className={compact ? 'signed-parts compact' : 'signed-parts'}>
      <p className="signed-line">
        <span className="badge">{methodName(signature.method, field, say)}</span>
        {undoButton}
      </p>
      <label className="field">
        <span className="hint">{nameLabel}</span>
        <input
          className="input"
          type="text"
          id={ids.control}
          autoComplete="off"
          aria-invalid={props.invalid && signature.name.trim() === '' ? true : undefined}
          aria-describedby={props.describedBy}
          {...name}
        />
      </label>
      <div className="field">
        <label className="hint" htmlFor={`${ids.control}-day`}>
          {say('signedDay')}
        </label>
        <DateControl
          {...props}
          field={{ kind: 'date', id: field.id, key: field.key, label: field.label }}
          ids={{ control: `${ids.control}-day`, label: ids.label }}
          value={/^\d{4}-\d{2}-\d{2}$/.test(signature.day) ? { $date: signature.day } : signature.day}
          onChange={(day) => set({ day: isJsonObject(day) ? (day['$date'] ?? '') : (day ?? '') })}
          required={false}
          invalid={props.invalid && !isCalendarDay(signature.day)}
          compact
          label={`${label} ${say('signedDay')}`}
        />
      </div>
      {signature.method === 'scan' ? (
        <ScanPicker fileId={signature.fileId} onChange={(file) => set({ fileId: file?.fileId ?? null })} id={`${ids.control}-scan`} />
      ) : null}
    </div>
  );
}

/** One scan, kept by the page's store. */
function ScanPicker({
  fileId,
  onChange,
  id,
}: {
  readonly fileId: string | undefined;
  readonly onChange: (file: FileRef | undefined) => void;
  readonly id: string;
}): JSX.Element {
  const { say, files } = useScope();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<{ readonly name: string; readonly wrong?: string; readonly busy?: boolean }>();
  const send = async (file: File): Promise<void> => {
    setState({ name: file.name, busy: true });
    try {
      onChange(await files?.put(file, { signal: new AbortController().signal, onProgress: () => undefined }));
      setState({ name: file.name });
    } catch {
      setState({ name: file.name, wrong: say('uploadFailed', { name: file.name }) });
    }
  };
  return (
    <div className="signed-scan">
      <input
        className="visually-hidden"
        type="file"
        ref={input}
        tabIndex={-1}
        aria-hidden="true"
        accept=".pdf,image/*"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void send(file);
        }}
      />
      <button className="button" type="button" id={id} aria-busy={state?.busy} onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {say('scanFile')}
      </button>
      {fileId === undefined && state?.busy !== true ? null : <span className="small">{state?.name ?? say('methodScan')}</span>}
      {state?.wrong === undefined ? null : (
        <span className="field-error" role="alert">
          {state.wrong}
        </span>
      )}
    </div>
  );
}

/** The blanks of a day on paper; in a cell no wider than they must be. */
export function paperDay(say: Say, compact: boolean): string {
  return compact ? say('paperDay').replaceAll(/\u3000+/g, '\u3000') : say('paperDay');
}

/** A signature to be read; on paper with the place for it. */
export function SignatureText({
  field,
  value,
  compact = false,
}: {
  readonly field: SignatureField;
  readonly value: Json;
  readonly compact?: boolean;
}): JSX.Element {
  const { say, locale, mode } = useScope();
  const signature = isJsonObject(value) ? (value as unknown as SignatureValue) : undefined;
  const seal = field.kind === 'seal';
  if (mode === 'print') {
    const blanks = paperDay(say, compact);
    return (
      <span className="signed">
        {signature?.method === 'drawn' ? <DrawnPicture signature={signature} /> : <span>{signature?.name}</span>}
        <span>{signature === undefined ? say(seal ? 'paperSeal' : 'paperSignature') : null}</span>
        <span className="one-line">{signature === undefined || signature.day === '' ? blanks : formatDay(signature.day, locale)}</span>
      </span>
    );
  }
  if (signature === undefined) return <span className="muted">{say(seal ? 'unstamped' : 'unsigned')}</span>;
  return (
    <span className="signed-text">
      {signature.method === 'drawn' ? <DrawnPicture signature={signature} /> : null}
      <strong>{signature.name}</strong>
      <span>{signature.day === '' ? null : formatDay(signature.day, locale)}</span>
      <span className="badge">{methodName(signature.method, field, say)}</span>
    </span>
  );
}

/** Addresses of pictures that were fetched, so that paper, which is drawn at once, has them too. */
const pictures = new WeakMap<FormFiles, Map<string, string>>();

function DrawnPicture({ signature: { fileId, name } }: { readonly signature: SignatureValue }): JSX.Element {
  const { files, say } = useScope();
  const known = files === undefined || fileId === undefined ? undefined : pictures.get(files)?.get(fileId);
  const [address, setAddress] = useState(known);
  useEffect(() => {
    if (known !== undefined || files === undefined || fileId === undefined) return;
    void files.get(fileId).then(
      (contents) => {
        const made = URL.createObjectURL(contents);
        pictures.set(files, (pictures.get(files) ?? new Map<string, string>()).set(fileId, made));
        setAddress(made);
      },
      () => undefined,
    );
  }, [known, files, fileId]);
  return address === undefined ? <span>{name}</span> : <img className="drawn" src={address} alt={say('drawnPicture', { name })} />;
}

function methodName(method: SignatureValue['method'], { kind }: SignatureField, say: ReturnType<typeof useScope>['say']): string {
  if (method === 'original') return say(kind === 'seal' ? 'methodOriginalSeal' : 'methodOriginal');
  return say(({ confirmed: 'methodConfirmed', drawn: 'methodDrawn', scan: 'methodScan', eSeal: 'methodESeal' } as const)[method]);
}
