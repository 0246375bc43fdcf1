/** Files: chosen or dropped, sent to the page's store with progress, listed with what can be done with them. */
import { formatBytes } from '@tongban/element-kit';
import { FORM_LIMITS } from '@tongban/form';
import type { FileRef, FilesField, Json } from '@tongban/model';
import { type DragEvent, type JSX, useEffect, useReducer, useRef, useState } from 'react';
import type { FormFiles } from '../form-files.ts';
import type { UploadField, UploadQueue } from '../more/upload-queue.ts';
import { Icon } from '../view/icon.tsx';
import { type Scope, useScope } from '../view/scope.ts';
import { type ControlProps, groupProps } from './control-props.ts';

/** The control of a files field. */
export function FilesControl(props: ControlProps<FilesField>): JSX.Element {
  const { field, value, ids, onChange, describedBy, invalid } = props;
  const scope = useScope();
  const { say, files: store } = scope;
  const kept = filesOf(value);
  const latest = useRef(kept);
  latest.current = kept;
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const full = field.max !== undefined && kept.length >= field.max;
  const hintId = `${ids.control}-accepts`;
  const now = {
    ...{ field, store: store as FormFiles, locale: scope.locale, announce: scope.announce, kinds: kindsOf(field.accept ?? [], say) },
    kept: () => latest.current,
    add: (ref: FileRef) => {
      latest.current = [...latest.current, ref];
      onChange(latest.current as unknown as Json);
    },
  };
  const { queue, Lines, failed, take } = useUploads(now);
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
    // biome-ignore lint/a11y/noStaticElementInteractions: a group that files are dropped on; the button does the same
    <div className="files" {...groupProps(props)} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
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
      {queue === undefined || Lines === undefined ? null : <Lines queue={queue} />}
      {failed ? (
        <p className="field-error" role="alert">
          {say('loadFailed')}
        </p>
      ) : null}
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

type Uploads = typeof import('../more/uploads.ts');

/** The files of a field on their way: the part that sends them is loaded when there is a store, so that it is there when the line is not. */
function useUploads(now: Omit<UploadField, 'changed'>): {
  readonly queue: UploadQueue | undefined;
  readonly Lines: Uploads['UploadLines'] | undefined;
  readonly failed: boolean;
  take(files: readonly File[]): void;
} {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [failed, setFailed] = useState(false);
  const of = useRef<UploadField>({ ...now, changed: redraw });
  of.current = { ...now, changed: redraw };
  const part = useRef<Uploads>(undefined);
  const queue = useRef<UploadQueue>(undefined);
  const load = async (): Promise<UploadQueue> => {
    part.current ??= await import('../more/uploads.ts');
    queue.current ??= new part.current.UploadQueue(() => of.current);
    return queue.current;
  };
  const hasStore = now.store !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a store
  useEffect(() => {
    if (hasStore) load().catch(() => undefined);
  }, [hasStore]);
  return {
    queue: queue.current,
    Lines: part.current?.UploadLines,
    failed,
    take: (files) => {
      setFailed(false);
      load().then(
        (loaded) => loaded.take(files),
        () => setFailed(true),
      );
    },
  };
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
