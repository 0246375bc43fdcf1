/** That every field has help is checked by its type: a field without `hint` or `help` does not compile. Here: that help is used, and says the same twice. */
import { expect, test } from 'vitest';
import { helpMessages } from './help-messages.ts';

const FILES = import.meta.glob('./*.ts', { query: '?raw', import: 'default', eager: true });
const SOURCES = Object.values(FILES).join('\n');
const helpText = FILES['./help-messages.ts'] ?? '';
const NAMES = [...(helpText.split('const en')[0] ?? '').matchAll(/^ {2}(\w+): '/gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'helpOf');

test('help belongs to a field', () => {
  expect(NAMES.length).toBeGreaterThan(40);
  expect(NAMES.filter((name) => !SOURCES.includes(`help: '${name}'`))).toEqual([]);
});

test('both languages name the same requirements and rules', () => {
  const named = (locale: 'zh-CN' | 'en', name: string): readonly string[] =>
    [
      ...helpMessages
        .in(locale)(name as 'name')
        .matchAll(/\b(?:R|DT)-\d+/g),
    ]
      .map(([id]) => id)
      .sort();
  const differs = NAMES.filter((name) => named('zh-CN', name).join() !== named('en', name).join());
  expect(differs).toEqual([]);
  expect(NAMES.filter((name) => named('zh-CN', name).length > 0).length).toBeGreaterThan(12);
});
