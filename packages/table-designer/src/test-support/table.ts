/** Tables for tests. */
import { parseFeel } from '@tongban/feel-parser';
import type { DecisionTable, FeelExpression } from '@tongban/model';

/** The expression of a text that can be read. */
export function feel(text: string, dialect: 'expression' | 'unaryTests' = 'unaryTests'): FeelExpression {
  const { expression } = parseFeel(text, { dialect });
  if (expression === undefined) throw new Error(`unreadable: ${text}`);
  return expression;
}

/** A table of a score and a kind of project that gives a grade; rows of texts: score, kind, grade, remark. */
export function gradeTable(rows: readonly (readonly [string, string, string, string])[]): DecisionTable {
  return {
    kind: 'table',
    id: 'grade',
    hitPolicy: 'U',
    inputs: [
      { id: 'score', label: '得分', expression: feel('application.score', 'expression'), type: { name: 'number' } },
      {
        id: 'kind',
        label: '项目类别',
        expression: feel('application.kind', 'expression'),
        type: { name: 'string' },
        allowedValues: feel('"工业", "农业", "服务业"'),
      },
    ],
    outputs: [{ id: 'result', name: 'grade', label: '等级', type: { name: 'string' }, allowedValues: feel('"A", "B", "C"') }],
    annotations: ['依据'],
    rules: rows.map(([score, kind, grade, remark], at) => ({
      id: `rule_${at + 1}`,
      inputEntries: [feel(score), feel(kind)],
      outputEntries: [feel(grade, 'expression')],
      annotations: [remark],
    })),
  };
}

/** Three rows without gap and overlap. */
export const THREE_GRADES: DecisionTable = gradeTable([
  ['(90..100]', '-', '"A"', '第二十条'],
  ['[60..90]', '"工业","农业"', '"B"', '第二十一条'],
  ['< 60', 'not("服务业")', '"C"', ''],
]);
