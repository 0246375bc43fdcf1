/** What a condition may ask, and how each kind of it is compared. */
import type { ConditionOperator, FeelName } from '@tongban/feel-parser';
import { type Locale, textIn } from '@tongban/model';

/** One thing a condition may ask. */
export interface ConditionSubject {
  /** As FEEL reads it. */
  readonly feel: string;
  readonly label: string;
  /** What it stands in, e.g. the title of the form. */
  readonly within: string;
  readonly name: FeelName;
}

const WITHIN = ' · ';

/** All of them; a list is also asked for its number of elements. */
export function subjectsIn(names: readonly FeelName[], locale: Locale, countOf: (label: string) => string): readonly ConditionSubject[] {
  const inside = (list: readonly FeelName[], path: string, within: string): readonly ConditionSubject[] =>
    list.flatMap((name): readonly ConditionSubject[] => {
      const feel = `${path}${name.name}`;
      const label = textIn(name.label, locale);
      const own = { feel, label, within, name };
      const counted = { ...own, feel: `count(${feel})`, label: countOf(label), name: COUNTED };
      if (name.type === 'list') return [own, counted];
      // what nobody knows the type of may be a list
      if (name.entries === undefined) return name.type === undefined && name.values === undefined ? [own, counted] : [own];
      return inside(name.entries, `${feel}.`, within === '' ? label : `${within}${WITHIN}${label}`);
    });
  return told(inside(names, '', ''));
}

// one name for two things helps nobody: then it says in what it stands, “自然资源局意见：意见”
function told(subjects: readonly ConditionSubject[]): readonly ConditionSubject[] {
  const times = new Map<string, number>();
  for (const { label } of subjects) times.set(label, (times.get(label) ?? 0) + 1);
  return subjects.map((subject) => {
    const { label, within } = subject;
    const nearest = within.split(WITHIN).at(-1) ?? '';
    return times.get(label) === 1 || nearest === '' ? subject : { ...subject, label: `${nearest}：${label}` };
  });
}

/** The comparisons that make sense for `name`. */
export function operatorsOf({ type, values }: FeelName): readonly ConditionOperator[] {
  switch (type) {
    case 'number':
    case 'date':
    case 'time':
    case 'date and time':
    case 'duration':
      return ['=', '!=', '>', '>=', '<', '<=', 'between', 'filled', 'empty'];
    case 'boolean':
      return ['=', 'filled', 'empty'];
    case 'list':
      return ['contains', 'notContains', 'filled', 'empty'];
    case 'context':
      return ['filled', 'empty'];
    case 'string':
      return ['=', '!=', 'in', 'notIn', 'filled', 'empty'];
    default:
      return values === undefined ? ['=', '!=', '>', '>=', '<', '<=', 'filled', 'empty'] : ['=', '!=', 'in', 'notIn', 'filled', 'empty'];
  }
}

const COUNTED: FeelName = { name: 'count', label: '', type: 'number' };
