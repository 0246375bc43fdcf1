/** What is wrong, on top: each sentence leads to its field. It gets the focus when a submission was tried. */
import { type JSX, useEffect, useRef } from 'react';
import { useScope, useWatched } from './scope.ts';

/** So many are listed; when they are mended the next take their place. */
const LISTED = 100;

/** See the module comment. */
export function ProblemSummary(): JSX.Element | null {
  const { model, say, locale, focus } = useScope();
  const problems = useWatched(model.summary);
  const asked = useWatched(model.asked);
  const box = useRef<HTMLDivElement>(null);
  const answered = useRef(asked);

  useEffect(() => {
    if (asked === answered.current) return;
    answered.current = asked;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);

  if (problems === undefined) return null;
  const rowOf = (path: string): string => {
    const [, key = '', at = ''] = /^([^[]+)\[(\d+)\]/.exec(path) ?? [];
    return key === '' ? '' : say('inRow', { label: model.labelOf(key, locale), row: Number(at) + 1 });
  };
  return (
    <div className="error-summary" part="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h3 id="summary-title">{problems.length === 1 ? say('errorsOne') : say('errorsMany', { count: problems.length })}</h3>
      <ul>
        {problems.slice(0, LISTED).map((problem) => {
          const path = model.pathOfProblem(problem);
          const address = path === undefined ? undefined : model.addressOf(path);
          const sentence = `${path === undefined ? '' : rowOf(path)}${problem.sentences[locale]}`;
          return (
            <li key={`${path}${problem.code}${sentence}`}>
              {address === undefined ? (
                sentence
              ) : (
                <button className="link-button" type="button" onClick={() => focus(address)}>
                  {sentence}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {problems.length > LISTED ? <p>{say('errorsMore', { count: problems.length - LISTED })}</p> : null}
    </div>
  );
}
