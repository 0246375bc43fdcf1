/** Files on their way, one line each: how far, and what can be done about it. */
import type { JSX } from 'react';
import { Icon } from '../view/icon.tsx';
import { useScope } from '../view/scope.ts';
import { uploadMessages } from './upload-messages.ts';
import type { Upload, UploadQueue } from './upload-queue.ts';

/** The lines of a queue, and why files were refused. */
export function UploadLines({ queue }: { readonly queue: UploadQueue }): JSX.Element {
  return (
    <>
      {queue.list.length === 0 ? null : (
        <ul className="file-list">
          {queue.list.map((upload) => (
            <UploadLine key={upload.id} upload={upload} queue={queue} />
          ))}
        </ul>
      )}
      {queue.refused.map((reason) => (
        <p className="field-error" role="alert" key={reason}>
          <Icon name="error" />
          {reason}
        </p>
      ))}
    </>
  );
}

function UploadLine({ upload, queue }: { readonly upload: Upload; readonly queue: UploadQueue }): JSX.Element {
  const { locale } = useScope();
  const say = uploadMessages.in(locale);
  const { id, file, share, state, why } = upload;
  const { name } = file;
  const percent = Math.round(share * 100);
  return (
    <li>
      <Icon name="file" />
      <span className="file-name">{name}</span>
      {state === 'wrong' ? (
        <span className="field-error" role="alert">
          {why}
        </span>
      ) : (
        <progress className="progress" max={1} value={share} aria-label={say('uploading', { name, percent })} />
      )}
      {state === 'waiting' || state === 'paused' ? (
        <span className="small muted" role="status">
          {say(state, { percent })}
        </span>
      ) : null}
      {state === 'wrong' || state === 'paused' ? (
        <button className="link-button" type="button" onClick={() => queue.goOn(id)}>
          {say(state === 'wrong' ? 'again' : 'goOn', { name })}
        </button>
      ) : null}
      {queue.mayPause && (state === 'sending' || state === 'waiting') ? (
        <button className="link-button" type="button" onClick={() => queue.pause(id)}>
          {say('pause', { name })}
        </button>
      ) : null}
      <button className="button quiet icon-only" type="button" aria-label={say('cancel', { name })} onClick={() => queue.cancel(id)}>
        <Icon name="close" />
      </button>
    </li>
  );
}
