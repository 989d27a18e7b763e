import { defineConfig } from 'vitest/config';

/** Simulations with a known truth, a thousand worlds each: minutes, so apart from `npm test`. */
export default defineConfig({
  test: { include: ['simulations/**/*.test.ts'], testTimeout: 1_200_000, pool: 'forks', maxWorkers: 2 },
});
