/**
 * The one configuration of the workspace and its three test projects: `node` first, on two cores; then `browser` and `e2e` side by side, a
 * Chromium each.
 * Bundles are built per package by `scripts/build.mjs`, which reads `sharedConfig` from here.
 */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './scripts/chromium.mjs';
import { sharedConfig } from './scripts/shared-config.mjs';

/** Waiting ends here: longer than a busy machine needs, so that only what never comes fails. */
const patient = { expect: { poll: { timeout: 15_000 } }, testTimeout: 120_000 };
/** What a browser shows may come late for reasons outside of us: one more try, and `second-tries.mjs` says aloud who needed it. */
const inBrowser = { ...patient, retry: 1 };

export default defineConfig({
  ...sharedConfig,
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...patient,
          name: 'node',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          include: ['{packages,examples,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts', '**/*.e2e.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        // The JSX transform adds these imports, so that looking through the sources does not find them; found late, they reload a test.
        optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime'] },
        test: {
          ...inBrowser,
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: ['packages/**/*.browser.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                executablePath: chromiumPath(),
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
          },
        },
      },
      {
        extends: true,
        test: {
          ...inBrowser,
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['{packages,examples}/**/*.e2e.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
