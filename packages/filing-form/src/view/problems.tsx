/** What is wrong, beside the field. */
import type { Locale, Problem } from '@tongban/model';
import type { JSX } from 'react';
import { Icon } from './icon.tsx';

/** One sentence for each problem; their element describes the control. */
export function Problems({
  id,
  problems,
  locale,
}: {
  readonly id: string;
  readonly problems: readonly Problem[];
  readonly locale: Locale;
}): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <div id={id} className="errors">
      {problems.map((problem) => (
        <p className="field-error" key={`${problem.code}${problem.sentences['zh-CN']}`}>
          <Icon name="error" />
          <span>{problem.sentences[locale]}</span>
        </p>
      ))}
    </div>
  );
}
