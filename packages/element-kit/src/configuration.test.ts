import { afterEach, expect, test } from 'vitest';
import { assetUrl, authorizationHeaders, configureTongban, resetTongbanConfiguration, tongbanConfiguration } from './configuration.ts';

afterEach(resetTongbanConfiguration);

test('keeps what was not named', () => {
  configureTongban({ baseUrl: '/x' });
  configureTongban({ getToken: () => 'secret' });
  expect(tongbanConfiguration().baseUrl).toBe('/x');
  expect(tongbanConfiguration().pickers).toEqual({});
});

test('asks for the token each time', async () => {
  expect(await authorizationHeaders()).toEqual({});
  let calls = 0;
  configureTongban({ getToken: async () => `t${++calls}` });
  await authorizationHeaders();
  expect(await authorizationHeaders()).toEqual({ Authorization: 'Bearer t2' });
});

test('assets lie beside the module that asks', () => {
  expect(assetUrl('fonts/x.woff2', 'http://host/app/lib/index.js')).toBe('http://host/app/lib/fonts/x.woff2');
});
