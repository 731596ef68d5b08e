import type { KnipConfig } from 'knip'

export default {
  entry: [
    'adapters/*/adapter.ts',
    'admin-ui/{main.tsx,build.ts,vite.config.ts}',
    'bench/{receiver,ceiling-worker}.ts',
    'certs/pkcs11-thread.ts',
    'demo/hub.ts',
    'test/crash/hub.ts',
    'prisma/generate.ts',
    'test/crash/ticker.ts',
    'test/fixtures/*/{adapters/*,agreements}/*.ts',
  ],
  project: ['**/*.{ts,tsx}'],
  // An interface may be named by its users one day; what is not used inside its own file either is dead.
  ignoreExportsUsedInFile: true,
  // Called by name: prisma/generate.ts runs the program, the client that it writes imports the package.
  // axe-core is read as text and runs in the page.
  ignoreDependencies: ['axe-core', 'prisma', '@prisma/client'],
  // Peers of the tests; each suite says so when one is missing.
  ignoreBinaries: ['openssl', 'mount', 'promtool', 'sha256sum', 'softhsm2-util', 'ssh-keygen', 'umount'],
} satisfies KnipConfig
