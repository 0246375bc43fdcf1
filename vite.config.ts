/**
 * The one configuration of the workspace and its test projects, two at a time on two cores: `node` beside `browser`, then `e2e` beside
 * `browser-flow`. Bundles are built per package by `scripts/build.mjs`, which reads `sharedConfig` from here.
 */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './scripts/chromium.mjs';
import { sharedConfig } from './scripts/shared-config.mjs';

/** Waiting ends here: longer than a busy machine needs, so that only what never comes fails. */
const patient = { expect: { poll: { timeout: 45_000 } }, testTimeout: 300_000, hookTimeout: 300_000 };
/** What a browser shows may come late for reasons outside of us: one more try, and `second-tries.mjs` says aloud who needed it. */
const inBrowser = { ...patient, retry: 1 };

const CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Nearly half of the time that browser tests take. */
const FLOW_SURFACES = ['packages/{flow-designer,studio}/**/*.browser.test.{ts,tsx}'];

/** Tests in a Chromium of their own: one page at a time has the focus and the clipboard. */
function browserProject(name: string, groupOrder: number, include: string[], exclude: string[] = []) {
  return {
    extends: true as const,
    // The JSX transform adds these imports, so that looking through the sources does not find them; found late, they reload a test.
    optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime'] },
    test: {
      ...inBrowser,
      name,
      sequence: { groupOrder },
      include,
      exclude: ['**/node_modules/**', '**/dist/**', ...exclude],
      fileParallelism: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        connectTimeout: 600_000,
        instances: [{ browser: 'chromium' as const }],
        provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: CHROMIUM } }),
      },
    },
  };
}

export default defineConfig({
  ...sharedConfig,
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...patient,
          name: 'node',
          fileParallelism: false,
          // Loading anew for each file what all of them share took half of the time; so each leaves clock and environment as it found them.
          isolate: false,
          sequence: { groupOrder: 1 },
          include: ['{packages,examples,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts', '**/*.e2e.test.ts'],
          environment: 'node',
        },
      },
      browserProject('browser', 1, ['packages/**/*.browser.test.{ts,tsx}'], FLOW_SURFACES),
      browserProject('browser-flow', 2, FLOW_SURFACES),
      {
        extends: true,
        test: {
          ...inBrowser,
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['{packages,examples}/**/*.e2e.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          environment: 'node',
          // A whole office at work: each step waits as long as a loaded machine needs.
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
