import { defineConfig } from 'vitest/config';

/** Every page of the site on every screen, in a real browser: minutes, so apart from `npm test`. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.pages.ts'],
    testTimeout: 1_800_000,
    pool: 'forks',
    maxWorkers: 1,
    reporters: ['verbose'],
  },
});
