/** Files: chosen or dropped, sent to the page's store with progress, listed with what can be done with them. */
import { formatBytes } from '@tongban/element-kit';
import { FORM_LIMITS } from '@tongban/form';
import type { FileRef, FilesField, Json } from '@tongban/model';
import { type DragEvent, type JSX, useRef, useState } from 'react';
import { Icon } from '../view/icon.tsx';
import { type Scope, useScope } from '../view/scope.ts';
import { leaving } from './choice-control.tsx';
import type { ControlProps } from './control-props.ts';

/** A file on its way. */
interface Upload {
  readonly id: number;
  readonly file: File;
  readonly share: number;
  readonly wrong?: string;
  readonly stop: AbortController;
}

/** The control of a files field. */
export function FilesControl(props: ControlProps<FilesField>): JSX.Element {
  const { field, value, ids, onChange, onLeave, describedBy, invalid, compact, label } = props;
  const scope = useScope();
  const { say, files: store } = scope;
  const kept = filesOf(value);
  const latest = useRef(kept);
  latest.current = kept;
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const count = useRef(0);
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const full = field.max !== undefined && kept.length >= field.max;
  const hintId = `${ids.control}-accepts`;

  const change = (id: number, next: Partial<Upload> | undefined): void =>
    setUploads((all) => all.flatMap((one) => (one.id !== id ? one : next === undefined ? [] : { ...one, ...next })));
  const send = async ({ id, file, stop }: Upload): Promise<void> => {
    try {
      const ref = await store?.put(file, { signal: stop.signal, onProgress: (share) => change(id, { share }) });
      change(id, undefined);
      if (ref !== undefined) {
        latest.current = [...latest.current, ref];
        onChange(latest.current as unknown as Json);
      }
    } catch {
      change(id, stop.signal.aborted ? undefined : { wrong: say('uploadFailed', { name: file.name }), share: 0 });
    }
  };
  const take = (list: readonly File[]): void => {
    const reasons = list.flatMap((file) => refusal(file, field, scope) ?? []);
    setRefused(reasons);
    const room = field.max === undefined ? Number.POSITIVE_INFINITY : field.max - kept.length - uploads.length;
    const fresh = list
      .filter((file) => refusal(file, field, scope) === undefined)
      .slice(0, room)
      .map((file): Upload => ({ id: count.current++, file, share: 0, stop: new AbortController() }));
    setUploads((all) => [...all, ...fresh]);
    for (const upload of fresh) void send(upload);
  };
  const remove = (fileId: string): void => {
    const left = kept.filter((file) => file.fileId !== fileId);
    onChange(left as unknown as Json);
    button.current?.focus();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (!full && store !== undefined) take([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: its legend is the label of the field
    <div
      className="files"
      role="group"
      aria-labelledby={compact ? undefined : ids.label}
      aria-label={compact ? label : undefined}
      aria-describedby={describedBy}
      onBlur={leaving(onLeave)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <input
        className="visually-hidden"
        type="file"
        ref={input}
        tabIndex={-1}
        aria-hidden="true"
        multiple={field.max !== 1}
        accept={field.accept?.join(',')}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <div className="files-head">
        <button
          className="button"
          type="button"
          id={ids.control}
          ref={button}
          data-invalid={invalid ? '' : undefined}
          disabled={full || store === undefined}
          aria-describedby={[hintId, describedBy ?? ''].join(' ').trim()}
          onClick={() => input.current?.click()}
        >
          <Icon name="upload" />
          {say('chooseFiles')}
        </button>
        <p className="hint" id={hintId}>
          {store === undefined ? say('noFileStore') : rulesOf(field, scope)}
        </p>
      </div>
      <FileList files={kept} onRemove={remove} />
      {uploads.length === 0 ? null : (
        <ul className="file-list">
          {uploads.map((upload) => (
            <li key={upload.id}>
              <Icon name="file" />
              <span className="file-name">{upload.file.name}</span>
              {upload.wrong === undefined ? (
                <progress
                  className="progress"
                  max={1}
                  value={upload.share}
                  aria-label={say('uploading', { name: upload.file.name, percent: Math.round(upload.share * 100) })}
                />
              ) : (
                <>
                  <span className="field-error" role="alert">
                    {upload.wrong}
                  </span>
                  <button
                    className="link-button"
                    type="button"
                    onClick={() => {
                      change(upload.id, undefined);
                      take([upload.file]);
                    }}
                  >
                    {say('retryUpload', { name: upload.file.name })}
                  </button>
                </>
              )}
              <button
                className="button quiet icon-only"
                type="button"
                aria-label={say('cancelUpload', { name: upload.file.name })}
                onClick={() => {
                  upload.stop.abort();
                  change(upload.id, undefined);
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {refused.map((reason) => (
        <p className="field-error" role="alert" key={reason}>
          <Icon name="error" />
          {reason}
        </p>
      ))}
    </div>
  );
}

/** Files that are there: each to be opened, and removed where that is allowed. */
export function FileList({
  files,
  onRemove,
}: {
  readonly files: readonly FileRef[];
  readonly onRemove?: (fileId: string) => void;
}): JSX.Element | null {
  const { say, files: store, mode } = useScope();
  const [wrong, setWrong] = useState<string>();
  if (files.length === 0) return null;
  return (
    <>
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.fileId}>
            {mode === 'print' ? null : <Icon name="file" />}
            {store === undefined || mode === 'print' ? (
              <span className="file-name">{file.name}</span>
            ) : (
              <button
                className="link-button file-name"
                type="button"
                aria-label={say('download', { name: file.name })}
                onClick={() => {
                  setWrong(undefined);
                  saveFile(() => store.get(file.fileId), file.name).catch(() => setWrong(say('downloadFailed', { name: file.name })));
                }}
              >
                {file.name}
              </button>
            )}
            {mode === 'print' ? null : <span className="muted small">{formatBytes(file.bytes)}</span>}
            {onRemove === undefined ? null : (
              <button
                className="button quiet icon-only"
                type="button"
                aria-label={say('removeFile', { name: file.name })}
                onClick={() => onRemove(file.fileId)}
              >
                <Icon name="trash" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {wrong === undefined ? null : (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}

/** The file references of a value; none when it is something else. */
export function filesOf(value: Json): readonly FileRef[] {
  return Array.isArray(value) ? (value as unknown as readonly FileRef[]) : [];
}

async function saveFile(contents: () => Promise<Blob>, name: string): Promise<void> {
  const address = URL.createObjectURL(await contents());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Why a file is not even sent. */
function refusal(file: File, { accept, maxBytes = FORM_LIMITS.fileBytes }: FilesField, { say }: Scope): string | undefined {
  const { name } = file;
  if (file.size === 0) return say('fileEmpty', { name });
  if (file.size > maxBytes) return say('fileTooLarge', { name, limit: formatBytes(maxBytes) });
  const fits = accept === undefined || accept.length === 0 || accept.some((kind) => accepts(kind, file));
  return fits ? undefined : say('fileKind', { name, kinds: kindsOf(accept, say) });
}

function accepts(kind: string, { name, type }: File): boolean {
  if (kind.startsWith('.')) return name.toLowerCase().endsWith(kind.toLowerCase());
  return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
}

function rulesOf({ accept, min, max, maxBytes = FORM_LIMITS.fileBytes }: FilesField, { say }: Scope): string {
  const rules = [
    accept === undefined || accept.length === 0 ? '' : say('allowedFiles', { kinds: kindsOf(accept, say) }),
    say('fileSize', { limit: formatBytes(maxBytes) }),
    min === undefined || min < 1 ? '' : say('filesMin', { count: min }),
    max === undefined ? '' : say('filesMax', { count: max }),
  ];
  return rules.filter((rule) => rule !== '').join(say('list'));
}

function kindsOf(accept: readonly string[], say: Scope['say']): string {
  return accept.map((kind) => (kind === 'image/*' ? say('pictures') : kind.replace(/^\./, '').toUpperCase())).join(say('listAnd'));
}
