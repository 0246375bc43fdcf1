import { expect, test } from 'vitest';
import { type IssuedDocument, statusOn } from './records.ts';

const mock: IssuedDocument = {
  id: 'd',
  tenant: 't',
  caseId: 'c',
  templateId: 'x',
  status: 'mock',
  issuedAt: 0,
  validThrough: '2026-03-31',
  content: { title: '', blocks: [] },
};

test('a mock document has expired after its last day, not on it', () => {
  expect(statusOn(mock, '2026-03-31')).toBe('mock');
  expect(statusOn(mock, '2026-04-01')).toBe('expired');
});

test('without a last day, or in another status, it is what it is', () => {
  const { validThrough: _, ...lasting } = mock;
  expect(statusOn(lasting, '2099-01-01')).toBe('mock');
  for (const status of ['effective', 'recalled', 'revoked'] as const) expect(statusOn({ ...mock, status }, '2026-04-01')).toBe(status);
});
