import { atDoubleText, cutOff, settled } from '@tongban/element-kit/testing';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openDesigner, until, within } from './test-support/designer.ts';

test('at double text on a desk there is one column, and bar and steps fit into it', async () => {
  await page.viewport(1440, 900);
  await atDoubleText(async () => {
    const designer = await openDesigner();
    await until(() => designer.hasAttribute('narrow'));
    await settled();
    expect(Number.parseFloat(getComputedStyle(within(designer, '.bar .button')).fontSize)).toBe(28);
    expect(cutOff(designer, '.bar, .bar .button, .steps, .step, .step-actions')).toEqual([]);
  });
});

test('at double text on a wide screen palette and panel keep their words', async () => {
  await page.viewport(1900, 1000);
  await atDoubleText(async () => {
    const designer = await openDesigner();
    await designer.select('Task_accept');
    await settled();
    expect(designer.hasAttribute('narrow')).toBe(false);
    expect(cutOff(designer, '.bar, .bar .button, .palette, .palette button, .side')).toEqual([]);
  });
});
