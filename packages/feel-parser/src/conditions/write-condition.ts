/** The FEEL of a condition that was built by choosing. */
import type { Condition, ConditionTest } from './condition.ts';

/** FEEL; tests that nothing was chosen for are left out, and nothing at all is the empty text. */
export function writeCondition(condition: Condition): string {
  if (condition.kind === 'test') return writeTest(condition);
  const parts = condition.parts.map((part) => ({ part, text: writeCondition(part) })).filter(({ text }) => text !== '');
  const joined = condition.kind === 'all' ? ' and ' : ' or ';
  return parts.map(({ part, text }) => (needsBrackets(part, parts.length) ? `(${text})` : text)).join(joined);
}

function needsBrackets(part: Condition, siblings: number): boolean {
  return part.kind !== 'test' && part.parts.length > 1 && siblings > 1;
}

function writeTest({ subject, operator, values }: ConditionTest): string {
  const [first = '', second = ''] = values;
  if (subject === '') return '';
  switch (operator) {
    case 'filled':
      return `${subject} != null`;
    case 'empty':
      return `${subject} = null`;
    case 'between':
      return first === '' || second === '' ? '' : `${subject} between ${first} and ${second}`;
    case 'in':
      return values.length === 0 ? '' : `${subject} in (${values.join(', ')})`;
    case 'notIn':
      return values.length === 0 ? '' : `not(${subject} in (${values.join(', ')}))`;
    case 'contains':
      return first === '' ? '' : `list contains(${subject}, ${first})`;
    case 'notContains':
      return first === '' ? '' : `not(list contains(${subject}, ${first}))`;
    default:
      return first === '' ? '' : `${subject} ${operator} ${first}`;
  }
}
