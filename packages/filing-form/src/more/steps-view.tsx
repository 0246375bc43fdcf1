/** A form in steps: where one is, one step at a time, and at the end all answers to be checked. Steps may be visited in any order. */
import { type FormField, type Problem, textIn } from '@tongban/model';
import { type ComponentType, type JSX, useEffect, useRef, useState } from 'react';
import { type FormStep, stepsOf } from '../form-steps.ts';
import { Icon } from '../view/icon.tsx';
import { type Scope, ScopeContext, useScope, useWatched } from '../view/scope.ts';
import { moreMessages } from './more-messages.ts';

/** What it shows fields with. */
export interface StepsViewProps {
  readonly List: ComponentType<{ readonly fields: readonly FormField[] }>;
}

/** See the module comment. */
export function StepsView({ List }: StepsViewProps): JSX.Element {
  const scope = useScope();
  const { model, locale, announce } = scope;
  const say = moreMessages.in(locale);
  useWatched(model.shape);
  const steps = stepsOf(model.document).filter(({ fields }) => fields.some(({ key }) => model.isVisible(key)));
  const at = Math.min(useWatched(model.step), steps.length);
  const problems = useStepProblems(steps);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(at);

  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const titleOf = (index: number): string => {
    const step = steps[index];
    return step === undefined ? say('checkStep') : textIn(step.title, locale);
  };
  const go = (to: number): void => {
    model.step.set(to);
    announce(`${say('step', { at: to + 1, all: steps.length + 1 })}：${titleOf(to)}`);
  };
  const next = (): void => {
    const wrong = model.judge(steps[at]?.fields ?? []);
    if (wrong === undefined) go(at + 1);
    else scope.focus(wrong);
  };
  const current = steps[at];
  return (
    <div className="steps">
      <nav className="steps-nav" aria-label={say('progress')}>
        <ol>
          {[...steps, undefined].map((step, index) => (
            <li key={step?.id ?? 'check'}>
              <button className="step" type="button" aria-current={index === at ? 'step' : undefined} onClick={() => go(index)}>
                <span className="step-number" aria-hidden="true">
                  {problems[index] === 0 && step !== undefined && index !== at ? <Icon name="check" /> : index + 1}
                </span>
                <span className="step-name">{titleOf(index)}</span>
                {step === undefined ? null : <span className="step-state">{stateWord(problems[index] ?? 0, say)}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className="steps-page">
        <p className="hint">{say('step', { at: at + 1, all: steps.length + 1 })}</p>
        <h3 className="step-title" tabIndex={-1} ref={heading}>
          {titleOf(at)}
        </h3>
        {current === undefined ? <CheckAnswers steps={steps} List={List} onChange={go} /> : <List fields={current.shown} />}
        <div className="button-row step-buttons">
          {at === 0 ? null : (
            <button className="button" type="button" onClick={() => go(at - 1)}>
              {say('previousStep')}
            </button>
          )}
          {current === undefined ? null : (
            <button className="button primary" type="button" onClick={next}>
              {at === steps.length - 1 ? say('checkStep') : say('nextStep')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

function CheckAnswers({
  steps,
  List,
  onChange,
}: StepsViewProps & { readonly steps: readonly FormStep[]; readonly onChange: (at: number) => void }): JSX.Element {
  const scope = useScope();
  const say = moreMessages.in(scope.locale);
  const reading: Scope = { ...scope, mode: 'read' };
  return (
    <>
      <p className="hint">{say('checkHint')}</p>
      {steps.map((step, at) => {
        const title = textIn(step.title, scope.locale);
        return (
          <section key={step.id} className="section" aria-label={title}>
            <div className="check-head">
              <h4 className="section-title">{title}</h4>
              <button className="link-button" type="button" aria-label={say('changeStep', { step: title })} onClick={() => onChange(at)}>
                {say('change')}
              </button>
            </div>
            <ScopeContext.Provider value={reading}>
              <List fields={step.shown} />
            </ScopeContext.Provider>
          </section>
        );
      })}
    </>
  );
}

/** How many problems stand in the way of each step; asked again when people pause. */
function useStepProblems(steps: readonly FormStep[]): readonly number[] {
  const { model } = useScope();
  const [problems, setProblems] = useState<readonly Problem[]>(() => model.problems());
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = model.subscribe(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => setProblems(model.problems()), 200);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [model]);
  return steps.map(({ keys }) => problems.filter((problem) => keys.has((model.pathOfProblem(problem) ?? '').split('[')[0] ?? '')).length);
}

function stateWord(count: number, say: ReturnType<typeof moreMessages.in>): string {
  return count === 0 ? say('stepDone') : say('stepOpen');
}
