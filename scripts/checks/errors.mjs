/** Every error code is unique, carries its room's prefix, and has an English and a Chinese sentence with the same placeholders. */
import { errorEntries } from '../error-tables.mjs';

/** Rooms whose prefix is not simply their own name. */
const PREFIXES = {
  'feel-parser': ['FEEL_'],
  'store-sqlite': ['STORE_'],
  'store-indexeddb': ['PAGE_STORE_'],
  'filing-form': ['FORM_', 'FILING_FORM_'],
  documents: ['DOCUMENT_'],
  'element-kit': ['ELEMENT_'],
  runtime: ['RUNTIME_', 'MEASURE_'],
};

export async function checkErrors() {
  const entries = await errorEntries();
  const codes = entries.map((entry) => entry.code);
  return [
    ...entries.flatMap(entryProblems),
    ...codes.filter((code, index) => codes.indexOf(code) !== index).map((code) => `${code} is in two error tables`),
  ];
}

/** What is wrong with one entry of an error table. */
export function entryProblems(entry) {
  const { room, code, en } = entry;
  const zh = entry['zh-CN'];
  const prefixes = PREFIXES[room] ?? [`${room.toUpperCase().replaceAll('-', '_')}_`];
  const problems = [];
  if (!/^[A-Z][A-Z0-9_]+$/.test(code) || !prefixes.some((prefix) => code.startsWith(prefix)))
    problems.push(`must start with ${prefixes.join(' or ')}`);
  if (!en?.trim()) problems.push('has no English sentence');
  if (!/\p{Script=Han}|^\{\w+\}$/u.test(zh ?? '')) problems.push('has no Chinese sentence');
  if (placeholders(en) !== placeholders(zh))
    problems.push(`has other placeholders in English (${placeholders(en)}) than in Chinese (${placeholders(zh)})`);
  return problems.map((problem) => `packages/${room}: ${code} ${problem}`);
}

/** A fact that differs by language is named alike: `{message}` in English, `{messageZh}` in Chinese. */
function placeholders(sentence = '') {
  return [...new Set([...sentence.matchAll(/\{(\w+?)(?:Zh)?\}/g)].map((match) => match[1]))].sort().join(', ');
}
