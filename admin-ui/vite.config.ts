/** How the console is built: into admin-ui/out, which the hub serves. Nothing is fetched; run by `npm ci`, or alone by `npm run build:console`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const OUT = join(import.meta.dirname, 'out')

/** Every text beside itself as .br and .gz, so that the hub compresses nothing while it serves. index.html gets a nonce with each answer and stays as it is. */
const compressed: Plugin = {
  name: 'compressed',
  closeBundle() {
    for (const file of readdirSync(OUT, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|svg)$/.test(file)) continue
      const bytes = readFileSync(join(OUT, file))
      writeFileSync(join(OUT, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      writeFileSync(join(OUT, `${file}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compressed],
  logLevel: 'warn',
  build: {
    outDir: OUT,
    emptyOutDir: true,
    // A font as a data: URL would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 1000,
    // Libraries mark their modules for server components, which there are none of here: thousands of warnings that say nothing.
    rolldownOptions: { onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning) },
  },
})
