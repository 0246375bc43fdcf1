import { readDmn, writeDmn } from '@tongban/dmn';
import type { DecisionLogic, DecisionModel } from '@tongban/model';
import { expect, test } from 'vitest';
import { decision, model } from '../test-support/decisions.ts';
import { feel } from '../test-support/table.ts';
import { addElement, changeDecision, possibleNeeds, removeElement, renameElement, setRequirement } from './model-edits.ts';

const BASE = model({
  inputs: [{ id: 'i1', name: '投资额', type: { name: 'number' } }],
  decisions: [
    decision('d1', '投资额 > 500', { requiresInputs: ['i1'] }),
    decision('d2', 'if d1 then "大" else "小"', { requires: ['d1'] }),
  ],
});

const textOf = ({ decisions }: DecisionModel, id: string): string => {
  const logic = decisions.find((each) => each.id === id)?.logic;
  return logic?.kind === 'literal' ? logic.expression.text : '';
};
const literal = (text: string): DecisionLogic => ({ kind: 'literal', expression: feel(text, 'expression') });

test('a decision is wired to what it reads, wherever the text stands in its boxes', () => {
  const { model: grown, id } = addElement(BASE, 'literal', '结论');
  const logic: DecisionLogic = {
    kind: 'context',
    entries: [{ variable: { name: 'a' }, value: literal('投资额 * 2') }, { value: literal('d2') }],
  };
  const own = changeDecision(grown, id, { logic }).decisions.at(-1);
  expect([own?.requiresInputs, own?.requires]).toEqual([['i1'], ['d2']]);
});

test('a line that would close a circle is not drawn', () => {
  expect(possibleNeeds(BASE, 'd1').map(({ id }) => id)).toEqual(['i1']);
  expect(changeDecision(BASE, 'd1', { logic: literal('d2') }).decisions[0]?.requires).toEqual([]);
});

test('another name is read by everything that read the old one, and by nothing else', () => {
  const renamed = renameElement(BASE, 'i1', '总投资');
  expect(textOf(renamed, 'd1')).toBe('总投资 > 500');
  expect(renamed.decisions[0]?.logic).toMatchObject({ expression: { reads: ['总投资'] } });
  const twice = changeDecision(BASE, 'd2', { logic: literal('if d1 or not(d1) then "d1" else x.d1') });
  expect(textOf(renameElement(twice, 'd1', '是否 重大'), 'd2')).toBe('if 是否 重大 or not(是否 重大) then "d1" else x.d1');
});

test('a name that is taken or empty changes nothing', () => {
  expect(renameElement(BASE, 'i1', 'd1')).toBe(BASE);
  expect(renameElement(BASE, 'i1', '')).toBe(BASE);
});

test('what is removed is required by nothing', () => {
  const rest = removeElement(BASE, 'd1');
  expect(rest.decisions.map(({ id, requires }) => [id, requires])).toEqual([['d2', []]]);
});

test('lines are drawn and removed by hand', () => {
  const drawn = setRequirement(BASE, 'd2', 'i1', true);
  expect(drawn.decisions[1]?.requiresInputs).toEqual(['i1']);
  expect(setRequirement(drawn, 'd2', 'i1', false).decisions[1]?.requiresInputs).toEqual([]);
});

test('every edit is written and read again as it is', async () => {
  const table = addElement(BASE, 'table', '新决策');
  const called = addElement(table.model, 'function', '新函数');
  const input = addElement(called.model, 'input', '投资额');
  expect(input.model.inputs.at(-1)?.name).toBe('投资额2');
  const edited = setRequirement(input.model, table.id, input.id, true);
  const { model: read } = await readDmn(await writeDmn(edited), { unfinished: true });
  expect(read?.decisions.map(({ id, name, requires, requiresInputs }) => ({ id, name, requires, requiresInputs }))).toEqual(
    edited.decisions.map(({ id, name, requires, requiresInputs }) => ({ id, name, requires, requiresInputs })),
  );
  expect(read?.functions.map(({ name }) => name)).toEqual(['新函数']);
});
