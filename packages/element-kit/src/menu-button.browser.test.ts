import { html } from 'lit';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import './define.ts';
import type { MenuSelectEvent } from './menu-button.ts';
import { axeFindings, inside, onPage, settled } from './testing/index.ts';

const ITEMS = [
  { id: 'transfer', label: '转办', icon: 'users' },
  { id: 'withdraw', label: '撤回', disabledReason: '下一环节已经办理' },
  { id: 'void', label: 'Void', danger: true, divided: true },
] as const;

async function menuOnPage() {
  const page = await onPage(html`<tb-menu-button icon-only .items=${ITEMS}></tb-menu-button><button id="after">后</button>`);
  const menuButton = page.querySelector('tb-menu-button')!;
  const chosen: string[] = [];
  menuButton.addEventListener('tb-menu-select', (event: MenuSelectEvent) => chosen.push(event.id));
  const focused = () => menuButton.shadowRoot!.activeElement?.textContent?.trim();
  return { page, menuButton, chosen, focused, button: inside(menuButton, '.button'), menu: inside(menuButton, '[role=menu]') };
}

test('opens at Down, moves by arrows and letters, chooses at Enter, gives the focus back', async () => {
  const { button, menu, focused, chosen, menuButton } = await menuOnPage();
  expect(button.getAttribute('aria-label')).toBe('更多操作');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  button.focus();
  await userEvent.keyboard('{ArrowDown}');
  await settled();
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(menu.hidden).toBe(false);
  expect(focused()).toBe('转办');
  expect(await axeFindings()).toEqual([]);
  await userEvent.keyboard('{ArrowUp}');
  expect(focused()).toBe('Void');
  await userEvent.keyboard('{Home}');
  await userEvent.keyboard('v');
  expect(focused()).toBe('Void');
  await userEvent.keyboard('{Enter}');
  await settled();
  expect(chosen).toEqual(['void']);
  expect(menu.hidden).toBe(true);
  expect(menuButton.shadowRoot!.activeElement).toBe(button);
});

test('what cannot be chosen says why and does nothing; Esc and a press outside close', async () => {
  const { page, button, menu, chosen } = await menuOnPage();
  await userEvent.click(button);
  await settled();
  const entry = menu.querySelectorAll<HTMLElement>('[role=menuitem]')[1]!;
  expect(entry.getAttribute('aria-disabled')).toBe('true');
  expect(entry.textContent).toContain('下一环节已经办理');
  entry.click();
  expect(chosen).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await settled();
  expect(menu.hidden).toBe(true);
  await userEvent.click(button);
  await settled();
  page.querySelector('#after')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  await settled();
  expect(menu.hidden).toBe(true);
});

test('the menu stays on the screen and beside its button', async () => {
  const { page, button, menu } = await menuOnPage();
  page.style.cssText = 'transform: translate(30px, 40px); text-align: right; overflow: hidden';
  await userEvent.click(button);
  await settled();
  const [from, box] = [button.getBoundingClientRect(), menu.getBoundingClientRect()];
  expect(Math.round(box.top - from.bottom)).toBe(4);
  expect(box.right).toBeLessThanOrEqual(innerWidth);
  expect(document.elementsFromPoint(box.left + 8, box.top + 8).length).toBeGreaterThan(0);
});
