/** No word reaches people in one language only: ours stand in tables of two, and what bpmn-js says by itself is in our dictionary. */
import { expect, test } from 'vitest';
import { diagramTranslate, untranslatedByDiagram } from './diagram/translate.ts';

const OURS = import.meta.glob('./**/*.ts', { query: '?raw', import: 'default', eager: true });
const DIAGRAM = import.meta.glob('../../../node_modules/{bpmn-js,diagram-js}/lib/**/*.js', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Where both languages stand side by side. */
const TABLES = /messages\.ts$|\/errors\.ts$|\/translate\.ts$|\/feel-names\.ts$|\.test\.ts$|\/test-support\//;

/** Parts of bpmn-js whose words are ours: they are not loaded, or only as bare services. */
const NOT_LOADED =
  /bpmn-js\/lib\/features\/(context-pad|palette|popup-menu|align-elements|distribute-elements)\/|\/i18n\/translate\/|BpmnRenderer\.js$/;

test('Chinese stands only where the same is said in English', () => {
  const code = Object.entries(OURS).filter(([file]) => !TABLES.test(file));
  expect(code.length).toBeGreaterThan(60);
  const chinese = code.filter(([, text]) => /[\u4e00-\u9fff]/.test(withoutComments(text))).map(([file]) => file);
  expect(chinese).toEqual([]);
});

test('what people read in a template is asked for by its name, not written there', () => {
  const code = Object.entries(OURS).filter(([file]) => !TABLES.test(file));
  const written = code.flatMap(([file, text]) => wordsInTemplates(withoutComments(text)).map((words) => `${file}: ${words}`));
  expect(written).toEqual([]);
});

test('the modules that are not loaded are not: each of them would bring words of its own', () => {
  const imports = Object.entries(OURS)
    .filter(([file]) => !file.endsWith('.test.ts'))
    .flatMap(([, text]) => text.match(/from '(bpmn-js|diagram-js)[^']*'/g) ?? []);
  expect(imports.length).toBeGreaterThan(20);
  expect(
    imports.filter((one) => /bpmn-js\/lib\/features\/(context-pad|palette|popup-menu|align-elements|distribute-elements)'/.test(one)),
  ).toEqual([]);
});

test('every phrase that bpmn-js may say is in the dictionary', () => {
  const phrases = Object.entries(DIAGRAM)
    .filter(([file]) => !NOT_LOADED.test(file))
    .flatMap(([, text]) => [...text.matchAll(/translate\(\s*(['"])((?:(?!\1).)+)\1/g)].map(([, , phrase = '']) => phrase));
  expect(phrases).toContain('Search in diagram');
  const translate = diagramTranslate(() => 'zh-CN');
  const before = new Set(untranslatedByDiagram);
  for (const phrase of phrases) translate(phrase);
  expect([...untranslatedByDiagram].filter((phrase) => !before.has(phrase))).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

// text between tags of a template: two letters or more that no expression gives
function wordsInTemplates(text: string): readonly string[] {
  const templates = text.match(/html`[^`]*`/g) ?? [];
  return templates.flatMap((template) =>
    [...template.replace(/\$\{[^}]*\}/g, '').matchAll(/>([^<>{}]*[A-Za-z]{2,}[^<>{}]*)</g)].map(([, words = '']) => words.trim()),
  );
}
