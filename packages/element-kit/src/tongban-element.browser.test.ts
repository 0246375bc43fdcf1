import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { expect, test } from 'vitest';
import { defineElement } from './define-element.ts';
import { inside, onPage, settled } from './testing/index.ts';
import { TongbanElement } from './tongban-element.ts';

class Greeting extends TongbanElement {
  @property({ type: Number }) count: number = 1;

  override render(): TemplateResult {
    return html`<p>${this.locale} ${this.count}</p>
      <slot></slot>`;
  }
}
class Outer extends TongbanElement {
  override render(): TemplateResult {
    return html`<x-greeting></x-greeting>`;
  }
}
defineElement('x-greeting', Greeting);
defineElement('x-greeting', Outer);
defineElement('x-outer', Outer);

const said = (element: Element | null) => inside(element, 'p').textContent;
const accentOf = (element: Element) => getComputedStyle(element).getPropertyValue('--_accent').trim();

test('decorated fields are assigned, not defined: a change is rendered', async () => {
  const page = await onPage(html`<x-greeting count="2"></x-greeting>`);
  const greeting = page.querySelector('x-greeting') as Greeting;
  expect(said(greeting)).toBe('zh-CN 2');
  greeting.count = 3;
  await greeting.updateComplete;
  expect(said(greeting)).toBe('zh-CN 3');
});

test('speaks the language of the nearest ancestor, passing over those we do not have, and follows changes', async () => {
  const page = await onPage(html`<div id="far" lang="en-GB"><div lang="fr"><x-greeting></x-greeting><x-outer></x-outer></div></div>`);
  const greeting = page.querySelector('x-greeting') as Greeting;
  const nested = inside(page.querySelector('x-outer'), 'x-greeting');
  expect(said(greeting)).toBe('en 1');
  expect(said(nested)).toBe('en 1');
  page.querySelector('#far')!.setAttribute('lang', 'zh-Hans');
  await settled();
  expect(said(greeting)).toBe('zh-CN 1');
  expect(said(nested)).toBe('zh-CN 1');
  page.querySelector('x-outer')!.setAttribute('locale', 'en');
  await settled();
  expect(said(nested)).toBe('en 1');
});

test('a locale set as a property reaches what is nested, and goes again', async () => {
  const page = await onPage(html`<x-outer></x-outer>`);
  const outer = page.querySelector('x-outer') as Outer;
  outer.locale = 'en';
  await settled();
  expect(said(inside(outer, 'x-greeting'))).toBe('en 1');
  outer.locale = undefined;
  await settled();
  expect(outer.hasAttribute('locale')).toBe(false);
  expect(said(inside(outer, 'x-greeting'))).toBe('zh-CN 1');
});

test('its own locale wins, and it speaks the language of the place it was moved to', async () => {
  const page = await onPage(
    html`<div id="a" lang="en"></div><x-greeting id="own" locale="en"></x-greeting><x-greeting id="moved"></x-greeting>`,
  );
  expect(said(page.querySelector('#own'))).toBe('en 1');
  const moved = page.querySelector('#moved')!;
  expect(said(moved)).toBe('zh-CN 1');
  page.querySelector('#a')!.append(moved);
  await settled();
  expect(said(moved)).toBe('en 1');
  moved.remove();
  page.append(moved);
  await settled();
  expect(said(moved)).toBe('zh-CN 1');
});

test('a page overrides a token from its root, and one element over its preset; what is nested follows', async () => {
  const page = await onPage(html`<x-outer id="plain"></x-outer><x-outer id="red" theme="red"></x-outer>`);
  const plain = page.querySelector('#plain')!;
  const red = page.querySelector<HTMLElement>('#red')!;
  expect(accentOf(plain)).toBe('#1f5fae');
  expect(accentOf(inside(red, 'x-greeting'))).toBe('#9e1f2f');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root { --tb-accent: #123456 } #red { --tb-accent: #654321 }');
  document.adoptedStyleSheets.push(sheet);
  expect(accentOf(inside(plain, 'x-greeting'))).toBe('#123456');
  expect(accentOf(inside(red, 'x-greeting'))).toBe('#654321');
  document.adoptedStyleSheets.pop();
});

test('a reset of the page does not reach in', async () => {
  const page = await onPage(html`<x-greeting></x-greeting>`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { color: red; font: italic 30px/3 cursive; text-align: center; text-transform: uppercase; letter-spacing: 1em }');
  document.adoptedStyleSheets.push(sheet);
  const { color, fontSize, fontStyle, lineHeight, textAlign, letterSpacing } = getComputedStyle(
    inside(page.querySelector('x-greeting'), 'p'),
  );
  expect({ color, fontSize, fontStyle, lineHeight, textAlign, letterSpacing }).toEqual({
    color: 'rgb(28, 32, 36)',
    fontSize: '14px',
    fontStyle: 'normal',
    lineHeight: '22px',
    textAlign: 'start',
    letterSpacing: 'normal',
  });
  document.adoptedStyleSheets.pop();
});

test('announces through a live region that a new rendering leaves alone', async () => {
  const page = await onPage(html`<x-greeting></x-greeting>`);
  const greeting = page.querySelector('x-greeting') as Greeting;
  greeting.announce('已保存');
  greeting.count = 9;
  await expect.poll(() => inside(greeting, '[aria-live="polite"]').textContent).toBe('已保存');
  expect(said(greeting)).toBe('zh-CN 9');
});
