import type { KnipConfig } from 'knip'

export default {
  entry: [
    'adapters/*/adapter.ts',
    'bench/{receiver,ceiling-worker}.ts',
    'demo/hub.ts',
    'test/crash/hub.ts',
    'prisma/generate.ts',
    'test/crash/ticker.ts',
    'test/fixtures/*/{adapters/*,agreements}/*.ts',
  ],
  project: ['**/*.ts'],
  // An interface may be named by its users one day; what is not used inside its own file either is dead.
  ignoreExportsUsedInFile: true,
  // Called by name: prisma/generate.ts runs the program, the client that it writes imports the package.
  ignoreDependencies: ['prisma', '@prisma/client'],
  // Peers of the tests; each suite says so when one is missing.
  ignoreBinaries: ['openssl', 'mount', 'promtool', 'sha256sum', 'ssh-keygen', 'umount'],
} satisfies KnipConfig
