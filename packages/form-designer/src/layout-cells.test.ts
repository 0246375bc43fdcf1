import { expect, test } from 'vitest';
import { layoutCells } from './layout-cells.ts';
import { text } from './test-support/forms.ts';

test('a short field that would stand alone is stretched', () => {
  const cells = layoutCells([text('a'), text('b'), text('c'), text('d', { span: 2 }), text('e')]);
  expect(cells.map(({ wide }) => wide)).toEqual([false, false, true, true, true]);
});
