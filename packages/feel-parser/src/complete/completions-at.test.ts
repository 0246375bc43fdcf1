/** What is offered where: names, values, functions, words, operators. `|` stands where the caret is. */
import { expect, test } from 'vitest';
import { type CompletionOptions, completionsAt } from './completions-at.ts';
import type { FeelName } from './feel-name.ts';

const NAMES: readonly FeelName[] = [
  {
    name: 'project',
    label: '项目申请表',
    type: 'context',
    entries: [
      {
        name: 'kind',
        label: '项目类别',
        type: 'string',
        values: [
          { feel: '"A"', label: '备案类' },
          { feel: '"B"', label: '核准类' },
        ],
      },
      { name: 'amount', label: '总投资', type: 'number' },
      { name: 'green', label: '绿色通道', type: 'boolean' },
      { name: 'begins', label: '开工日期', type: 'date' },
      {
        name: 'plots',
        label: '地块',
        type: 'list',
        entries: [
          { name: 'area', label: '面积', type: 'number' },
          { name: 'use', label: '用途', type: 'string' },
        ],
      },
    ],
  },
  { name: '项目 名称', label: '项目名称', type: 'string' },
  { name: 'days', label: '天数', type: 'number' },
];

function at(marked: string, options?: CompletionOptions) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completionsAt(text, offset, NAMES, options);
  return {
    ...found,
    inserts: found.items.map(({ insert }) => insert),
    written: (insert: string) => text.slice(0, found.from) + insert + text.slice(found.to),
  };
}

test('at the beginning: what can be asked, under its whole path; then what holds it, functions and words', () => {
  const { inserts } = at('|');
  expect(inserts.slice(0, 9)).toEqual([
    'project.kind',
    'project.amount',
    'project.green',
    'project.begins',
    'project.plots',
    '项目 名称',
    'days',
    'project',
    'today()',
  ]);
});

test('a name is found by its beginning, and by what people call it, wherever it stands', () => {
  expect(at('day|').inserts.slice(0, 2)).toEqual(['days', 'day of year()']);
  expect(at('申请|').inserts).toEqual(['project']);
  expect(at('总投|').inserts).toEqual(['project.amount']);
  expect(at('amou|').inserts).toEqual(['project.amount']);
  expect(at('project.总|').inserts).toEqual(['amount']);
});

test('a name of several words is found while it is being typed', () => {
  const found = at('days > 1 and 项目 名|');
  expect(found.inserts).toEqual(['项目 名称']);
  expect(found.written('项目 名称')).toBe('days > 1 and 项目 名称');
  const date = at('date a|');
  expect(date.inserts).toEqual(['date and time()']);
  expect(date.written('date and time()')).toBe('date and time()');
});

test('after a dot: the entries only, and the rest of the word is replaced', () => {
  expect(at('project.|').inserts).toEqual(['kind', 'amount', 'green', 'begins', 'plots']);
  expect(at('project.am|oun > 1').written('amount')).toBe('project.amount > 1');
  expect(at('days.|').inserts).toEqual([]);
});

test('after a value: operators, and none of the names', () => {
  const { inserts } = at('days |');
  expect(inserts.slice(0, 3)).toEqual(['and ', 'or ', '= ']);
  expect(inserts).not.toContain('days');
  expect(at('days > 1 a|').inserts).toEqual(['and ']);
});

test('compared with a choice: its values first, inside the quotation marks too', () => {
  const after = at('project.kind = |');
  expect(after.items.slice(0, 2).map(({ label }) => label)).toEqual(['备案类', '核准类']);
  const inside = at('project.kind = "|');
  expect(inside.inserts).toEqual(['"A"', '"B"']);
  expect(inside.written('"A"')).toBe('project.kind = "A"');
  expect(at('project.kind = "|" and days > 1').written('"A"')).toBe('project.kind = "A" and days > 1');
  expect(at('project.kind in ("A", |').inserts.slice(0, 2)).toEqual(['"A"', '"B"']);
  expect(at('"|').inserts).toEqual([]);
});

test('compared with yes or no, and with a day', () => {
  expect(at('project.green = |').inserts.slice(0, 2)).toEqual(['true', 'false']);
  expect(at('project.begins > |').inserts.slice(0, 2)).toEqual(['today()', 'date("")']);
});

test('inside a filter: the entries of the elements', () => {
  const { inserts } = at('project.plots[|');
  expect(inserts.slice(0, 3)).toEqual(['area', 'use', 'project.kind']);
  expect(inserts).toContain('item');
  expect(at('project.plots[item.|').inserts).toEqual(['area', 'use']);
  expect(at('project.plots[area > 5].|').inserts).toEqual(['area', 'use']);
  expect(at('[|').inserts).not.toContain('area');
});

test('variables of for, some, every and contexts, as long as they are known', () => {
  expect(at('for p in project.plots return p.|').inserts).toEqual(['area', 'use']);
  expect(at('count(for p in project.plots return p.area) > |').inserts).not.toContain('p');
  expect(at('some p in project.plots satisfies |').inserts.slice(0, 2)).toEqual(['p.area', 'p.use']);
  expect(at('{ wide: 1, long: |').inserts[0]).toBe('wide');
  expect(at('for |').inserts).toEqual([]);
});

test('the word that is awaited comes first', () => {
  expect(at('if days > 1 |').inserts[0]).toBe('then ');
  expect(at('if days > 1 then 2 |').inserts[0]).toBe('else ');
  expect(at('for p |').inserts).toEqual(['in ']);
  expect(at('every p in project.plots |').inserts[0]).toBe('satisfies ');
});

test('a function: the caret goes between its brackets, unless it takes nothing', () => {
  const [count] = at('coun|').items;
  expect(count).toMatchObject({ insert: 'count()', caret: 6, detail: 'count(list)' });
  expect(at('toda|').items[0]).toMatchObject({ insert: 'today()', caret: 7 });
});

test('a cell of a decision table: the values of what is tested, comparisons, not( )', () => {
  const input = NAMES[0]?.entries?.[0] as FeelName;
  const cell = { dialect: 'unaryTests', input } as const;
  expect(at('|', cell).inserts.slice(0, 4)).toEqual(['"A"', '"B"', 'not()', '> ']);
  expect(at('"A", |', cell).inserts.slice(0, 2)).toEqual(['"A"', '"B"']);
  expect(at('not(|', cell).inserts[0]).toBe('"A"');
  expect(at('"|', cell).inserts).toEqual(['"A"', '"B"']);
});

test('nothing inside a number, and nothing of a text that is too long', () => {
  expect(at('12|').inserts).toEqual([]);
  expect(completionsAt('a'.repeat(10_001), 5, NAMES).items).toEqual([]);
});
