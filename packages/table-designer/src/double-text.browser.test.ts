import { atDoubleText, cutOff, onPage, settled } from '@tongban/element-kit/testing';
import { html } from 'lit';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import './define.ts';
import type { TableDesigner } from './table-designer.ts';
import { THREE_GRADES } from './test-support/table.ts';

test.each([1440, 2000])('at double text the bars, the panel and the cells keep their words on a screen of %i px', async (width) => {
  await page.viewport(width, 1000);
  await atDoubleText(async () => {
    const shown = await onPage(html`<tb-table-designer .table=${THREE_GRADES} .context=${{ fields: [], names: [] }}></tb-table-designer>`);
    const designer = shown.querySelector('tb-table-designer') as TableDesigner;
    await settled();
    expect(getComputedStyle(designer).fontSize).toBe('28px');
    expect(cutOff(designer, '.toolbar, .bar, .button, .panel')).toEqual([]);
    for (const cell of designer.shadowRoot?.querySelectorAll('[role=gridcell]') ?? [])
      expect(cell.scrollHeight, cell.textContent).toBeLessThanOrEqual(cell.clientHeight);
  });
});
