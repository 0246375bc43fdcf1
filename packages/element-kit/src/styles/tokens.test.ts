import { expect, test } from 'vitest';
import { tokens } from './tokens.styles.ts';

const CSS = tokens.cssText;
const GROUNDS: readonly (readonly [text: string, ground: string])[] = [
  ...['text', 'text-2', 'text-3', 'accent', 'accent-strong', 'green', 'yellow', 'red'].flatMap((text) =>
    ['surface', 'surface-2'].map((ground) => [text, ground] as const),
  ),
  ['text-2', 'surface-3'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-strong', 'accent-weak'],
  ['info', 'surface'],
  ['info', 'info-weak'],
  ['text', 'info-weak'],
  ['green', 'green-weak'],
  ['yellow', 'yellow-weak'],
  ['red', 'red-weak'],
  ['red-strong', 'red-weak'],
  ['on-red', 'red'],
  ['on-red', 'red-strong'],
  ['text', 'accent-weak'],
];

for (const theme of ['blue', 'red', 'dark', 'contrast']) {
  test(`every text of ${theme} reaches 4.5 : 1 on its ground, and outlines of controls 3 : 1`, () => {
    const color = colorsOf(theme);
    const weak = GROUNDS.map(([text, ground]) => [text, ground, contrast(color(text), color(ground))] as const).filter(
      ([, , ratio]) => ratio < 4.5,
    );
    expect(weak).toEqual([]);
    expect(contrast(color('line-strong'), color('surface'))).toBeGreaterThanOrEqual(3);
  });
}

test('without a preset it is the blue one', () => {
  const blue = [...presetOf('blue').matchAll(/--tb-([\w-]+): (.+);/g)].map(([, name, value]) => `--_${name}: var(--tb-${name}, ${value});`);
  expect(blue.length).toBeGreaterThan(20);
  for (const line of blue) expect(CSS).toContain(line);
});

function presetOf(theme: string): string {
  const from = CSS.indexOf(`:host([theme='${theme}'])`);
  return CSS.slice(from, CSS.indexOf('}', from));
}

function colorsOf(theme: string): (name: string) => string {
  const preset = presetOf(theme);
  return (name) => new RegExp(`--tb-${name}: (#[0-9a-f]{6});`).exec(preset)?.[1] ?? `${theme} lacks ${name}`;
}

// WCAG 2.2, relative luminance
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
