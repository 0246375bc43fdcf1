import { atDoubleText, cutOff, onPage, settled } from '@tongban/element-kit/testing';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import './define.ts';
import type { FormDesigner } from './form-designer.ts';
import { application, circulation } from './test-support/forms.ts';

test.each([1440, 2400])('at double text nothing of the bars and panels is cut off on a screen of %i px', async (width) => {
  await page.viewport(width, 1000);
  await atDoubleText(async () => {
    const designer: FormDesigner = document.createElement('tb-form-designer');
    await onPage(designer);
    Object.assign(designer, { form: application, context: { forms: [application, circulation], items: [] } });
    await designer.updateComplete;
    await settled();
    expect(getComputedStyle(designer).fontSize).toBe('28px');
    expect(cutOff(designer, '.toolbar, .views, .palette, .paper, .canvas, .properties, .panel, .button')).toEqual([]);
  });
});
