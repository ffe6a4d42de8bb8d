import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages are tested from their sources, so that `npm test` needs no build.
  resolve: { conditions: ['@cardpress/source'] },
  ssr: { resolve: { conditions: ['@cardpress/source'] } },
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'apps/*/test/**/*.test.ts',
      'content/*/test/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    // What tests leave in the temporary folder goes with it.
    globalSetup: 'scripts/test-temp-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
})
