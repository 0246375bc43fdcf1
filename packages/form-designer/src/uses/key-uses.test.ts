import type { FormField } from '@tongban/model';
import { expect, test } from 'vitest';
import { checkKey } from '../check-key.ts';
import { findField } from '../field-tree.ts';
import { formOf, text } from '../test-support/forms.ts';
import { keyUses, withKeyRenamed } from './key-uses.ts';

const rows: FormField = {
  kind: 'rows',
  id: 'list',
  key: 'list',
  label: { 'zh-CN': '清单' },
  ownerKey: 'cost',
  writableRow: 'row.cost = item.code',
  columns: [text('cost', { visible: 'row.cost > 1 and cost' }), text('name', { required: 'row.cost != null' })],
};

function renamed(form: ReturnType<typeof formOf>, id: string, key: string) {
  return withKeyRenamed(form, findField(form, id)!, key);
}

test.each([
  ['cost > 1', 'price > 1'],
  ['cost + cost2 - other.cost', 'price + cost2 - other.cost'],
  ['plan.cost = "cost"', 'plan.price = "cost"'],
  ['for cost in [1, 2] return cost', 'for cost in [1, 2] return cost'],
  ['for x in cost return x + cost', 'for x in price return x + price'],
  ['function(cost) cost', 'function(cost) cost'],
  ['{ cost: cost }.cost', '{ cost: price }.cost'],
  ['not a formula (cost', 'not a formula (cost'],
])('a field: %s becomes %s', (before, after) => {
  const form = formOf(text('cost'), text('b', { visible: before }));
  expect(renamed(form, 'cost', 'price').fields[1]?.visible).toBe(after);
});

test.each([
  ['sum(list.cost)', 'sum(list.price)'],
  ['sum(list[cost != null].cost)', 'sum(list[price != null].price)'],
  ['sum(plan.list[item.cost > 1].cost)', 'sum(plan.list[item.price > 1].price)'],
  ['some r in list satisfies r.cost > cost', 'some r in list satisfies r.price > cost'],
  ['cost', 'cost'],
  ['row.cost', 'row.cost'],
])('a column: %s becomes %s outside of its rows', (before, after) => {
  const form = formOf(rows, text('b', { computed: before }));
  expect(renamed(form, 'cost', 'price').fields[1]?.computed).toBe(after);
});

test('a column inside its rows, and as their owner', () => {
  expect(renamed(formOf(rows), 'cost', 'price').fields[0]).toMatchObject({
    ownerKey: 'price',
    writableRow: 'row.price = item.code',
    columns: [{ visible: 'row.price > 1 and cost' }, { required: 'row.price != null' }],
  });
});

test('rules of the form and of fields', () => {
  const message = { 'zh-CN': '不对' };
  const form = {
    ...formOf(text('cost', { rules: [{ id: 'r1', test: 'cost > 0', message }] })),
    rules: [{ id: 'r2', test: 'cost < 9', message, fields: ['cost'] }],
  };
  expect(renamed(form, 'cost', 'price')).toMatchObject({
    fields: [{ key: 'cost', rules: [{ test: 'price > 0' }] }],
    rules: [{ test: 'price < 9', fields: ['price'] }],
  });
});

test('uses are named, in this form and in others', () => {
  const form = formOf(text('cost'), text('b', { visible: 'cost > 1' }));
  const other = { ...formOf(text('c', { computed: 'plan.cost' }), text('cost', { visible: 'cost = 1' })), id: 'F-10', key: 'other' };
  const uses = keyUses(form, findField(form, 'cost')!, [form, other]);
  expect(uses.map((use) => [use.form.id, use.expression.fieldName, use.expression.property])).toEqual([
    ['F-09', 'b', 'visible'],
    ['F-10', 'c', 'computed'],
  ]);
});

test('keys that cannot be are refused with their reason', () => {
  const form = formOf(text('cost'), text('b'), rows);
  const answers = ['', '__proto__', 'constructor', '1a', 'a b', 'a-b', 'row', 'parameters', 'cost', '金额', 'price', 'name'].map((key) => [
    key,
    checkKey(form, 'b', key),
  ]);
  expect(answers).toEqual([
    ['', 'keyEmpty'],
    ['__proto__', 'keyForbidden'],
    ['constructor', 'keyForbidden'],
    ['1a', 'keyShape'],
    ['a b', 'keyShape'],
    ['a-b', 'keyShape'],
    ['row', 'keyReserved'],
    ['parameters', 'keyReserved'],
    ['cost', 'keyTaken'],
    ['金额', undefined],
    ['price', undefined],
    ['name', undefined],
  ]);
});
