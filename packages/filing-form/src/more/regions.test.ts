import { expect, test } from 'vitest';
import { loadRegions } from './regions.ts';

test('a county is found below its prefecture and province, and has the names of all three', async () => {
  const { provinces, below, fullName } = await loadRegions();
  expect(provinces.find(({ code }) => code === '620000')?.name).toBe('甘肃省');
  expect(below('620000').find(({ code }) => code === '622900')?.name).toBe('临夏回族自治州');
  expect(below('622900').find(({ code }) => code === '622927')?.name).toContain('积石山');
  expect(fullName('622927')).toMatch(/^甘肃省临夏回族自治州积石山/);
});

test('a municipality is named once', async () => {
  const { fullName } = await loadRegions();
  expect(fullName('110101')).toBe('北京市东城区');
  expect(fullName('620000')).toBe('甘肃省');
});
