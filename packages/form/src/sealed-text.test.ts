import type { FormDocument } from '@tongban/model';
import { expect, test } from 'vitest';
import { sealedText } from './sealed-text.ts';

const label = { 'zh-CN': 'x' };
const document: FormDocument = {
  formatVersion: 1,
  id: 'F',
  key: 'f',
  title: label,
  layout: 'stacked',
  fields: [
    { kind: 'text', id: 'name', key: 'name', label },
    { kind: 'money', id: 'sum', key: 'sum', label },
    {
      kind: 'section',
      id: 'end',
      key: 'end',
      label,
      fields: [
        { kind: 'seal', id: 'seal', key: 'seal', label },
        { kind: 'signature', id: 'sign', key: 'sign', label },
      ],
    },
    {
      kind: 'rows',
      id: 'list',
      key: 'list',
      label,
      columns: [
        { kind: 'text', id: 'item', key: 'item', label },
        { kind: 'signature', id: 'by', key: 'by', label },
      ],
    },
  ],
};
const signature = { method: 'confirmed', name: '马一', day: '2026-11-21' };

test('FC11 a seal covers what is filled in: not the order of names, not what is empty, not seals and signatures', () => {
  const text = sealedText(document, { name: '光伏', sum: { $decimal: '1' }, list: [{ rowId: 'r1', item: '甲' }] });
  expect(
    sealedText(document, {
      sign: signature,
      list: [{ item: '甲', by: signature, rowId: 'r1' }],
      sum: { $decimal: '1' },
      seal: null,
      name: '光伏',
    }),
  ).toBe(text);
  expect(sealedText(document, { name: '光伏', sum: { $decimal: '1' }, list: [{ rowId: 'r1', item: '乙' }] })).not.toBe(text);
  expect(sealedText(document, { name: '光伏', sum: { $decimal: '1', by: '2' }, list: [{ rowId: 'r1', item: '甲' }] })).not.toBe(text);
  expect(sealedText({ ...document, id: 'G' }, { name: '光伏', sum: { $decimal: '1' }, list: [{ rowId: 'r1', item: '甲' }] })).not.toBe(
    text,
  );
});
