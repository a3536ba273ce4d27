import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'training/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    // Every file opens databases of its own; forks keep native handles and process.env apart.
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    disableConsoleIntercept: true,
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/**/*.test.*'] },
  },
})
